import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFilter, writeFilter } from '../../../src/search/filter-lines.ts';

const numbers = fc.uniqueArray(fc.nat(5000), { maxLength: 60 }).map((all) => all.toSorted((a, b) => a - b));
const values = fc.uniqueArray(fc.record({ value: fc.stringMatching(/^[\p{L}\d -]{1,12}$/u), documents: numbers }), {
  selector: ({ value }) => value,
  maxLength: 8,
});

test('what is written is read again, sorted by value', () => {
  fc.assert(
    fc.property(values, (all) => {
      const sorted = all.toSorted((a, b) => (a.value < b.value ? -1 : 1));
      expect(readFilter(writeFilter(all))).toEqual(sorted);
    }),
  );
});

test('neighbours cost nothing', () => {
  const documents = Array.from({ length: 100_000 }, (_, at) => at + 7);
  expect(writeFilter([{ value: 'places', documents }])).toBe('places\t7+255s');
});
