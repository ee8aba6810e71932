import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePassageLock, printPassageLock, type PassageChange, type PassageLock } from '../anchor/align-passages.ts';
import { checkCorpus } from '../check/check-corpus.ts';
import { diagnose, hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { anchorCitations, toArticleTexts } from '../graph/anchor-citations.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { ArticleEntry, Corpus, Entry } from '../graph/corpus.ts';
import { findAllMentions } from '../graph/find-all-mentions.ts';
import { findDrift, type Drift } from '../graph/find-drift.ts';
import type { Graph, Passage } from '../graph/graph.ts';
import { alignArticles } from '../graph/locate-passages.ts';
import { buildDrawing, indexForDrawing } from '../render/build-drawing.ts';
import type { Drawing } from '../render/drawing.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { toDocumentId, type EntityDocument, type PageDocument } from '../source/document.ts';
import { findRole } from '../source/parse-document.ts';
import { parseSite } from '../source/parse-site.ts';
import type { Places } from '../source/places.ts';
import { listContent, readText, type SourceFile } from '../source/read-content.ts';
import type { Body, BodyPassage } from '../text/body.ts';
import { hashCompiler, openCache, toKey, type Cache } from './cache.ts';
import { findLocked, findLockUpdates, toLockPath, type LockUpdate } from './find-lock-updates.ts';
import { beginKnowledgeBase, type KnowledgeBaseWriter } from './knowledge-base.ts';
import { openPool, type Pool } from './pool.ts';
import { findMainLang, type ReadingHead, type Task } from './tasks.ts';

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

export type Compilation =
  | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[]; readonly drift: readonly Drift[] }
  | {
      readonly status: 'compiled';
      readonly site: SiteConfig;
      /** Where the values of site.yaml stand. */
      readonly sitePlaces: Places;
      readonly diagnostics: readonly Diagnostic[];
      /** What became of the quotations of articles that were edited. */
      readonly drift: readonly Drift[];
      readonly knowledgeBaseFile: string;
      readonly lockUpdates: readonly LockUpdate[];
      /** Paths of all pictures. */
      readonly pictures: readonly string[];
    };

/** The whole compile in reading order: read, prove, and only if nothing is wrong render and write. */
export async function compile(options: CompileOptions): Promise<Compilation> {
  const { contentFolder } = options;
  const listing = listContent(contentFolder);
  const settings = listing.texts.filter((path) => !path.endsWith('.mdx')).map((path) => readText(contentFolder, path));
  const files = settings.flatMap((one) => (one.status === 'read' ? [one.file] : []));
  const found = [
    ...listing.diagnostics,
    ...settings.flatMap((one) => (one.status === 'refused' ? [one.diagnostic] : [])),
  ];
  const reading = parseSite(files);
  if (reading.status === 'refused') {
    return { status: 'refused', diagnostics: sortDiagnostics([...found, ...reading.diagnostics]), drift: [] };
  }
  const { site, places: sitePlaces } = reading;
  const cache = openCache(options.cacheFolder);
  const pool = openPool();
  const tools = { cache, pool, version: hashCompiler(), options };
  try {
    const paths = listing.texts.filter((path) => path.endsWith('.mdx'));
    const { readings, diagnostics: unread } = await readDocuments(paths, site, tools);
    // Threads keep the memory that they worked with, and the proof wants it; they start again to render.
    await pool.close();
    const content = [...found, ...unread];
    const unreadable = content.filter(({ code }) => code === 'file-unreadable').map(({ place }) => place.file);
    const locks = readLocks(files, [...paths, ...unreadable]);
    const corpus = toCorpus(site, readings, tools, locks.locks, listing.assets, unreadable);

    options.onProgress?.('prove', 0, 1);
    const proof = prove(corpus);
    const diagnostics = sortDiagnostics([
      ...content,
      ...readings.flatMap((one) => one.head.diagnostics),
      ...locks.diagnostics,
      ...proof.diagnostics,
      ...(options.locks === 'frozen' ? proof.lockUpdates.map(reportStaleLock) : []),
    ]);
    options.onProgress?.('prove', 1, 1);
    const { graph, drift, lockUpdates } = proof;
    if (hasErrors(diagnostics)) return { status: 'refused', diagnostics, drift };

    const knowledgeBaseFile = join(options.cacheFolder, 'knowledge.sqlite');
    const sources = new Map([...readings.map(({ path, hash }) => [path, hash] as const), ...proof.lockKeys]);
    const writer = beginKnowledgeBase(knowledgeBaseFile, graph, { version: tools.version, files: sources });
    try {
      // Threads render while rows are written here.
      await Promise.all([renderBodies(readings, corpus, graph, writer, tools), fillRows(writer)]);
      options.onProgress?.('write', 0, 1);
      writer.finish();
    } finally {
      writer.close();
    }
    for (const { path, text } of lockUpdates) writeFileSync(join(contentFolder, path), text);
    options.onProgress?.('write', 1, 1);
    return {
      ...{ status: 'compiled', site, sitePlaces, diagnostics, drift, knowledgeBaseFile, lockUpdates },
      pictures: listing.assets,
    };
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

/** A document that was read: what is at hand of it, and where the rest is kept. What is drawn is what was read, whatever is written meanwhile. */
interface Reading {
  readonly path: string;
  /** Of its text. */
  readonly hash: string;
  /** In the cache, where the passages of its body are the second text and its tree is the third. */
  readonly key: string;
  readonly head: ReadingHead;
}

async function readDocuments(
  paths: readonly string[],
  site: SiteConfig,
  tools: Tools,
): Promise<{ readonly readings: readonly Reading[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { version, options } = tools;
  const shape = JSON.stringify([site.kinds, site.languages]);
  const readings: Reading[] = [];
  const diagnostics: Diagnostic[] = [];
  const work = function* (): Generator<Work> {
    for (const path of paths) {
      const text = readText(options.contentFolder, path);
      if (text.status === 'refused') {
        diagnostics.push(text.diagnostic);
        continue;
      }
      const hash = toKey(text.file.text);
      const key = toKey('read', version, shape, path, hash);
      yield {
        key,
        toTask: () => ({ type: 'read', file: text.file, site }),
        use: (head) => readings.push({ path, hash, key, head: JSON.parse(head) as ReadingHead }),
      };
    }
  };
  await computeAll(work(), { stage: 'read', total: paths.length }, tools);
  return { readings, diagnostics };
}

interface Proof {
  readonly graph: Graph;
  readonly diagnostics: readonly Diagnostic[];
  readonly drift: readonly Drift[];
  readonly lockUpdates: readonly LockUpdate[];
  /** Of the locks as they are now, by path. */
  readonly lockKeys: readonly (readonly [string, string])[];
}

function prove(corpus: Corpus): Proof {
  const texts = toArticleTexts(corpus);
  const alignments = alignArticles(corpus);
  const citations = anchorCitations(corpus, texts);
  const mentions = findAllMentions(corpus);
  const sources = { corpus, alignments, texts, citations, mentions };
  const graph = buildGraph(sources);
  return {
    graph,
    diagnostics: checkCorpus(sources, graph),
    drift: findDrift(corpus, texts, citations, alignments),
    lockUpdates: findLockUpdates(corpus, alignments),
    lockKeys: Array.from(alignments, ([slug, { lock }]) => [toLockPath(slug), toKey(printPassageLock(lock))]),
  };
}

async function renderBodies(
  readings: readonly Reading[],
  corpus: Corpus,
  graph: Graph,
  writer: KnowledgeBaseWriter,
  tools: Tools,
): Promise<void> {
  const { cache, version } = tools;
  const known = new Map(readings.map((one) => [one.path, one]));
  const toDrawing = openDrawings(corpus, graph);
  for (const entry of corpus.pages) {
    const drawing = toDrawing(entry);
    writer.addDrawing(drawing.document, drawing);
    writer.addReliance(drawing.document, drawing);
  }
  const entries: readonly Entry[] = [...corpus.articles, ...corpus.entities];
  const work = function* (): Generator<Work> {
    for (const entry of entries) {
      const reading = known.get(entry.document.path);
      if (reading === undefined) continue;
      const drawing = toDrawing(entry);
      yield {
        key: toKey('render', version, reading.hash, JSON.stringify(drawing)),
        toTask: () => ({ type: 'render', path: reading.path, tree: cache.third(reading.key) ?? '', drawing }),
        use: (blocks, languages) => {
          writer.addBody(drawing.document, [blocks, languages()]);
          writer.addReliance(drawing.document, drawing);
        },
      };
    }
  };
  await computeAll(work(), { stage: 'render', total: entries.length }, tools);
}

/** Lets between any few rows happen what waits. */
async function fillRows(writer: KnowledgeBaseWriter): Promise<void> {
  while (writer.fill()) await new Promise((resolve) => setImmediate(resolve));
}

interface Work {
  readonly key: string;
  readonly toTask: () => Task;
  /** Told the first two texts of its result, in the order in which work is asked for. */
  readonly use: (first: string, second: () => string) => void;
}

/**
 * Does work, or takes from the cache what was done of it before. Work is asked for piece by piece and goes on in threads
 * while results are used here.
 */
async function computeAll(
  work: Iterable<Work>,
  { stage, total }: { readonly stage: Stage; readonly total: number },
  { cache, pool, options }: Tools,
): Promise<void> {
  const begun = new Map<number, { readonly place: number; readonly one: Work }>();
  const inOrder = putInOrder();
  let done = 0;
  const finish = (place: number, use: () => void): void => {
    inOrder(place, use);
    options.onProgress?.(stage, (done += 1), total);
  };
  const missing = function* (): Generator<Task> {
    let place = 0;
    let number = 0;
    for (const one of work) {
      const first = cache.first(one.key);
      if (first !== undefined) finish(place++, () => one.use(first, () => cache.second(one.key) ?? ''));
      else {
        begun.set(number++, { place: place++, one });
        yield one.toTask();
      }
    }
  };
  options.onProgress?.(stage, 0, total);
  await pool.run(missing(), (number, texts) => {
    const found = begun.get(number);
    begun.delete(number);
    if (found === undefined) return;
    const { place, one } = found;
    cache.keep(one.key, ...texts);
    finish(place, () => one.use(texts[0], () => texts[1]));
  });
}

/** Calls what comes with a number, from 0, in the order of the numbers. */
function putInOrder(): (number: number, call: () => void) => void {
  const waiting = new Map<number, () => void>();
  let next = 0;
  return (number, call) => {
    waiting.set(number, call);
    for (let one = waiting.get(next); one !== undefined; one = waiting.get(next)) {
      waiting.delete(next++);
      one();
    }
  };
}

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
    const slug = findLocked(path);
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
  readings: readonly Reading[],
  { cache }: Tools,
  locks: ReadonlyMap<string, PassageLock>,
  assets: readonly string[],
  unreadable: readonly string[],
): Corpus {
  const unread = new Set(unreadable.filter((path) => path.endsWith('.mdx')).map((path) => path.replace(/\.mdx$/, '')));
  const articles: ArticleEntry[] = [];
  const entities: Entry<EntityDocument>[] = [];
  const pages: Entry<PageDocument>[] = [];
  const toBody = openBodies(cache);
  for (const reading of readings) {
    const { document, uses } = reading.head;
    if (!document || (!uses && document.type === 'article')) {
      if (findRole(reading.path, site).role !== 'refused') unread.add(reading.path.replace(/\.mdx$/, ''));
    } else if (document.type === 'article') {
      const lock = locks.get(document.slug);
      articles.push({
        document,
        body: { passages: shareTexts(toBody(reading).passages, lock), uses: uses ?? [] },
        lock,
      });
    } else if (document.type === 'entity') entities.push({ document, body: toBody(reading) });
    else pages.push({ document, body: toBody(reading) });
  }
  return { site, articles, entities, pages, assets, unread };
}

/** Most passages say what their lock says: they hold the same string, since all articles are in memory at once. */
function shareTexts(passages: readonly BodyPassage[], lock: PassageLock | undefined): readonly BodyPassage[] {
  const known = new Map(lock?.passages.map(({ text }) => [text, text]));
  return passages.map((passage) => ({ ...passage, text: known.get(passage.text) ?? passage.text }));
}

/** Bodies whose passages are fetched when they are asked for: each of them is gone through a few times, one after another. */
function openBodies(cache: Cache): (reading: Reading) => Body {
  let last: { readonly key: string; readonly passages: readonly BodyPassage[] } | undefined;
  return ({ key, head }) => ({
    uses: head.uses ?? [],
    get passages() {
      if (last?.key !== key) last = { key, passages: JSON.parse(cache.second(key) ?? '[]') as BodyPassage[] };
      return last.passages;
    },
  });
}

/** What to draw on a document, worked out when it is asked for. */
function openDrawings({ site }: Corpus, graph: Graph): (entry: Entry) => Drawing {
  const index = indexForDrawing(graph);
  const prose = new Map(
    [
      ...graph.articles.map((one) => [`articles/${one.id}`, one] as const),
      ...[...graph.entities, ...graph.pages].map((one) => [one.id, one] as const),
    ].map(([id, one]): readonly [string, { readonly passages: readonly Passage[] }] => [id, one]),
  );
  return ({ document, body }) => {
    const id = toDocumentId(document);
    return buildDrawing(id, findMainLang(document, site), prose.get(id)?.passages ?? [], body.uses, index);
  };
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
