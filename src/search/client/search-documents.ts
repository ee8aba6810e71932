import { countYears, type YearCount } from './count-years.ts';
import { findKinds } from './find-kinds.ts';
import { groupByPage } from './group-by-page.ts';
import { keepTogether } from './keep-together.ts';
import { measureRarity } from './measure-rarity.ts';
import { resolveQuery, type ResolvedQuery } from './resolve-query.ts';
import { rankRecord } from './rank-record.ts';
import { sortFound } from './sort-found.ts';
import { toHit, type Hit } from './to-hit.ts';
import type { SearchIndex } from './search-index.ts';
import type { WeightedStem } from './weighted-stem.ts';

/** What a reader asks for. */
export interface SearchRequest {
  readonly query: string;
  /** Reader's language: addresses and titles are of its pages. */
  readonly language: string;
  /** Only documents that have these; empty values ask for nothing. */
  readonly filters: Readonly<Record<string, string>>;
  /** Only documents with a date in these years, both included; without an end, all on that side. */
  readonly years?: YearRange;
  readonly sort?: SortOrder;
}

/** Best first, by name, or by date from the first or from the last one on. */
export type SortOrder = 'relevance' | 'name' | 'oldest' | 'newest';

export interface YearRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** All that was found, in the order asked for; what is shown of it is fetched when it is to be shown. */
export interface Findings {
  readonly count: number;
  readonly query: ResolvedQuery;
  readonly hits: (from: number, to: number) => Promise<readonly Hit[]>;
  /** The same by the pages on which it stands. */
  readonly byPage: () => Promise<PageFindings>;
  /** How many of the documents found have each value of a filter, the other filters applied. */
  readonly countBy: (filter: string) => Promise<ReadonlyMap<string, number>>;
  /** The same by year, or by longer spans where there are many years. */
  readonly countYears: () => Promise<readonly YearCount[]>;
}

/** The pages that something was found on, in the order of the first result of each. */
export interface PageFindings {
  readonly count: number;
  readonly pages: (from: number, to: number) => Promise<readonly FoundPage[]>;
}

export interface FoundPage {
  readonly hit: Hit;
  /** How many more results stand on the page. */
  readonly others: number;
  readonly readOthers: () => Promise<readonly Hit[]>;
}

/** A document with where the words of the query stand in it. */
export interface FoundDocument {
  readonly id: string;
  readonly score: number;
  /** By number of the term: its best score, and the tokens at which it was found, by weight of their stem. */
  readonly terms: ReadonlyMap<number, { readonly score: number; readonly tokens: ReadonlyMap<number, number> }>;
  readonly isBestBet: boolean;
  /** Whether it is of a kind that was asked for by its name. */
  readonly isOfKind?: boolean;
}

/** With so many documents that hold every word, relatives of the words are not asked for; of many words, or many documents, fewer do. */
const ENOUGH_DOCUMENTS = 10;
const ENOUGH_OF_MANY = 3;
const MANY_WORDS = 3;
/** Half of the words are enough; of a name, all, where so many documents hold it. */
const ENOUGH_WHOLE = 3;
/** Less than so much of the best score, with a word missing, is too little. */
const TAIL = 0.6;
/** The best passage stands third at the latest, the next one fifth. */
const PASSAGE_PLACES = [2, 4] as const;
/** So many are read to be put in their final order; where records share files, fewer. */
const RERANKED = 20;
const RERANKED_OF_MANY = 10;
const MANY_DOCUMENTS = 4000;
/** Of a kind that has more, and of large sites, what has the word is enough: the whole list is on a page of its own. */
const WHOLE_KIND = 200;

/**
 * Asks the index for each stem that a word of the query may mean and joins the answers: a document counts for each word
 * with its best stem and by how rare the word is, times the share of the words it holds. Pagefind itself would demand every
 * word.
 */
export async function searchDocuments(
  index: SearchIndex,
  { query, language, filters, years, sort = 'relevance' }: SearchRequest,
): Promise<Findings> {
  const resolved = await resolveQuery(query, index.vocabulary);
  let merged = await findDocuments(index, resolved, 'words');
  const known = countKnown(resolved);
  const whole = merged.filter(({ terms }) => terms.size === known).length;
  const isLarge = index.manifest.documents > MANY_DOCUMENTS;
  if (
    whole < (known < MANY_WORDS && !isLarge ? ENOUGH_DOCUMENTS : ENOUGH_OF_MANY) &&
    resolved.terms.some(({ relatives }) => relatives.length > 0)
  ) {
    merged = await findDocuments(index, resolved, 'relatives');
  }
  merged = await putKindsFirst(index, merged, resolved);
  const wanted = Object.entries(filters).filter(([, value]) => value !== '');
  const sets = new Map<string, ReadonlySet<string>>(
    await Promise.all(
      wanted.map(
        async ([filter, value]) => [filter, (await index.findFiltered(filter)).get(value) ?? new Set()] as const,
      ),
    ),
  );
  if (years?.from !== undefined || years?.to !== undefined) sets.set('year', await findInYears(index, years));
  // Whoever asks for nothing but a kind or a year gets all there is of it.
  if (query.trim() === '' && sets.size > 0) merged = listAll(await index.findFiltered('kind'));
  const isWanted = (id: string, except?: string): boolean =>
    [...sets].every(([filter, ids]) => filter === except || ids.has(id));
  const found = merged.filter(({ id }) => isWanted(id));
  const listWithout = (filter: string): readonly string[] =>
    merged.filter(({ id }) => isWanted(id, filter)).map(({ id }) => id);

  let ordered: Promise<readonly FoundDocument[]> | undefined;
  const order = (): Promise<readonly FoundDocument[]> => {
    if (ordered !== undefined) return ordered;
    const asked = query.trim() === '' && sort === 'relevance' ? 'name' : sort;
    ordered =
      asked === 'relevance' ? rerank(index, resolved, found, language) : sortFound(index, found, asked, language);
    return ordered;
  };
  const toHits = (documents: readonly FoundDocument[]): Promise<readonly Hit[]> =>
    Promise.all(documents.map(async (document) => toHit(await index.readRecord(document.id), document, language)));
  return {
    count: found.length,
    query: resolved,
    hits: async (from, to) => toHits((await order()).slice(from, to)),
    byPage: async () => {
      const groups = await groupByPage(index, await order());
      return {
        count: groups.length,
        pages: (from, to) =>
          Promise.all(
            groups.slice(from, to).map(async ([first, ...others]): Promise<FoundPage> => ({
              hit: toHit(await index.readRecord(first.id), first, language),
              others: others.length,
              readOthers: () => toHits(others),
            })),
          ),
      };
    },
    countYears: async () => countYears(await index.findFiltered('year'), listWithout('year')),
    countBy: async (filter) => {
      const values = await index.findFiltered(filter);
      const ids = listWithout(filter);
      return new Map([...values].map(([value, set]) => [value, ids.filter((id) => set.has(id)).length]));
    },
  };
}

/** Words that the site does not have tell no document from another. */
function countKnown({ terms }: ResolvedQuery): number {
  return terms.filter(({ by }) => by !== 'nothing').length;
}

interface FoundTerm {
  score: number;
  readonly tokens: Map<number, number>;
}

async function findDocuments(
  index: SearchIndex,
  resolved: ResolvedQuery,
  reach: 'words' | 'relatives',
): Promise<readonly FoundDocument[]> {
  const { terms, bestBets } = resolved;
  const known = countKnown(resolved);
  const documents = new Map<string, Map<number, FoundTerm>>();
  await Promise.all(
    terms.map(async ({ stems, relatives }, number) => {
      const find = async ({ stem, weight }: WeightedStem) => ({ weight, hits: await index.findStem(stem) });
      const [own, others] = await Promise.all([
        Promise.all(stems.map(find)),
        Promise.all(reach === 'words' ? [] : relatives.map(find)),
      ]);
      // A word is as rare as its commonest reading: a rare relative of a common word does not tell more than the word.
      const rarity = measureRarity(Math.max(0, ...own.map(({ hits }) => hits.length)), index.manifest.documents);
      for (const { weight, hits } of [...own, ...others]) {
        for (const { id, strength, words } of hits) {
          let held = documents.get(id);
          if (held === undefined) documents.set(id, (held = new Map<number, FoundTerm>()));
          let term = held.get(number);
          if (term === undefined) held.set(number, (term = { score: 0, tokens: new Map<number, number>() }));
          term.score = Math.max(term.score, strength * weight * rarity);
          for (const token of words) term.tokens.set(token, Math.max(weight, term.tokens.get(token) ?? 0));
        }
      }
    }),
  );
  const bets = new Set(bestBets);
  const whole = [...documents.values()].filter(({ size }) => size === known).length;
  const least = bets.size > 0 && whole >= ENOUGH_WHOLE ? known : known / 2;
  const found = [...documents]
    .filter(([, own]) => own.size >= least)
    .map(([id, own]): FoundDocument => {
      const sum = [...own.values()].reduce((total, { score }) => total + score, 0);
      return { id, score: (sum * own.size) / known, terms: own, isBestBet: bets.has(id) };
    })
    .toSorted(compareFound);
  return resolved.isQuestion ? found : cutTail(keepTogether(found, resolved), known);
}

/**
 * Where documents hold every word, those that hold fewer and are far behind are about something else. Not so of a question,
 * whose words are seldom those of its answer.
 */
function cutTail(found: readonly FoundDocument[], known: number): readonly FoundDocument[] {
  const best = Math.max(0, ...found.filter(({ terms }) => terms.size === known).map(({ score }) => score));
  return found.filter(({ terms, score }) => terms.size === known || score >= best * TAIL);
}

async function findInYears(
  index: SearchIndex,
  { from = -Infinity, to = Infinity }: YearRange,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const [year, own] of await index.findFiltered('year')) {
    if (Number(year) >= from && Number(year) <= to) own.forEach((id) => ids.add(id));
  }
  return ids;
}

/** Of a query that is the name of a kind, what is of the kind: first what has the word, then all the others of the list. */
async function putKindsFirst(
  index: SearchIndex,
  found: readonly FoundDocument[],
  resolved: ResolvedQuery,
): Promise<readonly FoundDocument[]> {
  const kinds = findKinds(index.manifest.kinds, resolved);
  if (kinds.length === 0) return found;
  const all = await index.findFiltered('kind');
  const listIds = (own: typeof kinds): readonly string[] => own.flatMap(({ id }) => [...(all.get(id) ?? [])]);
  const ids = new Set(listIds(kinds));
  const known = new Set(found.map(({ id }) => id));
  const list = listIds(kinds.filter(({ isWhole }) => isWhole));
  const isShort = list.length <= WHOLE_KIND && index.manifest.documents <= MANY_DOCUMENTS;
  const others = isShort ? list.filter((id) => !known.has(id)) : [];
  return [
    ...found.map((one) => ({ ...one, isOfKind: ids.has(one.id) })),
    ...others.map((id) => ({ id, score: 0, terms: new Map(), isBestBet: false, isOfKind: true })),
  ].toSorted(compareFound);
}

/** Every document, as found by no word: each is of a kind. */
function listAll(kinds: ReadonlyMap<string, ReadonlySet<string>>): readonly FoundDocument[] {
  return [...kinds.values()]
    .flatMap((ids) => [...ids])
    .map((id) => ({ id, score: 0, terms: new Map(), isBestBet: false }));
}

/** The best are read, and put in order by what only the text tells. */
async function rerank(
  index: SearchIndex,
  query: ResolvedQuery,
  found: readonly FoundDocument[],
  language: string,
): Promise<readonly FoundDocument[]> {
  const most = index.manifest.documents > MANY_DOCUMENTS ? RERANKED_OF_MANY : RERANKED;
  const read = await Promise.all(
    found.slice(0, most).map(async (document) => {
      const record = await index.readRecord(document.id);
      const isOwnText = record.sections.some(({ lang }) => lang === language);
      return {
        ...document,
        kind: record.kind,
        isOwnText,
        score: document.score * rankRecord(record, document, query, language),
      };
    }),
  );
  return [...liftPassages(read.toSorted(compareFound), countKnown(query)), ...found.slice(most)];
}

/** Among the first results are passages, if some hold every word: pages about a text must not hide the text itself. */
function liftPassages<T extends FoundDocument & { readonly kind: string; readonly isOwnText: boolean }>(
  found: readonly T[],
  count: number,
): readonly T[] {
  // Whoever asks for a kind wants its list.
  if (found.some(({ isOfKind }) => isOfKind === true)) return found;
  const hasBestBet = found.some(({ isBestBet }) => isBestBet);
  const passages = found
    .filter(({ kind, terms }) => kind === 'passage' && terms.size === count)
    // Of texts in another language the best is enough, unless a name is asked for, which stands there as such.
    .filter(({ isOwnText }, number) => number === 0 || isOwnText || hasBestBet);
  return PASSAGE_PLACES.reduce<readonly T[]>((ordered, place, number) => {
    const passage = passages[number];
    if (passage === undefined || ordered.indexOf(passage) <= place) return ordered;
    const others = ordered.filter((one) => one !== passage);
    return [...others.slice(0, place), passage, ...others.slice(place)];
  }, found);
}

function compareFound(a: FoundDocument, b: FoundDocument): number {
  return (
    Number(b.isBestBet) - Number(a.isBestBet) ||
    Number(b.isOfKind ?? false) - Number(a.isOfKind ?? false) ||
    b.score - a.score ||
    (a.id < b.id ? -1 : 1)
  );
}
