import { expect, test } from 'vitest';
import { buildNameIndex, findForm, findStarts } from '../../../src/mention/build-name-index.ts';
import { canada, name, nato } from './mention-cases.ts';

test('remembers what a written word may begin, and how it folds', () => {
  const index = buildNameIndex([nato]);
  expect(findStarts(index, 'للناتو')).toHaveLength(1);
  expect(findStarts(index, 'للناتو')).toBe(findStarts(index, 'للناتو'));
  expect(findForm(index, 'Ünited')).toBe(findForm(index, 'Ünited'));
});

test('remembers one empty list for all words that begin no name', () => {
  const index = buildNameIndex([nato]);
  expect(findStarts(index, 'كندا')).toEqual([]);
  expect(findStarts(index, 'كندا')).toBe(findStarts(index, 'تركيا'));
});

test('forgets what it remembers before that grows beyond a quarter of a million words, and still knows its names', () => {
  const index = buildNameIndex([canada]);
  for (let count = 0; count < 1 << 18; count += 1) findStarts(index, String(count));
  expect(index.starts.size).toBe(1 << 18);
  expect(findStarts(index, 'كندا')).toHaveLength(1);
  expect(index.starts.size).toBe(1);
});

test('keeps a cue once, however many names of its entity list it', () => {
  const cues = ['داعش'];
  const { firstWords } = buildNameIndex([name('a', 'التحالف', { cues }), name('a', 'الحلف', { cues })]);
  expect(firstWords.get('داعش')?.names.map(({ role }) => role)).toEqual(['cue']);
});
