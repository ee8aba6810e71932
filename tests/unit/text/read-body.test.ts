import { describe, expect, test } from 'vitest';
import { type Body, findOrigin } from '../../../src/text/body.ts';
import { readBody } from '../../../src/text/read-body.ts';
import { parseBody } from './parse-body.ts';

const read = (source: string): Body => readBody(parseBody(source), source, 'ar');

describe('the passages of a body', () => {
  test('carry their text, language, name and sentences', () => {
    const [first, second] = read('{/* #one */}\n\nنعم. لا.\n\n<Note>\n{/* lang: en */}\n\nYes.\n</Note>').passages;
    expect(first).toMatchObject({ text: 'نعم. لا.', lang: 'ar', name: 'one', isNote: false });
    expect(first?.sentences).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 8 },
    ]);
    expect(second).toMatchObject({ text: 'Yes.', lang: 'en', name: undefined, isNote: true });
  });

  test('list what the author settled, in order: links, components with words, code', () => {
    const [passage] = read('`a` [b `c`](/d/) <Stat id="e" /> <Entity id="f">g</Entity>').passages;
    expect(passage?.settled.map(({ start, end }) => passage.text.slice(start, end))).toEqual(['a', 'b c', 'c', 'g']);
    expect(passage?.settled[0]).toEqual({ start: 0, end: 1 });
  });

  test('know where each of their lines stands in the file', () => {
    const source = 'intro\n\n> - one **two**\n>   three\n>   four';
    const passage = read(source).passages[1];
    const at = (word: string) => passage && findOrigin(passage, passage.text.indexOf(word));
    expect(at('one')).toEqual({ line: 3, column: 5 });
    expect(at('two')).toEqual({ line: 3, column: 11 });
    expect(at('three')).toEqual({ line: 4, column: 5 });
    expect(at('hree')).toEqual({ line: 4, column: 6 });
    expect(at('four')).toEqual({ line: 5, column: 5 });
  });

  test('begin where their block begins, though a component stands first', () => {
    const [passage] = read('<Stat id="a" /> شخص').passages;
    expect(passage && findOrigin(passage, 0)).toEqual({ line: 1, column: 16 });
    expect(passage?.origins[0]).toEqual({ at: 0, point: { line: 1, column: 1 } });
  });

  test('have no place in the file when the tree has none', () => {
    const tree = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a\nb' }] }],
    } as const;
    const [passage] = readBody(structuredClone(tree) as never, '', 'ar').passages;
    expect(passage).toMatchObject({ text: 'a\nb', origins: [] });
    expect(passage && findOrigin(passage, 0)).toBeUndefined();
  });
});

describe('what a body uses', () => {
  test('are links, definitions, pictures and attributes of components, in order', () => {
    const { uses } = read('[a](/b/) ![c](d.png) <Cite claim="e#f" />\n\n<Figure src="g.png" alt="h" />\n\n[i]: /j/');
    expect(uses.map(({ type, target, component }) => [type, target, component])).toEqual([
      ['link', '/b/', 'link'],
      ['image', 'd.png', 'image'],
      ['claim', 'e#f', 'Cite'],
      ['image', 'g.png', 'Figure'],
      ['link', '/j/', 'definition'],
    ]);
  });

  test('have their place in the file, their passage and what they cover', () => {
    const { uses } = read('one\n\ntwo <Entity id="a">three</Entity>\n\n<Chart measure="b" />');
    expect(uses).toEqual([
      {
        type: 'entity',
        target: 'a',
        component: 'Entity',
        point: { line: 3, column: 5 },
        passage: 1,
        range: { start: 4, end: 9 },
      },
      {
        type: 'measure',
        target: 'b',
        component: 'Chart',
        point: { line: 5, column: 1 },
        passage: undefined,
        range: undefined,
      },
    ]);
  });

  test('are nothing that is unknown, computed or no literal', () => {
    const { uses } = read(
      '<Other id="a" /> <Cite other="b" /> <Cite {...c} /> <Cite claim={d} /> <Cite claim /> <toString a="b" /> <></>',
    );
    expect(uses).toEqual([]);
  });
});
