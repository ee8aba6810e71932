import { findLikePairs } from './passage-likeness.ts';
import type { LikePair } from './passage-likeness.ts';

/** Which old passage is which new one, by index in the two articles; each stands in one pair at most. */
export interface Pairing {
  readonly beforeOf: (number | undefined)[];
  readonly afterOf: (number | undefined)[];
}

/** A pairing of so many old and new passages in which nothing is paired yet. */
export function startPairing(before: number, after: number): Pairing {
  return {
    beforeOf: Array.from({ length: after }, () => undefined),
    afterOf: Array.from({ length: before }, () => undefined),
  };
}

/** Records that the old passage `before` is the new passage `after`. */
export function pair(pairing: Pairing, before: number, after: number): void {
  pairing.beforeOf[after] = before;
  pairing.afterOf[before] = after;
}

/** The indices that are not paired yet, in order. */
export function findOpen(partnerOf: readonly (number | undefined)[]): number[] {
  return [...partnerOf.keys()].filter((index) => partnerOf[index] === undefined);
}

/**
 * How many neighbours before and after a passage must agree as well, widest first. A text that stands once is paired
 * in any of these rounds; of texts that stand several times each finds the one among the same neighbours, and where
 * the neighbours say nothing their order decides.
 */
const REACHES = [
  [4, 4],
  [2, 2],
  [1, 1],
  [1, 0],
  [0, 1],
  [0, 0],
] as const;

/** Pairs what is open and equal by its key (the text, or the hash of its words). Adds to `pairing`. */
export function pairSame(pairing: Pairing, before: readonly string[], after: readonly string[]): void {
  const numbers = new Map<string, number>();
  const keysBefore = before.map((key) => toNumber(numbers, key));
  const keysAfter = after.map((key) => toNumber(numbers, key));
  for (const [left, right] of REACHES) {
    const waiting = new Map<string, number[]>();
    for (const index of findOpen(pairing.afterOf).reverse()) {
      const surroundings = toSurroundings(keysBefore, index, left, right);
      const list = waiting.get(surroundings);
      if (list === undefined) waiting.set(surroundings, [index]);
      else list.push(index);
    }
    for (const index of findOpen(pairing.beforeOf)) {
      const found = waiting.get(toSurroundings(keysAfter, index, left, right))?.pop();
      if (found !== undefined) pair(pairing, found, index);
    }
  }
}

function toNumber(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function toSurroundings(keys: readonly number[], index: number, left: number, right: number): string {
  let surroundings = '';
  for (let at = index - left; at <= index + right; at += 1) surroundings += `${keys[at] ?? ''},`;
  return surroundings;
}

/** What a neighbour that is paired in order adds to likeness: enough to decide between like rivals, never to make one. */
const NEIGHBOUR_BONUS = 0.1;

interface Candidate extends LikePair {
  readonly score: number;
}

/**
 * Pairs what is open and alike, best first; of the new passages only those in `openAfter`. Texts are folded. Every
 * pair made may lift its neighbours, which are then considered again at their new score. Adds to `pairing`.
 */
export function pairAlike(
  pairing: Pairing,
  before: readonly string[],
  after: readonly string[],
  openAfter: readonly number[],
): void {
  const pairs = findLikePairs(before, after, findOpen(pairing.afterOf), openAfter);
  const byPlace = new Map(pairs.map((like) => [toPlace(like.before, like.after), like]));
  const queue = pairs.map((like) => toCandidate(pairing, like)).sort(compareCandidates);
  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    if (pairing.afterOf[best.before] !== undefined || pairing.beforeOf[best.after] !== undefined) continue;
    pair(pairing, best.before, best.after);
    for (const step of [-1, 1]) {
      const neighbour = byPlace.get(toPlace(best.before + step, best.after + step));
      if (neighbour !== undefined) insertSorted(queue, toCandidate(pairing, neighbour));
    }
  }
}

function toPlace(before: number, after: number): string {
  return `${before},${after}`;
}

function toCandidate(pairing: Pairing, like: LikePair): Candidate {
  const neighbours = [-1, 1].filter((step) => isPairedInOrder(pairing, like, step)).length;
  return { ...like, score: like.likeness + neighbours * NEIGHBOUR_BONUS };
}

/** The two ends of an article count as neighbours: what stood first and stands first is in order. */
function isPairedInOrder(pairing: Pairing, like: LikePair, step: number): boolean {
  const before = like.before + step;
  const after = like.after + step;
  const isEndBefore = before < 0 || before >= pairing.afterOf.length;
  const isEndAfter = after < 0 || after >= pairing.beforeOf.length;
  if (isEndBefore || isEndAfter) return isEndBefore && isEndAfter;
  return pairing.beforeOf[after] === before;
}

/** Worst first, so that the best is popped; equal scores fall to the passages that stand first. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return a.score - b.score || b.before - a.before || b.after - a.after;
}

function insertSorted(queue: Candidate[], candidate: Candidate): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = queue[middle];
    if (other !== undefined && compareCandidates(other, candidate) < 0) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, candidate);
}
