import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/text/to-plain-text.ts';
import { parseBody } from './parse-body.ts';

const plainOf = (body: string) => toPlainText(parseBody(body).children[0] ?? parseBody(body));

test.each([
  ['bold and slanted words', 'ال**دول** *السبع*', 'الدول السبع'],
  ['code', 'run `npm test` now', 'run npm test now'],
  ['links', 'see [the **page**](/a/).', 'see the page.'],
  ['links by reference', 'see [it][a].\n\n[a]: /b/', 'see it.'],
  ['breaks', 'one  \ntwo\\\nthree', 'one\ntwo\nthree'],
  ['components with words', '<Entity id="a">الحلف</Entity> قال', 'الحلف قال'],
  ['components without words', 'قال <Stat id="a" /> ثم', 'قال  ثم'],
  ['pictures and references to notes', 'a ![picture](p.png) b[^1]\n\n[^1]: note', 'a  b'],
  ['characters written as entities', 'a &amp; b', 'a & b'],
])('reads %s as a reader does', (_, body, text) => {
  expect(plainOf(body).text).toBe(text);
});

test('says which node holds which stretch, with only line breaks between them', () => {
  const { text, segments } = plainOf('one **two**  \n`three` four');
  expect(segments.map(({ start, end, node }) => [node.type, node.value, text.slice(start, end)])).toEqual([
    ['text', 'one ', 'one '],
    ['text', 'two', 'two'],
    ['inlineCode', 'three', 'three'],
    ['text', ' four', ' four'],
  ]);
});

test('says what each component and link covers, those without words too', () => {
  const { text, covers } = plainOf(
    'a [b **c**](/d/) <Stat id="e" /> <Entity id="f">g</Entity> [h][i] **j**\n\n[i]: /k/',
  );
  expect(covers.map(({ node, range }) => [node.type, text.slice(range.start, range.end), range.start])).toEqual([
    ['link', 'b c', 2],
    ['mdxJsxTextElement', '', 6],
    ['mdxJsxTextElement', 'g', 7],
    ['linkReference', 'h', 9],
  ]);
});
