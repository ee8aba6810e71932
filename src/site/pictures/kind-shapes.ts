import { round } from './box.ts';

/** Corners of a shape around (0, 0), in radii; a circle has none. */
type Corners = readonly (readonly [x: number, y: number])[];

/** In the order in which kinds take them. Every shape covers about as much as the circle. */
const SHAPES: readonly Corners[] = [
  [],
  toCorners([-0.89, -0.89, 0.89, -0.89, 0.89, 0.89, -0.89, 0.89]),
  toCorners([0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0]),
  toCorners([0, -1.3, 1.25, 0.9, -1.25, 0.9]),
  toCorners([-0.6, -1.04, 0.6, -1.04, 1.2, 0, 0.6, 1.04, -0.6, 1.04, -1.2, 0]),
  toCorners([-1.25, -0.9, 1.25, -0.9, 0, 1.3]),
  toCorners([
    -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4, 1.2, -0.4, 1.2, -0.4, 0.4, -1.2, 0.4, -1.2,
    -0.4, -0.4, -0.4,
  ]),
  toCorners([-1.3, -0.6, 1.3, -0.6, 1.3, 0.6, -1.3, 0.6]),
];

/** The path of the sign of the kind at `index`, around a point. Beyond the list shapes begin again. */
export function drawShape(index: number, x: number, y: number, radius: number): string {
  const corners = SHAPES[index % SHAPES.length] ?? [];
  if (corners.length === 0) {
    const across = round(radius * 2);
    return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 -${across} 0z`;
  }
  return `M${corners.map(([dx, dy]) => `${round(x + dx * radius)} ${round(y + dy * radius)}`).join('L')}z`;
}

function toCorners(numbers: readonly number[]): Corners {
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[index * 2] ?? 0,
    numbers[index * 2 + 1] ?? 0,
  ]);
}
