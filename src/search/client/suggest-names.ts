import { countTypingErrors } from '../analyser/edit-distance.ts';
import type { QueryTerm } from './resolve-query.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_SUGGESTIONS = 5;
/** A name is near when at most this share of its letters is wrong. */
const WRONG_SHARE = 0.45;

/** Words of names that are written most like the words of a query that found nothing, nearest first. */
export function suggestNames(terms: readonly QueryTerm[], vocabulary: Vocabulary): readonly string[] {
  const found: { readonly word: string; readonly share: number }[] = [];
  for (const { normal } of terms) {
    for (const { stem, isName, surfaces } of vocabulary.words()) {
      const word = surfaces.toSorted((a, b) => b.length - a.length)[0] ?? stem;
      if (!isName || word.length < 3 || /^\d/.test(word)) continue;
      const most = Math.floor(word.length * WRONG_SHARE);
      const errors = countTypingErrors(normal, word, most);
      if (errors <= most) found.push({ word, share: errors / word.length });
    }
  }
  const words = found.toSorted((a, b) => a.share - b.share || (a.word < b.word ? -1 : 1)).map(({ word }) => word);
  return [...new Set(words)].slice(0, MOST_SUGGESTIONS);
}
