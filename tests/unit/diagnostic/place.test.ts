import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLineStarts, toPoint } from '../../../src/diagnostic/place.ts';

test.each([
  ['the first character', 'ab\ncd', 0, { line: 1, column: 1 }],
  ['a line break belongs to the line it ends', 'ab\ncd', 2, { line: 1, column: 3 }],
  ['the character after a break', 'ab\ncd', 3, { line: 2, column: 1 }],
  ['the end of the text', 'ab\ncd', 5, { line: 2, column: 3 }],
  ['a Windows break counts once', 'a\r\nb', 3, { line: 2, column: 1 }],
  ['an empty text', '', 0, { line: 1, column: 1 }],
  ['columns are UTF-16 units', '😀x', 2, { line: 1, column: 3 }],
  ['marks count', 'مَن', 2, { line: 1, column: 3 }],
])('%s', (_what, text, offset, point) => {
  expect(toPoint(findLineStarts(text), offset)).toEqual(point);
});

test('a point leads back to its offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ب', '\n', '\r\n', '😀') }), fc.nat(), (text, pick) => {
      const offset = pick % (text.length + 1);
      const starts = findLineStarts(text);
      const { line, column } = toPoint(starts, offset);
      expect((starts[line - 1] ?? NaN) + column - 1).toBe(offset);
    }),
  );
});
