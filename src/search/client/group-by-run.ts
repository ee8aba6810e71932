import { cutAtNumberRuns } from '../../text/find-number-runs.ts';
import type { ExcerptPart } from './to-hit.ts';

/** Parts of an excerpt that stand together: a run of numbers, or what stands between two. */
export interface RunGroup {
  readonly isRun: boolean;
  readonly parts: readonly ExcerptPart[];
}

/** Groups an excerpt by its runs of numbers. A run stays whole where only one of its numbers was asked for and is marked. */
export function groupByRun(excerpt: readonly ExcerptPart[]): readonly RunGroup[] {
  let start = 0;
  const placed = excerpt.map(({ text, isMarked }) => {
    const part = { start, text, isMarked };
    start += text.length;
    return part;
  });
  let at = 0;
  return cutAtNumberRuns(excerpt.map(({ text }) => text).join('')).map(({ text: piece, isRun }) => {
    const [from, to] = [at, (at += piece.length)];
    const parts = placed
      .filter((part) => part.start < to && part.start + part.text.length > from)
      .map(({ start: own, text, isMarked }) => ({
        text: text.slice(Math.max(0, from - own), to - own),
        isMarked,
      }));
    return { isRun, parts };
  });
}
