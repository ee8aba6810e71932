import { expect, test } from 'vitest';
import { formatNumber, formatQuantity } from '../../../src/text/format-quantity.ts';
import type { Amount, Unit } from '../../../src/schema/value.ts';

const number = (value: number): Amount => ({ kind: 'number', value });

test.each<[string, Amount, Unit | undefined, boolean, string, string, string]>([
  ['a number', number(12000), { en: 'books', ar: 'كتاب' }, false, 'en', '12,000', 'books'],
  ['a number in Arabic', number(12000), { en: 'books', ar: 'كتاب' }, false, 'ar', '12,000', 'كتاب'],
  ['zero', number(0), undefined, false, 'en', '0', ''],
  ['a fraction', number(2.5), undefined, false, 'en', '2.5', ''],
  ['less than nothing', number(-3), undefined, false, 'en', '-3', ''],
  ['a percentage', number(10), 'percent', false, 'ar', '10%', ''],
  ['about', number(5000), undefined, true, 'en', 'about 5,000', ''],
  ['about, in Arabic', number(5000), undefined, true, 'ar', 'نحو 5,000', ''],
  ['about, in another language', number(5000), undefined, true, 'ja', '≈ 5,000', ''],
  ['from to', { kind: 'range', min: 18000, max: 22000 }, undefined, false, 'en', '18,000–22,000', ''],
  ['from to, in percent', { kind: 'range', min: 5, max: 10 }, 'percent', false, 'en', '5–10%', ''],
  ['from and to the same', { kind: 'range', min: 5, max: 5 }, undefined, false, 'en', '5', ''],
  ['at least', { kind: 'range', min: 5000 }, undefined, false, 'en', 'at least 5,000', ''],
  ['at least nothing', { kind: 'range', min: 0 }, undefined, false, 'en', 'at least 0', ''],
  ['up to', { kind: 'range', max: 10 }, 'percent', false, 'ar', 'ما يصل إلى 10%', ''],
  ['a third', { kind: 'share', share: 1, of: 3 }, undefined, false, 'en', 'a third', ''],
  ['a third, in Arabic', { kind: 'share', share: 1, of: 3 }, undefined, false, 'ar', 'الثلث', ''],
  ['a third, in another language', { kind: 'share', share: 1, of: 3 }, undefined, false, 'fr', '1 / 3', ''],
  ['some of many', { kind: 'share', share: 7, of: 27 }, undefined, false, 'en', '7 of 27', ''],
  ['two thirds', { kind: 'share', share: 2, of: 3 }, undefined, false, 'en', '2 of 3', ''],
  ['half', { kind: 'share', share: 1, of: 2 }, undefined, false, 'en', 'half', ''],
  ['one of eleven', { kind: 'share', share: 1, of: 11 }, undefined, false, 'en', '1 of 11', ''],
  ['about, in the Arabic of a country', number(5000), undefined, true, 'ar-EG', 'نحو 5,000', ''],
  ['a number of many decimals', number(1.23456789), undefined, false, 'en', '1.234568', ''],
  ['less than nothing, in Arabic', number(-1234.5), undefined, false, 'ar', '-1,234.5', ''],
  ['one of many', { kind: 'share', share: 1, of: 27 }, undefined, false, 'ar', '1 من 27', ''],
])('%s', (_what, amount, unit, isApproximate, lang, words, unitWords) => {
  expect(formatQuantity({ amount, unit, isApproximate }, lang)).toMatchObject({ amount: words, unit: unitWords });
});

test('a unit that is only there in another language says in which', () => {
  expect(formatQuantity({ amount: number(5), unit: { ar: 'كتاب' }, isApproximate: false }, 'en')).toEqual({
    amount: '5',
    unit: 'كتاب',
    unitLang: 'ar',
    after: '',
    text: '5 كتاب',
  });
});

test.each([
  ['ar', false, '5,000 شخص على الأقل'],
  ['ar', true, 'نحو 5,000 شخص على الأقل'],
  ['en', false, 'at least 5,000 people'],
  ['fr', false, '≥ 5\u202f000 شخص'],
])(
  'the unit stands right behind the number, and what bounds it where the language has it (%s)',
  (lang, isApproximate, text) => {
    const unit = { ar: 'شخص', en: 'people' };
    expect(formatQuantity({ amount: { kind: 'range', min: 5000 }, unit, isApproximate }, lang).text).toBe(text);
  },
);

test('a bound without a unit follows the number', () => {
  expect(
    formatQuantity({ amount: { kind: 'range', min: 5000 }, unit: undefined, isApproximate: false }, 'ar').text,
  ).toBe('5,000 على الأقل');
});

test('no number holds an invisible mark', () => {
  for (const lang of ['ar', 'fa', 'he', 'en']) expect(formatNumber(-1234.5, lang)).not.toMatch(/[\u200E\u200F\u061C]/);
});
