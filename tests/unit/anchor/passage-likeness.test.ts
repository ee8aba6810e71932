import { describe, expect, test } from 'vitest';
import { findLikePairs } from '../../../src/anchor/passage-likeness.ts';

/** Both lists open. */
const pairs = (before: readonly string[], after: readonly string[]) =>
  findLikePairs(before, after, [...before.keys()], [...after.keys()]);

describe('findLikePairs', () => {
  test('says how many runs of three letters two texts share, a space on either side', () => {
    // « ab », «abc», «bcd», «cd » of four; « ab», «abc», «bce», «ce »: two in common.
    expect(pairs(['abcd'], ['abce'])).toEqual([{ before: 0, after: 0, likeness: 0.5 }]);
    expect(pairs(['abcd'], ['abcd'])).toEqual([{ before: 0, after: 0, likeness: 1 }]);
    expect(pairs(['abcd'], ['dcba'])).toEqual([]);
  });

  test('counts a run once, however often it stands in a text', () => {
    expect(pairs(['ababab'], ['abab'])[0]?.likeness).toBe(1);
  });

  test('minds the order of letters and of words', () => {
    expect(pairs(['abc'], ['acb', 'bac', 'cba', 'bca', 'cab'])).toEqual([]);
    expect(pairs(['one two'], ['two one'])[0]?.likeness).toBeLessThan(1);
  });

  test('wants half of the runs', () => {
    // 2 of 4 and 5 runs: 4/9.
    expect(pairs(['abcd'], ['abcef'])).toEqual([]);
    // 4 of 8 and 9 runs: 8/17, though that is as much as their rarity asks for.
    expect(pairs(['abcdefgh'], ['abcdewxyz'])).toEqual([]);
  });

  test('compares only what is open', () => {
    const texts = ['first one', 'second one', 'third one'];
    expect(findLikePairs(texts, texts, [1, 2], [0, 1])).toEqual([{ before: 1, after: 1, likeness: 1 }]);
    expect(findLikePairs(texts, texts, [], [0])).toEqual([]);
    expect(findLikePairs(texts, texts, [0], [])).toEqual([]);
  });

  test('does not take the frame of a list for likeness', () => {
    const frame = (name: string): string => `joined the alliance in the year 1949: ${name}`;
    const names = [
      'belgium by treaty',
      'canadian dominion',
      'denmark and its isles',
      'luxembourg grand duchy',
      'norway',
    ];
    const list = names.map(frame);
    const stranger = frame('portugal, third of spring');
    expect(pairs(list, [stranger])).toEqual([]);
    expect(pairs(list.slice(0, 1), [stranger])).toHaveLength(1);
    expect(pairs(list, [frame('norway, first of all')])).toMatchObject([{ before: 4 }]);
  });

  test('takes an empty text for no like of another', () => {
    // Two spaces make no run of three letters.
    expect(pairs(['', 'abc'], ['', 'abc'])).toEqual([{ before: 1, after: 1, likeness: 1 }]);
  });
});
