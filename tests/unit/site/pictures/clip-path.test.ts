import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipPath } from '../../../../src/site/pictures/clip-path.ts';
import { findCrowds } from '../../../../src/site/pictures/find-crowds.ts';

const BOX = { x: 0, y: 0, width: 100, height: 100 };

/** All corners of a path of whole numbers. */
function listCorners(path: string): readonly (readonly [number, number])[] {
  return path
    .split('z')
    .filter(Boolean)
    .flatMap((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      const corners: [number, number][] = [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        const [x, y] = corners.at(-1) ?? [0, 0];
        corners.push([x + (numbers[index] ?? 0), y + (numbers[index + 1] ?? 0)]);
      }
      return corners;
    });
}

describe('a path cut to a box', () => {
  test('stays as it is within the box, and is nothing outside', () => {
    expect(clipPath('M10 10l20 0 0 20z', BOX)).toBe('M10 10l20 0 0 20z');
    expect(clipPath('M210 10l20 0 0 20z', BOX)).toBe('');
  });

  test('ends at the side that it crosses', () => {
    expect(clipPath('M50 10l100 0 0 20-100 0z', BOX)).toBe('M50 10l50 0 0 20-50 0z');
  });

  test('fills the box that it surrounds', () => {
    const corners = listCorners(clipPath('M-50-50l300 0 0 300-300 0z', BOX));
    expect(new Set(corners.map(String))).toEqual(new Set(['0,0', '100,0', '100,100', '0,100']));
  });

  test('never leaves the box', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -150, max: 150 })), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (own) => {
        const path = `M50 50l${own.map(([x, y]) => `${x} ${y}`).join(' ')}z`;
        for (const [x, y] of listCorners(clipPath(path, BOX)))
          expect(x >= 0 && y >= 0 && x <= 100 && y <= 100).toBe(true);
      }),
    );
  });
});

describe('crowds of points', () => {
  const points = [0, 10, 20, 300, 340, 700].map((x) => ({ x, y: 0 }));
  const all = (): boolean => true;

  test('are those that stand near each other, the largest first, where one of them is crowded', () => {
    expect(findCrowds(points, [true, false, false, true, false, true], all)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    expect(findCrowds(points, [true, false, false, false, false, false], all)).toEqual([[0, 1, 2]]);
  });

  test('are smaller where a large one would not be worth its room', () => {
    const row = [0, 40, 55, 95].map((x) => ({ x, y: 0 }));
    expect(findCrowds(row, [true, true, true, true], (group) => group.length < 4)).toEqual([[1, 2]]);
    expect(findCrowds(row, [true, true, true, true], () => false)).toEqual([]);
  });
});
