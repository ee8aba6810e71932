import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openKnowledgeBase, type KnowledgeBase } from '../compiler/knowledge-base.ts';
import { createAnalyser } from './analyser/analyse-text.ts';
import { countWords, createVocabularyBuilder, type IndexedDocument } from './build-vocabulary.ts';
import { createBrowseWriter, type BrowseSettings } from './browse-files.ts';
import type { SearchDocument } from './document.ts';
import { writeFilter } from './filter-lines.ts';
import {
  FILTER_FOLDER,
  INDEX_VERSION,
  MANIFEST,
  VOCABULARY_FOLDER,
  type IndexRecord,
  type Manifest,
} from './index-files.ts';
import { openPagefindPart } from './pagefind-format.ts';
import { readDocuments, type SearchPlaces } from './read-documents.ts';
import { readFacets } from './read-facets.ts';
import { spool } from './spool.ts';
import { toFileName } from './to-file-name.ts';
import { divideLines } from './vocabulary-lines.ts';
import { createRecordWriter } from './write-records.ts';

export interface SearchIndexSettings {
  /** The finished site; the index is written into its `pagefind` folder. */
  readonly outputFolder: string;
  readonly knowledgeBaseFile: string;
  readonly places: SearchPlaces;
}

export interface SearchIndexReport {
  readonly documents: number;
}

/** Takes a file of the index, by its path in the index's folder. */
export type WriteFile = (path: string, content: string | Uint8Array) => void;

/**
 * Pagefind holds a part in memory while it is built, 80 KB for each document. Of a part that has a word a reader loads the
 * list of its documents (3 bytes for each) and a chunk: fewer parts are fewer chunks.
 */
const MOST_DOCUMENTS_OF_A_PART = 32_000;

/**
 * Writes the search index of a finished site: Pagefind's files, the vocabulary by which a query is read, and a record of
 * each document. One index holds all languages. The same content gives the same bytes.
 */
export async function buildSearchIndex(settings: SearchIndexSettings): Promise<SearchIndexReport> {
  const kb = openKnowledgeBase(settings.knowledgeBaseFile);
  try {
    return await indexKnowledgeBase(
      kb,
      settings.places,
      (path, content) => {
        const file = join(settings.outputFolder, 'pagefind', path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      },
      dirname(settings.knowledgeBaseFile),
    );
  } finally {
    kb.close();
  }
}

/** Writes the index of a knowledge base. */
export function indexKnowledgeBase(
  kb: KnowledgeBase,
  places: SearchPlaces,
  write: WriteFile,
  spoolFolder?: string,
): Promise<SearchIndexReport> {
  return writeSearchIndex(readDocuments(kb, places), write, {
    browse: { facets: readFacets(kb), toSortKey: places.toSortKey },
    ...(spoolFolder === undefined ? {} : { spoolFolder }),
  });
}

export interface IndexOptions {
  readonly browse?: BrowseSettings;
  readonly mostDocumentsOfAPart?: number;
  /** Where documents wait for their second reading; the system's folder for such things when none is named. */
  readonly spoolFolder?: string;
}

/**
 * Writes an index of documents, which are gone through twice: first to know the words of the site, then to index them.
 * Neither they nor the files are ever in memory all at once.
 */
export async function writeSearchIndex(
  documents: Iterable<SearchDocument>,
  write: WriteFile,
  { mostDocumentsOfAPart = MOST_DOCUMENTS_OF_A_PART, browse, spoolFolder }: IndexOptions = {},
): Promise<SearchIndexReport> {
  const analyse = createAnalyser();
  const words = countWords(analyse);
  const total = { documents: 0, units: 0 };
  const known = spool(
    documents,
    (document, length) => {
      words.note(document);
      total.documents += 1;
      total.units += length;
    },
    spoolFolder,
  );
  try {
    const vocabulary = createVocabularyBuilder(words.uses, analyse);
    const records = createRecordWriter(total.documents, total.units, write);
    const filters = new Map<string, Map<string, number[]>>();
    const partCount = Math.max(1, Math.ceil(total.documents / mostDocumentsOfAPart));
    const partSize = Math.ceil(total.documents / partCount);
    const browsing = createBrowseWriter(browse);
    const results: string[] = [];
    const parts: number[] = [];
    const remaining = known.read()[Symbol.iterator]();
    for (let number = 0; parts.length < partCount;) {
      const part = parts.length;
      const pagefind = await openPagefindPart(part);
      const first = number;
      while (number < first + partSize) {
        const next = remaining.next();
        if (next.done === true) break;
        const indexed = vocabulary.add(next.value, number, part);
        records.add(number, toRecord(next.value, indexed));
        noteFilters(filters, next.value, number);
        browsing.note(next.value);
        await pagefind.add(indexed);
        number += 1;
      }
      parts.push(number - first);
      const ids = records.flush();
      results.push(...ids);
      for (const [path, content] of await pagefind.finish(ids)) write(path, content);
    }

    const manifest: Manifest = {
      version: INDEX_VERSION,
      documents: total.documents,
      parts,
      words: writeAll(VOCABULARY_FOLDER, divideLines(vocabulary.toLines()), (lines) => lines.join('\n'), write),
      filters: writeAll(FILTER_FOLDER, toSortedMap(filters), writeValues, write),
      ...browsing.finish(results, write),
    };
    write(MANIFEST, JSON.stringify(manifest));
    return { documents: total.documents };
  } finally {
    known.close();
  }
}

function toRecord(document: SearchDocument, { starts, spans }: IndexedDocument): IndexRecord {
  const { id, kind, base, names, views, sections } = document;
  const allSpans = [...spans];
  return {
    id,
    kind,
    ...(base === undefined ? {} : { base }),
    names,
    views: Object.fromEntries(
      Object.entries(views).map(([language, { href, title, summary, summaryLanguage }]) => [
        language,
        {
          href,
          title,
          ...(summary === undefined ? {} : { summary }),
          ...(summaryLanguage === undefined ? {} : { summaryLanguage }),
        },
      ]),
    ),
    sections: sections.map(({ text, lang, fragment, shownIn, titles }, at) => {
      const from = starts[at] ?? 0;
      const end = starts[at + 1] ?? Infinity;
      const own = allSpans.filter(([token]) => token >= from && token < end);
      return {
        text,
        lang,
        fragment,
        shownIn,
        ...(titles === undefined ? {} : { titles }),
        from,
        ...(own.length > 0 ? { spans: own } : {}),
      };
    }),
  };
}

function noteFilters(filters: Map<string, Map<string, number[]>>, document: SearchDocument, number: number): void {
  for (const [filter, values] of Object.entries(document.filters)) {
    let known = filters.get(filter);
    if (known === undefined) filters.set(filter, (known = new Map<string, number[]>()));
    for (const value of values) {
      const own = known.get(value);
      if (own === undefined) known.set(value, [number]);
      else own.push(number);
    }
  }
}

function writeValues(values: ReadonlyMap<string, readonly number[]>): string {
  return writeFilter([...values].map(([value, documents]) => ({ value, documents })));
}

/** Writes a file for each entry, and tells under which name. */
function writeAll<T>(
  folder: string,
  entries: ReadonlyMap<string, T>,
  toText: (entry: T) => string,
  write: WriteFile,
): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const [key, entry] of entries) {
    const text = toText(entry);
    const name = `${toFileName(text)}.txt`;
    write(`${folder}/${name}`, text);
    names[key] = name;
  }
  return names;
}

function toSortedMap<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
