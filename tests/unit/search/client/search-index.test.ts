import { expect, test } from 'vitest';
import { openIndex, type EngineResult, type SearchIndex } from '../../../../src/search/client/search-index.ts';
import {
  INDEX_VERSION,
  MANIFEST,
  RECORD_FILES,
  toDocumentId,
  toResultId,
  type Manifest,
} from '../../../../src/search/index-files.ts';
import { writeOrder, writeRecordFiles } from '../../../../src/search/order-files.ts';

/** In which file the record of each document lies. */
const RECORDS = ['first', 'first', 'second'];
const MANIFEST_OF_THREE: Manifest = {
  version: INDEX_VERSION,
  documents: RECORDS.length,
  words: {},
  filters: {},
  facets: {},
  kinds: {},
  orders: { date: 'date.txt', [RECORD_FILES]: 'records.txt' },
};
const FILES: Readonly<Record<string, string>> = {
  [MANIFEST]: JSON.stringify(MANIFEST_OF_THREE),
  'orders/date.txt': writeOrder([2, 0], RECORDS.length),
  'orders/records.txt': writeRecordFiles(RECORDS.map((file, number) => toResultId(file, toDocumentId(number)))),
  'records/first.json': JSON.stringify({ 0: { id: 'x/0' }, 1: { id: 'x/1' } }),
  'records/second.json': JSON.stringify({ 2: { id: 'x/2' } }),
};

/** An index of these files, and the paths that it asked for since it was opened. */
async function open(
  files: Readonly<Record<string, string>>,
  results: readonly EngineResult[] = [],
): Promise<{ readonly index: SearchIndex; readonly asked: string[] }> {
  const asked: string[] = [];
  const index = await openIndex({
    readText: (path) => {
      asked.push(path);
      const text = files[path];
      return text === undefined ? Promise.reject(new Error(`404 for ${path}`)) : Promise.resolve(text);
    },
    startEngine: () => Promise.resolve({ search: () => Promise.resolve({ results }) }),
  });
  asked.length = 0;
  return { index, asked };
}

test('what was found by words is shown without any list', async () => {
  const { index, asked } = await open(FILES, [{ id: toResultId('second', '2'), score: 1, words: [0] }]);
  await index.findStem('tower');
  expect((await index.readRecord('2')).id).toBe('x/2');
  expect(asked).toEqual(['records/second.json']);
});

test('what no words found is shown too, and the list of record files is fetched once', async () => {
  const { index, asked } = await open(FILES);
  const records = await Promise.all(['0', '1', '2'].map((id) => index.readRecord(id)));
  expect(records.map(({ id }) => id)).toEqual(['x/0', 'x/1', 'x/2']);
  expect(asked.toSorted()).toEqual(['orders/records.txt', 'records/first.json', 'records/second.json']);
});

test('an order tells the places of its documents; one that the index does not have is empty', async () => {
  const { index } = await open(FILES);
  expect([...(await index.readOrder('date'))]).toEqual([
    ['2', 0],
    ['0', 1],
  ]);
  expect([...(await index.readOrder('name-en'))]).toEqual([]);
});

test.each(['orders/date.txt', 'orders/records.txt'])(
  'without %s it fails, and answers when that is back',
  async (path) => {
    const files: Record<string, string> = { ...FILES };
    const { index } = await open(files);
    const ask = (): Promise<unknown> => (path === 'orders/date.txt' ? index.readOrder('date') : index.readRecord('0'));
    Reflect.deleteProperty(files, path);
    await expect(ask()).rejects.toThrow(`404 for ${path}`);
    files[path] = FILES[path] ?? '';
    await expect(ask()).resolves.toBeDefined();
  },
);

test('a list that was cut shows no document in place of another', async () => {
  const { index } = await open({ ...FILES, 'orders/records.txt': 'first' });
  expect((await index.readRecord('0')).id).toBe('x/0');
  await expect(index.readRecord('2')).rejects.toThrow('404');
});
