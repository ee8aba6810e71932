import { printPassageLock } from '../anchor/align-passages.ts';
import { checkCitations } from '../check/check-citations.ts';
import { checkConflicts } from '../check/check-conflicts.ts';
import { checkDocuments } from '../check/check-corpus.ts';
import { checkNumbers } from '../check/check-numbers.ts';
import { compareText } from '../diagnostic/compare-text.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { toPlaceKey, type Place } from '../diagnostic/place.ts';
import { anchorCitations, toArticleTexts, type AnchoredCitation, type ArticleText } from '../graph/anchor-citations.ts';
import { buildGraph, sortEvidence } from '../graph/build-graph.ts';
import { toEntityId, type Corpus } from '../graph/corpus.ts';
import { findAllMentions } from '../graph/find-all-mentions.ts';
import { findConflicts } from '../graph/find-conflicts.ts';
import type { Claim, Entity, Graph } from '../graph/graph.ts';
import { alignArticles } from '../graph/locate-passages.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { toKey } from './cache.ts';
import { compareFiles, findBearers, findExisting, listReferred, toKnownEntry } from './find-known.ts';
import { findLockUpdates, toLockPath, type LockUpdate } from './find-lock-updates.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { toOwner, type DeltaTools, type EditedContent } from './read-edited.ts';

/** What was edited, proved again, with what else changes by that. */
export interface EditedProof {
  /** What was edited, the articles it cites, and as much of everything else as it refers to. */
  readonly corpus: Corpus;
  /**
   * The entities that were edited and their claims; the articles with all evidence in them and all namings, and every
   * claim that the evidence belongs to; the namings in the prose of the entities; their conflicts.
   */
  readonly after: Graph;
  /** Of what was edited, and of the quotations of others in it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where others write the quotations that were found again. */
  readonly quoted: readonly Place[];
  /** Claims whose conflicts were judged again. */
  readonly judged: readonly string[];
  readonly conflicts: readonly Diagnostic[];
  readonly lockUpdates: readonly LockUpdate[];
  /** Of the locks of the edited articles as they are now, by path. */
  readonly lockKeys: readonly (readonly [path: string, key: string])[];
}

/**
 * Proves edited entities whole, and edited articles with every quotation in them, whoever wrote it. `undefined` when
 * quotations cannot be told from each other by where they are written.
 */
export function proveEdited(content: EditedContent, tools: DeltaTools): EditedProof | undefined {
  const { kb } = tools;
  const slugs = new Set(content.slugs);
  const corpus = toCorpus(content, tools);
  const texts = toArticleTexts(corpus);
  const alignments = alignArticles(corpus);
  const cited = anchorOthers(content, corpus, texts);
  if (cited === undefined) return undefined;
  const mentions = findAllMentions({
    ...corpus,
    articles: corpus.articles.filter(({ document }) => slugs.has(document.slug)),
  });
  const sources = { corpus, alignments, texts, citations: anchorCitations(corpus, texts), mentions };
  const graph = buildGraph({ ...sources, citations: [...sources.citations, ...cited] });
  const { judged, claims, found } = judgeConflicts(content, graph, kb);

  const files = new Set([...content.entities.map(({ file }) => file.path), ...content.slugs.map(toArticlePath)]);
  const resting = [...new Set(cited.map(({ claim }) => claim))].flatMap((id) => kb.claim(id) ?? []);
  const elsewhere = resting.flatMap(({ id }) => kb.evidence(id)).filter(({ article }) => !slugs.has(article));
  return {
    corpus,
    after: { ...joinKnown(content, graph, kb), conflicts: found },
    diagnostics: [
      ...checkDocuments(sources, graph).filter(({ place }) => files.has(place.file)),
      ...checkCitations(corpus, texts, cited),
      ...checkNumbers(resting, cited, [...graph.evidence, ...elsewhere]),
    ],
    quoted: cited.map(({ place }) => place),
    judged,
    conflicts: checkConflicts(toGraph(corpus.site, { claims, conflicts: found })),
    lockUpdates: findLockUpdates(corpus, alignments),
    lockKeys: content.slugs.flatMap((slug) => {
      const lock = alignments.get(slug)?.lock;
      return lock ? [[toLockPath(slug), toKey(printPassageLock(lock))] as const] : [];
    }),
  };
}

/** Quotations from edited articles in entities that were not edited. `undefined` when one is written where another is. */
function anchorOthers(
  { citing, slugs }: EditedContent,
  corpus: Corpus,
  texts: ReadonlyMap<string, ArticleText>,
): readonly AnchoredCitation[] | undefined {
  const written = anchorCitations({ ...corpus, entities: citing.map(({ entry }) => entry) }, texts);
  const cited = written.filter(({ citation }) => slugs.includes(citation.article));
  const places = new Set(cited.map(({ place }) => toPlaceKey(place)));
  const others = written.filter(({ citation }) => !slugs.includes(citation.article));
  return others.some(({ place }) => places.has(toPlaceKey(place))) ? undefined : cited;
}

/** What was proved, with what the knowledge base has of the same articles: evidence and namings that are what they were. */
function joinKnown({ ids, slugs, before }: EditedContent, graph: Graph, kb: KnowledgeBase): Graph {
  const [edited, articles] = [new Set(ids), new Set(slugs)];
  const evidence = [
    ...before.evidence.filter(({ article, claim }) => !articles.has(article) && !edited.has(toOwner(claim))),
    ...graph.evidence,
  ];
  const others = new Set(evidence.map(({ claim }) => claim).filter((id) => !edited.has(toOwner(id))));
  const claims = [
    ...graph.claims.filter(({ entity }) => edited.has(entity)),
    ...[...others].flatMap((id) => kb.claim(id) ?? []),
  ];
  return toGraph(graph.site, {
    articles: graph.articles,
    entities: graph.entities.filter(({ id }) => edited.has(id)),
    claims: claims.toSorted((a, b) => compareText(a.entity, b.entity)),
    evidence: sortEvidence(evidence, new Map(graph.articles.map(({ id, passages }) => [`articles/${id}`, passages]))),
    mentions: [
      ...graph.articles.flatMap(({ id }) => (articles.has(id) ? [] : kb.mentionsIn(`articles/${id}`))),
      ...graph.mentions,
    ],
  });
}

/** A graph of which only some is at hand. */
export function toGraph(site: SiteConfig, parts: Partial<Graph>): Graph {
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

export function toArticlePath(slug: string): string {
  return `articles/${slug}.mdx`;
}

function toCorpus(content: EditedContent, { kb, database, assets }: DeltaTools): Corpus {
  const { site } = kb;
  const own = new Map(content.entities.map(({ entry }) => [toEntityId(entry.document), entry]));
  const articles = content.articles.map(({ entry }) => entry);
  const edited = [...own.values(), ...articles.filter(({ document }) => content.slugs.includes(document.slug))];
  const referred = edited.map((entry) => listReferred(entry, site.languages));
  const shown = new Set(referred.flatMap((one) => [...one.shown]));
  const bearers = findBearers(
    edited.map(({ body }) => body),
    database,
  );
  const known = [...shown.union(bearers)].flatMap((id) => {
    const head = own.has(id) ? undefined : kb.entityHead(id);
    return head ? [toKnownEntry(head, kb, shown.has(id) ? 'named' : 'unnamed')] : [];
  });
  return {
    site,
    articles,
    entities: [...own.values(), ...known].toSorted(compareFiles),
    pages: [],
    assets,
    unread: findExisting(
      referred.flatMap((one) => [...one.linked]).filter((id) => !own.has(id)),
      kb,
    ),
  };
}

interface Judgement {
  readonly judged: readonly string[];
  /** All claims that a conflict may be among. */
  readonly claims: readonly Claim[];
  readonly found: Graph['conflicts'];
}

/** Conflicts among the claims of the entities and, where a number changed, among all numbers of its measure. */
function judgeConflicts({ ids, before }: EditedContent, graph: Graph, kb: KnowledgeBase): Judgement {
  const edited = new Set(ids);
  const entities = graph.entities.filter(({ id }) => edited.has(id));
  const own = graph.claims.filter(({ entity }) => edited.has(entity));
  const measureOf = new Map(entities.map(({ id, measure }) => [id, measure]));
  const toNumber = (claims: readonly Claim[], all: readonly Pick<Entity, 'id' | 'measure'>[], id: string): string => {
    const value = claims.find((claim) => claim.entity === id && claim.name === 'value');
    return JSON.stringify([value, all.find((one) => one.id === id)?.measure]);
  };
  const measures = new Set(
    before.entities
      .filter(({ id }) => toNumber(before.claims, before.entities, id) !== toNumber(own, entities, id))
      .flatMap(({ id, measure }) => [measure, measureOf.get(id)])
      .filter((measure) => measure !== undefined),
  );
  const rivals = [...measures].flatMap((measure) =>
    kb
      .statistics(measure)
      .filter(({ entity }) => !edited.has(entity))
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
