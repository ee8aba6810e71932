import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../src/schema/value.ts';
import { drawBars } from '../../../src/site/models/measure-view.ts';

const number = (value: number): Quantity => ({ amount: { kind: 'number', value }, isApproximate: false });
const range = (min?: number, max?: number): Quantity => ({ amount: { kind: 'range', min, max }, isApproximate: false });
const percent = (value: number): Quantity => ({ ...number(value), unit: 'percent' });

describe('bars', () => {
  test('are as long as their numbers are great', () => {
    expect(drawBars([number(10), number(5)], 'from-start').map((bar) => bar?.sure)).toEqual([
      { x: 0, width: 100 },
      { x: 0, width: 50 },
    ]);
  });

  test('begin at the other end where one reads from right to left', () => {
    expect(drawBars([number(10), number(5)], 'from-end')[1]?.sure).toEqual({ x: 50, width: 50 });
  });

  test('show what is sure and what is possible of a range', () => {
    const [bar] = drawBars([range(40, 60), number(100)], 'from-start');
    expect(bar).toEqual({ sure: { x: 0, width: 40 }, possible: { x: 40, width: 20 } });
  });

  test('leave an open end open', () => {
    const [bar] = drawBars([range(100), number(50)], 'from-start');
    expect(bar).toEqual({ sure: { x: 0, width: 80 }, possible: { x: 80, width: 20 } });
  });

  test('measure percentages and shares against the whole, even alone', () => {
    const share: Quantity = { amount: { kind: 'share', share: 1, of: 4 }, isApproximate: false };
    expect(drawBars([percent(10), share], 'from-start').map((bar) => bar?.sure?.width)).toEqual([10, 25]);
  });

  test.each([
    ['a single number', [number(7)]],
    ['numbers beside percentages', [number(7), percent(7)]],
    ['negative numbers', [number(-7), number(7)]],
    ['nothing but zero', [number(0), number(0)]],
  ])('are not drawn for %s', (_, quantities) => {
    expect(drawBars(quantities, 'from-start').every((bar) => bar === undefined)).toBe(true);
  });
});
