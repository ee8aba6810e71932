import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isSameLock,
  parsePassageLock,
  printPassageLock,
  type Alignment,
  type PassageChange,
  type PassageLock,
} from '../anchor/align-passages.ts';
import { checkCorpus } from '../check/check-corpus.ts';
import { diagnose, hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { anchorCitations, toArticleTexts } from '../graph/anchor-citations.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { ArticleEntry, Corpus, Entry } from '../graph/corpus.ts';
import { findAllMentions } from '../graph/find-all-mentions.ts';
import { findDrift, type Drift } from '../graph/find-drift.ts';
import type { Graph } from '../graph/graph.ts';
import { alignArticles } from '../graph/locate-passages.ts';
import { buildDrawing, indexForDrawing } from '../render/build-drawing.ts';
import type { Drawing } from '../render/drawing.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { toDocumentId, type Document, type EntityDocument, type PageDocument } from '../source/document.ts';
import { findRole } from '../source/parse-document.ts';
import { parseSite } from '../source/parse-site.ts';
import type { Places } from '../source/places.ts';
import { readContent, type SourceFile } from '../source/read-content.ts';
import type { Body } from '../text/body.ts';
import { hashCompiler, openCache, toKey, type Cache } from './cache.ts';
import { beginKnowledgeBase, type KnowledgeBaseWriter } from './knowledge-base.ts';
import { openPool, type Pool } from './pool.ts';
import { findMainLang, type FileReading } from './tasks.ts';

export interface CompileOptions {
  readonly contentFolder: string;
  /** Where the knowledge base and the cache are kept. */
  readonly cacheFolder: string;
  /** `write` brings the passage locks up to date; `frozen` makes it an error if they would change. */
  readonly locks: 'write' | 'frozen';
  /** Told how far each stage is. */
  readonly onProgress?: (stage: Stage, done: number, total: number) => void;
}

export type Stage = 'read' | 'prove' | 'render' | 'write';

/** Passages of an article whose ids or texts changed since its lock was written. */
export interface LockUpdate {
  readonly path: string;
  readonly text: string;
  /** There was no lock yet. */
  readonly isNew: boolean;
  readonly changes: readonly PassageChange[];
}

export type Compilation =
  | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[]; readonly drift: readonly Drift[] }
  | {
      readonly status: 'compiled';
      readonly graph: Graph;
      /** Where the values of site.yaml stand. */
      readonly sitePlaces: Places;
      readonly diagnostics: readonly Diagnostic[];
      /** What became of the quotations of articles that were edited. */
      readonly drift: readonly Drift[];
      readonly knowledgeBaseFile: string;
      readonly lockUpdates: readonly LockUpdate[];
    };

/** The whole compile in reading order: read, prove, and only if nothing is wrong render and write. */
export async function compile(options: CompileOptions): Promise<Compilation> {
  const content = readContent(options.contentFolder);
  const reading = parseSite(content.files);
  if (reading.status === 'refused') {
    return {
      status: 'refused',
      diagnostics: sortDiagnostics([...content.diagnostics, ...reading.diagnostics]),
      drift: [],
    };
  }
  const { site, places: sitePlaces } = reading;
  const cache = openCache(options.cacheFolder);
  const pool = openPool();
  try {
    const tools = { cache, pool, version: hashCompiler(), options };
    const texts = content.files.filter(({ path }) => path.endsWith('.mdx'));
    const readings = await readDocuments(texts, site, tools);
    const unreadable = content.diagnostics
      .filter(({ code }) => code === 'file-unreadable')
      .map(({ place }) => place.file);
    const locks = readLocks(content.files, [...texts.map(({ path }) => path), ...unreadable]);
    const corpus = toCorpus(site, texts, readings, locks.locks, content.assets, unreadable);

    options.onProgress?.('prove', 0, 1);
    const articleTexts = toArticleTexts(corpus);
    const alignments = alignArticles(corpus);
    const citations = anchorCitations(corpus, articleTexts);
    const mentions = findAllMentions(corpus);
    const sources = { corpus, alignments, texts: articleTexts, citations, mentions };
    const graph = buildGraph(sources);
    const lockUpdates = findLockUpdates(corpus, alignments);
    const diagnostics = sortDiagnostics([
      ...content.diagnostics,
      ...readings.flatMap((one) => one.diagnostics),
      ...locks.diagnostics,
      ...checkCorpus(sources, graph),
      ...(options.locks === 'frozen' ? lockUpdates.map(reportStaleLock) : []),
    ]);
    options.onProgress?.('prove', 1, 1);
    const drift = findDrift(corpus, articleTexts, citations, alignments);
    if (hasErrors(diagnostics)) return { status: 'refused', diagnostics, drift };

    const knowledgeBaseFile = join(options.cacheFolder, 'knowledge.sqlite');
    const writer = beginKnowledgeBase(knowledgeBaseFile, graph);
    try {
      await renderBodies(texts, corpus, graph, writer, tools);
      options.onProgress?.('write', 0, 1);
      writer.finish();
    } finally {
      writer.close();
    }
    for (const { path, text } of lockUpdates) writeFileSync(join(options.contentFolder, path), text);
    options.onProgress?.('write', 1, 1);
    return { status: 'compiled', graph, sitePlaces, diagnostics, drift, knowledgeBaseFile, lockUpdates };
  } finally {
    await pool.close();
    cache.close();
  }
}

interface Tools {
  readonly cache: Cache;
  readonly pool: Pool;
  readonly version: string;
  readonly options: CompileOptions;
}

async function readDocuments(files: readonly SourceFile[], site: SiteConfig, tools: Tools): Promise<FileReading[]> {
  const shape = JSON.stringify([site.kinds, site.languages]);
  const keys = files.map(({ path, text }) => toKey('read', tools.version, shape, path, text));
  return computeMissing(keys, { stage: 'read', start: 0, total: keys.length }, tools, (missing) =>
    missing.map((at) => ({ type: 'read' as const, file: files[at] ?? { path: '', text: '' }, site })),
  );
}

/** Documents that are rendered before the next ones are taken up, so that not all bodies are held at once. */
const RENDERED_AT_ONCE = 2000;

async function renderBodies(
  files: readonly SourceFile[],
  corpus: Corpus,
  graph: Graph,
  writer: KnowledgeBaseWriter,
  tools: Tools,
): Promise<void> {
  const texts = new Map(files.map((file) => [file.path, file]));
  const toDrawing = openDrawings(corpus, graph);
  for (const entry of corpus.pages) writer.addDrawing(toDocumentId(entry.document), toDrawing(entry));
  const entries: readonly Entry[] = [...corpus.articles, ...corpus.entities];
  const total = entries.length;
  for (let start = 0; start < total; start += RENDERED_AT_ONCE) {
    const work = entries.slice(start, start + RENDERED_AT_ONCE).flatMap((entry) => {
      const file = texts.get(entry.document.path);
      return file ? [{ file, drawing: toDrawing(entry) }] : [];
    });
    const keys = work.map(({ file, drawing }) => toKey('render', tools.version, file.text, JSON.stringify(drawing)));
    const blocks = await computeMissing(keys, { stage: 'render', start, total }, tools, (missing) =>
      missing.flatMap((at) => {
        const one = work[at];
        return one ? [{ type: 'render' as const, ...one }] : [];
      }),
    );
    work.forEach(({ drawing }, at) => writer.addBody(drawing.document, blocks[at] ?? []));
  }
}

/** Looks every key up in the cache and has the pool compute the rest. */
async function computeMissing<T extends Parameters<Pool['run']>[0][number]>(
  keys: readonly string[],
  { stage, start, total }: { readonly stage: Stage; readonly start: number; readonly total: number },
  { cache, pool, options }: Tools,
  toTasks: (missing: readonly number[]) => readonly T[],
): Promise<Awaited<ReturnType<typeof pool.run<T>>>> {
  const found = keys.map((key) => cache.find(key)) as (Awaited<ReturnType<typeof pool.run<T>>>[number] | undefined)[];
  const missing = keys.flatMap((_, at) => (found[at] === undefined ? [at] : []));
  let done = start + keys.length - missing.length;
  options.onProgress?.(stage, done, total);
  const computed = await pool.run(toTasks(missing), () => options.onProgress?.(stage, (done += 1), total));
  missing.forEach((at, index) => {
    const value = computed[index];
    const key = keys[at];
    if (value === undefined || key === undefined) return;
    found[at] = value;
    cache.keep(key, value);
  });
  return found as Awaited<ReturnType<typeof pool.run<T>>>;
}

const LOCK_FILE = /^articles\/([a-z0-9-]+)\.passages\.json$/;

interface LockReading {
  readonly locks: ReadonlyMap<string, PassageLock>;
  readonly diagnostics: readonly Diagnostic[];
}

function readLocks(files: readonly SourceFile[], texts: readonly string[]): LockReading {
  const articles = new Set(texts);
  const locks = new Map<string, PassageLock>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, text } of files) {
    if (path.endsWith('.mdx') || path === 'site.yaml') continue;
    const slug = LOCK_FILE.exec(path)?.[1];
    if (slug === undefined || !articles.has(`articles/${slug}.mdx`)) {
      diagnostics.push(
        diagnose(
          'file-misplaced',
          { file: path },
          {
            message:
              slug === undefined
                ? 'Nothing reads a file of this name here.'
                : `It keeps the passages of articles/${slug}.mdx, which does not exist.`,
            fix:
              slug === undefined
                ? 'Move it out of the content folder.'
                : 'Delete it with its article, or rename it together with the article.',
          },
        ),
      );
      continue;
    }
    const lock = parsePassageLock(text);
    if (lock) locks.set(slug, lock);
    else {
      diagnostics.push(
        diagnose(
          'lock-unreadable',
          { file: path },
          {
            message: 'The file that keeps the ids of the passages cannot be understood.',
            fix: 'Restore it from version control: without it the addresses of the passages would change.',
          },
        ),
      );
    }
  }
  return { locks, diagnostics };
}

function toCorpus(
  site: SiteConfig,
  files: readonly SourceFile[],
  readings: readonly FileReading[],
  locks: ReadonlyMap<string, PassageLock>,
  assets: readonly string[],
  unreadable: readonly string[],
): Corpus {
  const unread = new Set(unreadable.filter((path) => path.endsWith('.mdx')).map((path) => path.replace(/\.mdx$/, '')));
  const articles: ArticleEntry[] = [];
  const entities: Entry<EntityDocument>[] = [];
  const pages: Entry<PageDocument>[] = [];
  readings.forEach(({ document, body }, at) => {
    const path = files[at]?.path ?? '';
    if (!document || (!body && document.type === 'article')) {
      if (findRole(path, site).role !== 'refused') unread.add(path.replace(/\.mdx$/, ''));
      return;
    }
    addEntry(document, body ?? EMPTY_BODY);
  });
  return { site, articles, entities, pages, assets, unread };

  function addEntry(document: Document, body: Body): void {
    if (document.type === 'article') articles.push({ document, body, lock: locks.get(document.slug) });
    else if (document.type === 'entity') entities.push({ document, body });
    else pages.push({ document, body });
  }
}

const EMPTY_BODY: Body = { passages: [], uses: [] };

/** What to draw on a document, worked out when it is asked for. */
function openDrawings({ site }: Corpus, graph: Graph): (entry: Entry) => Drawing {
  const index = indexForDrawing(graph);
  const passages = new Map([
    ...graph.articles.map((one) => [`articles/${one.id}`, one.passages] as const),
    ...graph.entities.map((one) => [one.id, one.passages] as const),
    ...graph.pages.map((one) => [one.id, one.passages] as const),
  ]);
  return ({ document, body }) => {
    const id = toDocumentId(document);
    return buildDrawing(id, findMainLang(document, site), passages.get(id) ?? [], body.uses, index);
  };
}

function findLockUpdates({ articles }: Corpus, alignments: ReadonlyMap<string, Alignment>): LockUpdate[] {
  return articles.flatMap(({ document, lock }) => {
    const alignment = alignments.get(document.slug);
    if (!alignment || (lock && isSameLock(lock, alignment.lock))) return [];
    const path = document.path.replace(/\.mdx$/, '.passages.json');
    return [{ path, text: printPassageLock(alignment.lock), isNew: lock === undefined, changes: alignment.changes }];
  });
}

function reportStaleLock({ path, isNew, changes }: LockUpdate): Diagnostic {
  const count = (kind: PassageChange['kind']): number => changes.filter((change) => change.kind === kind).length;
  const parts = (['added', 'reworded', 'respelled', 'moved', 'retired'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${kind}`);
  return diagnose(
    'lock-stale',
    { file: path },
    {
      message: isNew
        ? 'The passages of the article are not locked yet, so their addresses are not permanent.'
        : `The article has changed since its passages were locked${parts.length > 0 ? ` (${parts.join(', ')})` : ''}.`,
      fix: 'Run `sanad check` without --frozen and commit this file with the article.',
    },
  );
}
