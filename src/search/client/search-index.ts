import {
  MANIFEST,
  RECORD_FOLDER,
  VOCABULARY_FOLDER,
  INDEX_VERSION,
  type IndexRecord,
  type Manifest,
} from '../index-files.ts';
import { toIndexTerm } from '../end-mark.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** The part of Pagefind's runtime that is used. */
export interface Engine {
  search(
    term: string | null,
    options?: { readonly filters: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly EngineResult[] } | null>;
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
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
  readonly startEngine: () => Promise<Engine>;
}

/** An index that is being searched. */
export interface SearchIndex {
  readonly manifest: Manifest;
  readonly vocabulary: Vocabulary;
  /** Documents that hold a stem. Throws when they cannot be read: Pagefind itself would answer that there are none. */
  readonly findStem: (stem: string) => Promise<readonly EngineResult[]>;
  /** Ids of all documents with a value, by value. */
  readonly findFiltered: (filter: string) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  readonly readRecord: (id: string) => Promise<IndexRecord>;
}

/** Opens an index. Whatever fails is asked for again the next time. */
export async function openIndex(host: IndexHost): Promise<SearchIndex> {
  const [manifest, engine] = await Promise.all([
    host
      .readText(MANIFEST)
      .then((text) => JSON.parse(text) as Omit<Manifest, 'version'> & { readonly version: number }),
    host.startEngine(),
  ]);
  if (manifest.version !== INDEX_VERSION)
    throw new Error('The search index was written for another version of this page.');
  const vocabulary = createVocabulary(manifest.words, (name) => host.readText(`${VOCABULARY_FOLDER}/${name}`));
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
  return {
    manifest: { ...manifest, version: INDEX_VERSION },
    vocabulary,
    findStem: (stem) =>
      remember(`stem ${stem}`, async () => {
        const results = (await engine.search(toIndexTerm(stem)))?.results ?? [];
        if (results.length === 0 && vocabulary.stem(stem) !== undefined) {
          throw new Error(`A part of the search index could not be read: no documents for «${stem}».`);
        }
        return results;
      }),
    findFiltered: (filter) =>
      remember(`filter ${filter}`, async () => {
        const values = Object.keys((await engine.filters())[filter] ?? {});
        const sets = await Promise.all(
          values.map(async (value): Promise<[string, ReadonlySet<string>]> => {
            const found = await engine.search(null, { filters: { [filter]: value } });
            return [value, new Set(found?.results.map(({ id }) => id))];
          }),
        );
        return new Map(sets);
      }),
    readRecord: (id) =>
      remember(
        `record ${id}`,
        async () => JSON.parse(await host.readText(`${RECORD_FOLDER}/${id}.json`)) as IndexRecord,
      ),
  };
}
