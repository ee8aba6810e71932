import type { DatabaseSync } from 'node:sqlite';
import { parsePassageLock } from '../anchor/align-passages.ts';
import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { toEntityId, type ArticleEntry, type Entry } from '../graph/corpus.ts';
import type { Claim, Evidence } from '../graph/graph.ts';
import type { EntityDocument } from '../source/document.ts';
import { findRole } from '../source/parse-document.ts';
import { readText, type SourceFile } from '../source/read-content.ts';
import type { BodyPassage } from '../text/body.ts';
import { toKey, type Cache } from './cache.ts';
import type { CompileOptions } from './compile.ts';
import { findLocked, toLockPath } from './find-lock-updates.ts';
import type { ArticleHead, EntityHead, KnowledgeBase } from './knowledge-base.ts';
import type { TaskTexts } from './task-texts.ts';
import { runTaskToTexts, type FileReading, type ReadingHead, type Task } from './tasks.ts';

/** What the compile of an edit works with. */
export interface DeltaTools {
  readonly options: CompileOptions;
  /** Of the compiler: the same as when the knowledge base was written. */
  readonly version: string;
  readonly cache: Cache;
  /** As it is before the edit, twice: to ask, and for questions that no page has. */
  readonly kb: KnowledgeBase;
  readonly database: DatabaseSync;
  /** Paths of all that was edited: entities, articles, locks of articles. */
  readonly edited: readonly string[];
  /** Paths of pictures. */
  readonly assets: readonly string[];
}

/** A document with the text that it was read from. */
export interface Read<E extends Entry = Entry> {
  readonly file: SourceFile;
  /** Packed, as it is drawn. */
  readonly tree: string;
  /** Of its text. */
  readonly hash: string;
  readonly entry: E;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was edited, and all whose quotations have to be found again for that. */
export interface EditedContent {
  /** The entities that were edited. */
  readonly entities: readonly Read<Entry<EntityDocument>>[];
  /** Their ids, sorted. */
  readonly ids: readonly string[];
  /** Slugs of the articles that were edited, sorted. */
  readonly slugs: readonly string[];
  /** Those articles, and others that the entities cite or cited before; sorted. */
  readonly articles: readonly Read<ArticleEntry>[];
  /** Entities that were not edited, but cite an article that was. */
  readonly citing: readonly Read<Entry<EntityDocument>>[];
  /** What was edited, as the knowledge base has it. */
  readonly before: {
    readonly entities: readonly EntityHead[];
    readonly articles: readonly ArticleHead[];
    /** Of the entities. */
    readonly claims: readonly Claim[];
    /** In all the articles. */
    readonly evidence: readonly Evidence[];
  };
}

/**
 * Reads what was edited and what that concerns. `undefined` when a file cannot be read as it stands, when it has a new
 * name by which others know it, or when a file has changed since anybody looked what was edited.
 */
export function readEdited(tools: DeltaTools): EditedContent | undefined {
  const { kb, edited } = tools;
  const roles = edited.map((path) => ({ path, role: findRole(path, kb.site).role }));
  const entities = readAll(
    roles.filter(({ role }) => role === 'entity').map(({ path }) => path),
    (path) => readEntity(path, tools),
  );
  if (!entities?.every(({ entry }) => isNamedAsBefore(entry.document, kb))) return undefined;
  const ids = entities.map(({ entry }) => toEntityId(entry.document)).sort();
  const slugs = findEditedArticles(edited);

  const heads = ids.flatMap((id) => kb.entityHead(id) ?? []);
  const claims = ids.flatMap((id) => kb.claims(id));
  const cited = [
    ...claims.flatMap(({ id }) => kb.articlesOf(id)),
    ...entities.flatMap(({ entry }) => listCited(entry.document)),
  ];
  const concerned = [...new Set([...slugs, ...cited])].sort();
  const articles = readAll(concerned, (slug) => readArticle(slug, tools));
  if (!articles?.every(({ entry }) => isTitledAsBefore(entry, kb))) return undefined;
  const evidence = concerned.flatMap((slug) => kb.evidenceIn(slug));
  const owners = evidence.filter(({ article }) => slugs.includes(article)).map(({ claim }) => toOwner(claim));
  const citing = readAll([...new Set(owners)].filter((id) => !ids.includes(id)).sort(), (id) =>
    readEntity(`${id}.mdx`, tools),
  );
  if (!citing) return undefined;
  const before = { entities: heads, articles: slugs.flatMap((slug) => kb.articleHead(slug) ?? []), claims, evidence };
  return { entities, ids, slugs, articles, citing, before };
}

/** Slugs of the articles whose text or lock is among the files, sorted. */
export function findEditedArticles(paths: readonly string[]): readonly string[] {
  const slugs = paths.flatMap((path) => findLocked(path) ?? /^articles\/(.*)\.mdx$/.exec(path)?.[1] ?? []);
  return [...new Set(slugs)].sort();
}

/** The texts of a task, as a compile of everything keeps them: from the cache, where it was done before. */
export function computeTexts(key: string, task: Task, cache: Cache): TaskTexts {
  const [first, second] = [cache.first(key), cache.second(key)];
  if (first !== undefined && second !== undefined) return [first, second, cache.third(key)];
  const texts = runTaskToTexts(task);
  cache.keep(key, ...texts);
  return texts;
}

/** The entity of a claim, by their ids. */
export function toOwner(claim: string): string {
  return claim.slice(0, claim.indexOf('#'));
}

function readAll<R>(keys: readonly string[], read: (key: string) => R | undefined): readonly R[] | undefined {
  const all: R[] = [];
  for (const key of keys) {
    const one = read(key);
    if (one === undefined) return undefined;
    all.push(one);
  }
  return all;
}

function readEntity(path: string, tools: DeltaTools): Read<Entry<EntityDocument>> | undefined {
  const found = readDocument(path, tools);
  const { document, body } = found ?? {};
  return found && document?.type === 'entity' && body ? { ...found, entry: { document, body } } : undefined;
}

function readArticle(slug: string, tools: DeltaTools): Read<ArticleEntry> | undefined {
  if (!tools.kb.articleHead(slug)) return undefined;
  const found = readDocument(`articles/${slug}.mdx`, tools);
  const locked = readText(tools.options.contentFolder, toLockPath(slug));
  const lock = locked.status === 'read' ? parsePassageLock(locked.file.text) : undefined;
  const { document, body } = found ?? {};
  return found && document?.type === 'article' && body && lock
    ? { ...found, entry: { document, body, lock } }
    : undefined;
}

type ReadDocument = Omit<Read, 'entry'> & Pick<FileReading, 'document' | 'body'>;

/** A document in which nothing is wrong by itself: whatever stands in the way is told by the compile of everything. */
function readDocument(path: string, tools: DeltaTools): ReadDocument | undefined {
  const { cache, kb, version, options } = tools;
  const read = readText(options.contentFolder, path);
  if (read.status === 'refused') return undefined;
  const { site } = kb;
  const { file } = read;
  const hash = toKey(file.text);
  if (!tools.edited.includes(path) && hash !== findHash(path, tools)) return undefined;
  // The same key as in a compile of everything, which finds here what this one keeps.
  const key = toKey('read', version, JSON.stringify([site.kinds, site.languages]), path, hash);
  const [first, second, tree = ''] = computeTexts(key, { type: 'read', file, site }, cache);
  const { document, uses, diagnostics } = JSON.parse(first) as ReadingHead;
  if (hasErrors(diagnostics)) return undefined;
  const body = uses && { uses, passages: JSON.parse(second) as readonly BodyPassage[] };
  return { file, tree, hash, document, body, diagnostics };
}

/** Of the text that the knowledge base was made from. */
function findHash(path: string, { database }: DeltaTools): string {
  return String(database.prepare('SELECT hash FROM source WHERE path = ?').get(path)?.['hash']);
}

/** Its names decide what every text names, in every order that lists have. */
function isNamedAsBefore(document: EntityDocument, kb: KnowledgeBase): boolean {
  const head = kb.entityHead(toEntityId(document));
  const { label, aliases } = document.matter;
  return head !== undefined && JSON.stringify([head.label, head.aliases]) === JSON.stringify([label, aliases]);
}

/** Its title stands in lists and, with its language, beside quotations from it. */
function isTitledAsBefore({ document: { slug, matter } }: ArticleEntry, kb: KnowledgeBase): boolean {
  const head = kb.articleHead(slug)?.matter;
  return JSON.stringify([head?.title, head?.lang]) === JSON.stringify([matter.title, matter.lang]);
}

function listCited({ matter, claims }: EntityDocument): readonly string[] {
  return [...(matter.statistic?.evidence ?? []), ...claims.flatMap(({ evidence }) => evidence)].map(
    ({ article }) => article,
  );
}
