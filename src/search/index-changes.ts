import { createAnalyser } from './analyser/analyse-text.ts';
import { toBrowseEntry, toOrders, type BrowseEntry, type Orders } from './browse-files.ts';
import type { SearchDocument } from './document.ts';
import {
  finishIndex,
  put,
  writeBrowseFiles,
  type IndexContent,
  type BrowseSettings,
  type IndexTarget,
} from './finish-index.ts';
import { addBearer } from './index-anew.ts';
import { indexDocument, listStems, toNameKeys, toRecord } from './index-document.ts';
import {
  FACET_FOLDER,
  FILTER_FOLDER,
  ORDER_FOLDER,
  readResultId,
  RECORD_FOLDER,
  type Manifest,
} from './index-files.ts';
import { RUNTIME_FILES, toChunkPath, unpackChunk } from './pagefind-format.ts';
import { compareWords, createPostings, readEntry, toWord, writeEntry } from './posting-lists.ts';
import type { RememberedChunk, RememberedDocument, SearchMemory, WordFacts } from './search-memory.ts';
import { createWordTypes } from './word-types.ts';
import { countNeighbours, writeRecords } from './write-records.ts';

export interface ChangedIndex {
  /** That of the last index; it is changed. */
  readonly memory: SearchMemory;
  readonly target: IndexTarget;
  readonly browse: BrowseSettings | undefined;
  readonly toSortKey: (language: string, name: string) => string;
}

/** A document as it was and as it is. */
interface Change {
  readonly before: SearchDocument;
  readonly after: SearchDocument;
}

/** Something of the last index is not there any more as it was written: it must be built anew. */
export class LostFileError extends Error {
  constructor(path: string) {
    super(`The file ${path} of the last search index is missing or was changed.`);
  }
}

/**
 * Brings an index up to date with documents that are other ones now, by their numbers. What is written is, byte for byte, the
 * index that `indexAnew` makes of all documents. Only what depends on a changed document is read and written; all else is
 * kept. Documents in which nothing changed are looked at only where a word is now read otherwise, because the site
 * uses it more or less often. Returns how many documents were indexed.
 */
export function indexChanges(texts: ReadonlyMap<number, string>, settings: ChangedIndex): number {
  const { memory, target, toSortKey } = settings;
  const whole = memory.whole();
  const analyse = createAnalyser();
  const types = createWordTypes(analyse, whole.types);
  const last = openChunks(whole.chunks, target);

  const changes = new Map<number, Change>();
  const watch = types.watch();
  for (const [number, json] of texts) {
    const change = { before: parse(memory.text(number)), after: parse(json) };
    changes.set(number, change);
    memory.setText(number, json);
    types.count(change.before, -1);
    types.count(change.after, 1);
  }
  const read = new Map(changes);
  for (const stem of watch.take()) {
    const entry = last.findEntry(toWord(stem));
    for (const number of entry === undefined ? [] : readEntry(entry, () => true).documents) {
      if (read.has(number)) continue;
      const same = parse(memory.text(number));
      read.set(number, { before: same, after: same });
    }
  }

  const names = new Map(whole.names.map(([name, ...bearers]) => [name, new Set(bearers)]));
  const documents = [...memory.documents()];
  const postings = createPostings();
  const touched = new Set<string>();
  for (const number of [...read.keys()].toSorted((a, b) => a - b)) {
    const { before, after } = read.get(number) ?? {};
    const known = documents[number];
    if (before === undefined || after === undefined || known === undefined) continue;
    for (const stem of [...listStems(before, analyse), ...listStems(after, analyse)]) touched.add(toWord(stem));
    const indexed = indexDocument(after, analyse, types.toStems);
    postings.add(number, indexed);
    for (const key of toNameKeys(before, analyse)) removeBearer(names, key, number);
    for (const key of toNameKeys(after, analyse)) addBearer(names, key, number);
    documents[number] = {
      ...known,
      words: indexed.positions.length,
      browse: JSON.stringify(toBrowseEntry(after, toSortKey)),
    };
  }

  const { find } = postings.finish();
  const changed = new Map<string, { readonly entry: Uint8Array; readonly facts: WordFacts } | undefined>();
  for (const word of touched) {
    const old = last.findEntry(word);
    const fresh = find(word);
    const kept = old && readEntry(old, (number) => !read.has(number));
    const lists = [kept, fresh].filter((list) => list !== undefined).filter(({ documents: own }) => own.length > 0);
    if (lists.length === 0) {
      if (old !== undefined) changed.set(word, undefined);
      continue;
    }
    const entry = writeEntry(word, lists);
    if (old !== undefined && Buffer.from(old).equals(entry)) continue;
    const count = lists.reduce((sum, { documents: own }) => sum + own.length, 0);
    const isName = lists.some((list) => list.isName);
    changed.set(word, { entry, facts: [word, count, isName ? 1 : 0, entry.length] });
  }

  writeChangedRecords(documents, changes, settings, analyse);
  const runtime = { version: whole.version, entry: whole.entry };
  for (const path of RUNTIME_FILES) if (!target.keep(path)) throw new LostFileError(path);
  const { browseFiles, orders } = isBrowsedOtherwise(changes, toSortKey)
    ? readBrowse(documents, changes, whole.orders, settings)
    : { browseFiles: keepBrowseFiles(target, whole.manifest), orders: whole.orders };
  memory.documents().forEach((known, number) => {
    const document = documents[number];
    if (document !== undefined && (document.result !== known.result || read.has(number)))
      memory.setDocument(number, document);
  });
  finishIndex({
    ...{ memory, target, runtime, types, names, documents, orders, browseFiles },
    words: mergeWords(
      whole.chunks.flatMap(({ words }) => words),
      changed,
    ),
    toEntry: (word) => changed.get(word)?.entry ?? last.findEntry(word) ?? new Uint8Array(),
    findChunk: (own) => (own.some(([word]) => changed.has(word)) ? undefined : last.findChunk(own)),
  });
  return read.size;
}

/** Records depend on their documents alone; with one of them its neighbours' are written again. */
function writeChangedRecords(
  documents: RememberedDocument[],
  changes: ReadonlyMap<number, Change>,
  { memory, target }: ChangedIndex,
  analyse: ReturnType<typeof createAnalyser>,
): void {
  const neighbours = countNeighbours(documents.length);
  const written = new Set<string>();
  for (const first of new Set([...changes.keys()].map((number) => number - (number % neighbours)))) {
    const records = documents.slice(first, first + neighbours).map((_, at) => {
      const document = parse(memory.text(first + at));
      return toRecord(
        document,
        indexDocument(document, analyse, () => []),
      );
    });
    const results = writeRecords(first, records).flatMap((file) => {
      put(target, file.path, file.content);
      written.add(file.path);
      return file.results;
    });
    results.forEach((result, at) => {
      const known = documents[first + at];
      if (known !== undefined) documents[first + at] = { ...known, result };
    });
  }
  documents.forEach((document) => {
    const path = `${RECORD_FOLDER}/${readResultId(document.result).recordFile}.json`;
    if (written.has(path)) return;
    written.add(path);
    if (!target.keep(path)) throw new LostFileError(path);
  });
}

function isBrowsedOtherwise(changes: ReadonlyMap<number, Change>, toSortKey: ChangedIndex['toSortKey']): boolean {
  const toText = (document: SearchDocument): string => JSON.stringify(toBrowseEntry(document, toSortKey));
  return [...changes.values()].some(({ before, after }) => toText(before) !== toText(after));
}

function readBrowse(
  documents: readonly RememberedDocument[],
  changes: ReadonlyMap<number, Change>,
  orders: Orders,
  { target, browse }: ChangedIndex,
): Pick<IndexContent, 'browseFiles' | 'orders'> {
  const entries = documents.map((document) => JSON.parse(document.browse) as BrowseEntry);
  return {
    browseFiles: writeBrowseFiles(target, entries, browse),
    orders: toOrders(entries, orders, new Set(changes.keys())),
  };
}

function keepBrowseFiles(
  target: IndexTarget,
  { filters, facets, kinds, orders }: Manifest,
): IndexContent['browseFiles'] {
  const { pages } = orders;
  for (const [folder, names] of [
    [FILTER_FOLDER, Object.values(filters)],
    [FACET_FOLDER, Object.values(facets)],
    [ORDER_FOLDER, pages === undefined ? [] : [pages]],
  ] as const) {
    for (const name of names) if (!target.keep(`${folder}/${name}`)) throw new LostFileError(`${folder}/${name}`);
  }
  return { filters, facets, kinds, pages };
}

/** The chunks of the last index; those that are asked for are unpacked once. */
function openChunks(
  chunks: readonly RememberedChunk[],
  target: IndexTarget,
): {
  readonly findEntry: (word: string) => Uint8Array | undefined;
  readonly findChunk: (words: readonly WordFacts[]) => string | undefined;
} {
  const unpacked = new Map<string, ReadonlyMap<string, Uint8Array>>();
  const findAt = (word: string): RememberedChunk | undefined => {
    let low = 0;
    let high = chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareWords(chunks[middle]?.words.at(-1)?.[0] ?? '', word) < 0) low = middle + 1;
      else high = middle;
    }
    return chunks[low];
  };
  return {
    findEntry: (word) => {
      const chunk = findAt(word);
      if (chunk === undefined) return undefined;
      let entries = unpacked.get(chunk.name);
      if (entries === undefined)
        unpacked.set(chunk.name, (entries = unpackChunk(target.read(toChunkPath(chunk.name)))));
      return entries.get(word);
    },
    findChunk: (words) => {
      const chunk = findAt(words[0]?.[0] ?? '');
      const isSame = chunk?.words.length === words.length && chunk.words.every(([word], at) => word === words[at]?.[0]);
      return isSame ? chunk.name : undefined;
    },
  };
}

function mergeWords(
  known: readonly WordFacts[],
  changed: ReadonlyMap<string, { readonly facts: WordFacts } | undefined>,
): readonly WordFacts[] {
  const fresh = [...changed.values()]
    .flatMap((one) => (one === undefined ? [] : [one.facts]))
    .toSorted(([a], [b]) => compareWords(a, b));
  const merged: WordFacts[] = [];
  let at = 0;
  for (const facts of known) {
    if (changed.has(facts[0])) continue;
    for (let next = fresh[at]; next !== undefined && compareWords(next[0], facts[0]) < 0; next = fresh[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(facts);
  }
  return [...merged, ...fresh.slice(at)];
}

function removeBearer(names: Map<string, Set<number>>, name: string, number: number): void {
  const known = names.get(name);
  known?.delete(number);
  if (known?.size === 0) names.delete(name);
}

function parse(json: string): SearchDocument {
  return JSON.parse(json) as SearchDocument;
}
