import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../src/schema/value.ts';
import { formatQuantity, toBounds } from '../../../src/site/format-quantity.ts';

const people = { ar: 'شخص', en: 'people' };
const about = (amount: Quantity['amount'], unit: Quantity['unit'], isApproximate = false): Quantity => ({
  amount,
  unit,
  isApproximate,
});

describe('quantities', () => {
  test.each([
    ['a number', about({ kind: 'number', value: 33000 }, people), ['', '33,000', '', 'people']],
    ['a range', about({ kind: 'range', min: 18000, max: 22000 }, people), ['', '18,000–22,000', '', 'people']],
    ['a least number', about({ kind: 'range', min: 5000 }, people), ['at least', '5,000', '', 'people']],
    ['a greatest share', about({ kind: 'range', max: 10 }, 'percent'), ['up to', '10%', '', undefined]],
    ['an approximate number', about({ kind: 'number', value: 12 }, 'percent', true), ['about', '12%', '', undefined]],
    ['a share', about({ kind: 'share', share: 7, of: 27 }, people), ['', '7 of 27', '', 'people']],
    ['a part', about({ kind: 'share', share: 1, of: 3 }, people, true), ['', 'about a third', '', 'people']],
  ] as const)('%s has its figure apart', (_, quantity, [before, figure, after, unit]) => {
    const formatted = formatQuantity(quantity, 'en');
    expect([formatted.before, formatted.figure, formatted.after, formatted.unit?.text]).toEqual([
      before,
      figure,
      after,
      unit,
    ]);
  });

  test('says «at least» after the figure in Arabic', () => {
    const { before, figure, after, unit } = formatQuantity(about({ kind: 'range', min: 5000 }, people), 'ar');
    expect([before, figure, unit?.text, after]).toEqual(['', '5,000', 'شخص', 'على الأقل']);
  });

  test('tells in which language its unit is', () => {
    const { unit } = formatQuantity(about({ kind: 'number', value: 1 }, { ar: 'شخص' }), 'en');
    expect(unit).toEqual({ text: 'شخص', lang: 'ar', dir: 'rtl' });
  });

  test('has bounds, open where the amount is', () => {
    expect(toBounds({ kind: 'range', max: 10 })).toEqual({ min: undefined, max: 10 });
    expect(toBounds({ kind: 'share', share: 1, of: 4 })).toEqual({ min: 0.25, max: 0.25 });
  });
});
