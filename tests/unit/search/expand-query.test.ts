import { describe, expect, test } from 'vitest';
import { expandQuery, foldLetters } from '../../../src/search/expand-query.ts';

const formsOf = (query: string): string[] => expandQuery(query)[0]?.forms.map(({ text }) => text) ?? [];

describe('a query', () => {
  test('is looked for word by word, without words that say nothing', () => {
    expect(expandQuery('من هو مدير الوكالة').map(({ forms }) => forms[0]?.text)).toEqual(['مدير', 'الوكالة']);
    expect(expandQuery('the states of NATO').map(({ forms }) => forms[0]?.text)).toEqual(['states', 'NATO']);
  });

  test('keeps such words when there are no others', () => {
    expect(expandQuery('the')).toHaveLength(1);
  });

  test('asks for each word once', () => {
    expect(expandQuery('داعش داعش')).toHaveLength(1);
  });

  test('sets vowel marks and tatweel aside', () => {
    expect(formsOf('داعـــشَ')[0]).toBe('داعش');
  });

  test('looks for a name also with a particle in front', () => {
    expect(formsOf('كندا')).toContain('"وكندا"');
  });

  test('looks for a word also without the particle it begins with', () => {
    expect(formsOf('وبلجيكا')).toContain('"بلجيكا"');
    expect(formsOf('للناتو')).toContain('"الناتو"');
  });

  test('writes ل and the article as one', () => {
    expect(formsOf('الناتو')).toContain('"للناتو"');
  });

  test('leaves words of other scripts alone', () => {
    expect(formsOf('Belgium')).toEqual(['Belgium']);
  });

  test('of signs alone asks for nothing', () => {
    expect(expandQuery(' ؟ — ! ')).toEqual([]);
  });
});

test('letters that writers mix are folded', () => {
  expect(foldLetters('الإِرهابيّـة')).toBe(foldLetters('الارهابيه'));
  expect(foldLetters('على')).toBe(foldLetters('علي'));
});
