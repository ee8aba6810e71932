import { compareDays, type Day } from '../schema/edtf.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { writeFilter } from './filter-lines.ts';
import { toDocumentId, type Facet } from './index-files.ts';
import { toFacets, type Choices } from './read-facets.ts';
import type { SearchDocument } from './document.ts';

/** The part of a document by which results are filtered and sorted. */
export interface BrowseEntry {
  readonly id: string;
  readonly kind: string;
  readonly filters: SearchDocument['filters'];
  /** Its titles as the indexes of the site sort them, by language. */
  readonly titles: Readonly<Record<string, string>>;
  readonly date?: Day | undefined;
  readonly choices?: Choices | undefined;
}

/** Numbers of documents in the order of titles or dates, by the name of the order. */
export type Orders = Readonly<Record<string, readonly number[]>>;

const BY_DATE = 'date';
const BY_NAME = 'name-';

/** The part of a document that this module needs. */
export function toBrowseEntry(
  { id, kind, filters, views, date, choices }: SearchDocument,
  toSortKey: (language: string, name: string) => string,
): BrowseEntry {
  const titles = Object.fromEntries(
    Object.entries(views).map(([language, { title }]) => [language, toSortKey(language, title)]),
  );
  return {
    id,
    kind,
    filters,
    titles,
    ...(date === undefined ? {} : { date }),
    ...(choices === undefined ? {} : { choices }),
  };
}

/** Which documents have which values, by filter. `entries` stand in the order of their numbers. */
export function toFilterFiles(entries: readonly BrowseEntry[]): ReadonlyMap<string, string> {
  const filters = new Map<string, Map<string, number[]>>();
  entries.forEach((entry, number) => {
    for (const [filter, values] of Object.entries(entry.filters)) {
      let known = filters.get(filter);
      if (known === undefined) filters.set(filter, (known = new Map<string, number[]>()));
      for (const value of values) {
        const own = known.get(value);
        if (own === undefined) known.set(value, [number]);
        else own.push(number);
      }
    }
  });
  const sorted = [...filters].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    sorted.map(([filter, values]) => [
      filter,
      writeFilter([...values].map(([value, documents]) => ({ value, documents }))),
    ]),
  );
}

/** The values of properties that results may be chosen by, by kind. */
export function toFacetFiles(
  site: Pick<SiteConfig, 'kinds' | 'languages'>,
  entries: readonly BrowseEntry[],
): ReadonlyMap<string, string> {
  const numbers = new Map(entries.map(({ id }, at) => [id, at]));
  const toDocuments = (entities: readonly string[]): readonly string[] =>
    entities.flatMap((entity) => {
      const at = numbers.get(entity);
      return at === undefined ? [] : [toDocumentId(at)];
    });
  const byKind = Map.groupBy(toFacets(site, entries), ({ kind }) => kind);
  return new Map(
    [...byKind].map(([kind, own]) => {
      const written = own.map(({ property, label, values }): Facet => ({
        id: `${kind}.${property}`,
        label,
        values: values.map((value) => ({ id: value.id, label: value.label, documents: toDocuments(value.entities) })),
      }));
      return [kind, JSON.stringify(written)];
    }),
  );
}

/**
 * The orders of all documents, from those before some of them changed: what did not change stands as it stood, and the others
 * are put among them. Without anything before, all of them are sorted.
 */
export function toOrders(
  entries: readonly BrowseEntry[],
  before: Orders = {},
  changed: ReadonlySet<number> = new Set(entries.keys()),
): Orders {
  const order = (
    name: string,
    isIn: (entry: BrowseEntry) => boolean,
    compare: (a: BrowseEntry, b: BrowseEntry) => number,
  ): readonly [string, readonly number[]] => {
    const toEntry = (number: number): BrowseEntry => entries[number] ?? { id: '', kind: '', filters: {}, titles: {} };
    const compareNumbers = (a: number, b: number): number => compare(toEntry(a), toEntry(b)) || a - b;
    const added = [...changed].filter((number) => isIn(toEntry(number))).toSorted(compareNumbers);
    const kept = (before[name] ?? []).filter((number) => !changed.has(number));
    return [name, merge(kept, added, compareNumbers)];
  };
  const languages = new Set(entries.flatMap(({ titles }) => Object.keys(titles)));
  return Object.fromEntries([
    ...[...languages].map((language) => {
      const { compare } = new Intl.Collator(language, { numeric: true });
      return order(
        BY_NAME + language,
        () => true,
        (a, b) => compare(a.titles[language] ?? '', b.titles[language] ?? ''),
      );
    }),
    order(
      BY_DATE,
      ({ date }) => date !== undefined,
      ({ date: a }, { date: b }) => (a === undefined || b === undefined ? 0 : compareDays(a, b)),
    ),
  ]);
}

/** Puts few sorted numbers among many sorted ones, by asking where each belongs. */
function merge(
  many: readonly number[],
  few: readonly number[],
  compare: (a: number, b: number) => number,
): readonly number[] {
  const merged: number[] = [];
  let from = 0;
  for (const one of few) {
    let low = from;
    let high = many.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(many[middle] ?? 0, one) < 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from += 1) merged.push(many[from] ?? 0);
    merged.push(one);
  }
  for (; from < many.length; from += 1) merged.push(many[from] ?? 0);
  return merged;
}

/** Documents of one page in each line, of pages that hold several. `ids` are those of documents, by their numbers. */
export function writePages(ids: readonly string[]): string {
  const pages = Map.groupBy(ids.keys(), (number) => (ids[number] ?? '').replace(/#.*$/s, ''));
  return [...pages.values()]
    .filter(({ length }) => length > 1)
    .map((own) => own.map(toDocumentId).join(' '))
    .join('\n');
}
