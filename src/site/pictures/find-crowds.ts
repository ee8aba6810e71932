/** How near two points must stand to belong together, in units of the drawing; where that joins too much, nearer. */
const REACHES = [46, 30, 20];

/**
 * Groups of points of which at least one is crowded and each stands near another of its group: the largest first, as lists
 * of places in `points`. A group that `isWorthwhile` refuses is tried again as several smaller ones.
 */
export function findCrowds(
  points: readonly { readonly x: number; readonly y: number }[],
  crowded: readonly boolean[],
  isWorthwhile: (group: readonly number[]) => boolean,
): readonly (readonly number[])[] {
  const split = (members: readonly number[], [reach, ...nearer]: readonly number[]): readonly (readonly number[])[] => {
    if (reach === undefined) return [];
    return joinNear(points, members, reach).flatMap((group) => {
      if (group.length < 2 || !group.some((index) => crowded[index])) return [];
      return isWorthwhile(group) ? [group] : split(group, nearer);
    });
  };
  const found = split([...points.keys()], REACHES);
  return found.toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** Members in groups within which one gets from each to each in steps shorter than `reach`. */
function joinNear(
  points: readonly { readonly x: number; readonly y: number }[],
  members: readonly number[],
  reach: number,
): readonly (readonly number[])[] {
  const left = new Set(members);
  return members.flatMap((start) => {
    if (!left.delete(start)) return [];
    const group = [start];
    for (const one of group) {
      for (const other of left) {
        if (!isNear(points[one], points[other], reach)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    return [group.toSorted((a, b) => a - b)];
  });
}

type Point = { readonly x: number; readonly y: number } | undefined;

function isNear(a: Point, b: Point, reach: number): boolean {
  return a !== undefined && b !== undefined && (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < reach ** 2;
}
