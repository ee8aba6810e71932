import { splitWords } from '../text/split-words.ts';
import { foldName, foldSpelling } from './fold-name.ts';
import { isCaseExact } from './is-case-exact.ts';
import type { Name } from './name.ts';

/** A name that will be found too often, or for too many. Facts only: whether they matter is for the check to say. */
export type NameFinding =
  /** One name after folding, borne by several entities: its mentions may stay ambiguous. In the order given. */
  | { readonly kind: 'duplicate'; readonly names: readonly Name[] }
  /** Fewer than three letters; no abbreviation, which its capitals protect. */
  | { readonly kind: 'short'; readonly name: Name }
  /** Digits only: every such number in every text would be a mention. */
  | { readonly kind: 'digits'; readonly name: Name }
  /** A frequent word of the language, and not marked `common`. */
  | { readonly kind: 'frequent'; readonly name: Name };

const FEWEST_LETTERS = 3;

/**
 * Findings in the order of the names they begin with. `frequentWords` are words of the language (or of the site's
 * articles) that a name must not equal without being marked `common`.
 */
export function lintNames(names: readonly Name[], frequentWords: Iterable<string> = []): NameFinding[] {
  const frequent = new Set(Array.from(frequentWords, (word) => foldWords(word, foldName)));
  const groups = Map.groupBy(names, ({ text }) => foldWords(text, foldName));
  return names.flatMap((name) => {
    const folded = foldWords(name.text, foldName);
    return [...findDuplicates(name, groups.get(folded) ?? []), ...findWeakness(name, folded, frequent)];
  });
}

/** Told once, at the first of the names that are written alike. */
function findDuplicates(name: Name, alike: readonly Name[]): NameFinding[] {
  const names = alike.filter((other) => isWrittenAlike(name, other));
  const entities = new Set(names.map(({ entity }) => entity));
  return names[0] === name && entities.size > 1 ? [{ kind: 'duplicate', names }] : [];
}

/** Of names equal after folding: whether one place in a text could be both. */
function isWrittenAlike(a: Name, b: Name): boolean {
  if (!isCaseExact(a) || !isCaseExact(b)) return true;
  return foldWords(a.text, foldSpelling) === foldWords(b.text, foldSpelling);
}

function findWeakness(name: Name, folded: string, frequent: ReadonlySet<string>): NameFinding[] {
  if (/^[\d ]+$/.test(folded)) return [{ kind: 'digits', name }];
  if (isCaseExact(name)) return [];
  if (folded.replace(/[^\p{L}\p{N}]/gu, '').length < FEWEST_LETTERS) return [{ kind: 'short', name }];
  return frequent.has(folded) && name.common !== true ? [{ kind: 'frequent', name }] : [];
}

function foldWords(text: string, fold: (word: string) => string): string {
  return splitWords(text)
    .map(({ start, end }) => fold(text.slice(start, end)))
    .join(' ');
}
