import { describe, expect, test } from 'vitest';
import { findOpen, pair, pairAlike, pairSame, startPairing } from '../../../src/anchor/pair-passages.ts';
import type { Pairing } from '../../../src/anchor/pair-passages.ts';

/** Letters for passages: which old one each new one is, `-` for none. */
function same(before: string, after: string): string {
  const pairing = startPairing(before.length, after.length);
  pairSame(pairing, Array.from(before), Array.from(after));
  return print(pairing);
}

function print({ beforeOf, afterOf }: Pairing): string {
  for (const [after, before] of beforeOf.entries()) if (before !== undefined) expect(afterOf[before]).toBe(after);
  expect(beforeOf.filter((before) => before !== undefined)).toHaveLength(
    afterOf.filter((after) => after !== undefined).length,
  );
  return beforeOf.map((before) => before ?? '-').join(' ');
}

describe('pairSame', () => {
  test.each([
    ['equal articles', 'abc', 'abc', '0 1 2'],
    ['another order', 'abc', 'cab', '2 0 1'],
    ['something new and something gone', 'abc', 'xbc', '- 1 2'],
    ['copies in their order', 'aab', 'aab', '0 1 2'],
    ['copies in their order where their neighbours are others', 'axa', 'yaaz', '- 0 2 -'],
    ['a copy by the neighbour before it', 'axbx', 'bx', '2 3'],
    ['a copy by the neighbour behind it', 'pxaxb', 'yxb', '- 3 4'],
    ['a copy by the edge of the article it stands at', 'xaxb', 'xb', '0 3'],
    ['a copy by the neighbours on both sides', 'axbcxd', 'cxd', '3 4 5'],
    ['a copy by neighbours further off', 'pxqrxqsxt', 'sxt', '6 7 8'],
    ['fewer copies by the edges of the article', 'aaa', 'aa', '0 2'],
    ['more copies by the edges of the article', 'aa', 'aaa', '0 - 1'],
  ])('pairs %s', (_, before, after, pairs) => {
    expect(same(before, after)).toBe(pairs);
  });

  test('leaves what is paired already', () => {
    const pairing = startPairing(2, 2);
    pair(pairing, 0, 1);
    pairSame(pairing, ['a', 'b'], ['a', 'a']);
    expect(print(pairing)).toBe('- 0');
    expect(findOpen(pairing.beforeOf)).toEqual([0]);
    expect(findOpen(pairing.afterOf)).toEqual([1]);
  });

  test('tells numbers of two digits from two numbers', () => {
    // Twelve passages: the key 1 followed by 0 is not the key 10.
    expect(same('abcdefghijkxlbax', 'abcdefghijkxlbax')).toBe('0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15');
  });
});

const FIELD = 'farmers along the northern river expect a poor harvest after three dry winters';
const COUNCIL = 'the council met twice in the spring and both sessions ended without a statement';
const PORT = 'ships waited outside the old port for a week until the storm had passed over';

describe('pairAlike', () => {
  const alike = (before: readonly string[], after: readonly string[]): string => {
    const pairing = startPairing(before.length, after.length);
    pairAlike(pairing, before, after, findOpen(pairing.beforeOf));
    return print(pairing);
  };

  test('pairs what is reworded, in any order, and nothing that is another text', () => {
    const after = [PORT.replace('old', 'new'), COUNCIL.replace('twice', 'again')];
    expect(alike([FIELD, COUNCIL, PORT], after)).toBe('2 1');
    expect(alike([FIELD], [PORT])).toBe('-');
  });

  test('pairs the more alike first', () => {
    const near = FIELD.replace('poor', 'good');
    const far = FIELD.replace('three dry winters', 'the cold of spring');
    expect(alike([FIELD], [far, near])).toBe('- 0');
    expect(alike([FIELD], [near, far])).toBe('0 -');
    expect(alike([far, near, PORT], [FIELD, PORT])).toBe('1 2');
  });

  test('pairs the first of equals with the first', () => {
    const one = FIELD.replace('poor', 'good');
    expect(alike([FIELD, FIELD], [one, one])).toBe('0 1');
    expect(alike([FIELD], [one, one])).toBe('0 -');
    expect(alike([FIELD, FIELD], [one])).toBe('0');
  });

  test.each([
    ['behind its old neighbour', [PORT, FIELD, COUNCIL], [FIELD, 'x', PORT, FIELD], '- - 0 1'],
    ['before its old neighbour', [COUNCIL, FIELD, PORT], [FIELD, 'x', FIELD, PORT], '- - 1 2'],
  ])('prefers the one that stands %s', (_, before, after, pairs) => {
    const touched = after.map((text) => text.replace('poor', 'rich'));
    const pairing = startPairing(before.length, touched.length);
    pairSame(pairing, before, touched);
    pairAlike(pairing, before, touched, findOpen(pairing.beforeOf));
    expect(print(pairing)).toBe(pairs);
  });

  test('takes the ends of an article for neighbours', () => {
    const touched = FIELD.replace('poor', 'rich');
    expect(alike([PORT, FIELD], [touched, 'x', touched])).toBe('- - 1');
    expect(alike([FIELD, PORT], [touched, 'x', touched])).toBe('0 - -');
  });

  test('lets a pair lift its neighbours, though a rival is a little more alike', () => {
    const rival = FIELD.replace('poor', 'good');
    const own = FIELD.replace('poor harvest', 'rich crop');
    // PORT is not the same text any more, so that only likeness pairs it and then lifts what stands beside it.
    expect(alike(['y', FIELD, PORT, 'y'], ['z', rival, 'z', own, PORT.replace('old', 'new'), 'z'])).toBe('- - - 1 2 -');
    expect(alike(['y', PORT, FIELD, 'y'], ['z', rival, 'z', PORT.replace('old', 'new'), own, 'z'])).toBe('- - - 1 2 -');
  });

  test('never lets neighbours make two texts one', () => {
    expect(alike([PORT, FIELD, COUNCIL], [PORT, 'a quite different sentence about nothing', COUNCIL])).toBe('0 - 2');
  });
});
