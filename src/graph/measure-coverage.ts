import { isOverlapping, type Range } from '../text/range.ts';
import type { Article, Evidence, Graph, Mention } from './graph.ts';

/** How much of what there is carries or has evidence. */
export interface Coverage {
  readonly articles: readonly ArticleCoverage[];
  readonly sentences: Share;
  readonly passages: Share;
  readonly entities: Share;
  readonly claims: Share;
  /** Entities that no article names and no claim of which has evidence. */
  readonly orphanEntities: readonly string[];
  /** Claims without evidence, retracted ones left out. */
  readonly unsupportedClaims: readonly string[];
}

export interface Share {
  readonly count: number;
  readonly total: number;
}

export interface ArticleCoverage {
  readonly article: string;
  readonly sentences: Share;
  readonly passages: Share;
  readonly strips: readonly SentenceCoverage[];
  /** Sentences that attribute something, cited by claims none of which says to whom. */
  readonly unattributed: readonly SentencePlace[];
}

export interface SentencePlace {
  readonly passage: string;
  /** Range of the passage's text. */
  readonly sentence: Range;
}

/** One sentence of an article, with how many claims rest on it and how many entities it names. */
export interface SentenceCoverage extends SentencePlace {
  readonly claims: number;
  readonly mentions: number;
}

/** Words with which Arabic and English attribute what they say; whole words, with Arabic conjunctions. */
const ATTRIBUTION =
  /(?<![\p{L}\p{M}])[وف]?(?:وفقا|وفقًا|بحسب|حسب|قال|قالت|أعلن|أعلنت|أكد|أكدت|صرح|صرحت|حذر|حذّر|حذرت|حذّرت|ذكر|ذكرت|أفاد|أفادت|تشير تقارير|according to|said|says|announced|warned|reported)(?![\p{L}\p{M}])/iu;

/** Coverage of a whole site. A share of nothing is whole: there is nothing to be missed. */
export function measureCoverage(graph: Graph): Coverage {
  const index: ArticleIndex = {
    evidence: Map.groupBy(graph.evidence, ({ article }) => article),
    mentions: Map.groupBy(graph.mentions, ({ document }) => document),
    attributed: new Set(graph.claims.filter(({ saidBy }) => saidBy !== undefined).map(({ id }) => id)),
  };
  const articles = graph.articles.map((article) => measureArticle(article, index));
  const counted = graph.claims.filter(({ status }) => status !== 'retracted');
  const supported = new Set(graph.evidence.map(({ claim }) => claim));
  const named = new Set(
    graph.mentions
      .filter(({ document, isDemonym }) => document.startsWith('articles/') && !isDemonym)
      .map(({ entity }) => entity),
  );
  for (const claim of supported) named.add(claim.replace(/#.*$/, ''));
  const orphanEntities = graph.entities.map(({ id }) => id).filter((id) => !named.has(id));
  const unsupportedClaims = counted.map(({ id }) => id).filter((id) => !supported.has(id));
  return {
    articles,
    sentences: sum(articles.map(({ sentences }) => sentences)),
    passages: sum(articles.map(({ passages }) => passages)),
    entities: { count: graph.entities.length - orphanEntities.length, total: graph.entities.length },
    claims: { count: counted.length - unsupportedClaims.length, total: counted.length },
    orphanEntities,
    unsupportedClaims,
  };
}

/** A share as a number from 0 to 1. */
export function toRatio({ count, total }: Share): number {
  return total === 0 ? 1 : count / total;
}

interface ArticleIndex {
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Claims that say by whom they are made. */
  readonly attributed: ReadonlySet<string>;
}

function measureArticle({ id, passages }: Article, index: ArticleIndex): ArticleCoverage {
  const evidence = Map.groupBy(
    (index.evidence.get(id) ?? []).flatMap(({ claim, spans }) => spans.map((span) => ({ ...span, claim }))),
    ({ passage }) => passage,
  );
  const mentions = Map.groupBy(index.mentions.get(`articles/${id}`) ?? [], ({ passage }) => passage);
  const unattributed: SentencePlace[] = [];
  const strips = passages.flatMap((passage) =>
    passage.sentences.map((sentence): SentenceCoverage => {
      const claims = new Set(
        (evidence.get(passage.id) ?? [])
          .filter(({ range }) => isOverlapping(range, sentence))
          .map(({ claim }) => claim),
      );
      const isAttribution = ATTRIBUTION.test(passage.text.slice(sentence.start, sentence.end));
      if (isAttribution && claims.size > 0 && ![...claims].some((claim) => index.attributed.has(claim))) {
        unattributed.push({ passage: passage.id, sentence });
      }
      const named = (mentions.get(passage.id) ?? []).filter(({ range }) => isOverlapping(range, sentence));
      return { passage: passage.id, sentence, claims: claims.size, mentions: named.length };
    }),
  );
  const used = passages.filter((passage) => evidence.has(passage.id) || mentions.has(passage.id));
  return {
    article: id,
    sentences: { count: strips.filter(({ claims }) => claims > 0).length, total: strips.length },
    passages: { count: used.length, total: passages.length },
    strips,
    unattributed,
  };
}

function sum(shares: readonly Share[]): Share {
  return {
    count: shares.reduce((all, { count }) => all + count, 0),
    total: shares.reduce((all, { total }) => all + total, 0),
  };
}
