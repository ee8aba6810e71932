import { resolveClaim } from '../graph/corpus.ts';
import type { Claim, Entity, Evidence, Graph, Mention, Passage } from '../graph/graph.ts';
import type { Use } from '../text/body.ts';
import { expandToWords } from '../text/split-words.ts';
import type { DrawnClaim, Drawing, Mark } from './drawing.ts';

/** The graph, arranged for asking what to draw where. */
export interface DrawingIndex {
  readonly graph: Graph;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Evidence by article. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  readonly evidenceOf: ReadonlyMap<string, readonly Evidence[]>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly articles: ReadonlyMap<string, Graph['articles'][number]>;
}

export function indexForDrawing(graph: Graph): DrawingIndex {
  return {
    graph,
    mentions: Map.groupBy(graph.mentions, ({ document }) => document),
    evidence: Map.groupBy(graph.evidence, ({ article }) => article),
    evidenceOf: Map.groupBy(graph.evidence, ({ claim }) => claim),
    entities: new Map(graph.entities.map((entity) => [entity.id, entity])),
    claims: new Map(graph.claims.map((claim) => [claim.id, claim])),
    articles: new Map(graph.articles.map((article) => [article.id, article])),
  };
}

/** What to draw on one document's body. */
export function buildDrawing(
  document: string,
  lang: string,
  passages: readonly Passage[],
  uses: readonly Use[],
  index: DrawingIndex,
): Drawing {
  const mentions = Map.groupBy(index.mentions.get(document) ?? [], ({ passage }) => passage);
  const article = document.startsWith('articles/') ? document.slice('articles/'.length) : undefined;
  const evidence = Map.groupBy(
    (article === undefined ? [] : (index.evidence.get(article) ?? [])).flatMap((one) =>
      one.spans.map((span, at) => ({ ...span, anchor: one.anchor, carriesId: at === 0 })),
    ),
    ({ passage }) => passage,
  );
  return {
    lang,
    document,
    passages: passages.map(({ id, ordinal, aliases, text }) => ({
      id,
      ordinal,
      aliases,
      marks: [
        ...(mentions.get(id) ?? [])
          .filter(({ isFirst, range }) => isFirst && range.end > range.start)
          .map(({ range, entity }): Mark => ({ type: 'mention', range, entity, kind: toKind(entity) })),
        ...(evidence.get(id) ?? []).map(({ range, anchor, carriesId }): Mark => ({
          type: 'evidence',
          range: expandToWords(text, range),
          anchor,
          carriesId,
        })),
      ].toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end),
    })),
    ...collectTargets(document, uses, index),
  };
}

function collectTargets(
  document: string,
  uses: readonly Use[],
  index: DrawingIndex,
): Pick<Drawing, 'entities' | 'statistics' | 'claims'> {
  const entities: Record<string, Drawing['entities'][string]> = {};
  const statistics: Record<string, Drawing['statistics'][string]> = {};
  const claims: Record<string, DrawnClaim> = {};
  for (const { type, target } of uses) {
    const entity = index.entities.get(target);
    if (type === 'entity' && entity) entities[target] = { kind: entity.kind, label: entity.label };
    if (type === 'statistic' && entity) {
      const value = index.claims.get(`${target}#value`)?.value;
      if (value?.type === 'quantity') statistics[target] = { kind: entity.kind, quantity: value.quantity };
    }
    if (type === 'claim') {
      const id = resolveClaim(target, document);
      if (index.claims.has(id)) claims[id] = toDrawnClaim(id, index);
    }
  }
  return { entities, statistics, claims };
}

function toDrawnClaim(id: string, index: DrawingIndex): DrawnClaim {
  const first = index.evidenceOf.get(id)?.find(({ index: at }) => at === 0);
  const article = first && index.articles.get(first.article);
  if (!first || !article) return {};
  const { lang, title } = article.matter;
  return { evidence: { article: first.article, anchor: first.anchor, words: first.words, lang, title } };
}

function toKind(entity: string): string {
  return entity.slice(0, entity.indexOf('/'));
}
