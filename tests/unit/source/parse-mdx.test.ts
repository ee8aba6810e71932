import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMdx, splitFrontMatter } from '../../../src/source/parse-mdx.ts';

describe('a file is parted into its front matter and its body', () => {
  test.each([
    ['both', '---\na: 1\n---\nBody', 'a: 1', 'Body'],
    ['an empty front matter', '---\n---\nBody', '', 'Body'],
    ['no body', '---\na: 1\n---', 'a: 1', ''],
    ['a mark of byte order', '\uFEFF---\na: 1\n---\nBody', 'a: 1', 'Body'],
    ['Windows line breaks', '---\r\na: 1\r\n---\r\nBody', 'a: 1', 'Body'],
    ['spaces behind the lines', '---  \na: 1\n--- \nBody', 'a: 1', 'Body'],
    ['a rule in the body', '---\na: 1\n---\nBody\n\n---\n\nEnd', 'a: 1', 'Body\n\n---\n\nEnd'],
    ['dashes within a text', '---\na: b --- c\n---\nBody', 'a: b --- c', 'Body'],
  ])('%s', (_what, text, yaml, body) => {
    const front = splitFrontMatter(text);
    expect(front.yaml).toBe(yaml);
    expect(front.firstLine).toBe(2);
    expect(front.body.trim()).toBe(body);
  });

  test.each([
    ['none', 'Body'],
    ['one that is not closed', '---\na: 1\nBody'],
    ['one that begins too late', '\n---\na: 1\n---\n'],
    ['an empty file', ''],
  ])('%s', (_what, text) => {
    expect(splitFrontMatter(text)).toMatchObject({ yaml: undefined, body: text });
  });

  test('every character of the body keeps its line and its column, and by the shift its offset', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'ب', '-', '\n', '\r\n', ' ', '😀', ':') });
    fc.assert(
      fc.property(piece, piece, (yaml, body) => {
        const text = `---\n${yaml}\n---\n${body}`;
        const front = splitFrontMatter(text);
        expect(front.body.replaceAll(/[^\n]/g, '')).toBe(text.replaceAll(/[^\n]/g, ''));
        const begin = front.body.search(/[^ \r\n]/);
        if (begin === -1) return;
        expect(front.body.slice(begin)).toBe(text.slice(front.shift + begin));
        const toColumn = (whole: string, at: number): number => at - whole.lastIndexOf('\n', at - 1);
        expect(toColumn(front.body, begin)).toBe(toColumn(text, front.shift + begin));
      }),
    );
  });
});

describe('components are inline or blocks by what they are, not by where their lines break', () => {
  test.each([
    ['an inline one alone on a line', '<Stat id="s/a" />', 'paragraph > mdxJsxTextElement'],
    [
      'an inline one with words over lines',
      '<Entity id="k/a">\nwords\n</Entity>',
      'paragraph > mdxJsxTextElement > text',
    ],
    ['a block on one line', '<Note>words</Note>', 'mdxJsxFlowElement > paragraph > text'],
    ['a block over lines', '<Note>\nwords\n</Note>', 'mdxJsxFlowElement > paragraph > text'],
    ['an empty block', '<Quote claim="a" />', 'mdxJsxFlowElement'],
    ['a block in a list', '- <Note>words</Note>', 'list > listItem > mdxJsxFlowElement > paragraph > text'],
    ['one that is not ours', '<Map />', 'mdxJsxFlowElement'],
    ['one called constructor', '<constructor />', 'mdxJsxFlowElement'],
  ])('%s', (_what, text, path) => {
    const names: string[] = [];
    for (
      let node: Nodes | undefined = read(text).children[0];
      node;
      node = 'children' in node ? node.children[0] : undefined
    )
      names.push(node.type);
    expect(names.join(' > ')).toBe(path);
  });

  test('places stay', () => {
    expect(read('Words.\n\n<Stat id="s/a" />').children[1]?.position?.start).toMatchObject({
      line: 3,
      column: 1,
      offset: 8,
    });
  });
});

describe('what cannot be read is one diagnostic at its place', () => {
  test.each([
    [
      'a component left open: at its beginning',
      'Words.\n\n<Note>\nwords',
      3,
      1,
      /closing tag for `<Note>`\.$/,
      /Close every component/,
    ],
    ['a closing without an opening', 'Words </Entity>', 1, 8, /closed that was not opened/, /Remove the closing/],
    ['a comment of HTML', 'Words <!-- x -->', 1, 8, /`!`/, /\{\/\* … \*\/\}/],
    ['a lone angle', 'x <10 and', 1, 4, /before name|character/, /`\\<`/],
    ['a brace left open', 'x {y', 1, 5, /closing brace/, /`\\\{`/],
    ['words in braces', 'x {two words}', 1, 7, /neither a comment nor an expression/, /`\\\{`/],
    ['a paragraph that begins with export', 'export of dates grew', 1, 8, /is read as code/, /another word/],
  ])('%s', (_what, text, line, column, message, fix) => {
    const reading = parseMdx(text, 'a.mdx');
    if (reading.status === 'read') throw new Error('It was read.');
    expect(reading.diagnostics).toHaveLength(1);
    expect(reading.diagnostics[0]).toMatchObject({
      code: 'mdx-syntax',
      place: { file: 'a.mdx', point: { line, column } },
    });
    expect(reading.diagnostics[0]?.message).toMatch(message);
    expect(reading.diagnostics[0]?.message).not.toMatch(/acorn|\(\d+:\d+/);
    expect(reading.diagnostics[0]?.fix).toMatch(fix);
  });
});

test('any text is read or refused, never a crash', () => {
  const soup = fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '{',
      '}',
      '/',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '\n',
      ' ',
      'a',
      'ب',
      'Note',
      '!',
      '-',
      '"',
      '=',
      '&amp;',
      '\\',
      '#',
      '|',
      '~',
      '^',
    ),
  });
  fc.assert(
    fc.property(soup, (text) => ['read', 'refused'].includes(parseMdx(text, 'a.mdx').status)),
    { numRuns: 300 },
  );
});

function read(text: string): Root {
  const reading = parseMdx(text, 'a.mdx');
  if (reading.status === 'refused') throw new Error(reading.diagnostics[0]?.message);
  return reading.tree;
}
