import { describe, expect, test } from 'vitest';
import { KIND, SAME_TEXT_TABLE, SAME_WORDS_TABLE } from '../../../src/text/fold-tables.ts';
import { foldedText } from '../../../src/text/fold-text.ts';

const between = (sign: string): string => `ا${sign}ب`;

describe('is set aside by both foldings', () => {
  test.each([
    ['soft hyphen', '\u00ad'],
    ['combining grapheme joiner', '\u034f'],
    ['Arabic letter mark', '\u061c'],
    ['Mongolian vowel separator', '\u180e'],
    ['zero-width space', '\u200b'],
    ['zero-width joiner', '\u200d'],
    ['right-to-left mark', '\u200f'],
    ['embedding', '\u202a'],
    ['override', '\u202e'],
    ['word joiner', '\u2060'],
    ['isolate', '\u2067'],
    ['nominal digit shapes', '\u206f'],
    ['first variation selector', '\ufe00'],
    ['last variation selector', '\ufe0f'],
    ['byte order mark', '\ufeff'],
    ['interlinear annotation', '\ufff9'],
    ['sign of blessing', '\u0610'],
    ['tatweel', '\u0640'],
    ['tanwin', '\u064b'],
    ['shadda', '\u0651'],
    ['dagger alef', '\u0670'],
    ['Quranic pause', '\u06d6'],
    ['last Quranic mark', '\u06ed'],
    ['extended mark', '\u08ca'],
    ['last extended mark', '\u08fe'],
    ['lone shape of a mark', '\ufe70'],
    ['tatweel with a mark', '\ufe77'],
  ])('%s', (_, sign) => {
    expect(foldedText(between(sign), 'same-text')).toBe('اب');
    expect(foldedText(between(sign), 'same-words')).toBe('اب');
  });
});

describe('is a space to both foldings', () => {
  test.each([
    ['tab', '\t'],
    ['newline', '\n'],
    ['carriage return', '\r'],
    ['space', ' '],
    ['next line', '\u0085'],
    ['no-break space', '\u00a0'],
    ['Ogham space', '\u1680'],
    ['en quad', '\u2000'],
    ['hair space', '\u200a'],
    ['line separator', '\u2028'],
    ['paragraph separator', '\u2029'],
    ['narrow no-break space', '\u202f'],
    ['mathematical space', '\u205f'],
    ['ideographic space', '\u3000'],
  ])('%s', (_, sign) => {
    expect(foldedText(between(sign), 'same-text')).toBe('ا ب');
    expect(foldedText(between(sign), 'same-words')).toBe('ا ب');
  });
});

describe('as the same text', () => {
  test.each([
    ['double quotation marks', '«»“”„‟″〝〞❝❞', '"'],
    ['single quotation marks', '‹›‘’‚‛′ʼ`´', "'"],
    ['dashes', '‐‑‒–—―−⁃', '-'],
    ['percent', '٪', '%'],
    ['per mille', '\u0609', '‰'],
    ['per ten thousand', '\u060a', '‱'],
    ['decimal separator', '٫', '.'],
    ['thousands separator', '٬', ','],
    ['Persian kaf', 'ک', 'ك'],
    ['Persian ya', 'ی', 'ي'],
    ['ohm', '\u2126', '\u03a9'],
    ['kelvin', '\u212a', 'K'],
    ['ångström', '\u212b', '\u00c5'],
  ])('%s become one sign', (_, signs, folded) => {
    for (const sign of signs) expect(foldedText(sign, 'same-text')).toBe(folded);
  });

  test.each([
    ['all Arabic digits', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['all Persian digits', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['two dots', '‥', '..'],
    ['a Latin ligature', 'ﬃ', 'ffi'],
    ['an Armenian ligature', '\ufb13', '\u0574\u0576'],
    ['the first shape of Arabic', '\ufb50', 'ٱ'],
    ['a ligature of three letters', '\ufd50', 'تجم'],
    ['a ligature of a word', '\ufdf4', 'محمد'],
    ['the sign of the rial', '\ufdfc', 'ريال'],
    ['a vertical comma', '\ufe10', ','],
    ['a vertical dash', '\ufe31', '-'],
    ['a vertical bracket', '\ufe47', '['],
    ['a small stop', '\ufe52', '.'],
    ['a final shape', '\ufe8e', 'ا'],
    ['the last shape', '\ufefc', 'لا'],
    ['a full-width exclamation mark', '！', '!'],
    ['a full-width tilde', '～', '~'],
    ['a shape of madda on alef', '\ufe81', 'آ'],
  ])('%s is unfolded', (_, raw, folded) => {
    expect(foldedText(raw, 'same-text')).toBe(folded);
  });

  test.each(['ﷺ', 'ﷻ', '²', '½', '①', '℃', 'ｱ'])('%s stays as it is', (sign) => {
    expect(foldedText(sign, 'same-text')).toBe(sign);
  });

  test.each([
    ['madda', 'ا\u0653', 'آ'],
    ['hamza above', 'و\u0654', 'ؤ'],
    ['hamza below', 'ا\u0655', 'إ'],
    ['acute', 'e\u0301', 'é'],
    ['the last Latin mark', 'a\u036f', 'a\u036f'],
  ])('%s is composed with the letter before it', (_, raw, folded) => {
    expect(foldedText(raw, 'same-text')).toBe(folded);
  });
});

describe('as the same words', () => {
  test.each([
    ['alef', '\u0622\u0623\u0625\u0671\u0672\u0673\u0675', 'ا'],
    ['waw', '\u0624\u0676', 'و'],
    ['ya', '\u0626\u0649\u0678\u06d2\u06d3ی', 'ي'],
    ['ha', '\u0629\u06c0\u06c1\u06c2\u06c3\u06d5\u06be', 'ه'],
  ])('every spelling of %s is one', (_, letters, folded) => {
    for (const letter of letters) expect(foldedText(letter, 'same-words')).toBe(folded);
  });

  test.each([
    ['a lone hamza', 'جزء', 'جز'],
    ['a high hamza', 'ج\u0674', 'ج'],
    ['an Arabic comma between digits', '3،5', '3,5'],
    ['an Arabic comma between letters', 'ا،ب', 'ا ب'],
    ['an Arabic date separator between digits', '3\u060d5', '3/5'],
    ['Latin case and accents', 'ÉÀÑÇšŽ', 'eancsz'],
    ['a capital with a dot', 'İ', 'i'],
    ['letters without a plain one', 'ßØŁ', 'ßøł'],
    ['an ellipsis', 'ا…ب', 'ا ب'],
    ['per mille behind digits', '5 ‰', '5‰'],
    ['per ten thousand behind digits', '5 ‱', '5‱'],
    ['the three parts of a ligature', 'ﬃ', 'ffi'],
    ['an expanded capital', '\ufdfc', 'ريال'],
    ['punctuation of other scripts', 'ا。ب、ج·د', 'ا ب ج د'],
    ['signs that are no punctuation', 'ا+ب=ج$د', 'ا+ب=ج$د'],
  ])('folds %s', (_, raw, folded) => {
    expect(foldedText(raw, 'same-words')).toBe(folded);
  });
});

test('both tables say of every character what it becomes', () => {
  for (const { units, kinds } of [SAME_TEXT_TABLE, SAME_WORDS_TABLE]) {
    expect([units.length, kinds.length]).toEqual([0x10000, 0x10000]);
    expect(units[0x62a]).toBe(0x62a);
    expect(kinds[0x62a]).toBe(KIND.keep);
  }
  expect(SAME_TEXT_TABLE.expansions.get(0xfefb)).toBe('لا');
  expect(SAME_TEXT_TABLE.units[0x2026]).toBe(0x2e);
  expect(SAME_WORDS_TABLE.kinds[0x2026]).toBe(KIND.space);
});
