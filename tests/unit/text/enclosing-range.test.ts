import { expect, test } from 'vitest';
import { enclosingRange } from '../../../src/text/enclosing-range.ts';

const ranges = [
  { start: 0, end: 3 },
  { start: 3, end: 5 },
  { start: 8, end: 9 },
  { start: 10, end: 14 },
];

test.each([
  [0, undefined],
  [1, ranges[0]],
  [2, ranges[0]],
  [3, undefined],
  [4, ranges[1]],
  [5, undefined],
  [7, undefined],
  [8, undefined],
  [9, undefined],
  [13, ranges[3]],
  [14, undefined],
  [99, undefined],
])('finds the range strictly around %i', (at, expected) => {
  expect(enclosingRange(ranges, at)).toBe(expected);
});

test('finds none among none', () => {
  expect(enclosingRange([], 0)).toBeUndefined();
});
