import { expect, test } from 'vitest';
import { hashWords } from '../../../src/anchor/hash-words.ts';

// Worked out by another implementation of FNV-1a with integers of any size.
test.each([
  ['a', '089be207b544f1e4'],
  ['foobar', 'c882d5010e965f1a'],
  ['word 1210', '00a9981873163009'],
  ['word 6638', 'dc100e1d00f4cac0'],
])('the hash of «%s» is FNV-1a over its UTF-16 units', (text, hash) => {
  expect(hashWords(text)).toBe(hash);
});

test('two spellings of the same words have one hash, white space around them set aside', () => {
  expect(hashWords(' أحمَد، ')).toBe(hashWords('احمد'));
  expect(hashWords('احمد')).not.toBe(hashWords('احمر'));
});

test('without a word the characters count', () => {
  expect(hashWords('***')).not.toBe(hashWords('———'));
  expect(hashWords('***')).toBe(hashWords('***'));
});
