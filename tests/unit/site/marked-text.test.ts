import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFrame, markText } from '../../../src/site/models/marked-text.ts';

const show = (text: string, start: number, end: number): string =>
  markText(text, { start: 0, end: text.length }, [{ start, end }], 'ar')
    .parts.map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

describe('marked text', () => {
  test('marks the words and nothing else', () => {
    expect(show('هي: بلجيكا، وكندا', 4, 10)).toBe('هي: [بلجيكا]، وكندا');
  });

  test.each([
    ['begins', 'شاركت وبلجيكا.', 7, 13],
    ['ends', 'شاركت وبلجيكا.', 6, 9],
  ])('takes in a whole word where a mark %s inside one', (_, text, start, end) => {
    expect(show(text, start, end)).toBe('شاركت [وبلجيكا].');
  });

  test('keeps vowel marks and tatweel with their letters', () => {
    const text = 'فإنها تُركـز أكثر';
    const start = text.indexOf('ركـ');
    expect(show(text, start, start + 1)).toBe('فإنها [تُركـز] أكثر');
  });

  test('gives back the piece of text, whatever is marked', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.array(range, { maxLength: 4 }), (text, ranges) => {
        const inside = ranges
          .map(({ start, end }) => ({ start: Math.min(start, text.length), end: Math.min(end, text.length) }))
          .toSorted((a, b) => a.start - b.start);
        const { parts } = markText(text, { start: 0, end: text.length }, inside, 'ar');
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });

  test('never marks beyond the piece', () => {
    const { parts } = markText('one two three', { start: 4, end: 7 }, [{ start: 0, end: 13 }], 'en');
    expect(parts).toEqual([{ text: 'two', isMarked: true, pieces: [{ text: 'two', isRun: false }] }]);
  });
});

describe('a run of numbers', () => {
  const text = 'لديه 18,000–22,000 مقاتل';
  const piecesOf = (lang: string, start: number, end: number) =>
    markText(text, { start: 0, end: text.length }, [{ start, end }], lang).parts.map(({ isMarked, pieces }) => [
      isMarked,
      ...pieces.map((piece) => (piece.isRun ? `<${piece.text}>` : piece.text)),
    ]);

  test('is a piece of its own in a text from right to left, marked or not', () => {
    expect(piecesOf('ar', 0, 4)).toEqual([
      [true, 'لديه'],
      [false, ' ', '<18,000–22,000>', ' مقاتل'],
    ]);
    expect(piecesOf('ar', 0, text.length)).toEqual([[true, 'لديه ', '<18,000–22,000>', ' مقاتل']]);
  });

  test('stays with its words in a text from left to right', () => {
    expect(piecesOf('en', 0, 4)).toEqual([
      [true, 'لديه'],
      [false, ' 18,000–22,000 مقاتل'],
    ]);
  });
});

describe('the frame of a quotation', () => {
  const sentences = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 21, end: 30 },
  ];

  test.each([
    ['is its sentence', { start: 12, end: 15 }, { start: 11, end: 20 }],
    ['is all sentences that it touches', { start: 5, end: 22 }, { start: 0, end: 30 }],
    ['is the quotation itself where there is no sentence', { start: 40, end: 44 }, { start: 40, end: 44 }],
  ])('%s', (_, range, expected) => {
    expect(findFrame(sentences, range)).toEqual(expected);
  });
});
