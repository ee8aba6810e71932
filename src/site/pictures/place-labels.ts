import { isOverlapping, isWithin, round, type Box } from './box.ts';

/** What wants a label: a point of the drawing, the room the label takes and the room to keep free around the point. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Radius of the sign at the point, over which no label may lie. */
  readonly radius: number;
  /** Whether the label may lie over its own point: on an area that is larger than the label. */
  readonly isRoomy: boolean;
  /** What other labels had better not lie on: the area around the point. */
  readonly area?: Box | undefined;
}

/** The box of a label; `isFar` when a line should lead from it to its point. */
export type PlacedLabel = Box & { readonly isFar: boolean };

/** Directions in which a label may move away from its point, as parts of a whole turn: sides first, then corners. */
const WAYS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.7, -0.7],
  [-0.7, -0.7],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0.9, -0.4],
  [-0.9, -0.4],
  [0.9, 0.4],
  [-0.9, 0.4],
] as const;
const DISTANCES = [2, 10, 20, 32, 46, 62, 80, 100, 125];
const FAR = 10;
/** A label goes no farther than this to keep off the areas of others. */
const NEAR_ENOUGH = 46;
/** From here on a way leads up, down or to the side. */
const STEEP = 0.5;

/**
 * A place for each label, the first wishes first: the nearest to its point at which it lies within the drawing, over no
 * other label, over no point and over nothing of what is `kept` free. Nothing for a label that finds no place.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: Box,
  kept: readonly Box[] = [],
): readonly (PlacedLabel | undefined)[] {
  const points = wishes.map(({ x, y, radius }): Box => ({
    x: x - radius,
    y: y - radius,
    width: radius * 2,
    height: radius * 2,
  }));
  const taken: Box[] = [...points, ...kept];
  return wishes.map((wish, index) => {
    const over = { ...wish, x: round(wish.x - wish.width / 2), y: round(wish.y - wish.height / 2) };
    const own = points[index];
    if (wish.isRoomy && isWithin(over, frame) && !taken.some((other) => other !== own && isOverlapping(over, other))) {
      taken.push(over);
      return { x: over.x, y: over.y, width: wish.width, height: wish.height, isFar: false };
    }
    const areas = wishes.flatMap(({ area }, place) => (area === undefined || place === index ? [] : [area]));
    const found = findRoom(wish, frame, [...taken, ...areas], NEAR_ENOUGH) ?? findRoom(wish, frame, taken, Infinity);
    if (found !== undefined) taken.push(found);
    return found;
  });
}

/** The nearest place for a label that is free of what is taken. */
function findRoom(wish: LabelWish, frame: Box, taken: readonly Box[], farthest: number): PlacedLabel | undefined {
  for (const distance of DISTANCES) {
    if (distance > farthest) return undefined;
    for (const way of WAYS) {
      const box = moveAway(wish, way, distance);
      if (!isWithin(box, frame) || taken.some((other) => isOverlapping(box, other))) continue;
      return { ...box, isFar: distance >= FAR };
    }
  }
  return undefined;
}

/** The box of a label whose nearest side stands `distance` beyond the sign, in one direction. */
function moveAway(
  { x, y, width, height, radius }: LabelWish,
  [across, down]: readonly [number, number],
  distance: number,
): Box {
  const reach = radius + distance;
  // To the side a label begins there, whatever its height, and above or below it stands in the middle.
  const middleX = x + across * reach + (Math.abs(across) < STEEP ? 0 : (Math.sign(across) * width) / 2);
  const middleY = y + down * reach + (Math.abs(down) < STEEP ? 0 : (Math.sign(down) * height) / 2);
  return { x: round(middleX - width / 2), y: round(middleY - height / 2), width, height };
}
