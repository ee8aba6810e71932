import type { Kinship } from '../analyser/skeleton.ts';

/** A stem of the index that a word of a query may mean. */
export interface WeightedStem {
  readonly stem: string;
  /** From 0 to 1: how much a hit of this stem says about the word. */
  readonly weight: number;
}

/** How much a stem says about a word, by how it was come to. */
export const WEIGHTS = {
  plain: 1,
  article: 0.95,
  ending: 0.9,
  /** A particle taken off a word that the site does not have as a whole, or has less often. */
  proclitic: 0.95,
  /** The same where the whole is the commoner word. */
  doubtful: 0.4,
  pointer: 0.8,
  sound: 0.7,
  oneError: 0.6,
  twoErrors: 0.36,
  verb: 0.5,
  root: 0.3,
} as const;

/** The same for relatives of the word that are of one skeleton. */
export const KINSHIP: Readonly<Record<Kinship, number>> = {
  nisba: 0.8,
  spelling: 0.6,
  plural: 0.55,
  loose: 0.3,
  none: 0,
};

/** Of a query every word has at most so many relatives. */
export const MOST_RELATIVES = 6;
