import { foldSpelling } from './fold-name.ts';

/** A written word as it may stand in a name. */
export interface WordForm {
  readonly folded: string;
  /** As `folded`, in the case written. */
  readonly spelling: string;
  /** The same without the English 's, when it ends in one. */
  readonly possessor: { readonly folded: string; readonly spelling: string } | undefined;
}

/** UTF-16 units of the English 's, written as well as folded. */
export const POSSESSIVE_LENGTH = 2;
const POSSESSIVE = /[^'\u2018\u2019\u02BC]['\u2018\u2019\u02BC]s$/i;

export function readWordForm(written: string): WordForm {
  const spelling = foldSpelling(written);
  const folded = spelling.toLowerCase();
  const possessor = POSSESSIVE.test(written)
    ? { folded: folded.slice(0, -POSSESSIVE_LENGTH), spelling: spelling.slice(0, -POSSESSIVE_LENGTH) }
    : undefined;
  return { folded, spelling, possessor };
}

/** Whether the first letter of a spelling is a capital, an apostrophe before it set aside (’Ali). */
export function hasCapital(spelling: string): boolean {
  return /^'?\p{Lu}/u.test(spelling);
}
