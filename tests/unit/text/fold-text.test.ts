import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedText, foldText, type Folding, unfoldRange } from '../../../src/text/fold-text.ts';

const FOLDINGS: readonly Folding[] = ['same-text', 'same-words'];

describe('same-text', () => {
  test.each([
    ['drops harakat, tanwin, shadda and the dagger alef', 'وحذّر مُدِيرٌ هٰذا', 'وحذر مدير هذا'],
    ['drops tatweel', 'بلجيـــكا', 'بلجيكا'],
    ['drops bidi and zero-width controls', '\u202bداعش\u202c\u200f.\u200b \u2067x\u2069\u061c', 'داعش. x'],
    ['drops a soft hyphen and variation selectors', 'ca\u00adfe \u2714\ufe0f', 'cafe \u2714'],
    ['folds a run of any white space, also a newline, to one space', 'ا \u00a0\n\n\t\u2009ب', 'ا ب'],
    ['folds white space around a control to one space', 'ا \u200f ب', 'ا ب'],
    ['reads three shapes of digits', '15 ١٥ ۱۵', '15 15 15'],
    ['reads Arabic percent and separators', '٣٫٥٪ ١٬٠٠٠', '3.5% 1,000'],
    ['gives quotation marks one shape', '«ا» “ا” „ا‟ ‘ا’ ‹ا›', `"ا" "ا" "ا" 'ا' 'ا'`],
    ['gives dashes and the minus sign one shape', '18–22 — −5 ‐', '18-22 - -5 -'],
    ['writes an ellipsis as three stops', 'قال… ثم', 'قال... ثم'],
    ['unfolds lam-alef ligatures', 'ﻻ ﻷن ﺍﻟﻨﺎﺱ', 'لا لأن الناس'],
    ['unfolds a ligature that is a word, not one that is a phrase', 'ﷲ ﷺ', 'الله ﷺ'],
    ['unfolds Latin ligatures and full-width signs', 'ﬁve １２％', 'five 12%'],
    ['drops a lone presentation form of a mark', 'اﱠب', 'اب'],
    ['composes a decomposed madda and hamza', 'ا\u0653ن ا\u0654ن ا\u0655ن و\u0654 ي\u0654', 'آن أن إن ؤ ئ'],
    ['composes a hamza across another mark', 'ا\u064e\u0654ن', 'أن'],
    ['reads alef maqsura under a hamza as ئ', 'شاط\u0649\u0654', 'شاطئ'],
    ['composes Latin accents', 'cafe\u0301', 'café'],
    ['takes Persian keheh and yeh for kaf and ya', 'کی', 'كي'],
    ['keeps alef, hamza, ya and ta marbuta spellings apart', 'إلى مدينة شيء', 'إلى مدينة شيء'],
    ['keeps punctuation', 'ما هي؟ لا، نعم؛', 'ما هي؟ لا، نعم؛'],
    ['keeps superscripts and fractions', '10² ½', '10² ½'],
    ['keeps pairs and lone surrogates', '😀\ud800', '😀\ud800'],
    ['drops tags and the variation selectors of pairs', '🏴\u{e0067}\u{e007f} 葛\u{e0100}', '🏴 葛'],
    ['keeps a letter behind a lone surrogate', '\udb40ب \ud83dأ', '\udb40ب \ud83dأ'],
    ['keeps a Latin mark that composes with nothing', 'q\u0301', 'q\u0301'],
    ['sets other marks on alef maqsura aside', 'ى\u0655 ى\u0653', 'ى ى'],
    ['keeps a mark at the head of a text out', '\u064eبَ', 'ب'],
    ['makes white space at both ends one space', ' \n ب \t ', ' ب '],
  ])('%s', (_, raw, folded) => {
    expect(foldedText(raw, 'same-text')).toBe(folded);
  });
});

describe('same-words', () => {
  test.each([
    ['takes every alef for a bare one', 'أإآٱا', 'ااااا'],
    ['sets hamza and ya spellings aside', 'مسؤول شاطئ على شيء', 'مسوول شاطي علي شي'],
    ['takes ta marbuta for ha', 'مدينة', 'مدينه'],
    ['drops the presentation form of a lone hamza too', 'ﺀ', ''],
    ['makes punctuation a space', 'هي: «بلجيكا»، وكندا؟', 'هي بلجيكا وكندا '],
    ['makes an ellipsis a space', 'قال… ثم... لا', 'قال ثم لا'],
    ['lowers Latin letters and takes their accents', 'NATO École cafe\u0301', 'nato ecole cafe'],
    ['keeps what stands between digits', '3.5 3,500 18–22 10:30 7/8 3،5', '3.5 3,500 18-22 10:30 7/8 3,5'],
    ['keeps a separator behind an invisible control', '3.\u200f5', '3.5'],
    ['keeps a decimal stop without a leading digit', 'بلغ .5', 'بلغ .5'],
    ['loses a stop glued between a word and a number', 'الدول.5 آلاف', 'الدول 5 الاف'],
    ['keeps a minus sign', '−5 (-5) - 5 −.5', '-5 -5 - 5 -.5'],
    ['loses the hyphen of a name', 'كوفيد-19', 'كوفيد 19'],
    ['keeps percent signs, with or without a space before', '10 % ٪15 10٪', '10% %15 10%'],
    ['keeps currency and mathematical signs', '$5 + 3 = 8°', '$5 + 3 = 8°'],
    ['keeps letters of other scripts apart', 'и\u0306 й и', 'й й и'],
    ['takes a Latin mark that composes with nothing', 'q\u0301', 'q'],
    ['loses brackets and quotation marks around digits', 'قال (5) «7» ثم', 'قال 5 7 ثم'],
    ['loses a dash between words', 'قال - ثم — لا', 'قال ثم لا'],
    ['loses a dash before an ellipsis or a stop', '- …5 - .ب', ' 5 ب'],
    ['loses a stop behind a stop', '..5 .\u200f.5', ' 5 5'],
    ['loses a stop behind digits', '5. 7', '5 7'],
    ['keeps a minus before a percent sign', '-٪5 - %5', '-%5 - %5'],
    ['keeps a separator across a mark or tatweel', '3.ـ5 3.\u064e5', '3.5 3.5'],
    ['knows nine for a digit', '9.9 -9 .9', '9.9 -9 .9'],
    ['knows nought for a digit', '0.0 -0 .0', '0.0 -0 .0'],
    ['keeps the percent sign of the digits behind it apart', '10 %15 10 % 15', '10 %15 10% 15'],
    ['keeps a percent sign behind a word apart', 'نسبة % 5', 'نسبه % 5'],
    ['loses a minus at the end', 'قال -', 'قال '],
  ])('%s', (_, raw, folded) => {
    expect(foldedText(raw, 'same-words')).toBe(folded);
  });

  test.each([
    ['a decimal point', '3.5', '35'],
    ['a thousands separator and a decimal point', '3.500', '3,500'],
    ['a percent sign', '10%', '10'],
    ['a minus sign', '-5 درجات', '5 درجات'],
    ['a digit', '12%', '13%'],
  ])('never sets aside %s', (_, one, other) => {
    expect(foldedText(one, 'same-words')).not.toBe(foldedText(other, 'same-words'));
  });
});

describe('offsets', () => {
  test.each([
    ['a ligature gives two units from one character', 'قﻻل', 'لا', [1, 2]],
    ['an ellipsis gives three', 'ا…ب', '...', [1, 2]],
    ['a decomposed hamza gives one unit from two characters', 'ما\u0654ن', 'أ', [1, 3]],
    ['a letter takes the marks after it', 'كَتَبَ', 'ب', [4, 6]],
    ['a letter takes the tatweel after it', 'باـــب', 'ا', [1, 5]],
    ['a run of white space gives one unit', 'ا \n\u00a0ب', ' ', [1, 4]],
    ['a pair of surrogates is one character', 'a😀b', '😀', [1, 3]],
    ['a control before a letter is left out', 'ا \u200fب', 'ب', [3, 4]],
    ['a control after a letter is left out', 'با\u200f ت', 'ا', [1, 2]],
    ['a mark after a space is left out', 'ا \u064eب', ' ', [1, 2]],
    ['a half of a pair is the whole character', 'a😀b', '\ude00', [1, 3]],
    ['the first half of a pair is the whole character', 'a😀b', '\ud83d', [1, 3]],
    ['the last of all pairs is one character', 'a\ud83d\udfffb', '\udfff', [1, 3]],
    ['the first of all pairs is one character', 'a\ud800\udc00b', '\udc00', [1, 3]],
    ['a lone surrogate is one character', 'a\ud83dbc', 'b', [2, 3]],
    ['a lone surrogate before a presentation form is one character', 'a\ud83d\ufeed', 'و', [2, 3]],
  ])('%s', (_, raw, part, [start, end]) => {
    const folded = foldText(raw, 'same-text');
    const at = folded.text.indexOf(part);
    expect(unfoldRange(folded, { start: at, end: at + part.length })).toEqual({ start, end });
  });

  test('a dropped hamza belongs to the letter before it', () => {
    expect(unfoldRange(foldText('شيء آخر', 'same-words'), { start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
  });

  test('an empty range stays empty, also at the end', () => {
    const folded = foldText('ﻻ…', 'same-text');
    expect(unfoldRange(folded, { start: 2, end: 2 })).toEqual({ start: 1, end: 1 });
    expect(unfoldRange(folded, { start: 5, end: 5 })).toEqual({ start: 2, end: 2 });
    expect(unfoldRange(foldText('', 'same-text'), { start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
    expect(unfoldRange(foldText('ا\u200fب', 'same-text'), { start: 1, end: 1 })).toEqual({ start: 2, end: 2 });
  });

  test('a range past the end stops at the end', () => {
    expect(unfoldRange(foldText('ابت', 'same-text'), { start: 1, end: 9 })).toEqual({ start: 1, end: 3 });
  });

  test('a text of nothing but expanding ligatures fits', () => {
    for (const count of [1, 2, 3, 4, 5, 500])
      expect(foldedText('ﷴ'.repeat(count), 'same-text')).toBe('محمد'.repeat(count));
  });
});

describe.each(FOLDINGS)('laws of %s', (folding) => {
  const nasty =
    'ابيكهأإآىةءؤئﻻﷲﷺکی١٢۳45٪%٫٬.,،؛:؟!…«»“”‘()-–−ـ\u064b\u0651\u0653\u0654\u0655\u0301\u0306\u200f\u200b\u202e \n\u00a0aZéßİﬁи²½😀\ud800\udc00';
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from(nasty)), maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  test('folding twice equals folding once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = foldedText(text, folding);
        expect(foldedText(once, folding)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('every unit maps back inside the text, and never backwards', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: folded, starts, ends } = foldText(text, folding);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (let i = 0; i < folded.length; i++) {
          const [start, end] = [starts[i] ?? -1, ends[i] ?? -1];
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
          if (i > 0 && start !== starts[i - 1]) expect(start).toBeGreaterThanOrEqual(ends[i - 1] ?? 0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('what is the same text is the same words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldedText(foldedText(text, 'same-text'), 'same-words')).toBe(foldedText(text, 'same-words'));
      }),
      { numRuns: 2000 },
    );
  });

  test('canonically equal texts fold alike', () => {
    const letters = 'اأإآوؤيئكبéỗаи \u064b\u0651\u0653\u0654\u0655'.split('');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }), (text) => {
        expect(foldedText(text.normalize('NFD'), folding)).toBe(foldedText(text.normalize('NFC'), folding));
      }),
      { numRuns: 1000 },
    );
  });
});
