import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openKnowledgeBase, type KnowledgeBase } from '../compiler/knowledge-base.ts';
import { pickText } from '../schema/local-text.ts';
import { buildVocabulary, type IndexedDocument } from './build-vocabulary.ts';
import type { SearchDocument } from './document.ts';
import {
  INDEX_VERSION,
  MANIFEST,
  RECORD_FOLDER,
  VOCABULARY_FOLDER,
  type IndexRecord,
  type Manifest,
} from './index-files.ts';
import { buildPagefindIndex, type PagefindRecord } from './pagefind-format.ts';
import { readDocuments, type SearchPlaces } from './read-documents.ts';
import { divideLines } from './vocabulary-lines.ts';

export interface SearchIndexSettings {
  /** The finished site; the index is written into its `pagefind` folder. */
  readonly outputFolder: string;
  readonly knowledgeBaseFile: string;
  readonly places: SearchPlaces;
}

export interface SearchIndexReport {
  readonly documents: number;
}

/**
 * Writes the search index of a finished site: Pagefind's files, the vocabulary by which a query is read, and a record of
 * each document. One index holds all languages. The same content gives the same bytes.
 */
export async function buildSearchIndex(settings: SearchIndexSettings): Promise<SearchIndexReport> {
  const kb = openKnowledgeBase(settings.knowledgeBaseFile);
  try {
    const documents = readDocuments(kb, settings.places);
    const files = await buildIndexFiles(documents, listArticles(kb));
    for (const [path, content] of files) {
      const file = join(settings.outputFolder, 'pagefind', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return { documents: documents.length };
  } finally {
    kb.close();
  }
}

/** All files of an index by their paths in its folder. */
export async function buildIndexFiles(
  documents: readonly SearchDocument[],
  articles: Manifest['articles'],
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const vocabulary = buildVocabulary(documents);
  const records = documents.map((document, at) => toRecord(document, vocabulary.documents[at]));
  const addresses = records.map((record, at) => `${at}/${toHash(JSON.stringify(record))}`);
  const pagefind = await buildPagefindIndex(
    documents.map(({ filters }, at): PagefindRecord => {
      const { positions = [], title = [] } = vocabulary.documents[at] ?? {};
      return { address: addresses[at] ?? '', positions, title, filters };
    }),
  );
  const toId = (at: number): string => pagefind.ids.get(addresses[at] ?? '') ?? '';

  const files = new Map<string, string | Uint8Array>(pagefind.files);
  records.forEach((record, at) => files.set(`${RECORD_FOLDER}/${toId(at)}.json`, JSON.stringify(record)));
  const words: Record<string, string> = {};
  for (const [key, lines] of divideLines(vocabulary.toLines(toId))) {
    const text = lines.join('\n');
    const name = `${toHash(text)}.txt`;
    words[key] = name;
    files.set(`${VOCABULARY_FOLDER}/${name}`, text);
  }
  const manifest: Manifest = { version: INDEX_VERSION, documents: documents.length, words, articles };
  files.set(MANIFEST, JSON.stringify(manifest));
  return files;
}

function toRecord(document: SearchDocument, indexed: IndexedDocument | undefined): IndexRecord {
  const { id, kind, names, views, sections } = document;
  const starts = indexed?.starts ?? [];
  const spans = [...(indexed?.spans ?? [])];
  return {
    id,
    kind,
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
    sections: sections.map(({ text, lang, fragment, shownIn }, at) => {
      const from = starts[at] ?? 0;
      const end = starts[at + 1] ?? Infinity;
      const own = spans.filter(([token]) => token >= from && token < end);
      return { text, lang, fragment, shownIn, from, ...(own.length > 0 ? { spans: own } : {}) };
    }),
  };
}

function listArticles(kb: KnowledgeBase): Manifest['articles'] {
  return Object.fromEntries(
    kb
      .articles()
      .map(({ id, matter }) => [
        id,
        Object.fromEntries(kb.site.languages.map((language) => [language, pickText(matter.title, language).text])),
      ]),
  );
}

function toHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
