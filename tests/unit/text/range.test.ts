import { expect, test } from 'vitest';
import { isOverlapping } from '../../../src/text/range.ts';

test.each([
  ['the same', 2, 5, true],
  ['one inside', 3, 4, true],
  ['one around', 0, 9, true],
  ['one that shares the first character', 0, 3, true],
  ['one that shares the last character', 4, 9, true],
  ['one that ends where it begins', 0, 2, false],
  ['one that begins where it ends', 5, 9, false],
  ['one far before', 0, 1, false],
  ['one far behind', 8, 9, false],
])('a range and %s', (_, start, end, expected) => {
  expect(isOverlapping({ start: 2, end: 5 }, { start, end })).toBe(expected);
  expect(isOverlapping({ start, end }, { start: 2, end: 5 })).toBe(expected);
});
