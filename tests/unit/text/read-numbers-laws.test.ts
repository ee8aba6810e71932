import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../../src/text/read-numbers.ts';

describe('laws of reading', () => {
  const pieces = fc.constantFrom(
    ...[
      'بين',
      '18',
      'ألفا',
      'و',
      '22',
      'ألف',
      'عام',
      '2015',
      '%',
      'في المئة',
      'ثلث',
      'نصف',
      'مليون',
      '-',
      '–',
      '.',
      '،',
      '\n',
    ],
    ...[
      'من',
      'إلى',
      'السبع',
      'خمسة',
      'وعشرين',
      'half',
      'a',
      'of',
      'two',
      'thirds',
      '7',
      '٣٫٥',
      '(',
      ')',
      '\u200F',
      'َ',
      '😀',
      ' ',
      ' ',
    ],
  );

  test('any text gives ranges inside it, in order, that do not overlap and hold a letter, a digit or a fraction sign', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        const { numbers, vague } = readNumbers(text);
        for (const list of [numbers, vague]) {
          let last = 0;
          for (const { start, end } of list) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
            last = end;
          }
        }
        for (const { value } of numbers) {
          if (value.kind === 'range') expect(value.min).toBeLessThan(value.max);
          if (value.kind === 'number') expect(Number.isFinite(value.value)).toBe(true);
        }
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test('a number written in three kinds of digits reads the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const latin = number.toLocaleString('en-US');
        const arabic = latin.replaceAll(',', '٬').replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
        const persian = latin
          .replaceAll(',', '٬')
          .replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
        for (const digits of [latin, arabic, persian]) {
          expect(readNumbers(`بلغ ${digits} شخصا`).numbers.map(({ value }) => value)).toEqual([
            { kind: 'number', value: number },
          ]);
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  test('a number written out in English words reads as that number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_999 }), (number) => {
        expect(readNumbers(`Some ${spellOut(number)} people came.`).numbers.map(({ value }) => value)).toEqual([
          { kind: 'number', value: number },
        ]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('a number written out in Arabic words reads as that number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9_999_999 }), (number) => {
        expect(readNumbers(`وبلغ عددهم ${spellOutArabic(number)} هناك`).numbers.map(({ value }) => value)).toEqual([
          { kind: 'number', value: number },
        ]);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

const SMALL = [
  ...[
    '',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
  ],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function spellOut(number: number): string {
  const rest = (value: number, joint: string) => (value === 0 ? '' : joint + spellOut(value));
  if (number < 20) return SMALL[number] ?? '';
  if (number < 100) return (TENS[Math.floor(number / 10)] ?? '') + rest(number % 10, '-');
  if (number < 1000) return `${spellOut(Math.floor(number / 100))} hundred${rest(number % 100, ' and ')}`;
  if (number < 1e6) return `${spellOut(Math.floor(number / 1000))} thousand${rest(number % 1000, ' ')}`;
  return `${spellOut(Math.floor(number / 1e6))} million${rest(number % 1e6, ' ')}`;
}

const ARABIC_SMALL = [
  ...['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة', 'أحد عشر', 'اثنا عشر'],
  ...['ثلاثة عشر', 'أربعة عشر', 'خمسة عشر', 'ستة عشر', 'سبعة عشر', 'ثمانية عشر', 'تسعة عشر'],
];
const ARABIC_TENS = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون'];
const ARABIC_HUNDREDS = ['', 'مئة', 'مئتان', 'ثلاثمئة', 'أربعمئة', 'خمسمئة', 'ستمئة', 'سبعمئة', 'ثمانمئة', 'تسعمئة'];

/** Joined by «و» from the greatest part to the smallest, units before tens, as Arabic has it. */
function spellOutArabic(number: number): string {
  const millions = spellOutArabicScale(Math.floor(number / 1e6), 'مليون', 'مليونان', 'ملايين');
  const thousands = spellOutArabicScale(Math.floor(number / 1000) % 1000, 'ألف', 'ألفان', 'آلاف');
  return [millions, thousands, spellOutArabicBelowThousand(number % 1000)].filter((part) => part !== '').join(' و');
}

function spellOutArabicScale(count: number, one: string, two: string, many: string): string {
  if (count < 3) return ['', one, two][count] ?? '';
  return `${spellOutArabicBelowThousand(count)} ${count <= 10 ? many : one}`;
}

function spellOutArabicBelowThousand(number: number): string {
  const small = number % 100;
  const units = small < 20 ? ARABIC_SMALL[small] : ARABIC_SMALL[small % 10];
  const parts = [
    ARABIC_HUNDREDS[Math.floor(number / 100)],
    units,
    small < 20 ? '' : ARABIC_TENS[Math.floor(small / 10)],
  ];
  return parts.filter((part) => part !== '' && part !== undefined).join(' و');
}
