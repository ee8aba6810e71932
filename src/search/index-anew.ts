import { createAnalyser } from './analyser/analyse-text.ts';
import { toBrowseEntry, toOrders, type BrowseEntry } from './browse-files.ts';
import type { SearchDocument } from './document.ts';
import { finishIndex, put, writeBrowseFiles, type BrowseSettings, type IndexTarget } from './finish-index.ts';
import { indexDocument, toNameKeys, toRecord } from './index-document.ts';
import type { IndexRecord } from './index-files.ts';
import type { Runtime } from './pagefind-format.ts';
import { createPostings, writeEntry } from './posting-lists.ts';
import type { RememberedDocument, SearchMemory, WordFacts } from './search-memory.ts';
import { createWordTypes } from './word-types.ts';
import { countNeighbours, writeRecords } from './write-records.ts';

export interface NewIndex {
  /** A new one. */
  readonly memory: SearchMemory;
  readonly target: IndexTarget;
  readonly browse: BrowseSettings | undefined;
  /** A name as the indexes of the site sort it. */
  readonly toSortKey: (language: string, name: string) => string;
  /** Fetched while documents are read. */
  readonly runtime: Promise<Runtime>;
}

/**
 * Indexes documents from nothing. They are gone through twice: first to know the words of the site, then to index them;
 * between the two they lie in the memory. Returns how many they are.
 */
export async function indexAnew(
  texts: Iterable<string>,
  { memory, target, browse, toSortKey, runtime }: NewIndex,
): Promise<number> {
  // Whoever waits for it later is told.
  runtime.catch(() => undefined);
  const analyse = createAnalyser();
  const types = createWordTypes(analyse);
  let count = 0;
  for (const json of texts) {
    types.count(JSON.parse(json) as SearchDocument, 1);
    memory.setText(count, json);
    count += 1;
  }

  const postings = createPostings();
  const names = new Map<string, Set<number>>();
  const entries: BrowseEntry[] = [];
  const documents: RememberedDocument[] = [];
  const neighbours = countNeighbours(count);
  let open: IndexRecord[] = [];
  const results: string[] = [];
  const lengths: number[] = [];
  for (const json of memory.texts()) {
    const document = JSON.parse(json) as SearchDocument;
    const number = entries.length;
    const indexed = indexDocument(document, analyse, types.toStems);
    postings.add(number, indexed);
    for (const key of toNameKeys(document, analyse)) addBearer(names, key, number);
    entries.push(toBrowseEntry(document, toSortKey));
    lengths.push(indexed.positions.length);
    open.push(toRecord(document, indexed));
    if (open.length < neighbours && number < count - 1) continue;
    for (const file of writeRecords(number + 1 - open.length, open)) {
      put(target, file.path, file.content);
      results.push(...file.results);
    }
    open = [];
  }
  entries.forEach((entry, number) => {
    const document = { result: results[number] ?? '', words: lengths[number] ?? 0, browse: JSON.stringify(entry) };
    documents.push(document);
    memory.setDocument(number, document);
  });

  const { words, find } = postings.finish();
  const written = new Map<string, Uint8Array>();
  const facts = words.flatMap((word): WordFacts[] => {
    const list = find(word);
    if (list === undefined) return [];
    const entry = writeEntry(word, [list]);
    written.set(word, entry);
    return [[word, list.documents.length, list.isName ? 1 : 0, entry.length]];
  });
  const { version, entry, files } = await runtime;
  for (const file of files) target.write(file.path, file.content);
  finishIndex({
    ...{ memory, target, runtime: { version, entry }, types, names, documents },
    words: facts,
    toEntry: (word) => written.get(word) ?? new Uint8Array(),
    findChunk: () => undefined,
    orders: toOrders(entries),
    browseFiles: writeBrowseFiles(target, entries, browse),
  });
  return count;
}

/** Notes that a document bears a name. */
export function addBearer(names: Map<string, Set<number>>, name: string, number: number): void {
  const known = names.get(name);
  if (known === undefined) names.set(name, new Set([number]));
  else known.add(number);
}
