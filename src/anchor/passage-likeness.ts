/**
 * How alike two passages are when their words differ: the share of three-letter runs they have in common.
 * A run carries its letters and their order, needs no word list, and so serves every language alike.
 */

/** Runs of three letters of one text; each run once, as a number made of its three UTF-16 units. */
type Runs = readonly number[];

/** Two passages, by index, that are alike enough to be one passage before and after an edit. */
export interface LikePair {
  readonly before: number;
  readonly after: number;
  /** Dice's coefficient of the two sets of runs, LEAST_LIKENESS to 1. */
  readonly likeness: number;
}

/** Least share of common runs. Of two halves of a split passage the larger one always passes (at least 2/3). */
export const LEAST_LIKENESS = 0.5;

/**
 * Least share when every run counts by its rarity in the article. Two entries of one list («Joined in 1949: Belgium»,
 * «Joined in 1949: Canada») share their frame and nothing else: the frame must not make one out of the other.
 */
const LEAST_RARE_LIKENESS = 0.45;

/**
 * All pairs of old and new passages that are alike, in no order that means anything.
 * Only passages in `openBefore` and `openAfter` are compared; all texts together say which runs are rare.
 * Texts are to be folded by the caller.
 */
export function findLikePairs(
  before: readonly string[],
  after: readonly string[],
  openBefore: readonly number[],
  openAfter: readonly number[],
): LikePair[] {
  if (openBefore.length === 0 || openAfter.length === 0) return [];
  const runsBefore = before.map(toRuns);
  const weigh = toWeigher(runsBefore);
  const holders = toHolders(runsBefore, openBefore);
  const sizes = runsBefore.map((runs) => sumWeights(runs, weigh));
  const pairs: LikePair[] = [];
  const common = new Int32Array(before.length);
  const commonWeight = new Float64Array(before.length);
  for (const index of openAfter) {
    const runs = toRuns(after[index] ?? '');
    const size = sumWeights(runs, weigh);
    common.fill(0);
    commonWeight.fill(0);
    for (const run of runs) {
      const weight = weigh(run);
      for (const holder of holders.get(run) ?? []) {
        common[holder] = (common[holder] ?? 0) + 1;
        commonWeight[holder] = (commonWeight[holder] ?? 0) + weight;
      }
    }
    for (const candidate of openBefore) {
      const likeness = toDice(common[candidate], runs.length, runsBefore[candidate]?.length);
      if (likeness < LEAST_LIKENESS) continue;
      if (toDice(commonWeight[candidate], size, sizes[candidate]) < LEAST_RARE_LIKENESS) continue;
      pairs.push({ before: candidate, after: index, likeness });
    }
  }
  return pairs;
}

function toDice(common = 0, sizeBefore = 0, sizeAfter = 0): number {
  const size = sizeBefore + sizeAfter;
  return size === 0 ? 0 : (2 * common) / size;
}

/** A space on both sides makes the first and the last letter count as much as the others. */
function toRuns(text: string): Runs {
  const padded = ` ${text} `;
  const runs = new Set<number>();
  for (let at = 0; at + 2 < padded.length; at += 1) {
    runs.add((padded.charCodeAt(at) * 0x10000 + padded.charCodeAt(at + 1)) * 0x10000 + padded.charCodeAt(at + 2));
  }
  return [...runs];
}

/**
 * The fewer passages of the old article have a run, the more it says: log((N + 1) / n), as search engines weigh words.
 * A run that is new counts as one that a single passage has.
 */
function toWeigher(texts: readonly Runs[]): (run: number) => number {
  const counts = new Map<number, number>();
  for (const runs of texts) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  const weights = texts.map((_, index) => Math.log((texts.length + 1) / (index + 1)));
  return (run) => weights[(counts.get(run) ?? 1) - 1] ?? 0;
}

function toHolders(texts: readonly Runs[], open: readonly number[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const index of open) {
    for (const run of texts[index] ?? []) {
      const list = holders.get(run);
      if (list === undefined) holders.set(run, [index]);
      else list.push(index);
    }
  }
  return holders;
}

function sumWeights(runs: Runs, weigh: (run: number) => number): number {
  let sum = 0;
  for (const run of runs) sum += weigh(run);
  return sum;
}
