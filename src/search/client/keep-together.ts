import type { ResolvedQuery } from './resolve-query.ts';
import type { FoundDocument } from './search-documents.ts';

/** A word that is asked for: its number among the terms, and its place in the query. */
interface AskedWord {
  readonly number: number;
  readonly place: number;
}

/** Words of a name are together when no more other words than these stand among them. */
const NEAR = 2;

/**
 * Of a phrase in quotation marks, the documents that have its words one after the other; of a query that is a whole name,
 * its bearers and what has its words together (the United States are no kingdom). All that was found, where there are none.
 */
export function keepTogether(
  found: readonly FoundDocument[],
  { terms, bestBets }: ResolvedQuery,
): readonly FoundDocument[] {
  const asked = terms.flatMap((term, number) => (term.by === 'nothing' ? [] : [{ ...term, number }]));
  const phrases = [...Map.groupBy(asked, ({ phrase }) => phrase)].filter(
    ([phrase, words]) => phrase !== undefined && words.length > 1,
  );
  const isName = bestBets.length > 0 && asked.length > 1;
  const kept =
    phrases.length > 0
      ? found.filter((one) => phrases.every(([, words]) => followOneAnother(one, words)))
      : isName
        ? found.filter((one) => one.isBestBet || standTogether(one, asked))
        : found;
  return kept.length > 0 ? kept : found;
}

/**
 * Whether the words stand in a document as they do in the query; other names of what a text names stand at its first word,
 * and what is in a title alone has no place.
 */
function followOneAnother({ terms }: FoundDocument, words: readonly AskedWord[]): boolean {
  const places = readPlaces(terms, words);
  const inText = places.filter(({ tokens }) => tokens.length > 0);
  const [first] = inText;
  if (places.length < words.length) return false;
  if (first === undefined) return true;
  return first.tokens.some((start) =>
    inText.every(({ place, tokens }) => tokens.includes(start + place - first.place) || tokens.includes(start)),
  );
}

/** Whether the words stand near one another, in any order, or all in the title. */
function standTogether({ terms }: FoundDocument, words: readonly AskedWord[]): boolean {
  const places = readPlaces(terms, words);
  const [first] = places;
  if (first === undefined || places.length < words.length) return false;
  if (places.every(({ tokens }) => tokens.length === 0)) return true;
  const reach = words.length + NEAR;
  return first.tokens.some((start) =>
    places.every(({ tokens }) => tokens.some((token) => Math.abs(token - start) <= reach)),
  );
}

/** Where the words stand that the document has. */
function readPlaces(
  terms: FoundDocument['terms'],
  words: readonly AskedWord[],
): readonly { readonly place: number; readonly tokens: readonly number[] }[] {
  return words.flatMap(({ number, place }) => {
    const term = terms.get(number);
    return term === undefined ? [] : [{ place, tokens: [...term.tokens.keys()] }];
  });
}
