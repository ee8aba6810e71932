import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countYears } from '../../../../src/search/client/count-years.ts';

const toYears = (years: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(years).map(([year, ids]) => [year, new Set(ids)]));

test('few years are counted one by one, those without a result left out', () => {
  const years = toYears({ '2016': ['a', 'b'], '2014': ['a'], '2015': ['c'] });
  expect(countYears(years, ['a', 'b'])).toEqual([
    { from: 2014, to: 2014, count: 1 },
    { from: 2016, to: 2016, count: 2 },
  ]);
});

test('many years are counted by decade, each document once', () => {
  const years = toYears(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [String(1990 + at), ['a']])));
  expect(countYears(years, ['a'])).toEqual([
    { from: 1990, to: 1999, count: 1 },
    { from: 2000, to: 2009, count: 1 },
    { from: 2010, to: 2019, count: 1 },
  ]);
});

test('years before the first are in decades of their own', () => {
  const years = toYears(Object.fromEntries(Array.from({ length: 14 }, (_, at) => [String(at - 7), ['a']])));
  expect(countYears(years, ['a']).map(({ from, to }) => [from, to])).toEqual([
    [-10, -1],
    [0, 9],
  ]);
});

test('every year of a result lies in one span, and spans are few and in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -5000, max: 2100 }), { minLength: 1, maxLength: 60 }), (list) => {
      const spans = countYears(new Map(list.map((year) => [String(year), new Set(['a'])])), ['a']);
      expect(spans.length).toBeLessThanOrEqual(12);
      expect(spans.map(({ from }) => from)).toEqual(spans.map(({ from }) => from).toSorted((a, b) => a - b));
      for (const year of list) expect(spans.filter(({ from, to }) => from <= year && year <= to)).toHaveLength(1);
    }),
  );
});
