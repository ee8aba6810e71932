import { describe, expect, test } from 'vitest';
import { selectStrings, STRINGS, type Message } from '../../../src/site/strings.ts';

const PLACEHOLDER = /\{\w+\}/g;
/** What is printed on keys. */
const KEYS = /\b(?:Enter|Esc|Ctrl|Tab|Shift)\b/g;

function listPlaceholders(message: Message): readonly string[] {
  const text = typeof message === 'string' ? message : message.other;
  return [...new Set(text.match(PLACEHOLDER) ?? [])].toSorted();
}

describe('words of the interface', () => {
  test('have the same keys in every language', () => {
    const [first, ...others] = Object.values(STRINGS).map((words) => Object.keys(words).toSorted());
    for (const keys of others) expect(keys).toEqual(first);
  });

  test('have flat keys of an area and a name', () => {
    for (const words of Object.values(STRINGS)) {
      for (const key of Object.keys(words)) expect(key).toMatch(/^[a-z-]+\.[a-z-]+$/);
    }
  });

  test('fill in the same things in every language', () => {
    for (const [key, message] of Object.entries(STRINGS['en'] ?? {})) {
      const arabic = STRINGS['ar']?.[key as keyof (typeof STRINGS)['ar']];
      expect(arabic && listPlaceholders(arabic), key).toEqual(listPlaceholders(message));
    }
  });

  test('count in Arabic in all six forms', () => {
    for (const message of Object.values(STRINGS['ar'] ?? {})) {
      if (typeof message === 'string') continue;
      expect(Object.keys(message).toSorted()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
    }
  });

  test('hold no Latin word in Arabic but the names of keys', () => {
    for (const [key, message] of Object.entries(STRINGS['ar'] ?? {})) {
      const texts = typeof message === 'string' ? [message] : Object.values(message);
      for (const text of texts) expect(text.replace(PLACEHOLDER, '').replace(KEYS, ''), key).not.toMatch(/[A-Za-z]/);
    }
  });

  test.each([
    [0, 'لا فقرات'],
    [1, 'فقرة واحدة'],
    [2, 'فقرتان'],
    [3, '3 فقرات'],
    [11, '11 فقرة'],
    [100, '100 فقرة'],
    [103, '103 فقرات'],
    [1200, '1,200 فقرة'],
  ])('%i passages are said as %s', (count, expected) => {
    expect(selectStrings('ar').count('count.passages', count)).toBe(expected);
  });

  test('fall back on English where a language has none, and say so', () => {
    const strings = selectStrings('fr');
    expect(strings.language).toBe('en');
    expect(strings.say('navigation.home')).toBe('Home');
  });

  test('serve a regional variety with the words of its language', () => {
    expect(selectStrings('ar-EG').say('navigation.home')).toBe('الرئيسية');
  });
});
