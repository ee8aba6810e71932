import { expect, test } from 'vitest';
import { FREQUENT_WORDS } from '../../../src/text/frequent-words.ts';

test('are single words of both languages', () => {
  expect(FREQUENT_WORDS.filter((word) => !/^(?:\p{Script=Arabic}+|[a-z]+)$/u.test(word))).toEqual([]);
  const isArabic = (word: string): boolean => /^\p{Script=Arabic}/u.test(word);
  expect([FREQUENT_WORDS.some(isArabic), FREQUENT_WORDS.every(isArabic)]).toEqual([true, false]);
});

test.each(['من', 'إلى', 'لها', 'the', 'of', 'two'])('hold «%s»', (word) => {
  expect(FREQUENT_WORDS).toContain(word);
});

test.each(['بلجيكا', 'nato', ''])('do not hold «%s»', (word) => {
  expect(FREQUENT_WORDS).not.toContain(word);
});
