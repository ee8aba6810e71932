import {
  FACET_FOLDER,
  FILTER_FOLDER,
  INDEX_VERSION,
  MANIFEST,
  ORDER_BY_NAME,
  ORDER_FOLDER,
  readResultId,
  RECORD_FOLDER,
  toDocumentId,
  toPartFolder,
  VOCABULARY_FOLDER,
  type Facet,
  type IndexRecord,
  type Manifest,
  type RecordFile,
} from '../index-files.ts';
import { toIndexTerm } from '../end-mark.ts';
import { readFilter } from '../filter-lines.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** The part of Pagefind's runtime that is used. */
export interface Engine {
  search(term: string): Promise<{ readonly results: readonly EngineResult[] } | null>;
}

export interface EngineResult {
  readonly id: string;
  readonly score: number;
  /** Numbers of the tokens found. */
  readonly words: readonly number[];
}

/** How files of the index are fetched and its engine is started: by the browser, or by a test from disk. */
export interface IndexHost {
  readonly readText: (path: string) => Promise<string>;
  /** Resolves when it can be asked. `folder` is that of a part, within the folder of the index; it ends with a slash or is empty. */
  readonly startEngine: (folder: string) => Promise<Engine>;
}

/** An index that is being searched. */
export interface SearchIndex {
  readonly manifest: Manifest;
  readonly vocabulary: Vocabulary;
  /** Documents that hold a stem. Throws when they cannot be read: Pagefind itself would answer that there are none. */
  readonly findStem: (stem: string) => Promise<readonly EngineResult[]>;
  /** Ids of all documents with a value, by value. A filter is `kind`, `article`, `year` or the id of a facet. */
  readonly findFiltered: (filter: string) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** What the documents of a kind may be filtered by beside. */
  readonly readFacets: (kind: string) => Promise<readonly Facet[]>;
  /** Places of documents in an order, from 0; empty when the index has no such order. */
  readonly readOrder: (name: string) => Promise<ReadonlyMap<string, number>>;
  /** Numbers of pages by ids of documents, for pages that hold several. */
  readonly readPages: () => Promise<ReadonlyMap<string, number>>;
  /** Takes the id of a document that was found, or that an order by name holds. */
  readonly readRecord: (id: string) => Promise<IndexRecord>;
}

/** Opens an index. Whatever fails is asked for again the next time. */
export async function openIndex(host: IndexHost): Promise<SearchIndex> {
  const remembered = new Map<string, Promise<unknown>>();
  const remember = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = remembered.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const asked = ask().catch((error: unknown) => {
      remembered.delete(key);
      throw error;
    });
    remembered.set(key, asked);
    return asked;
  };
  const startPart = (part: number): Promise<Engine> =>
    remember(`part ${String(part)}`, () => host.startEngine(toPartFolder(part)));
  // Most indexes have one part: it starts while the manifest is on its way. Others start when it has: they run on its
  // WebAssembly, and of two that start at once each would load its own and lose the other's.
  const [manifest] = await Promise.all([
    host
      .readText(MANIFEST)
      .then((text) => JSON.parse(text) as Omit<Manifest, 'version'> & { readonly version: number }),
    startPart(0),
  ]);
  if (manifest.version !== INDEX_VERSION)
    throw new Error('The search index was written for another version of this page.');
  const vocabulary = createVocabulary(manifest.words, (name) => host.readText(`${VOCABULARY_FOLDER}/${name}`));
  const recordFiles = new Map<string, string>();

  const findInPart = async (stem: string, part: number): Promise<readonly EngineResult[]> => {
    const engine = await startPart(part);
    const results = (await engine.search(toIndexTerm(stem)))?.results ?? [];
    const known = vocabulary.stem(stem);
    if (results.length === 0 && known !== undefined) {
      throw new Error(`A part of the search index could not be read: no documents for «${stem}».`);
    }
    const own = measureRarity(results.length, manifest.parts[part] ?? 0);
    const factor = known === undefined ? 1 : measureRarity(known.documents, manifest.documents) / own;
    return results.map(({ id, score, words }) => {
      const { recordFile, document } = readResultId(id);
      recordFiles.set(document, recordFile);
      return { id: document, score: score * factor, words };
    });
  };

  const readFacets = (kind: string): Promise<readonly Facet[]> =>
    remember(`facets ${kind}`, async () => {
      const file = Object.hasOwn(manifest.facets, kind) ? manifest.facets[kind] : undefined;
      return file === undefined ? [] : (JSON.parse(await host.readText(`${FACET_FOLDER}/${file}`)) as Facet[]);
    });
  const readLines = async (name: string): Promise<readonly string[]> => {
    const file = Object.hasOwn(manifest.orders, name) ? manifest.orders[name] : undefined;
    return file === undefined ? [] : (await host.readText(`${ORDER_FOLDER}/${file}`)).split('\n');
  };
  const takeDocument = (line: string): string => {
    const { recordFile, document } = readResultId(line);
    recordFiles.set(document, recordFile);
    return document;
  };

  return {
    manifest: { ...manifest, version: INDEX_VERSION },
    vocabulary,
    findStem: (stem) =>
      remember(`stem ${stem}`, async () => {
        const isIn = vocabulary.stem(stem)?.parts;
        const parts = manifest.parts
          .map((_, part) => part)
          .filter((part) => isIn === undefined || Math.floor(isIn / 2 ** part) % 2 === 1);
        return (await Promise.all(parts.map((part) => findInPart(stem, part)))).flat();
      }),
    readFacets,
    readOrder: (name) =>
      remember(`order ${name}`, async () => {
        const toId = name.startsWith(ORDER_BY_NAME) ? takeDocument : (line: string) => line;
        return new Map((await readLines(name)).map((line, place) => [toId(line), place]));
      }),
    readPages: () =>
      remember('pages', async () => {
        const pages = (await readLines('pages')).map((line) => line.split(' '));
        return new Map(pages.flatMap((ids, page) => ids.map((id): [string, number] => [id, page])));
      }),
    findFiltered: (filter) =>
      remember(`filter ${filter}`, async () => {
        const [kind = '', property] = filter.split('.');
        if (property !== undefined) {
          const facet = (await readFacets(kind)).find(({ id }) => id === filter);
          return new Map(facet?.values.map(({ id, documents }) => [id, new Set(documents)]));
        }
        const file = manifest.filters[filter];
        const values = file === undefined ? [] : readFilter(await host.readText(`${FILTER_FOLDER}/${file}`));
        return new Map(values.map(({ value, documents }) => [value, new Set(documents.map(toDocumentId))]));
      }),
    readRecord: async (id) => {
      const name = recordFiles.get(id) ?? '';
      const file = await remember(
        `records ${name}`,
        async () => JSON.parse(await host.readText(`${RECORD_FOLDER}/${name}.json`)) as RecordFile,
      );
      const record = file[id];
      if (record === undefined) throw new Error(`A part of the search index is of another version: no document ${id}.`);
      return record;
    },
  };
}

/** How much a word says by being rare, as Pagefind counts it: a word is rarer, or less rare, in a part than in the whole. */
function measureRarity(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}
