import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/source/parse-yaml.ts';

describe('places', () => {
  const text = [
    'label: { ar: نهر, en: Nile }',
    'claims:',
    '  - id: length',
    '    evidence:',
    '      - quote: >-',
    '          words',
    'empty:',
    'أصل: x',
  ].join('\n');
  const { places, diagnostics } = parseYaml(text, 'a.mdx', 2);

  test.each([
    ['the whole', '', 2, 1],
    ['a value', 'label', 2, 8],
    ['a value within braces', 'label.en', 2, 23],
    ['its key', 'label.en:key', 2, 19],
    ['an item of a list', 'claims.0', 4, 5],
    ['a field of an item', 'claims.0.id', 4, 9],
    ['a field of an item of an item', 'claims.0.evidence.0.quote', 6, 16],
    ['a key without a value', 'empty:key', 8, 1],
    ['a key in Arabic', 'أصل', 9, 6],
  ])('%s: %s', (_what, path, line, column) => {
    expect(places[path]).toEqual({ line, column });
  });

  test('come without complaints', () => expect(diagnostics).toEqual([]));

  test('are the same with Windows line breaks', () => {
    expect(parseYaml(text.replaceAll('\n', '\r\n'), 'a.mdx', 2).places).toEqual(places);
  });
});

test('an empty front matter is an empty map', () => {
  expect(parseYaml('', 'a.mdx', 2)).toMatchObject({
    data: {},
    places: { '': { line: 2, column: 1 } },
    diagnostics: [],
  });
});

test.each([
  ['dates stay texts', 'a: 2016-08-14', { a: '2016-08-14' }],
  ['years are numbers', 'a: 2016', { a: 2016 }],
  ['NO is Norway, not false', 'iso: NO', { iso: 'NO' }],
  ['keys are texts', '2016: a', { '2016': 'a' }],
  ['a named value may be repeated', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
  ['digits of other scripts are texts', 'a: ٢٠١٦', { a: '٢٠١٦' }],
])('%s', (_what, text, data) => {
  expect(parseYaml(text, 'a.mdx', 1).data).toEqual(data);
});

test('a key that is not written is not found, whatever it is called', () => {
  const { data } = parseYaml('a: { b: 1 }', 'a.mdx', 1);
  for (const name of ['constructor', 'toString', '__proto__']) {
    expect(name in (data as object)).toBe(false);
    expect(name in (data as { a: object }).a).toBe(false);
  }
});

test('keys called __proto__ and constructor are keys like any other', () => {
  const { data, places } = parseYaml('__proto__: { polluted: yes }\nconstructor: 1', 'a.mdx', 1);
  expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.hasOwn(places, 'constructor')).toBe(true);
});

describe('what is not YAML is told at the place of the mistake', () => {
  test.each([
    ['a text with a colon', 'a: b: c', 1, 4, /without quotation marks/],
    ['a text with a colon within braces', 'a: { b: c: d }', 1, 9, /without quotation marks/],
    ['a quotation mark left open: at the mark', 'a: 1\nb: "open\nc: 2', 2, 4, /not closed/],
    ['a bracket left open: at the bracket', 'a: 1\nb: [1, 2', 2, 4, /not closed/],
    ['a brace left open', 'a: { b: 1', 1, 4, /not closed/],
    ['a key written twice', 'a: 1\nb: 2\na: 3', 3, 1, /twice/],
    ['a tab', 'a:\n\tb: 1', 2, 1, /tab/],
    ['a line too far in', 'a: 1\n  b: 2', 1, 4, /the next line too far in/],
    ['a line too far out', 'a:\n  b: 1\n c: 2', 3, 1, /further in or out/],
    ['a star that repeats nothing', 'a: 1\nb: *emphasis', 2, 4, /`\*emphasis`/],
  ])('%s', (_what, text, line, column, message) => {
    const { diagnostics, data } = parseYaml(text, 'a.mdx', 1);
    expect(data).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'yaml-syntax', place: { file: 'a.mdx', point: { line, column } } });
    expect(diagnostics[0]?.message).toMatch(message);
  });

  test('each of several keys written twice', () => {
    const { diagnostics } = parseYaml('a: 1\na: 2\nb: 1\nb: 2', 'a.mdx', 1);
    expect(diagnostics.map(({ place }) => place.point?.line)).toEqual([2, 4]);
  });

  test('aliases that multiply beyond measure', () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
    );
    const { diagnostics } = parseYaml(['l0: &l0 [x, x]', ...levels].join('\n'), 'a.mdx', 1);
    expect(diagnostics.map(({ message }) => message)).toEqual(['Its aliases (`*name`) multiply into too much data.']);
  });

  test.each([
    ['lists', (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['lists in lines', (depth: number) => `${'- '.repeat(depth)}x`],
    ['maps', (depth: number) => `${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`],
    ['what is never closed', (depth: number) => '['.repeat(depth)],
  ])('%s within each other beyond measure', (_what, write) => {
    const { data, diagnostics } = parseYaml(write(100), 'a.mdx', 3);
    expect(data).toBeUndefined();
    expect(diagnostics.map(({ code, place }) => `${code} ${place.point?.line}`)).toEqual(['limit-passed 3']);
    expect(parseYaml(write(20), 'a.mdx', 3).diagnostics.map(({ code }) => code)).not.toContain('limit-passed');
  });
});
