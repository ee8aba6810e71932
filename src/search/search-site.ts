import { expandQuery, foldLetters } from './expand-query.ts';
import { splitExcerpt, type ExcerptPart } from './split-excerpt.ts';
import type { SearchState } from './search-address.ts';

/** The part of Pagefind's runtime that is used. */
export interface SearchIndex {
  search(
    query: string,
    options: { readonly filters: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly FoundPage[] } | null>;
}

export interface FoundPage {
  readonly id: string;
  readonly score: number;
  data(): Promise<PageData>;
}

export interface PageData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

/** An entity or a passage. */
export interface Hit {
  readonly href: string;
  /** Id of the kind, or `passage`. */
  readonly kind: string;
  readonly title: string;
  readonly excerpt: readonly ExcerptPart[];
  /** Language of the excerpt, when the page says that it is not its own. */
  readonly language: string | undefined;
}

/** All that was found, best first; the words of a hit are fetched when it is to be shown. */
export interface Findings {
  readonly pages: number;
  hits(from: number, to: number): Promise<readonly Hit[]>;
}

interface Source {
  /** Numbers of the terms it was found by. */
  readonly terms: readonly number[];
  readonly weight: number;
  /** Nothing for the whole query, which its words vouch for. */
  readonly cores: readonly string[] | undefined;
  readonly found: FoundPage;
}

/** A page that holds every word, in one search, is worth this much more. */
const WHOLE_QUERY = 1.5;
const MOST_PASSAGES_OF_A_PAGE = 12;

/**
 * Searches for the whole query and for each of its words in each of its forms, and joins what is found: Pagefind itself
 * joins words by AND, so that one word too many finds nothing. A page must hold at least half of the words.
 */
export async function searchSite(index: SearchIndex, { query, kind }: SearchState): Promise<Findings> {
  const terms = expandQuery(query);
  const filters: Readonly<Record<string, string>> = kind === '' ? {} : { kind };
  const all = terms.map((_, number) => number);
  const asked = [
    ...(terms.length > 1 ? [{ text: query, terms: all, weight: WHOLE_QUERY, cores: undefined }] : []),
    ...terms.flatMap(({ forms }, number) => forms.map((form) => ({ ...form, terms: [number] }))),
  ];
  const answers = await Promise.all(
    asked.map(async ({ text, terms: numbers, weight, cores }) => {
      const answer = await index.search(text, { filters });
      return (answer?.results ?? []).map((found): Source => ({ terms: numbers, weight, cores, found }));
    }),
  );
  const pages = [...Map.groupBy(answers.flat(), ({ found }) => found.id)]
    .map(([id, sources]) => ({ id, sources, score: scorePage(sources, terms.length) }))
    .filter(({ sources }) => countTerms(sources) * 2 >= terms.length)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return {
    pages: pages.length,
    hits: async (from, to) => {
      const found = await Promise.all(pages.slice(from, to).map(({ sources }) => readHits(sources, terms.length)));
      const hits = found.flat();
      if (from > 0) return hits;
      // Whoever types a name wants the page of that name.
      const isNamed = ({ title }: Hit): boolean => foldLetters(title) === foldLetters(query);
      return [...hits.filter(isNamed), ...hits.filter((hit) => !isNamed(hit))];
    },
  };
}

/** The best of each term, times the share of terms that were found. */
function scorePage(sources: readonly Source[], termCount: number): number {
  const best = new Map<number, number>();
  for (const { terms, weight, found } of sources) {
    for (const term of terms) best.set(term, Math.max(best.get(term) ?? 0, weight * found.score));
  }
  const sum = [...best.values()].reduce((total, score) => total + score, 0);
  return (sum * best.size) / Math.max(1, termCount);
}

function countTerms(sources: readonly Source[]): number {
  return new Set(sources.flatMap(({ terms }) => terms)).size;
}

/** A page of an article gives its passages, any other page itself. */
async function readHits(sources: readonly Source[], termCount: number): Promise<readonly Hit[]> {
  const ordered = sources.toSorted((a, b) => b.weight - a.weight);
  const read = await Promise.all(ordered.map(async (source) => ({ source, data: await source.found.data() })));
  const meant = read.filter(({ source, data }) => isMeant(source, data));
  const found = countTerms(meant.map(({ source }) => source));
  if (found * 2 < termCount) return [];
  const whole = found === termCount ? read.filter(({ source }) => source.cores === undefined) : [];
  const loaded = [...whole, ...meant];
  const [best] = loaded;
  if (best === undefined) return [];
  const { data } = best;
  const kind = data.filters.kind?.[0] ?? '';
  const language = data.filters.language?.[0];
  const page = {
    href: data.url,
    kind,
    title: data.meta.title ?? data.url,
    excerpt: splitExcerpt(data.excerpt),
    language,
  };
  if (kind !== 'passage') return [page];
  const passages = new Map<string, { hit: Hit; terms: Set<number>; weight: number }>();
  for (const { source, data: own } of loaded) {
    for (const { url, title, excerpt } of own.sub_results) {
      if (!url.includes('#')) continue;
      const known = passages.get(url) ?? {
        hit: { href: url, kind, title, excerpt: splitExcerpt(excerpt), language },
        terms: new Set<number>(),
        weight: 0,
      };
      for (const term of source.terms) if (!known.terms.has(term)) known.weight += source.weight;
      source.terms.forEach((term) => known.terms.add(term));
      passages.set(url, known);
    }
  }
  const hits = [...passages.values()].toSorted((a, b) => b.weight - a.weight).map(({ hit }) => hit);
  return hits.length === 0 ? [page] : hits.slice(0, MOST_PASSAGES_OF_A_PAGE);
}

/** Whether the words that were found hold the letters that were meant. */
function isMeant({ cores }: Source, { excerpt, meta, sub_results: parts }: PageData): boolean {
  if (cores === undefined) return false;
  const holdsOne = (text: string): boolean => cores.some((core) => foldLetters(text).includes(core));
  if (holdsOne(meta.title ?? '')) return true;
  return [excerpt, ...parts.map((part) => part.excerpt)].some((html) =>
    splitExcerpt(html).some(({ text, isMarked }) => isMarked && holdsOne(text)),
  );
}
