import type { DatabaseSync } from 'node:sqlite';
import { parsePassageLock } from '../anchor/align-passages.ts';
import { checkConflicts } from '../check/check-conflicts.ts';
import { checkCorpus } from '../check/check-corpus.ts';
import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { compareText } from '../diagnostic/compare-text.ts';
import { anchorCitations, toArticleTexts } from '../graph/anchor-citations.ts';
import { buildGraph, sortEvidence } from '../graph/build-graph.ts';
import { toEntityId, type ArticleEntry, type Corpus, type Entry } from '../graph/corpus.ts';
import { findAllMentions } from '../graph/find-all-mentions.ts';
import { findConflicts } from '../graph/find-conflicts.ts';
import type { Claim, Entity, Evidence, Graph } from '../graph/graph.ts';
import { alignArticles } from '../graph/locate-passages.ts';
import { buildDrawing, indexForDrawing } from '../render/build-drawing.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { toDocumentId, type Document, type EntityDocument } from '../source/document.ts';
import { readText, type SourceFile } from '../source/read-content.ts';
import type { BodyPassage } from '../text/body.ts';
import { openCache, toKey, type Cache } from './cache.ts';
import type { CompileOptions } from './compile.ts';
import { compareFiles, findBearers, findExisting, findReliers, listReferred, toKnownEntry } from './find-known.ts';
import { openFile, openKnowledgeBase, type KnowledgeBase } from './knowledge-base.ts';
import { mergeDiagnostics } from './merge-diagnostics.ts';
import { patchKnowledgeBase, type KnowledgePatch } from './patch-knowledge-base.ts';
import type { TaskTexts } from './task-texts.ts';
import { findMainLang, runTaskToTexts, type FileReading, type ReadingHead, type Task } from './tasks.ts';

export interface DeltaSources {
  readonly options: CompileOptions;
  /** Of the compiler: the same as when the knowledge base was written. */
  readonly version: string;
  readonly knowledgeBaseFile: string;
  /** Paths of the entities that were edited since the knowledge base was written, which is all that was touched. */
  readonly edited: readonly string[];
  /** Paths of pictures. */
  readonly assets: readonly string[];
  /** Of the content as it was. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface DeltaCompilation {
  readonly site: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
  /** Groups of rows of the knowledge base that changed; none when it is the same file as before. */
  readonly groups: ReadonlySet<string>;
}

/**
 * Compiles entities that were edited, and nothing else: they are proved against the articles that they cite and the
 * entities that they refer to, and what they say takes the place of what they said in the knowledge base. `undefined`
 * when the edit concerns more than that (a name, a claim that another document shows), or when anything is wrong with
 * it: then everything is to be compiled, and nothing was written.
 */
export function compileDelta(sources: DeltaSources): DeltaCompilation | undefined {
  const { options, knowledgeBaseFile } = sources;
  const cache = openCache(options.cacheFolder);
  const kb = openKnowledgeBase(knowledgeBaseFile);
  const database = openFile(knowledgeBaseFile);
  let patch: ReturnType<typeof prepare>;
  try {
    patch = prepare({ ...sources, cache, kb, database });
  } finally {
    database.close();
    kb.close();
    cache.close('part');
  }
  if (patch === undefined) return undefined;
  const { site, diagnostics } = patch;
  return { site, diagnostics, groups: patchKnowledgeBase(knowledgeBaseFile, patch.patch) };
}

interface Tools extends DeltaSources {
  readonly cache: Cache;
  readonly kb: KnowledgeBase;
  readonly database: DatabaseSync;
}

/** A document with the text that it was read from. */
interface Read<D extends Document> {
  readonly file: SourceFile;
  /** Packed, as it is drawn. */
  readonly tree: string;
  /** Of its text. */
  readonly hash: string;
  readonly entry: Entry<D>;
  readonly diagnostics: readonly Diagnostic[];
}

function prepare(
  tools: Tools,
):
  | { readonly site: SiteConfig; readonly diagnostics: readonly Diagnostic[]; readonly patch: KnowledgePatch }
  | undefined {
  const { kb, edited: paths } = tools;
  const { site } = kb;
  const read = paths.map((path) => readEntity(path, tools));
  const entities = read.filter((one) => one !== undefined);
  if (entities.length < read.length) return undefined;
  const ids = entities.map(({ entry }) => toEntityId(entry.document)).sort();
  if (!entities.every(({ entry }) => isNamedAsBefore(entry.document, kb))) return undefined;

  const before = toGraph(site, {
    entities: ids.flatMap((id) => {
      const head = kb.entityHead(id);
      return head ? [{ ...head, passages: [] }] : [];
    }),
    claims: ids.flatMap((id) => kb.claims(id)),
    evidence: ids.flatMap((id) => kb.claims(id)).flatMap(({ id }) => kb.evidence(id)),
  });
  const cited = entities.flatMap(({ entry }) => listCited(entry.document));
  const slugs = [...new Set([...before.evidence.map(({ article }) => article), ...cited])].sort();
  const articles = slugs.map((slug) => readArticle(slug, tools));
  const touched = articles.filter((one) => one !== undefined);
  if (touched.length < articles.length) return undefined;

  const corpus = toCorpus(entities, touched, tools);
  const proof = prove(corpus, ids, before, tools);
  const files = new Set(paths);
  const own = [
    ...entities.flatMap(({ diagnostics }) => diagnostics),
    ...proof.diagnostics.filter(({ code, place }) => files.has(place.file) && code !== 'name-weak'),
  ];
  if (hasErrors(own) || !isReliable(ids, before, proof.after, tools)) return undefined;

  const diagnostics = mergeDiagnostics({
    before: tools.diagnostics,
    ...{ own, judged: new Set(proof.judged), conflicts: proof.conflicts },
    edited: entities.map(({ entry }) => entry),
  });
  if (diagnostics === undefined) return undefined;
  const evidence = Map.groupBy(proof.after.evidence, ({ article }) => article);
  // The same words for the same claims are drawn the same.
  const isCitedAnew = (slug: string): boolean =>
    JSON.stringify(evidence.get(slug) ?? []) !== JSON.stringify(kb.evidenceIn(slug));
  const drawn = [...entities, ...touched.filter(({ entry }) => isCitedAnew(entry.document.slug))];
  const bodies = draw(drawn, corpus, proof.after, tools);
  return {
    site,
    diagnostics,
    patch: {
      ...{ edited: ids, articles: slugs, before, after: proof.after, judged: proof.judged, bodies },
      sources: { version: tools.version, files: new Map(entities.map(({ file, hash }) => [file.path, hash])) },
    },
  };
}

function readEntity(path: string, tools: Tools): Read<EntityDocument> | undefined {
  const found = readDocument(path, tools);
  const { document, body } = found ?? {};
  return found && document?.type === 'entity' && body ? { ...found, entry: { document, body } } : undefined;
}

type ReadArticle = Read<ArticleEntry['document']> & { readonly entry: ArticleEntry };

function readArticle(slug: string, tools: Tools): ReadArticle | undefined {
  if (!tools.kb.articleHead(slug)) return undefined;
  const found = readDocument(`articles/${slug}.mdx`, tools);
  const locked = readText(tools.options.contentFolder, `articles/${slug}.passages.json`);
  const lock = locked.status === 'read' ? parsePassageLock(locked.file.text) : undefined;
  const { document, body } = found ?? {};
  return found && document?.type === 'article' && body && lock
    ? { ...found, entry: { document, body, lock } }
    : undefined;
}

type ReadDocument = Omit<Read<Document>, 'entry'> & Pick<FileReading, 'document' | 'body'>;

/** A document in which nothing is wrong by itself: whatever stands in the way is told by the compile of everything. */
function readDocument(path: string, { cache, kb, version, options }: Tools): ReadDocument | undefined {
  const read = readText(options.contentFolder, path);
  if (read.status === 'refused') return undefined;
  const { site } = kb;
  const { file } = read;
  const hash = toKey(file.text);
  // The same key as in a compile of everything, which finds here what this one keeps.
  const key = toKey('read', version, JSON.stringify([site.kinds, site.languages]), path, hash);
  const [first, second, tree = ''] = computeTexts(key, { type: 'read', file, site }, cache);
  const { document, uses, diagnostics } = JSON.parse(first) as ReadingHead;
  if (hasErrors(diagnostics)) return undefined;
  const body = uses && { uses, passages: JSON.parse(second) as readonly BodyPassage[] };
  return { file, tree, hash, document, body, diagnostics };
}

function computeTexts(key: string, task: Task, cache: Cache): TaskTexts {
  const [first, second] = [cache.first(key), cache.second(key)];
  if (first !== undefined && second !== undefined) return [first, second, cache.third(key)];
  const texts = runTaskToTexts(task);
  cache.keep(key, ...texts);
  return texts;
}

/** Its names decide what every text names, in every order that lists have. */
function isNamedAsBefore(document: EntityDocument, kb: KnowledgeBase): boolean {
  const head = kb.entityHead(toEntityId(document));
  const { label, aliases } = document.matter;
  return head !== undefined && JSON.stringify([head.label, head.aliases]) === JSON.stringify([label, aliases]);
}

function listCited({ matter, claims }: EntityDocument): readonly string[] {
  return [...(matter.statistic?.evidence ?? []), ...claims.flatMap(({ evidence }) => evidence)].map(
    ({ article }) => article,
  );
}

function toGraph(site: SiteConfig, parts: Partial<Graph>): Graph {
  return {
    site,
    articles: [],
    entities: [],
    pages: [],
    claims: [],
    evidence: [],
    mentions: [],
    conflicts: [],
    ...parts,
  };
}

/** The edited entities, the articles that they cite, and as much of everything else as they refer to. */
function toCorpus(
  edited: readonly Read<EntityDocument>[],
  articles: readonly { readonly entry: ArticleEntry }[],
  { kb, database, assets }: Tools,
): Corpus {
  const { site } = kb;
  const own = new Map(edited.map(({ entry }) => [toEntityId(entry.document), entry]));
  const referred = [...edited, ...articles].map(({ entry }) => listReferred(entry, site.languages));
  const shown = new Set(referred.flatMap((one) => [...one.shown]));
  const bearers = findBearers(
    edited.map(({ entry }) => entry.body),
    database,
  );
  const known = [...shown.union(bearers)].flatMap((id) => {
    const head = own.has(id) ? undefined : kb.entityHead(id);
    return head ? [toKnownEntry(head, kb, shown.has(id) ? 'named' : 'unnamed')] : [];
  });
  return {
    site,
    articles: articles.map(({ entry }) => entry),
    entities: [...own.values(), ...known].toSorted(compareFiles),
    pages: [],
    assets,
    unread: findExisting(
      referred.flatMap((one) => [...one.linked]).filter((id) => !own.has(id)),
      kb,
    ),
  };
}

interface Proof {
  readonly after: Graph;
  /** Of this corpus, of which only the edited entities are whole. */
  readonly diagnostics: readonly Diagnostic[];
  readonly judged: readonly string[];
  readonly conflicts: readonly Diagnostic[];
}

function prove(corpus: Corpus, ids: readonly string[], before: Graph, { kb }: Tools): Proof {
  const edited = new Set(ids);
  const texts = toArticleTexts(corpus);
  const alignments = alignArticles(corpus);
  const citations = anchorCitations(corpus, texts);
  const mentions = findAllMentions({ ...corpus, articles: [] });
  const sources = { corpus, alignments, texts, citations, mentions };
  const graph = buildGraph(sources);
  const own = graph.claims.filter(({ entity }) => edited.has(entity));
  const entities = graph.entities.filter(({ id }) => edited.has(id));
  const conflicts = judgeConflicts(entities, own, before, kb);

  const others = graph.articles.flatMap(({ id }) =>
    kb.evidenceIn(id).filter(({ claim }) => !edited.has(toOwner(claim))),
  );
  const cited = [...new Set(others.map(({ claim }) => claim))].flatMap((id) => kb.claim(id) ?? []);
  const passages = new Map(graph.articles.map((article) => [`articles/${article.id}`, article.passages]));
  const after = toGraph(corpus.site, {
    articles: graph.articles,
    entities,
    claims: [...own, ...cited].toSorted((a, b) => compareText(a.entity, b.entity)),
    evidence: sortEvidence([...others, ...graph.evidence], passages),
    mentions: [
      ...graph.articles.flatMap(({ id }) => kb.mentionsIn(`articles/${id}`)),
      ...graph.mentions.filter(({ document }) => edited.has(document)),
    ],
    conflicts: conflicts.found,
  });
  return {
    after,
    diagnostics: checkCorpus(sources, { ...graph, conflicts: [] }),
    judged: conflicts.judged,
    conflicts: checkConflicts(toGraph(corpus.site, { claims: conflicts.claims, conflicts: conflicts.found })),
  };
}

function toOwner(claim: string): string {
  return claim.slice(0, claim.indexOf('#'));
}

interface Judgement {
  readonly judged: readonly string[];
  /** All claims that a conflict may be among. */
  readonly claims: readonly Claim[];
  readonly found: Graph['conflicts'];
}

/** Conflicts among the claims of the entities and, where a number changed, among all numbers of its measure. */
function judgeConflicts(
  entities: readonly Entity[],
  own: readonly Claim[],
  before: Graph,
  kb: KnowledgeBase,
): Judgement {
  const measureOf = new Map(entities.map(({ id, measure }) => [id, measure]));
  const toNumber = ({ claims, entities: all }: Pick<Graph, 'claims' | 'entities'>, id: string): string => {
    const value = claims.find((claim) => claim.entity === id && claim.name === 'value');
    return JSON.stringify([value, all.find((one) => one.id === id)?.measure]);
  };
  const measures = new Set(
    before.entities
      .filter(({ id }) => toNumber(before, id) !== toNumber({ claims: own, entities }, id))
      .flatMap(({ id, measure }) => [measure, measureOf.get(id)])
      .filter((measure) => measure !== undefined),
  );
  const ids = new Set(entities.map(({ id }) => id));
  const rivals = [...measures].flatMap((measure) =>
    kb
      .statistics(measure)
      .filter(({ entity }) => !ids.has(entity))
      .map((claim) => ({ claim, measure })),
  );
  const isLeft = ({ entity, name }: Claim): boolean => {
    const measure = measureOf.get(entity);
    return name === 'value' && measure !== undefined && !measures.has(measure);
  };
  const claims = [...own.filter((claim) => !isLeft(claim)), ...rivals.map(({ claim }) => claim)];
  return {
    claims,
    judged: [...new Set([...before.claims.filter((claim) => !isLeft(claim)), ...claims].map(({ id }) => id))],
    found: findConflicts({
      site: kb.site,
      entities: [...entities, ...rivals.map(({ claim, measure }) => toBareEntity(claim.entity, measure))],
      claims,
    }),
  };
}

/** No more of an entity than conflicts of its number are judged by. */
function toBareEntity(id: string, measure: string): Entity {
  const [kind = '', slug = ''] = id.split('/');
  const rest = { label: {}, aliases: {}, summary: undefined, sameAs: {}, formerIds: [], fields: {}, passages: [] };
  return { id, kind, slug, measure, ...rest };
}

/** Whether what other documents show of the entities is what it was: their numbers, and the first words for their claims. */
function isReliable(ids: readonly string[], before: Graph, after: Graph, { database }: Tools): boolean {
  const edited = new Set(ids);
  return ids.every((id) => {
    if (findReliers(id, database).every((document) => edited.has(document))) return true;
    const now = listShown(id, after);
    return [...listShown(id, before)].every(([claim, shown]) => now.get(claim) === shown);
  });
}

function listShown(entity: string, { claims, evidence }: Graph): ReadonlyMap<string, string> {
  const own = claims.filter((claim) => claim.entity === entity);
  return new Map(
    own.map(({ id, name, value }) => {
      const first = evidence.find((one) => one.claim === id && one.index === 0);
      return [id, JSON.stringify([name === 'value' ? value : null, first?.article, first?.anchor, first?.words])];
    }),
  );
}

function draw(read: readonly Read<Document>[], corpus: Corpus, after: Graph, tools: Tools): KnowledgePatch['bodies'] {
  const { cache, version } = tools;
  const index = indexForDrawing(addShown(read, corpus, after, tools));
  const passages = new Map([
    ...after.articles.map((one) => [`articles/${one.id}`, one.passages] as const),
    ...after.entities.map((one) => [one.id, one.passages] as const),
  ]);
  return read.map(({ tree, hash, entry: { document, body } }) => {
    const id = toDocumentId(document);
    const lang = findMainLang(document, corpus.site);
    const drawing = buildDrawing(id, lang, passages.get(id) ?? [], body.uses, index);
    const key = toKey('render', version, hash, JSON.stringify(drawing));
    return { drawing, texts: computeTexts(key, { type: 'render', path: document.path, tree, drawing }, cache) };
  });
}

/** With what components of the bodies show of entities that were not edited. */
function addShown(read: readonly Read<Document>[], { site, articles }: Corpus, after: Graph, { kb }: Tools): Graph {
  const edited = new Set(after.entities.map(({ id }) => id));
  const shown = read.flatMap(({ entry }) => [...listReferred(entry, site.languages).shown]);
  const heads = [...new Set(shown)].flatMap((id) => (edited.has(id) ? [] : (kb.entityHead(id) ?? [])));
  const known = new Set(after.claims.map(({ id }) => id));
  const claims = heads.flatMap(({ id }) => kb.claims(id));
  const touched = new Set(articles.map(({ document }) => document.slug));
  const evidence: readonly Evidence[] = claims
    .flatMap(({ id }) => kb.evidence(id))
    .filter(({ article }) => !touched.has(article));
  const cited = [...new Set(evidence.map(({ article }) => article))].flatMap((slug) => kb.articleHead(slug) ?? []);
  return {
    ...after,
    articles: [...after.articles, ...cited.map((head) => ({ ...head, passages: [] }))],
    entities: [...after.entities, ...heads.map((head) => ({ ...head, passages: [] }))],
    claims: [...after.claims, ...claims.filter(({ id }) => !known.has(id))],
    evidence: [...after.evidence, ...evidence],
  };
}
