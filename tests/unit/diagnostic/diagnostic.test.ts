import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose, hasErrors, sortDiagnostics } from '../../../src/diagnostic/diagnostic.ts';

const at = (file: string, line?: number, column = 1) => ({
  file,
  point: line === undefined ? undefined : { line, column },
});
const told = { message: 'It is so.', fix: 'Change it.' };

test('a diagnostic has the severity of its code', () => {
  expect(diagnose('field-value', at('a'), told).severity).toBe('error');
  expect(diagnose('citation-short', at('a'), told).severity).toBe('warning');
  expect(diagnose('citation-respelled', at('a'), told).severity).toBe('note');
});

test('only errors stop a build', () => {
  expect(hasErrors([diagnose('citation-short', at('a'), told), diagnose('citation-respelled', at('a'), told)])).toBe(
    false,
  );
  expect(hasErrors([diagnose('citation-short', at('a'), told), diagnose('field-value', at('a'), told)])).toBe(true);
  expect(hasErrors([])).toBe(false);
});

test('diagnostics are sorted by file, line, column and code; a place without a point comes first in its file', () => {
  const sorted = [
    diagnose('field-value', at('a.mdx'), told),
    diagnose('field-value', at('a.mdx', 2, 9), told),
    diagnose('field-unknown', at('a.mdx', 10), told),
    diagnose('field-value', at('a.mdx', 10), told),
    diagnose('field-value', at('b.mdx', 1), told),
  ];
  expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted);
});

test('what is said twice is said once, in whatever order it came', () => {
  const one = diagnose('field-value', at('a', 1), told);
  const other = diagnose('field-value', at('a', 2), told);
  fc.assert(
    fc.property(fc.shuffledSubarray([one, other, one, other, one], { minLength: 5 }), (mixed) => {
      expect(sortDiagnostics(mixed)).toEqual([one, other]);
    }),
  );
});
