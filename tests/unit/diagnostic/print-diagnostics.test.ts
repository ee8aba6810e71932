import { expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnostic/diagnostic.ts';
import { printDiagnostics, summarise } from '../../../src/diagnostic/print-diagnostics.ts';

const missing = diagnose(
  'citation-missing',
  { file: 'lakes/ness.mdx', point: { line: 14, column: 12 } },
  {
    message: 'The quoted text is not in articles/depths.mdx.',
    values: [
      { label: 'quote', text: '“13 percent”' },
      {
        label: 'closest',
        text: '“12 percent”',
        place: { file: 'articles/depths.mdx', point: { line: 31, column: 1 } },
      },
    ],
    fix: 'Copy the sentence again.',
  },
);
const note = diagnose('citation-respelled', { file: 'site.yaml' }, { message: 'Spelled otherwise.', fix: 'Copy it.' });

test('for people: place, what is wrong, the values side by side, what to do, and a count', () => {
  expect(printDiagnostics([missing, note], 'text', { folder: 'content/' })).toMatchInlineSnapshot(`
    "content/lakes/ness.mdx:14:12  error  citation-missing
      The quoted text is not in articles/depths.mdx.
        quote    “13 percent”
        closest  “12 percent”  content/articles/depths.mdx:31:1
      Fix: Copy the sentence again.

    content/site.yaml  note  citation-respelled
      Spelled otherwise.
      Fix: Copy it.

    1 error, 1 note in 2 files
    "
  `);
});

test('for programs: the same as JSON, places with the folder, and whether it is well', () => {
  const read = JSON.parse(printDiagnostics([missing], 'json', { folder: 'c/' })) as {
    ok: boolean;
    diagnostics: unknown[];
  };
  expect(read.ok).toBe(false);
  expect(read.diagnostics).toMatchObject([
    {
      code: 'citation-missing',
      severity: 'error',
      title: 'A quotation that is not in its article',
      place: { file: 'c/lakes/ness.mdx', point: { line: 14, column: 12 } },
      values: [{ label: 'quote' }, { place: { file: 'c/articles/depths.mdx' } }],
    },
  ]);
  expect(JSON.parse(printDiagnostics([note], 'json', { folder: '' }))).toMatchObject({ ok: true });
  expect(JSON.parse(printDiagnostics([], 'json', { folder: '' }))).toEqual({ ok: true, diagnostics: [] });
});

test('for GitHub: one workflow command each, line breaks, commas and percent signs escaped', () => {
  const odd = diagnose(
    'field-value',
    { file: 'a,b:100%.mdx', point: { line: 1, column: 2 } },
    { message: '50% of it.', fix: 'Write it.' },
  );
  expect(printDiagnostics([odd, note], 'github', { folder: 'c/' })).toBe(
    '::error file=c/a%2Cb%3A100%25.mdx,line=1,col=2,title=field-value::  50%25 of it.%0A  Fix: Write it.\n' +
      '::notice file=c/site.yaml,title=citation-respelled::  Spelled otherwise.%0A  Fix: Copy it.\n',
  );
  expect(printDiagnostics([], 'github', { folder: '' })).toBe('');
});

test('characters that would steer a terminal are shown as their numbers, marks of writing stay', () => {
  const hidden = diagnose(
    'field-value',
    { file: 'a' },
    {
      message: 'Found \u001B[31m.',
      values: [{ label: 'found', text: 'a\u202Eb\nc مَن\u200F' }],
      fix: 'Write it.',
    },
  );
  const printed = printDiagnostics([hidden], 'text', { folder: '' });
  expect(printed).toContain('Found \\u001B[31m.');
  expect(printed).toContain('found  a\\u202Eb ⏎ c مَن\u200F');
});

test.each([
  ['nothing', [], 'No problems'],
  ['one of each', [missing, note], '1 error, 1 note in 2 files'],
  ['several in one file', [missing, missing], '2 errors in 1 file'],
])('sums up %s', (_what, diagnostics, summary) => {
  expect(summarise(diagnostics)).toBe(summary);
});
