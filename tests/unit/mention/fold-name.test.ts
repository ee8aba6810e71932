import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, foldSpelling } from '../../../src/mention/fold-name.ts';

describe('foldName', () => {
  test.each<[what: string, written: string, folded: string]>([
    ['drops marks', 'كَنَدَا', 'كندا'],
    ['drops superscript alef and small Quran letters', 'هٰذا\u06E5', 'هذا'],
    ['drops tatweel', 'النـــاتو', 'الناتو'],
    ['drops invisible characters', 'النا\u200C\u200F\u2067\u00AD\uFEFFتو', 'الناتو'],
    ['makes every alef bare', 'أإآٱا', 'ااااا'],
    ['makes a decomposed alef bare', 'ا\u0654ا\u0655ا\u0653', 'ااا'],
    ['makes ta marbuta ha', 'سورية', 'سوريه'],
    ['keeps alef maksura', 'على', 'على'],
    ['keeps hamza on its bearers', 'مؤمن شئون شيء', 'مؤمن شئون شيء'],
    ['composes hamza on its bearer, a mark between', 'مو\u064E\u0654من', 'مؤمن'],
    ['makes Persian letters Arabic', 'ترکیا', 'تركيا'],
    ['makes presentation forms letters', 'ﻻﻫﻮر', 'لاهور'],
    ['drops presentation forms of marks', 'ﻙﹷ ﻙ\uFE76', 'ك ك'],
    ['makes digits ASCII', '٢٠1۵', '2015'],
    ['sets Latin case and accents aside', 'ERDOĞAN İstanbul', 'erdogan istanbul'],
    ['makes Latin ligatures letters', 'oﬃce', 'office'],
    ['makes one apostrophe of many', 'O’Neill Qurʾān', "o'neill qur'an"],
    ['sets case aside in other scripts, and keeps their marks', 'МОСКВА दिल्ली', 'москва दिल्ली'],
  ])('%s', (_, written, folded) => {
    expect(written.split(' ').map(foldName).join(' ')).toBe(folded);
  });

  test('folds a folded word to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (word) => foldName(foldName(word)) === foldName(word)));
    fc.assert(fc.property(arabic, (word) => foldName(foldName(word)) === foldName(word)));
  });
});

describe('foldSpelling', () => {
  test('keeps the case and folds the rest', () => {
    expect(['US', 'Erdoğan', 'أوروبا'].map(foldSpelling)).toEqual(['US', 'Erdogan', 'اوروبا']);
  });
});

const arabic = fc
  .array(fc.integer({ min: 0x600, max: 0x6ff }), { maxLength: 8 })
  .map((codes) => String.fromCodePoint(...codes));
