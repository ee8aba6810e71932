import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtNumberRuns, findNumberRuns } from '../../../src/text/find-number-runs.ts';

describe('runs of numbers', () => {
  test.each([
    ['a range', 'لديه 18,000–22,000 مقاتل', ['18,000–22,000']],
    ['a range with a hyphen', 'نحو 18-22 ألفا', ['18-22']],
    ['a range with spaces', 'من 18 – 22 ألفا', ['18 – 22']],
    ['a range of percentages', 'بين 10%-15% منهم', ['10%-15%']],
    ['a range with one percent sign', 'نحو 3.5-10% منهم', ['3.5-10%']],
    ['a date', 'في 2016-07-14، ثم 14/7/2016.', ['2016-07-14', '14/7/2016']],
    ['an hour', 'الساعة 10:30', ['10:30']],
    ['a run at the edges', '1–2', ['1–2']],
    ['a run behind a clitic', 'بـ18–22 ألفا', ['18–22']],
    ['a run before a stop', 'بلغ 18–22.', ['18–22']],
    ['two runs', '1–2 و3–4', ['1–2', '3–4']],
  ])('are %s', (_, text, runs) => {
    expect(findNumberRuns(text).map(({ start, end }) => text.slice(start, end))).toEqual(runs);
  });

  test.each([
    ['single numbers', 'بلغ 18,000 و10% و3.5'],
    ['a dash between clauses', 'عام 2015 — 7 دول'],
    ['codes', 'F-16 و16-F-18 وA4-5 و4-5B'],
    ['an address', 'example.org/2016/07/14 وuser@1-2'],
    ['a number and a word', 'كوفيد-19 و19-سنة'],
    ['what a dash opens or ends', '–18–22 و18–22–'],
    ['Arabic-Indic digits', '١٨–٢٢'],
    ['nothing', ''],
  ])('are not %s', (_, text) => {
    expect(findNumberRuns(text)).toEqual([]);
  });

  test.each([
    ['لديه 1–2 مقاتل', ['لديه ', '<1–2>', ' مقاتل']],
    ['1–2', ['<1–2>']],
    ['1–2 و3–4', ['<1–2>', ' و', '<3–4>']],
    ['لا شيء', ['لا شيء']],
    ['', []],
  ])('cut «%s» into %j', (text, pieces) => {
    expect(cutAtNumberRuns(text).map((piece) => (piece.isRun ? `<${piece.text}>` : piece.text))).toEqual(pieces);
  });

  test('cut a text into pieces that together are the text, none of them empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('12,.%-–/: اب\u064eaـ')), maxLength: 30 }),
        (text) => {
          const pieces = cutAtNumberRuns(text);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          for (const piece of pieces) {
            expect(piece.text).not.toBe('');
            if (piece.isRun) expect(piece.text).not.toMatch(/[\p{L}\p{M}]/u);
          }
        },
      ),
    );
  });
});
