import { compareDays, type Day } from '../schema/edtf.ts';
import type { SearchDocument } from './document.ts';
import { FACET_FOLDER, ORDER_BY_NAME, ORDER_FOLDER, toDocumentId, type Facet, type Manifest } from './index-files.ts';
import type { EntityFacet } from './read-facets.ts';
import { toFileName } from './to-file-name.ts';

/** By what results are filtered and sorted beside what their documents say themselves. */
export interface BrowseSettings {
  readonly facets: readonly EntityFacet[];
  /** A name as the indexes of the site sort it. */
  readonly toSortKey: (language: string, name: string) => string;
}

/** The part of a document that its place in an order depends on. */
interface Entry {
  readonly id: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly date: Day | undefined;
}

export interface BrowseWriter {
  /** Documents come in the order of their numbers. */
  readonly note: (document: SearchDocument) => void;
  /** Writes the files and tells under which names; `results` are the ids of results by the numbers of documents. */
  readonly finish: (
    results: readonly string[],
    write: (path: string, content: string) => void,
  ) => Pick<Manifest, 'facets' | 'orders'>;
}

const NOTHING: BrowseSettings = { facets: [], toSortKey: (_language, name) => name };

/** Gathers what results can be filtered and sorted by, in files that only who does so fetches. */
export function createBrowseWriter({ facets, toSortKey }: BrowseSettings = NOTHING): BrowseWriter {
  const entries: Entry[] = [];
  return {
    note: ({ id, views, date }) => {
      const titles = Object.entries(views).map(([language, { title }]) => [language, toSortKey(language, title)]);
      entries.push({ id, titles: Object.fromEntries(titles) as Entry['titles'], date });
    },
    finish: (results, write) => {
      const writeAll = (folder: string, ending: string, texts: ReadonlyMap<string, string>): Record<string, string> =>
        Object.fromEntries(
          [...texts].map(([key, text]) => {
            const name = `${toFileName(text)}${ending}`;
            write(`${folder}/${name}`, text);
            return [key, name];
          }),
        );
      return {
        facets: writeAll(FACET_FOLDER, '.json', toFacetFiles(facets, entries)),
        orders: writeAll(ORDER_FOLDER, '.txt', toOrderFiles(entries, results)),
      };
    },
  };
}

function toFacetFiles(facets: readonly EntityFacet[], entries: readonly Entry[]): ReadonlyMap<string, string> {
  const numbers = new Map(entries.map(({ id }, at) => [id, at]));
  const toDocuments = (entities: readonly string[]): readonly string[] =>
    entities.flatMap((entity) => {
      const at = numbers.get(entity);
      return at === undefined ? [] : [toDocumentId(at)];
    });
  return new Map(
    [...Map.groupBy(facets, ({ kind }) => kind)].map(([kind, own]) => {
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
 * A document in each line: `name-<language>` as that language sorts titles, `date` from the first day on, without what has
 * none. `pages` holds in each line the documents of one page, of pages that hold several.
 */
function toOrderFiles(entries: readonly Entry[], results: readonly string[]): ReadonlyMap<string, string> {
  const orders = new Map<string, string>();
  const write = (name: string, lines: readonly string[]): void => {
    if (lines.length > 0) orders.set(name, lines.join('\n'));
  };
  const numbers = entries.map((_, at) => at);
  for (const language of new Set(entries.flatMap(({ titles }) => Object.keys(titles)))) {
    const { compare } = new Intl.Collator(language, { numeric: true });
    const keys = entries.map(({ titles }) => titles[language] ?? '');
    const sorted = numbers.toSorted((a, b) => compare(keys[a] ?? '', keys[b] ?? '') || a - b);
    write(
      ORDER_BY_NAME + language,
      sorted.map((at) => results[at] ?? ''),
    );
  }
  const dated = entries.flatMap(({ date }, at) => (date === undefined ? [] : [{ date, at }]));
  write(
    'date',
    dated.toSorted((a, b) => compareDays(a.date, b.date) || a.at - b.at).map(({ at }) => toDocumentId(at)),
  );
  const pages = Map.groupBy(numbers, (at) => entries[at]?.id.replace(/#.*$/s, '') ?? '');
  const several = [...pages.values()].filter(({ length }) => length > 1);
  write(
    'pages',
    several.map((own) => own.map(toDocumentId).join(' ')),
  );
  return orders;
}
