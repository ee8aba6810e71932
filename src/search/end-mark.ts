/**
 * A letter that ends every stem in the index and in what the index is asked (U+07CA, of the N'Ko script, which no stem
 * contains): with it a stem is found as a whole, never as the beginning of another word.
 */
const END_MARK = '\u07CA';
/** Stands for the stop of 3.5, at which the index would cut. */
const INNER_STOP = '\u07CB';

/** A stem as the index holds it and is asked for it. */
export function toIndexTerm(stem: string): string {
  return stem.replace(/[^\p{L}\p{N}]/gu, INNER_STOP) + END_MARK;
}
