import { expect, test } from 'vitest';
import { indexWords } from '../../../src/anchor/index-words.ts';

test('lists where each word begins, in order', () => {
  expect([...indexWords('قال ان قال  نعم')]).toEqual([
    ['قال', [0, 7]],
    ['ان', [4]],
    ['نعم', [12]],
  ]);
});

test('finds no word in spaces', () => {
  expect(indexWords('  ').size).toBe(0);
});
