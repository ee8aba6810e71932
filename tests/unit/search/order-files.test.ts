import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDocumentId, toResultId } from '../../../src/search/index-files.ts';
import { readOrder, readRecordFiles, writeOrder, writeRecordFiles } from '../../../src/search/order-files.ts';
import { toFileName } from '../../../src/search/to-file-name.ts';
import { countNeighbours } from '../../../src/search/write-records.ts';
import { startRandom } from '../../bench/random.ts';

const MANY = 100_000;
/** Where ids of documents become longer. */
const EDGES = [1, 35, 36, 37, 1295, 1296, 1297, 46_655, 46_656, 46_657];

/** Numbers from 0 in no order that could be told. */
function shuffle(count: number): readonly number[] {
  const random = startRandom(count);
  return Array.from({ length: count }, (_, number) => ({ number, key: random.below(2 ** 30) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ number }) => number);
}

/** Ids of results whose records lie in files of so many, with names that tell nothing of each other. */
function toResults(documents: number, neighbours: number): readonly string[] {
  return Array.from({ length: documents }, (_, number) =>
    toResultId(toFileName(String(Math.floor(number / neighbours))), toDocumentId(number)),
  );
}

describe('an order', () => {
  test.each(EDGES)('of %i documents is read as it was written', (documents) => {
    const order = shuffle(documents);
    const places = readOrder(writeOrder(order, documents), documents);
    expect([...places]).toEqual(order.map((number, place) => [toDocumentId(number), place]));
  });

  test('of some of the documents is read as it was written', () => {
    const several = fc.integer({ min: 1, max: 5000 }).chain((documents) =>
      fc.record({
        documents: fc.constant(documents),
        order: fc.uniqueArray(fc.nat({ max: documents - 1 })),
      }),
    );
    fc.assert(
      fc.property(several, ({ documents, order }) => {
        const places = readOrder(writeOrder(order, documents), documents);
        expect([...places]).toEqual(order.map((number, place) => [toDocumentId(number), place]));
      }),
    );
  });

  test('takes four bytes of each of 100,000 documents', () => {
    expect(Buffer.byteLength(writeOrder(shuffle(MANY), MANY))).toBe(4 * MANY);
  });
});

describe('the list of record files', () => {
  test('is read as it was written, whether documents share files or not', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }), (sizes) => {
        const names = sizes.flatMap((size, at) => Array.from({ length: size }, () => toFileName(String(at))));
        const files = readRecordFiles(
          writeRecordFiles(names.map((name, number) => toResultId(name, toDocumentId(number)))),
        );
        expect([...files]).toEqual(names.map((name, number) => [toDocumentId(number), name]));
      }),
    );
  });

  test('takes less than four bytes of each of 100,000 documents', () => {
    const text = writeRecordFiles(toResults(MANY, countNeighbours(MANY)));
    expect(Buffer.byteLength(text)).toBeLessThan(4 * MANY);
  });

  test('takes ten bytes of each of few documents, which share no files', () => {
    expect(Buffer.byteLength(writeRecordFiles(toResults(4000, countNeighbours(4000))))).toBeLessThan(10 * 4000);
  });
});
