import {
  FACET_FOLDER,
  FILTER_FOLDER,
  INDEX_VERSION,
  MANIFEST,
  ORDER_FOLDER,
  readResultId,
  RECORD_FILES,
  RECORD_FOLDER,
  toDocumentId,
  VOCABULARY_FOLDER,
  type Facet,
  type IndexRecord,
  type Manifest,
  type RecordFile,
} from '../index-files.ts';
import { toIndexTerm } from '../end-mark.ts';
import { readFilter } from '../filter-lines.ts';
import { readOrder, readRecordFiles } from '../order-files.ts';
import { measureRarity } from './measure-rarity.ts';
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

/** A document that holds a stem. */
export interface StemHit {
  readonly id: string;
  /** How much of the document the stem is: how often it stands there and in its names, by its length, but not how rare it is. */
  readonly strength: number;
  /** Numbers of the tokens found. */
  readonly words: readonly number[];
}

/** How files of the index are fetched and its engine is started: by the browser, or by a test from disk. */
export interface IndexHost {
  readonly readText: (path: string) => Promise<string>;
  /** Resolves when it can be asked. */
  readonly startEngine: () => Promise<Engine>;
}

/** An index that is being searched. */
export interface SearchIndex {
  readonly manifest: Manifest;
  readonly vocabulary: Vocabulary;
  /** Documents that hold a stem. Throws when they cannot be read: Pagefind itself would answer that there are none. */
  readonly findStem: (stem: string) => Promise<readonly StemHit[]>;
  /** Ids of all documents with a value, by value. A filter is `kind`, `article`, `year` or the id of a facet. */
  readonly findFiltered: (filter: string) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** What the documents of a kind may be filtered by beside. */
  readonly readFacets: (kind: string) => Promise<readonly Facet[]>;
  /** Places of documents in an order, from 0; empty when the index has no such order. */
  readonly readOrder: (name: string) => Promise<ReadonlyMap<string, number>>;
  /** Numbers of pages by ids of documents, for pages that hold several. */
  readonly readPages: () => Promise<ReadonlyMap<string, number>>;
  /** Takes the id of any document; of one that no search has found, the list of all record files is fetched. */
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
  const start = (): Promise<Engine> => remember('engine', host.startEngine);
  const [manifest] = await Promise.all([
    host
      .readText(MANIFEST)
      .then((text) => JSON.parse(text) as Omit<Manifest, 'version'> & { readonly version: number }),
    start(),
  ]);
  if (manifest.version !== INDEX_VERSION)
    throw new Error('The search index was written for another version of this page.');
  const vocabulary = createVocabulary(manifest.words, (name) => host.readText(`${VOCABULARY_FOLDER}/${name}`));
  const recordFiles = new Map<string, string>();

  const readFacets = (kind: string): Promise<readonly Facet[]> =>
    remember(`facets ${kind}`, async () => {
      const file = Object.hasOwn(manifest.facets, kind) ? manifest.facets[kind] : undefined;
      return file === undefined ? [] : (JSON.parse(await host.readText(`${FACET_FOLDER}/${file}`)) as Facet[]);
    });
  const readOrderFile = async (name: string): Promise<string> => {
    const file = Object.hasOwn(manifest.orders, name) ? manifest.orders[name] : undefined;
    return file === undefined ? '' : host.readText(`${ORDER_FOLDER}/${file}`);
  };
  const readAllRecordFiles = (): Promise<ReadonlyMap<string, string>> =>
    remember('record files', async () => readRecordFiles(await readOrderFile(RECORD_FILES)));
  const takeDocument = (result: string): string => {
    const { recordFile, document } = readResultId(result);
    recordFiles.set(document, recordFile);
    return document;
  };

  return {
    manifest: { ...manifest, version: INDEX_VERSION },
    vocabulary,
    findStem: (stem) =>
      remember(`stem ${stem}`, async () => {
        const engine = await start();
        const results = (await engine.search(toIndexTerm(stem)))?.results ?? [];
        if (results.length === 0 && vocabulary.stem(stem) !== undefined)
          throw new Error(`A part of the search index could not be read: no documents for «${stem}».`);
        const rarity = measureRarity(results.length, manifest.documents);
        return results.map(({ id, score, words }) => ({ id: takeDocument(id), strength: score / rarity, words }));
      }),
    readFacets,
    readOrder: (name) =>
      remember(`order ${name}`, async () => readOrder(await readOrderFile(name), manifest.documents)),
    readPages: () =>
      remember('pages', async () => {
        const pages = (await readOrderFile('pages')).split('\n').map((line) => line.split(' '));
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
      const name = recordFiles.get(id) ?? (await readAllRecordFiles()).get(id) ?? '';
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
