import { describe, expect, test } from 'vitest';
import { toIndexLetter, toSortKey } from '../../../src/text/to-sort-key.ts';

describe('what an index sorts a name by', () => {
  test.each([
    ['الدنمارك', 'ar', 'دنمارك'],
    ['البحر المتوسط', 'ar', 'بحر المتوسط'],
    ['«القاعدة»', 'ar', 'قاعدة»'],
    ['الٓ', 'ar', 'الٓ'],
    ['ألمانيا', 'ar', 'ألمانيا'],
    ['مُحَمَّد', 'ar', 'محمد'],
    ['the Nile', 'en', 'Nile'],
    ['An Island', 'en', 'Island'],
    ['Antalya', 'en', 'Antalya'],
    ['Theatre', 'en', 'Theatre'],
    ['The Hague', 'ar', 'The Hague'],
    ['الدنمارك', 'fr', 'الدنمارك'],
  ])('%s in %s is %s', (name, language, expected) => {
    expect(toSortKey(name, language)).toBe(expected);
  });

  test.each([
    ['دنمارك', 'د'],
    ['ألمانيا', 'ا'],
    ['إدارة', 'ا'],
    ['آسيا', 'ا'],
    ['élan', 'E'],
    ['nato', 'N'],
    ['9 lights', '#'],
    ['', '#'],
  ])('%s stands under %s', (key, letter) => {
    expect(toIndexLetter(key)).toBe(letter);
  });
});
