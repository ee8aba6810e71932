import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorQuote, prepareAnchorText } from '../../../src/anchor/anchor-quote.ts';
import type { Range } from '../../../src/text/range.ts';
import { anchorNaively } from './naive-anchor.ts';

const SPACES = fc.constantFrom(' ', ' ', ' ', '\n', '\u00a0', ' \u200f');
const TOKENS =
  'الدول والدول بالدول دول قال وقال كتاب تاب رجل رجلان على علي إلى الى شيء شي مدينة مدينه أحمد احمد كَتَبَ كتب بلجيـكا بلجيكا ﻻ لا سا\u0654ل سأل NATO nato 12% 1122% ١٢٪ 13% 12 3.5 35 -5 5 18-22 18–22 22 و22 «نعم» نعم "نعم" هي: هي وكندا، كندا … ... كوفيد-19 19'.split(
    ' ',
  );

/** A text of the given tokens, and where each of them stands. */
function joinTokens(parts: readonly (readonly [token: string, space: string])[]): { text: string; places: Range[] } {
  let text = '';
  const places: Range[] = [];
  for (const [token, space] of parts) {
    places.push({ start: text.length, end: text.length + token.length });
    text += token + space;
  }
  return { text, places };
}

/** Texts in which many words repeat, with a run of their words. */
const repetitive = fc
  .array(fc.tuple(fc.constantFrom(...TOKENS), SPACES), { minLength: 1, maxLength: 9 })
  .chain((parts) => fc.tuple(fc.constant(joinTokens(parts)), fc.nat(parts.length - 1), fc.integer({ min: 1, max: 3 })))
  .map(([{ text, places }, first, count]) => {
    const last = places[Math.min(first + count, places.length) - 1];
    return { text, range: { start: places[first]?.start ?? 0, end: last?.end ?? 0 } };
  });

/** Texts in which every word is another one in every spelling, with a run of at least two of their words. */
const WORDS =
  'الهدف أوروبا إنشاء قوة ردع سريع على مدى الرئيس مؤتمر شاطئ المدينة ثلاثة "نعم" «ربما» 12% 3.5 2015 18-22 -7 مقاتل، المتحدة. شيء آخر: أحمد NATO الآن لذلك'.split(
    ' ',
  );
const unique = fc
  .shuffledSubarray(WORDS, { minLength: 6 })
  .chain((words) => fc.tuple(fc.constant(words), fc.nat(words.length - 3), fc.integer({ min: 2, max: 6 })))
  .map(([words, first, count]) => {
    const { text, places } = joinTokens(words.map((word) => [word, ' ']));
    const chosen = words.slice(first, first + count);
    const range = { start: places[first]?.start ?? 0, end: places[first + chosen.length - 1]?.end ?? 0 };
    return { text, words: chosen, range };
  });

describe('laws of anchoring', () => {
  test('the words of any range anchor there, or are ambiguous with it among the places', () => {
    fc.assert(
      fc.property(repetitive, ({ text, range }) => {
        const quote = text.slice(range.start, range.end);
        fc.pre(/[\p{L}\p{N}]/u.test(quote));
        const anchoring = anchorQuote(prepareAnchorText(text), { quote });
        if (anchoring.status === 'ambiguous') expect(anchoring.ranges).toContainEqual(range);
        else expect(anchoring).toEqual({ status: 'anchored', grade: 'exact', range });
      }),
      { numRuns: 1500 },
    );
  });

  test('all of the text around it always decides', () => {
    fc.assert(
      fc.property(repetitive, ({ text, range }) => {
        const quote = text.slice(range.start, range.end);
        fc.pre(/[\p{L}\p{N}]/u.test(quote));
        const prefix = text.slice(0, range.start);
        const suffix = text.slice(range.end);
        const anchoring = anchorQuote(prepareAnchorText(text), { quote, prefix, suffix });
        expect(anchoring).toEqual({ status: 'anchored', grade: 'exact', range });
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['harakat', (quote: string) => quote.replace(/(?<=[\u0641-\u0648])(?=[\u0621-\u064a])/g, '\u064e')],
    ['harakat at the ends of words', (quote: string) => quote.replace(/(?<=[\u0621-\u064a])(?=[ ،.:]|$)/g, '\u064f')],
    ['tatweel', (quote: string) => quote.replace(/(?<=[سشعفقكلمنه])(?=[\u0621-\u064a])/g, 'ــ')],
    ['Arabic digits', (quote: string) => quote.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))],
    ['Persian digits', (quote: string) => quote.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))],
    ['Arabic signs', (quote: string) => quote.replace(/%/g, '٪').replace(/(?<=\d)\.(?=\d)/g, '٫')],
    ['quotation marks', (quote: string) => quote.replace(/"/g, '“').replace(/[«»]/g, '"')],
    ['dashes', (quote: string) => quote.replace(/-/g, '–')],
    ['white space', (quote: string) => quote.replace(/ /g, '\u00a0\n ')],
    ['bidi marks', (quote: string) => `\u202b${quote.replace(/ /g, '\u200f \u200e')}\u202c`],
    ['decomposed letters', (quote: string) => quote.normalize('NFD')],
    ['Persian letters', (quote: string) => quote.replace(/ك/g, 'ک').replace(/ي/g, 'ی')],
    [
      'everything at once',
      (quote: string) => `\u2067${quote.normalize('NFD').replace(/ /g, '\u200f\u00a0').replace(/م/g, 'مـُـ')}`,
    ],
  ])('a quotation respelled with other %s is the same text at the same place', (_, respell) => {
    fc.assert(
      fc.property(unique, ({ text, words, range }) => {
        const quote = respell(words.join(' '));
        const anchoring = anchorQuote(prepareAnchorText(text), { quote });
        const grade = quote === words.join(' ') ? 'exact' : 'same-text';
        expect(anchoring).toEqual({ status: 'anchored', grade, range });
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['alef', (quote: string) => quote.replace(/[أإآ]/g, 'ا')],
    ['seats of hamza', (quote: string) => quote.replace(/ؤ/g, 'و').replace(/ئ/g, 'ى').replace(/ء/g, '')],
    ['ya', (quote: string) => quote.replace(/ى/g, 'ي')],
    ['ta marbuta', (quote: string) => quote.replace(/ة/g, 'ه')],
    ['Latin case', (quote: string) => quote.toLowerCase()],
    ['punctuation', (quote: string) => quote.replace(/[،:"«»]|\.(?!\d)/g, '')],
  ])('a quotation respelled with other %s is the same words at the same place', (_, respell) => {
    fc.assert(
      fc.property(unique, ({ text, words, range }) => {
        const quote = respell(words.join(' '));
        fc.pre(!text.includes(quote));
        const anchoring = anchorQuote(prepareAnchorText(text), { quote });
        expect(anchoring).toMatchObject({ status: 'anchored', grade: 'same-words' });
        // punctuation around the words may stay outside
        const bare = /[\p{L}\p{N}-].*[\p{L}\p{N}%]/su.exec(text.slice(range.start, range.end));
        const start = range.start + (bare?.index ?? 0);
        expect(anchoring).toMatchObject({ range: { start, end: start + (bare?.[0].length ?? 0) } });
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['one digit changed', (quote: string) => quote.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))],
    ['one digit lost', (quote: string) => quote.replace(/\d(?=[\d.])/, '')],
    ['one digit more', (quote: string) => quote.replace(/\d/, '$&0')],
    ['a percent sign lost', (quote: string) => quote.replace('%', '')],
    ['a minus sign lost', (quote: string) => quote.replace(/-(?=7)/, '')],
    ['a decimal point lost', (quote: string) => quote.replace('3.5', '35')],
    ['a decimal point made a space', (quote: string) => quote.replace('3.5', '3 5')],
    ['the joint of a range lost', (quote: string) => quote.replace('18-22', '18 22')],
    ['one word changed', (quote: string) => quote.replace(/\S+$/, 'سواه')],
    ['one word more', (quote: string) => quote.replace(' ', ' لا ')],
    ['one word lost', (quote: string) => quote.replace(/ \S+ /, ' ')],
    ['two words swapped', (quote: string) => quote.replace(/^(\S+) (\S+)/, '$2 $1')],
  ])('a quotation with %s anchors nowhere', (_, damage) => {
    fc.assert(
      fc.property(unique, ({ text, words }) => {
        const quote = damage(words.join(' '));
        fc.pre(quote !== words.join(' '));
        expect(anchorQuote(prepareAnchorText(text), { quote })).toEqual({ status: 'missing' });
      }),
      { numRuns: 200 },
    );
  });

  test('a slow second anchoring that tries every stretch agrees', () => {
    const run = fc.array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 3 }).map((tokens) => tokens.join(' '));
    const context = fc.option(fc.constantFrom(...TOKENS), { nil: undefined, freq: 2 });
    const framed = repetitive.chain(({ text, range }) => {
      const quote = text.slice(range.start, range.end);
      return fc.record({
        text: fc.constant(text),
        quotation: fc.record({
          quote: fc.oneof(run, fc.constant(quote), fc.constant(quote.replace(/[أإ]/g, 'ا').replace(/ة/g, 'ه'))),
          prefix: fc.oneof(context, fc.constant(text.slice(0, range.start))),
          suffix: fc.oneof(context, fc.constant(text.slice(range.end))),
        }),
      });
    });
    fc.assert(
      fc.property(framed, ({ text, quotation }) => {
        expect(anchorQuote(prepareAnchorText(text), quotation)).toEqual(anchorNaively(text, quotation));
      }),
      { numRuns: 1000 },
    );
  });
});
