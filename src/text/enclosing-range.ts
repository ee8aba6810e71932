import type { Range } from './range.ts';

/**
 * The range with `at` strictly inside it (an offset at either end is outside). `ranges` are sorted and share no character.
 */
export function enclosingRange(ranges: readonly Range[], at: number): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  const range = ranges[low];
  return range !== undefined && range.start < at ? range : undefined;
}
