import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashGroup } from '../compiler/hash-group.ts';
import { openKnowledgeBase, READS, type KnowledgeBase } from '../compiler/knowledge-base.ts';
import { sweepFolder } from '../compiler/sweep-folder.ts';
import type { SearchDocument } from './document.ts';
import type { BrowseSettings, IndexTarget } from './finish-index.ts';
import { indexAnew, type NewIndex } from './index-anew.ts';
import { indexChanges, LostFileError } from './index-changes.ts';
import { INDEX_FOLDER } from './index-files.ts';
import { fetchRuntime } from './pagefind-format.ts';
import { listDocuments, PAGES, readDocuments, type DocumentUnit, type SearchPlaces } from './read-documents.ts';
import { createSearchMemory, openSearchMemory, type RememberedUnit, type SearchMemory } from './search-memory.ts';

export interface SearchIndexSettings {
  /** The finished site; the index is written into its `pagefind` folder. */
  readonly outputFolder: string;
  readonly knowledgeBaseFile: string;
  readonly places: SearchPlaces;
  /** Where the index is remembered for the next build. */
  readonly memoryFile: string;
  /** Of all settings and code that the index depends on beside the knowledge base. */
  readonly key: string;
  readonly last?: LastSite | undefined;
}

/** The site that stands, and how the knowledge base differs from the one it was made from. */
export interface LastSite {
  readonly id: string;
  /** Groups of rows that changed, as `READS` tells them. */
  readonly changed: ReadonlySet<string>;
  /** Brings a file of the site over into the new folder; tells if there is none that is as it was written. */
  readonly keep: (path: string) => boolean;
  /** The content of a file of the site; nothing where there is none that is as it was written. */
  readonly read: (path: string) => Uint8Array | undefined;
}

export interface SearchIndexReport {
  readonly documents: number;
  /** How many of them were indexed now; what is known of the others was kept. */
  readonly indexed: number;
}

/** An index that was written and is not yet remembered. */
export interface BuiltIndex extends SearchIndexReport {
  /** To be called when the site stands in its place, with what identifies it. */
  readonly remember: (id: string) => void;
  /** To be called in any case. */
  readonly close: () => void;
}

/** Takes a file of the index, by its path in the index's folder. */
export type WriteFile = (path: string, content: string | Uint8Array) => void;

/** Changes in these rows change every document. */
const SITE = 'meta key site';

/**
 * Writes the search index of a finished site: Pagefind's files, the vocabulary by which a query is read, and a record of
 * each document. One index holds all languages. The same content gives the same bytes, whether the index is built from
 * nothing or the last one is brought up to date.
 */
export async function buildSearchIndex(settings: SearchIndexSettings): Promise<BuiltIndex> {
  const { knowledgeBaseFile, memoryFile, places, key, last } = settings;
  const kb = openKnowledgeBase(knowledgeBaseFile);
  const before = last && openSearchMemory(memoryFile, last.id, key);
  let memory: SearchMemory | undefined;
  try {
    const units = listDocuments(kb, places);
    const known = before && last.changed.has(SITE) ? undefined : before && recall(before, last.changed);
    const { languages, kinds } = kb.site;
    const { target, removeOthers } = toTarget(settings);
    const options = { browse: { languages, kinds }, toSortKey: places.toSortKey };
    const indexed = known && bringUpToDate(known, units, target, options);
    if (known !== undefined && indexed !== undefined) {
      removeOthers();
      return toBuilt(known.memory, key, { documents: known.memory.documents().length, indexed });
    }

    const fresh = `${memoryFile}.new`;
    rmSync(fresh, { force: true });
    rmSync(join(settings.outputFolder, INDEX_FOLDER), { recursive: true, force: true });
    memory = createSearchMemory(fresh);
    const documents = await indexAnew(readUnits(units, memory, known), {
      ...options,
      memory,
      runtime: fetchRuntime(),
      target: toTarget(settings).target,
    });
    before?.close();
    return toBuilt(memory, key, { documents, indexed: documents }, () => renameSync(fresh, memoryFile));
  } catch (error) {
    memory?.close();
    before?.close();
    throw error;
  } finally {
    kb.close();
  }
}

/** The units of the last index, by their names, and the numbers of those that were read from something that changed. */
interface Known {
  readonly memory: SearchMemory;
  readonly units: ReadonlyMap<string, RememberedUnit & { readonly at: number }>;
  readonly stale: ReadonlySet<number>;
}

function recall(memory: SearchMemory, changed: ReadonlySet<string>): Known {
  const units = new Map(memory.units().map((unit, at) => [unit.name, { ...unit, at }]));
  const stale = new Set(memory.unitsOf(new Set([...changed].map(hashGroup))));
  const pages = units.get(PAGES);
  if (pages !== undefined) stale.add(pages.at);
  return { memory, units, stale };
}

/**
 * Tells how many documents were indexed, or nothing where it could not be done: only while there are the same documents in the
 * same order, and all of the last index is there.
 */
function bringUpToDate(
  { memory, units: known, stale }: Known,
  units: readonly DocumentUnit[],
  target: IndexTarget,
  options: Pick<NewIndex, 'browse' | 'toSortKey'>,
): number | undefined {
  if (units.length !== known.size || units.some(({ name }, at) => known.get(name)?.at !== at)) return undefined;
  const texts = new Map<number, string>();
  for (const at of [...stale].toSorted((a, b) => a - b)) {
    const unit = units[at];
    const { first = 0, documents: count = 0 } = (unit && known.get(unit.name)) ?? {};
    const { documents = [], reads = new Uint32Array() } = (unit && readUnit(unit)) ?? {};
    if (documents.length !== count) return undefined;
    for (const [place, document] of documents.entries()) {
      const before = memory.text(first + place);
      const json = JSON.stringify(document);
      if (json === before) continue;
      if ((JSON.parse(before) as SearchDocument).id !== document.id) return undefined;
      texts.set(first + place, json);
    }
    memory.setReads(at, reads);
  }
  try {
    return indexChanges(texts, { ...options, memory, target });
  } catch (error) {
    if (error instanceof LostFileError) return undefined;
    throw error;
  }
}

/** All documents as JSON, noted by their units: those of units that did not change as they are remembered. */
function* readUnits(units: readonly DocumentUnit[], memory: SearchMemory, known: Known | undefined): Generator<string> {
  let first = 0;
  for (const [at, unit] of units.entries()) {
    const old = known?.units.get(unit.name);
    if (known !== undefined && old !== undefined && !known.stale.has(old.at)) {
      memory.addUnit(at, { name: unit.name, first, documents: old.documents }, known.memory.reads(old.at));
      for (let number = old.first; number < old.first + old.documents; number += 1) yield known.memory.text(number);
      first += old.documents;
      continue;
    }
    const { documents, reads } = readUnit(unit);
    memory.addUnit(at, { name: unit.name, first, documents: documents.length }, reads);
    for (const document of documents) yield JSON.stringify(document);
    first += documents.length;
  }
}

/** Reads the documents of a unit, and what they were read from. */
function readUnit(unit: DocumentUnit): { readonly documents: readonly SearchDocument[]; readonly reads: Uint32Array } {
  const groups = new Set<string>();
  const note = (group: unknown): void => void groups.add(group as string);
  READS.subscribe(note);
  try {
    const documents = unit.read();
    return { documents, reads: Uint32Array.from(groups, hashGroup) };
  } finally {
    READS.unsubscribe(note);
  }
}

function toBuilt(memory: SearchMemory, key: string, report: SearchIndexReport, place?: () => void): BuiltIndex {
  return {
    ...report,
    remember: (id) => {
      memory.commit(id, key);
      memory.close();
      place?.();
    },
    close: memory.close,
  };
}

/** A folder in which an older index may lie. */
interface Target {
  readonly target: IndexTarget;
  /** Removes what was neither written nor kept. */
  readonly removeOthers: () => void;
}

function toTarget({ outputFolder, last }: Pick<SearchIndexSettings, 'outputFolder' | 'last'>): Target {
  const index = join(outputFolder, INDEX_FOLDER);
  const folders = new Set<string>();
  const kept = new Map<string, boolean>();
  const target: IndexTarget = {
    write: (path, content) => {
      const file = join(index, path);
      const folder = dirname(file);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      // What lies there may be a second name of a file of the site that stands, which is not to be written into.
      rmSync(file, { force: true });
      writeFileSync(file, content);
      kept.set(path, true);
    },
    keep: (path) => {
      const known = kept.get(path);
      if (known !== undefined) return known;
      const isKept = last?.keep(`${INDEX_FOLDER}/${path}`) ?? false;
      kept.set(path, isKept);
      return isKept;
    },
    read: (path) => {
      const content = last?.read(`${INDEX_FOLDER}/${path}`);
      if (content === undefined) throw new LostFileError(path);
      return content;
    },
  };
  const isKept = (path: string): boolean => kept.get(path) ?? false;
  return { target, removeOthers: () => sweepFolder(index, isKept) };
}

export interface IndexOptions {
  readonly browse?: BrowseSettings;
  readonly toSortKey?: (language: string, name: string) => string;
}

/** Writes the index of a knowledge base, and remembers nothing. */
export function indexKnowledgeBase(
  kb: KnowledgeBase,
  places: SearchPlaces,
  write: WriteFile,
): Promise<SearchIndexReport> {
  const { languages, kinds } = kb.site;
  const { toSortKey } = places;
  return writeSearchIndex(readDocuments(kb, places), write, { browse: { languages, kinds }, toSortKey });
}

/** Writes an index of documents, of which never all are in memory at once, and remembers nothing. */
export async function writeSearchIndex(
  documents: Iterable<SearchDocument>,
  write: WriteFile,
  { browse, toSortKey = (_language, name) => name }: IndexOptions = {},
): Promise<SearchIndexReport> {
  const memory = createSearchMemory();
  const target: IndexTarget = {
    write,
    keep: () => false,
    read: (path) => {
      throw new LostFileError(path);
    },
  };
  try {
    const runtime = fetchRuntime();
    const count = await indexAnew(toTexts(documents), { memory, target, browse, toSortKey, runtime });
    return { documents: count, indexed: count };
  } finally {
    memory.close();
  }
}

function* toTexts(documents: Iterable<SearchDocument>): Generator<string> {
  for (const document of documents) yield JSON.stringify(document);
}
