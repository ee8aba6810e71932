import { describe, expect, test } from 'vitest';
import { checkTextLimits, LIMITS } from '../../../src/source/check-limits.ts';
import { parseMdx } from '../../../src/source/parse-mdx.ts';
import { parseYaml } from '../../../src/source/parse-yaml.ts';

const MANY = 20_000;

describe('a text that would stall the parser is refused before it is parsed, with the place', () => {
  test.each([
    ['quotations in quotations', '> '.repeat(MANY), 1, 49],
    ['lists in lists', 'a\n\n' + '- '.repeat(MANY) + 'a', 3, 49],
    ['numbered lists in lists', '1. '.repeat(MANY) + 'a', 1, 74],
    ['lists that stand further and further in', listOf(200), 61, 123],
    ['stars', '*a _b '.repeat(MANY), 1, 3001],
    ['braces', '{'.repeat(MANY) + '}'.repeat(MANY), 1, 1001],
    ['stars in many blocks', '*a* '.repeat(450).concat('\n\n').repeat(100), 45, 401],
  ])('%s', (_what, text, line, column) => {
    const reading = parseMdx(text, 'a.mdx');
    expect(reading).toMatchObject({
      status: 'refused',
      diagnostics: [{ code: 'limit-passed', place: { point: { line, column } } }],
    });
  });

  test('parts within parts that no line shows', () => {
    const reading = parseMdx('<Note>\n'.repeat(60) + '</Note>\n'.repeat(60), 'a.mdx');
    expect(reading).toMatchObject({ diagnostics: [{ code: 'limit-passed', place: { point: { line: 49 } } }] });
  });

  test('aliases in front matter, however many anchors there are', () => {
    const text = `${Array.from({ length: 1000 }, (_, at) => `k${at}: &a${at} v`).join('\n')}\nz: [${Array.from({ length: 1000 }, (_, at) => `*a${at}`).join(', ')}]`;
    expect(parseYaml(text, 'a.mdx', 2).diagnostics).toMatchObject([{ code: 'limit-passed' }]);
  });

  test('a billion laughs', () => {
    const laughs = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...Array.from('bcdefghi').map(
        (name, at) =>
          `${name}: &${name} [${Array<string>(9)
            .fill(`*${'abcdefghi'.charAt(at)}`)
            .join(', ')}]`,
      ),
    ];
    expect(parseYaml(laughs.join('\n'), 'a.mdx', 2).diagnostics).toMatchObject([
      { code: 'yaml-syntax', message: expect.stringContaining('multiply') as string },
    ]);
  });

  test.each([
    ['brackets of YAML', `a: ${'['.repeat(MANY)}${']'.repeat(MANY)}`],
    ['braces of YAML', `a: ${'{a: '.repeat(MANY)}${'}'.repeat(MANY)}`],
    ['lists of YAML', `a:\n  ${'- '.repeat(MANY)}a`],
    ['brackets that are not closed', `a: ${'['.repeat(MANY)}`],
  ])('%s', (_what, text) => {
    const { diagnostics } = parseYaml(text, 'a.mdx', 2);
    expect(diagnostics).toMatchObject([{ code: 'limit-passed' }]);
    expect(diagnostics[0]?.place.point).toBeDefined();
  });
});

describe('a text at the limits is let through', () => {
  test.each([
    ['quotations', `${'> '.repeat(LIMITS.markers)}a`],
    ['columns', `${' '.repeat(LIMITS.indent)}a`],
    ['stars', '*'.repeat(LIMITS.marks)],
    ['stars in two blocks', `${'*'.repeat(LIMITS.marks)}\n\n${'*'.repeat(LIMITS.marks)}`],
    ['stars in two blocks of Windows', `${'*'.repeat(LIMITS.marks)}\r\n\r\n${'*'.repeat(LIMITS.marks)}`],
    ['front matter that was blanked out', `${' '.repeat(500)}\n${' '.repeat(500)}\na`],
    ['a line of dashes', '-'.repeat(500)],
    ['a table', `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(2000)}`],
    ['numbers', '1.5 and 2) and 12345678901. x'],
  ])('%s', (_what, text) => {
    expect(checkTextLimits(text, 'a.mdx')).toEqual([]);
  });
});

function listOf(depth: number): string {
  return Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- a`).join('\n');
}
