import { describe, expect, test } from 'vitest';
import { checkComments } from '../../../src/source/check-comments.ts';
import { checkVocabulary } from '../../../src/source/check-vocabulary.ts';
import { parseMdx } from '../../../src/source/parse-mdx.ts';

describe('refused, with the place', () => {
  test.each([
    ['an import', `Words.\n\nimport a from './a.js'`, 'vocabulary-forbidden', 3, 1],
    ['an export', `export const a = 1`, 'vocabulary-forbidden', 1, 1],
    ['an expression in a line', 'Words {1 + 1}.', 'vocabulary-forbidden', 1, 7],
    ['an expression of its own', 'Words.\n\n{process.env}', 'vocabulary-forbidden', 3, 1],
    ['a comment with code behind it', '{/* a */ alert(1) /* b */}', 'vocabulary-forbidden', 1, 1],
    ['two comments in one pair of braces, with code between', '{/* a */ + /* b */ x}', 'vocabulary-forbidden', 1, 1],
    ['a script', 'Words <script>alert(1)</script>', 'vocabulary-forbidden', 1, 7],
    ['a frame', '<iframe src="https://a.example"></iframe>', 'vocabulary-forbidden', 1, 1],
    ['a style', '<style>a</style>', 'vocabulary-forbidden', 1, 1],
    ['plain HTML', 'Words <b>x</b>', 'vocabulary-forbidden', 1, 7],
    ['a fragment', 'Words <>x</>', 'vocabulary-forbidden', 1, 7],
    ['a component in small letters', '<note>x</note>', 'vocabulary-forbidden', 1, 1],
    ['a component of a namespace', '<svg:Note>x</svg:Note>', 'vocabulary-forbidden', 1, 1],
    ['a component of an object', '<Note.Inner>x</Note.Inner>', 'vocabulary-forbidden', 1, 1],
    ['a component called constructor', '<constructor />', 'vocabulary-forbidden', 1, 1],
    ['a component called toString', 'x <toString /> y', 'vocabulary-forbidden', 1, 3],
    ['a frame within a note', '<Note>\nWords <iframe /> here.\n</Note>', 'vocabulary-forbidden', 2, 7],
    ['a block within a line', 'Words <Quote claim="a" /> here', 'vocabulary-forbidden', 1, 7],
    ['a spread', '<Note {...a}>x</Note>', 'vocabulary-forbidden', 1, 7],
    ['an event', '<Note onclick="alert(1)">x</Note>', 'attribute-forbidden', 1, 7],
    ['an event in other capitals', '<Note onMouseOver="a">x</Note>', 'attribute-forbidden', 1, 7],
    ['a style attribute', '<Note style="color:red">x</Note>', 'attribute-forbidden', 1, 7],
    ['a class', 'x <Entity id="k/a" class="b">y</Entity>', 'attribute-forbidden', 1, 20],
    ['an attribute called constructor', 'x <Entity id="k/a" constructor="b">y</Entity>', 'attribute-forbidden', 1, 20],
    ['an expression as a value', 'x <Cite claim={a} />', 'attribute-forbidden', 1, 9],
    ['an attribute without a value', 'x <Cite claim />', 'attribute-forbidden', 1, 9],
    ['an empty value', 'x <Cite claim=" " />', 'attribute-forbidden', 1, 9],
    ['an attribute written twice', 'x <Cite claim="a" claim="b" />', 'attribute-forbidden', 1, 19],
    ['a claim left out', 'x <Cite />', 'attribute-missing', 1, 3],
    ['javascript:', '[x](javascript:alert(1))', 'link-forbidden', 1, 1],
    ['javascript: in other capitals', '[x](JavaScript:alert(1))', 'link-forbidden', 1, 1],
    ['javascript: with a line break in it', '[x](java&#10;script:alert(1))', 'link-forbidden', 1, 1],
    ['javascript: with a tab in it', '[x](java&#9;script:alert(1))', 'link-forbidden', 1, 1],
    ['javascript: behind a space', '[x](<&#32;javascript:alert(1)>)', 'link-forbidden', 1, 1],
    ['javascript: behind a control character', '[x](<\u0001javascript:alert(1)>)', 'link-forbidden', 1, 1],
    ['javascript: with its colon written as a number', '[x](javascript&#58;alert(1))', 'link-forbidden', 1, 1],
    ['data:', '![x](data:image/png;base64,AA==)', 'link-forbidden', 1, 1],
    ['vbscript: in a definition', '[x][y]\n\n[y]: vbscript:a', 'link-forbidden', 3, 1],
    ['file:', '[x](file:///etc/passwd)', 'link-forbidden', 1, 1],
    ['blob:', '[x](blob:https://a.example/1)', 'link-forbidden', 1, 1],
    ['our own inner scheme', '[x](sanad:entity/a)', 'link-forbidden', 1, 1],
    ['another host without a scheme', '[x](//evil.example)', 'link-forbidden', 1, 1],
    ['another host with backslashes', '[x](\\\\\\\\evil.example)', 'link-forbidden', 1, 1],
    ['another host with a mixed beginning', '[x](/\\\\evil.example)', 'link-forbidden', 1, 1],
    ['another host with a tab between its slashes', '[x](/&#9;/evil.example)', 'link-forbidden', 1, 1],
    ['a link within a list', '- a\n- [x](javascript:a)', 'link-forbidden', 2, 3],
  ])('%s', (_what, body, code, line, column) => {
    expect(check(body)).toEqual([{ code, line, column }]);
  });
});

describe('let through', () => {
  test.each([
    ['Markdown', '## Words\n\n- **a** *b* `c`\n\n> d\n\n| a | b |\n| - | - |\n| 1 | 2 |'],
    [
      'the vocabulary',
      '<Note>\nWords <Entity id="k/a">x</Entity> <Stat id="s/a" /><Cite claim="a" />.\n</Note>\n\n<Quote claim="a" />\n\n<Chart measure="m" />\n\n<Figure src="a.png" alt="A" />',
    ],
    ['comments', '{/* a note to self */}\n\nWords {/* here too */}.'],
    ['comments over lines', '{/* a\nb */}'],
    [
      'links of all sorts',
      '[a](https://a.example) [b](HTTP://a.example) [c](mailto:a@a.example) [d](/articles/a/) [e](#p1) [f](a/b:c)',
    ],
    ['an address in plain words', 'See https://a.example and www.a.example.'],
    ['escaped signs', 'Use \\{ and \\< freely, and `<script>` and `{x}` in code.'],
    ['Arabic', 'النص <Entity id="k/a">والبلد</Entity>، انتهى.'],
  ])('%s', (_what, body) => {
    expect(check(body)).toEqual([]);
  });
});

test('a component that is nearly right is suggested', () => {
  const [found] = checkVocabulary(parse('x <Entiti id="k/a" /> y'), 'a.mdx');
  expect(found?.fix).toBe('Did you mean `<Entity>`?');
});

describe('comments that say something to the compiler', () => {
  test.each([
    ['a name', '{/* #storm */}\n\nWords.', []],
    ['a name of digits', '{/* #1887 */}\n\nWords.', []],
    ['a language of the site', '{/* lang: en */}\n\nWords.', []],
    ['a comment that says nothing', '{/* # TODO look this up */}\n\n{/* language of the source */}', []],
    ['a language of others', '{/* lang: fr */}\n\nWords.', [['language-unknown', 1]]],
    ['a language written otherwise', '{/* Lang = en */}\n\nWords.', [['language-unknown', 1]]],
    ['a language within a line', 'Words.\n{/* lang: en */} More.', [['language-unknown', 2]]],
    ['a name within a line', '{/* #storm */} Words.', [['passage-name', 1]]],
    ['a name with a capital', '{/* #Storm */}\n\nWords.', [['passage-name', 1]]],
    ['a name like an own id', '{/* #p12 */}\n\nWords.', [['passage-name', 1]]],
    ['a name given twice', '{/* #storm */}\n\nWords.\n\n{/* #storm */}\n\nWords.', [['passage-name', 5]]],
    ['a name called constructor', '{/* #constructor */}\n\nWords.', []],
  ])('%s', (_what, body, found) => {
    expect(
      checkComments(parse(body), 'a.mdx', ['ar', 'en']).map(({ code, place }) => [code, place.point?.line]),
    ).toEqual(found);
  });

  test('an article may be in any language', () => {
    expect(checkComments(parse('{/* lang: fr */}\n\nWords.'), 'a.mdx')).toEqual([]);
    expect(checkComments(parse('{/* lang: French */}\n\nWords.'), 'a.mdx')).toHaveLength(1);
  });
});

function check(body: string): unknown[] {
  return checkVocabulary(parse(body), 'a.mdx').map(({ code, place }) => ({
    code,
    line: place.point?.line,
    column: place.point?.column,
  }));
}

function parse(body: string): Parameters<typeof checkVocabulary>[0] {
  const reading = parseMdx(body, 'a.mdx');
  if (reading.status === 'refused') throw new Error(reading.diagnostics[0]?.message);
  return reading.tree;
}
