import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countShelves, toShelf } from '../../../src/graph/find-shelf.ts';

describe('shelves', () => {
  test('are few, and a power of two', () => {
    expect([0, 1, 16, 17, 46, 10_000, 100_000].map(countShelves)).toEqual([1, 1, 1, 2, 4, 1024, 8192]);
  });

  test('take every id to one of them, always the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 100_000 }), (id, entities) => {
        const shelves = countShelves(entities);
        const shelf = toShelf(id, shelves);
        expect(shelf).toBe(toShelf(id, shelves));
        expect(shelf >= 0 && shelf < shelves && Number.isInteger(shelf)).toBe(true);
      }),
    );
  });

  test('are filled evenly', () => {
    const shelves = countShelves(10_000);
    const counts = new Array<number>(shelves).fill(0);
    for (let at = 0; at < 10_000; at += 1) {
      const shelf = toShelf(`people/person-${at}`, shelves);
      counts[shelf] = (counts[shelf] ?? 0) + 1;
    }
    expect(Math.max(...counts)).toBeLessThan(32);
  });
});
