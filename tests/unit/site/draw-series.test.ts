import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Amount, Quantity } from '../../../src/schema/value.ts';
import { drawSeries, toNiceStep, type SeriesPoint } from '../../../src/site/draw-series.ts';

const quantity = (amount: Amount, unit?: Quantity['unit']): Quantity => ({ amount, unit, isApproximate: false });
const number = (value: number): Quantity => quantity({ kind: 'number', value });

const FIGHTERS: readonly SeriesPoint[] = [
  { quantity: number(33_000), date: '2015' },
  { quantity: quantity({ kind: 'range', min: 18_000, max: 22_000 }), date: '2016~' },
];

describe('a series over time', () => {
  test('draws a range as what is sure and what is possible', () => {
    const [first, second] = drawSeries(FIGHTERS, 'from-start')?.columns ?? [];
    expect(first?.possible).toBeUndefined();
    expect(second?.possible?.y).toBeLessThan(second?.sure.y ?? 0);
    const height = (second?.sure.height ?? 0) / (first?.sure.height ?? 1);
    expect(height).toBeCloseTo(18 / 33, 3);
  });

  test('runs from the side on which reading begins', () => {
    const [a, b] = drawSeries(FIGHTERS, 'from-start')?.columns ?? [];
    const [c, d] = drawSeries(FIGHTERS, 'from-end')?.columns ?? [];
    expect(a?.x).toBeLessThan(b?.x ?? 0);
    expect(c?.x).toBeGreaterThan(d?.x ?? 0);
  });

  test('has ticks from nothing up to above the highest value', () => {
    expect(drawSeries(FIGHTERS, 'from-start')?.ticks.map(({ value }) => value)).toEqual([0, 20_000, 40_000]);
  });

  test.each<[string, readonly SeriesPoint[]]>([
    ['a single value', FIGHTERS.slice(0, 1)],
    ['a value without a date', [...FIGHTERS, { quantity: number(1), date: 'unknown' }]],
    ['a date with an open end', [...FIGHTERS, { quantity: number(1), date: '2017/..' }]],
    ['two values of one time', [...FIGHTERS, { quantity: number(1), date: '2015' }]],
    ['times that lie close together beside a distant one', [...FIGHTERS, { quantity: number(1), date: '1950' }]],
    ['a share', [...FIGHTERS, { quantity: quantity({ kind: 'share', share: 1, of: 3 }), date: '2017' }]],
    ['percent', [...FIGHTERS, { quantity: quantity({ kind: 'number', value: 3 }, 'percent'), date: '2017' }]],
    ['an amount without a lower end', [...FIGHTERS, { quantity: quantity({ kind: 'range', max: 5 }), date: '2017' }]],
    ['a loss', [...FIGHTERS, { quantity: number(-5), date: '2017' }]],
    [
      'nothing but zero',
      [
        { quantity: number(0), date: '2015' },
        { quantity: number(0), date: '2016' },
      ],
    ],
  ])('is not drawn with %s', (_, points) => {
    expect(drawSeries(points, 'from-start')).toBeUndefined();
  });

  test('keeps every column inside the drawing and apart from the others', () => {
    const values = fc.uniqueArray(fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 1e9 })), {
      minLength: 2,
      maxLength: 4,
      selector: ([year]) => year,
    });
    fc.assert(
      fc.property(values, fc.constantFrom('from-start', 'from-end'), (points, axis) => {
        const drawing = drawSeries(
          points.map(([year, value]) => ({ quantity: number(value), date: String(year) })),
          axis,
        );
        const columns = (drawing?.columns ?? []).toSorted((a, b) => a.x - b.x);
        expect([0, points.length]).toContain(columns.length);
        columns.forEach(({ x, width, sure }, index) => {
          expect(x).toBeGreaterThanOrEqual((drawing?.start ?? 0) - 0.02);
          expect(x + width).toBeLessThanOrEqual((columns[index + 1]?.x ?? drawing?.end ?? 0) + 0.02);
          expect(sure.y).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  test.each([
    [11_000, 20_000],
    [3, 5],
    [0.021, 0.025],
    [10, 10],
    [7, 10],
  ])('steps of at least %f are steps of %f', (least, step) => {
    expect(toNiceStep(least)).toBeCloseTo(step, 10);
  });
});
