import { expect, test } from 'vitest';
import { foldPunctuation } from '../../../src/mention/fold-punctuation.ts';

test.each<[what: string, gap: string, folded: string]>([
  ['keeps one space', ' ', ' '],
  ['keeps nothing', '', ''],
  ['makes any white space one space', '\u00A0 \n\t', ' '],
  ['drops invisible characters', '\u200F \u200E', ' '],
  ['leaves nothing of invisible characters alone', '\u200F\u2067', ''],
  ['makes one hyphen of dashes', '‐–—−', '----'],
  ['makes one shape of quotation marks', '«“”»‘’', `""""''`],
  ['keeps other punctuation', ' (؛، ', ' (؛، '],
])('%s', (_, gap, folded) => {
  expect(foldPunctuation(gap)).toBe(folded);
});
