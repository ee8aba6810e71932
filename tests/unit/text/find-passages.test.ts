import { describe, expect, test } from 'vitest';
import { findBlockLanguages, findPassages } from '../../../src/text/find-passages.ts';
import { parseBody } from './parse-body.ts';

const passagesOf = (body: string) => findPassages(parseBody(body), 'ar');

describe('passages', () => {
  test('are the paragraphs in reading order, those of lists, quotations and notes too', () => {
    const body = 'one\n\n- two\n- three\n\n> four\n\n<Note>\nfive\n</Note>\n\nsix';
    expect(passagesOf(body).map(({ plain }) => plain.text)).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
  });

  test('are neither headings, tables, notes at the foot, nor blocks without a letter or digit', () => {
    const body = '# head\n\n***\n\n— …\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: foot\n\n7\n';
    expect(passagesOf(body).map(({ plain }) => plain.text)).toEqual(['7']);
  });

  test('say which of them are an editor’s', () => {
    const body = 'article\n\n<Note>\neditor\n\n> quoted\n</Note>\n\narticle';
    expect(passagesOf(body).map(({ isNote }) => isNote)).toEqual([false, true, true, false]);
  });

  test('are an editor’s in a note alone, not in other components', () => {
    expect(passagesOf('<Other>\n\ninside\n\n</Other>').map(({ isNote }) => isNote)).toEqual([false]);
  });

  test('take the language of the last comment that names one', () => {
    const body = 'عربي\n\n{/* lang: en */}\n\nEnglish\n\n{/* a remark */}\n\nmore\n\n{/* lang: fr-CA */}\n\nfrançais';
    expect(passagesOf(body).map(({ lang }) => lang)).toEqual(['ar', 'en', 'en', 'fr-CA']);
  });

  test.each([
    ['{/* lang: en */ 1}'],
    ['{1 /* lang: en */}'],
    ['{/* lang: */}'],
    ['{/* lang: e_n */}'],
    ['{/* my lang: en */}'],
  ])('take no language from %s', (comment) => {
    expect(passagesOf(`${comment}\n\nنص`).map(({ lang }) => lang)).toEqual(['ar']);
  });

  test('take the name of a comment before them, and its place', () => {
    const [first, second, third] = passagesOf('{/*  #seven-members  */}\n\n***\n\none\n\ntwo\n\n{/*#b*/}\n\n- three');
    expect(first).toMatchObject({ name: 'seven-members', namePoint: { line: 1, column: 1 } });
    expect([second?.name, second?.namePoint]).toEqual([undefined, undefined]);
    expect(third?.name).toBe('b');
  });

  test.each([
    ['{/* seven */}'],
    ['{/* #Seven */}'],
    ['{/* #a b */}'],
    ['{/* # */}'],
    ['{1 /* #a */}'],
    ['{/* #a */ 1}'],
  ])('take no name from %s', (comment) => {
    expect(passagesOf(`${comment}\n\nنص`)[0]?.name).toBeUndefined();
  });

  test('keep a name over a comment about the language', () => {
    expect(passagesOf('{/* #a */}\n\n{/* lang: en */}\n\ntext')[0]).toMatchObject({ name: 'a', lang: 'en' });
  });
});

describe('blocks', () => {
  test('are given with their language, comments left out', () => {
    const body = '# رأس\n\n{/* lang: en */}\n\n# Head\n\n{/* a remark */}\n\n{1 + 1}\n\ntext';
    expect(findBlockLanguages(parseBody(body), 'ar').map(({ node, lang }) => [node.type, lang])).toEqual([
      ['heading', 'ar'],
      ['heading', 'en'],
      ['mdxFlowExpression', 'en'],
      ['paragraph', 'en'],
    ]);
  });

  test('know a comment behind white space', () => {
    expect(findBlockLanguages(parseBody('{ /* lang: en */ }\n\ntext'), 'ar').map(({ lang }) => lang)).toEqual(['en']);
  });
});
