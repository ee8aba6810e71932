import { toFacetFiles, toFilterFiles, writePages, type BrowseEntry, type Orders } from './browse-files.ts';
import { buildVocabulary } from './build-vocabulary.ts';
import { divideWords } from './divide-words.ts';
import {
  FACET_FOLDER,
  FILTER_FOLDER,
  INDEX_VERSION,
  MANIFEST,
  ORDER_FOLDER,
  RECORD_FILES,
  VOCABULARY_FOLDER,
  type Manifest,
} from './index-files.ts';
import { writeOrder, writeRecordFiles } from './order-files.ts';
import { packChunk, toChunkPath, writeDocumentList, type Runtime } from './pagefind-format.ts';
import type { RememberedChunk, RememberedDocument, SearchMemory, WordFacts } from './search-memory.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { toFileName } from './to-file-name.ts';
import { divideLines } from './vocabulary-lines.ts';
import type { WordTypes } from './word-types.ts';

/** Where the files of an index go, and what stands of the last one. Paths are in the folder of the index. */
export interface IndexTarget {
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Brings a file of the last index over; tells if there is none that is as it was written. */
  readonly keep: (path: string) => boolean;
  /** Reads a file of the last index. */
  readonly read: (path: string) => Uint8Array;
}

/** By what results can be filtered beside what their documents say themselves. */
export type BrowseSettings = Pick<SiteConfig, 'kinds' | 'languages'>;

/** All that is left to be written when the words and records of an index are known. */
export interface IndexContent {
  readonly memory: SearchMemory;
  readonly target: IndexTarget;
  readonly runtime: Pick<Runtime, 'version' | 'entry'>;
  readonly types: WordTypes;
  /** Numbers of the documents that bear a name. */
  readonly names: ReadonlyMap<string, ReadonlySet<number>>;
  readonly documents: readonly RememberedDocument[];
  /** In the order of the index. */
  readonly words: readonly WordFacts[];
  readonly toEntry: (word: string) => Uint8Array;
  /** The chunk of the last index that holds exactly these words, if none of them has changed. */
  readonly findChunk: (words: readonly WordFacts[]) => string | undefined;
  readonly orders: Orders;
  readonly browseFiles: Pick<Manifest, 'filters' | 'facets' | 'kinds'> & { readonly pages: string | undefined };
}

/**
 * Bytes of a chunk before it is packed, about: a question fetches one for each of its words. Large sites have larger ones:
 * every reader loads the list of them.
 */
const CHUNK_SIZE = 16_384;
const LARGE_CHUNK_SIZE = 65_536;
const MANY_DOCUMENTS = 20_000;

/** Writes what is fetched before a record is: chunks, the lists, the vocabulary; and remembers all of it. */
export function finishIndex(content: IndexContent): void {
  const { memory, target, runtime, types, names, documents, words, orders, browseFiles } = content;
  const chunks = writeChunks(content);
  const places = chunks.map(({ name, words: own }) => ({ from: own[0]?.[0] ?? '', to: own.at(-1)?.[0] ?? '', name }));
  const listed = documents.map(({ result, words: count }) => [result, Math.max(1, count)] as const);
  for (const file of writeDocumentList(runtime, listed, places)) target.write(file.path, file.content);

  const vocabulary = divideLines(buildVocabulary({ types, words, names }));
  const { pages, filters, facets, kinds } = browseFiles;
  const orderFiles = [
    ...Object.entries(orders).map(([name, order]) => [name, writeOrder(order, documents.length)] as const),
    [RECORD_FILES, writeRecordFiles(documents.map(({ result }) => result))] as const,
  ].filter(([, text]) => text !== '');
  const manifest: Manifest = {
    version: INDEX_VERSION,
    documents: documents.length,
    words: putAll(
      target,
      VOCABULARY_FOLDER,
      '.txt',
      new Map([...vocabulary].map(([key, own]) => [key, own.join('\n')])),
    ),
    filters,
    facets,
    kinds,
    orders: { ...putAll(target, ORDER_FOLDER, '.txt', new Map(orderFiles)), ...(pages === undefined ? {} : { pages }) },
  };
  target.write(MANIFEST, JSON.stringify(manifest));
  memory.setWhole({
    types: types.write(),
    chunks,
    names: [...names].map(([name, own]) => [name, ...own]),
    orders,
    version: runtime.version,
    entry: runtime.entry,
    manifest,
  });
}

/** Writes the files that only depend on by what documents are filtered, and tells their names. */
export function writeBrowseFiles(
  target: IndexTarget,
  entries: readonly BrowseEntry[],
  settings: BrowseSettings | undefined,
): IndexContent['browseFiles'] {
  const several = writePages(entries.map(({ id }) => id));
  const pages = new Map(several === '' ? [] : [['pages', several]]);
  return {
    filters: putAll(target, FILTER_FOLDER, '.txt', toFilterFiles(entries)),
    facets: settings === undefined ? {} : putAll(target, FACET_FOLDER, '.json', toFacetFiles(settings, entries)),
    kinds: Object.fromEntries(Object.entries(settings?.kinds ?? {}).map(([id, { label }]) => [id, listLabels(label)])),
    pages: putAll(target, ORDER_FOLDER, '.txt', pages)['pages'],
  };
}

function listLabels(label: SiteConfig['kinds'][string]['label']): Manifest['kinds'][string] {
  const list = (number: 'one' | 'other'): readonly string[] => [
    ...new Set(Object.values(label).map((own) => own[number])),
  ];
  return { one: list('one'), other: list('other') };
}

/** Writes a file whose name changes with its content, unless the last index had it. */
export function put(target: IndexTarget, path: string, content: string | Uint8Array): void {
  if (!target.keep(path)) target.write(path, content);
}

function writeChunks({ target, documents, words, toEntry, findChunk }: IndexContent): readonly RememberedChunk[] {
  const size = documents.length > MANY_DOCUMENTS ? LARGE_CHUNK_SIZE : CHUNK_SIZE;
  const sized = words.map(([word, , , own]) => ({ word, size: own }));
  return divideWords(sized, size).map(([start, end]): RememberedChunk => {
    const own = words.slice(start, end);
    const known = findChunk(own);
    if (known !== undefined && target.keep(toChunkPath(known))) return { name: known, words: own };
    const { name, content } = packChunk(own.map(([word]) => toEntry(word)));
    put(target, toChunkPath(name), content);
    return { name, words: own };
  });
}

function putAll(
  target: IndexTarget,
  folder: string,
  ending: string,
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...texts].map(([key, text]) => {
      const name = `${toFileName(text)}${ending}`;
      put(target, `${folder}/${name}`, text);
      return [key, name];
    }),
  );
}
