import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandToWords, splitWords } from '../../../src/text/split-words.ts';

/** Each word as `text:script`, with the invisible characters of the row written as escapes. */
const show = (text: string): string[] =>
  splitWords(text).map((word) => `${text.slice(word.start, word.end)}:${word.script}`);

describe('splitWords', () => {
  test.each<[name: string, text: string, words: string[]]>([
    ['splits at white space', 'قال وزير', ['قال:arabic', 'وزير:arabic']],
    [
      'splits at no-break space and at a newline',
      'حلف\u00A0الناتو\nاليوم',
      ['حلف:arabic', 'الناتو:arabic', 'اليوم:arabic'],
    ],
    ['splits at a stop glued to the next word', 'الهجمات.ومثلما', ['الهجمات:arabic', 'ومثلما:arabic']],
    ['splits at Arabic punctuation', 'بلجيكا، وكندا؛ أين؟', ['بلجيكا:arabic', 'وكندا:arabic', 'أين:arabic']],
    ['keeps marks inside a word', 'مُحَمَّد', ['مُحَمَّد:arabic']],
    ['keeps the mark on the last letter', 'كتابٌ جديد', ['كتابٌ:arabic', 'جديد:arabic']],
    ['keeps a decomposed hamza', 'ا\u0654وروبا', ['ا\u0654وروبا:arabic']],
    ['leaves a mark without a letter out', ' \u064E كتب', ['كتب:arabic']],
    ['keeps tatweel inside a word', 'الـنـاتو', ['الـنـاتو:arabic']],
    ['keeps tatweel at both ends of a word', 'ـهـ', ['ـهـ:arabic']],
    ['keeps a mark on tatweel before the first letter', 'ـ\u064Eه', ['ـ\u064Eه:arabic']],
    ['makes no word of tatweel alone', 'ـــ نص', ['نص:arabic']],
    ['keeps U+200C inside a word', 'می\u200Cخواهد', ['می\u200Cخواهد:arabic']],
    ['keeps U+200D inside and at the end of a word', 'ا\u200Dب ه\u200D', ['ا\u200Dب:arabic', 'ه\u200D:arabic']],
    ['leaves U+200C outside when nothing follows it', 'كتب\u200C.', ['كتب:arabic']],
    ['keeps bidi controls inside a word', 'النا\u200Fتو', ['النا\u200Fتو:arabic']],
    ['leaves bidi controls around a word out', '\u2067الناتو\u2069 \u200FNATO\u200E', ['الناتو:arabic', 'NATO:latin']],
    ['keeps a soft hyphen inside a word', 'infor\u00ADmation', ['infor\u00ADmation:latin']],
    ['parts Arabic from Latin', 'الـNATO', ['الـ:arabic', 'NATO:latin']],
    ['parts Latin from Arabic', 'NATOوحلف', ['NATO:latin', 'وحلف:arabic']],
    ['parts scripts although an invisible character joins them', 'ال\u200DNATO', ['ال\u200D:arabic', 'NATO:latin']],
    ['gives tatweel after Latin to no Latin word', 'NATOـ', ['NATO:latin']],
    ['keeps several tatweels before a word', 'ــهـ', ['ــهـ:arabic']],
    ['parts Latin at tatweel', 'NAـTO', ['NA:latin', 'TO:latin']],
    ['gives tatweel between Latin and Arabic to the Arabic word', 'NATOـه', ['NATO:latin', 'ـه:arabic']],
    ['leaves tatweel before a Latin word out', 'ـNATO', ['NATO:latin']],
    ['leaves tatweel before an apostrophe out', "ـ'ه", ['ه:arabic']],
    ['leaves tatweel before a space out', 'ـ ه', ['ه:arabic']],
    ['parts Arabic from Latin at an apostrophe', "د'b", ['د:arabic', 'b:latin']],
    ['parts words at a noncharacter', 'a\uFFFFb', ['a:latin', 'b:latin']],
    [
      'knows full-width letters and digits, superscripts and circled digits',
      'ＡＢ １２ x² ⁰①',
      ['ＡＢ:latin', '１２:digits', 'x:latin', '²:digits', '⁰①:digits'],
    ],
    ['keeps marks above the basic table', 'a\u20DDb', ['a\u20DDb:latin']],
    ['leaves a byte order mark out', '\uFEFFنص\uFEFF', ['نص:arabic']],
    ['takes an Arabic sign without a letter for no word', '۞ ؀', []],
    ['takes a Latin sign without a letter for no word', 'Ⅷ', ['Ⅷ:digits']],
    ['parts digits from letters', '7أعضاء G7', ['7:digits', 'أعضاء:arabic', 'G:latin', '7:digits']],
    ['keeps digits of three sets together', '٢٠15۶', ['٢٠15۶:digits']],
    ['splits a number at its separators', '18,000 3.5', ['18:digits', '000:digits', '3:digits', '5:digits']],
    [
      'splits at hyphens',
      'Jean-Claude F-16 آسيا-أفريقيا',
      ['Jean:latin', 'Claude:latin', 'F:latin', '16:digits', 'آسيا:arabic', 'أفريقيا:arabic'],
    ],
    ['keeps apostrophes inside Latin words', "don't O’Neill Qur‘an", ["don't:latin", 'O’Neill:latin', 'Qur‘an:latin']],
    ['leaves quotation marks out', "'word' ‘other’", ['word:latin', 'other:latin']],
    ['ends a word at an apostrophe that nothing follows', "States' army", ['States:latin', 'army:latin']],
    ['ends a word at two apostrophes', "a''b", ['a:latin', 'b:latin']],
    ['ends an Arabic word at an apostrophe', "د'ب", ['د:arabic', 'ب:arabic']],
    ['keeps the letters of transliteration', 'ʿAlī Qurʾān', ['ʿAlī:latin', 'Qurʾān:latin']],
    ['keeps a decomposed accent', 'cafe\u0301s', ['cafe\u0301s:latin']],
    ['knows presentation forms', 'ﻻﺟﺊ', ['ﻻﺟﺊ:arabic']],
    ['calls further scripts other', 'Москва 東京', ['Москва:other', '東京:other']],
    ['keeps letters outside the basic plane whole', '𐎀𐎁 x', ['𐎀𐎁:other', 'x:latin']],
    ['puts emoji, symbols and lone surrogates in no word', '👨\u200D👩 % ﴿ \uD800 «»', []],
    ['finds nothing in an empty text', '', []],
  ])('%s', (_, text, words) => {
    expect(show(text)).toEqual(words);
  });

  test('gives offsets in UTF-16 units, half-open', () => {
    expect(splitWords('😀 و\u064Eكندا.')).toEqual([{ start: 3, end: 9, script: 'arabic' }]);
  });

  test('gives words in order that never touch characters of another', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end } of splitWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('puts every letter and digit in a word', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = splitWords(text);
        for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
          if (text[index] === 'ـ') continue;
          expect(words.some((word) => word.start <= index && index < word.end)).toBe(true);
        }
      }),
    );
  });

  test('takes time in proportion to the text, even where nothing separates words', () => {
    const unit = 'ـ\u064E\u200Fا';
    expect(splitWords(unit.repeat(200_000))).toHaveLength(1);
    expect(splitWords("a'".repeat(200_000))).toHaveLength(1);
    expect(splitWords('ا\u200C'.repeat(200_000))).toEqual([{ start: 0, end: 399_999, script: 'arabic' }]);
  });
});

describe('expandToWords', () => {
  test.each<[name: string, text: string, part: [number, number], grown: string]>([
    ['grows a stem to the clitic before it', 'قال والناتو اليوم', [5, 8], 'والناتو'],
    ['grows over marks and tatweel', 'قال مُـحمّد', [6, 7], 'مُـحمّد'],
    ['grows both ends over several words', 'حلف شمال الأطلسي', [1, 6], 'حلف شمال'],
    ['keeps whole words as they are', 'حلف شمال الأطلسي', [4, 8], 'شمال'],
    ['keeps an end that stands on a space', 'حلف شمال', [3, 6], ' شمال'],
    ['stops at the edge of a script', 'الـNATO', [4, 5], 'NATO'],
    ['stops at a bidi control outside the word', '\u200Fالناتو\u200F', [2, 3], 'الناتو'],
    ['grows over an apostrophe inside a word', 'the O’Neill case', [6, 8], 'O’Neill'],
    ['leaves quotation marks out', "'word'", [2, 3], 'word'],
    ['grows an empty range inside a word', 'قال الناتو', [6, 6], 'الناتو'],
    ['keeps an empty range at the edge of a word', 'قال الناتو', [4, 4], ''],
    ['keeps the whole text', 'قال', [0, 3], 'قال'],
    ['grows at the end of a text without a last space', 'قال الناتو', [5, 9], 'الناتو'],
    ['keeps an end before the first word', ' قال', [0, 2], ' قال'],
    ['stops at a newline', 'قال\nالناتو\nهنا', [5, 6], 'الناتو'],
    ['keeps an end between two letters that other signs part', 'a.b', [1, 2], '.'],
  ])('%s', (_, text, [start, end], grown) => {
    const range = expandToWords(text, { start, end });
    expect(text.slice(range.start, range.end)).toBe(grown);
  });

  test('agrees with the words of the whole text, and growing twice is growing once', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const words = splitWords(text);
        const around = (at: number) => words.find((word) => word.start < at && at < word.end);
        const grown = expandToWords(text, { start, end });
        expect(grown).toEqual({ start: around(start)?.start ?? start, end: around(end)?.end ?? end });
        expect(expandToWords(text, grown)).toEqual(grown);
      }),
      { numRuns: 500 },
    );
  });
});

/** Texts dense in the characters that decide where a word ends. */
const texts = fc
  .array(
    fc.constantFrom(
      ...[
        'ا',
        'ل',
        'ـ',
        '\u064E',
        '\u0654',
        '\u200C',
        '\u200D',
        '\u200F',
        '\u2067',
        'a',
        'É',
        'e\u0301',
        "'",
        '’',
        'ʾ',
      ],
      ...['7', '٧', ' ', '\u00A0', '\n', '.', '-', '«', '😀', 'я', '𐎀', '\uD800', 'ﻻ', '\u00AD'],
    ),
    { maxLength: 40 },
  )
  .map((characters) => characters.join(''));
