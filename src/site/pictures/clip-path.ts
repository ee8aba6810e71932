import type { Box } from './box.ts';

type Point = readonly [x: number, y: number];

/** One side of a box: how far a point lies within it, negative outside. */
type Side = (point: Point) => number;

/**
 * Closed rings of whole numbers (`M1 2l3 4…z`), cut to a box: Sutherland and Hodgman, «Reentrant polygon clipping», 1974.
 * What leaves the box and comes back runs along its sides in between. Rings that lie outside are left out.
 */
export function clipPath(path: string, box: Box): string {
  const sides: readonly Side[] = [
    ([x]) => x - box.x,
    ([x]) => box.x + box.width - x,
    ([, y]) => y - box.y,
    ([, y]) => box.y + box.height - y,
  ];
  return path
    .split('z')
    .filter((ring) => ring !== '')
    .map((ring) => {
      const points = readRing(ring);
      const isWhole = points.every((point) => sides.every((side) => side(point) >= 0));
      return isWhole ? `${ring}z` : writeRing(sides.reduce(cutRing, points));
    })
    .join('');
}

/** All numbers but the first two are steps from the corner before. */
function readRing(ring: string): readonly Point[] {
  const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
  let [x, y] = [0, 0];
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index): Point => {
    x += numbers[index * 2] ?? 0;
    y += numbers[index * 2 + 1] ?? 0;
    return [x, y];
  });
}

function cutRing(points: readonly Point[], side: Side): readonly Point[] {
  return points.flatMap((point, index): readonly Point[] => {
    const before = points[(index || points.length) - 1] ?? point;
    const [here, there] = [side(point), side(before)];
    if (here >= 0 === there >= 0) return here >= 0 ? [point] : [];
    const share = there / (there - here);
    const crossing: Point = [before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share];
    return here >= 0 ? [crossing, point] : [crossing];
  });
}

function writeRing(points: readonly Point[]): string {
  const rounded = points.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const distinct = rounded.filter(([x, y], index) => {
    const before = rounded[index - 1];
    return before?.[0] !== x || before[1] !== y;
  });
  const [first, ...others] = distinct;
  if (first === undefined || others.length < 2) return '';
  const steps = others.map(([x, y], index) => {
    const [fromX, fromY] = distinct[index] ?? first;
    const [across, down] = [x - fromX, y - fromY];
    return `${index > 0 && across >= 0 ? ' ' : ''}${across}${down >= 0 ? ' ' : ''}${down}`;
  });
  return `M${first[0]} ${first[1]}l${steps.join('')}z`;
}
