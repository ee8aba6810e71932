import type { Alignment } from '../anchor/align-passages.ts';
import { compareText } from '../diagnostic/compare-text.ts';
import type { Place } from '../diagnostic/place.ts';
import { pickText } from '../schema/local-text.ts';
import { toDocumentId, type EntityDocument } from '../source/document.ts';
import { findPlace } from '../source/validate.ts';
import { formatQuantity } from '../text/format-quantity.ts';
import { splitByPassage, type AnchoredCitation, type ArticleText } from './anchor-citations.ts';
import { toClaimId, toEntityId, type Corpus, type Entry } from './corpus.ts';
import { findConflicts } from './find-conflicts.ts';
import type { PassageMention } from './find-all-mentions.ts';
import type { Article, Claim, Entity, Evidence, Graph, Mention, Page, Passage } from './graph.ts';
import {
  toArticlePassages,
  toProseId,
  toProsePassages,
  toRetiredPassages,
  type ComponentWords,
} from './locate-passages.ts';

export interface GraphSources {
  readonly corpus: Corpus;
  readonly alignments: ReadonlyMap<string, Alignment>;
  readonly texts: ReadonlyMap<string, ArticleText>;
  readonly citations: readonly AnchoredCitation[];
  readonly mentions: readonly PassageMention[];
}

/** Joins everything into one graph. What does not resolve is left out of it: the checks report it. */
export function buildGraph({ corpus, alignments, texts, citations, mentions }: GraphSources): Graph {
  const wordsOf = toComponentWords(corpus);
  const articles = corpus.articles
    .map((entry): Article => {
      const alignment = alignments.get(entry.document.slug);
      return {
        id: entry.document.slug,
        matter: entry.document.matter,
        passages: alignment ? toArticlePassages(entry, alignment) : [],
        retired: alignment ? toRetiredPassages(alignment) : [],
      };
    })
    .toSorted(byId);
  const entities = corpus.entities.map((entry) => toEntity(entry, wordsOf)).toSorted(byId);
  const pages = corpus.pages.map((entry) => toPage(entry, wordsOf)).toSorted(byId);
  const passages = new Map(articles.map(({ id, passages: own }) => [`articles/${id}`, own]));
  const claims = corpus.entities
    .flatMap(({ document }) => toClaims(document))
    .toSorted((a, b) => compareText(a.entity, b.entity));
  return {
    site: corpus.site,
    articles,
    entities,
    pages,
    claims,
    evidence: sortEvidence(
      citations.flatMap((citation) => toEvidence(citation, texts, passages)),
      passages,
    ),
    mentions: toMentions(mentions, passages),
    conflicts: findConflicts({ site: corpus.site, entities, claims }),
  };
}

/** What `<Entity>` and `<Stat>` without words of their own show. */
function toComponentWords({ entities }: Corpus): ComponentWords {
  const matters = new Map(entities.map(({ document }) => [toEntityId(document), document.matter]));
  return ({ type, target }, lang) => {
    const matter = matters.get(target);
    if (!matter) return undefined;
    if (type === 'entity') return pickText(matter.label, lang).text;
    if (type !== 'statistic' || !matter.statistic) return undefined;
    return formatQuantity(matter.statistic.quantity, lang).text;
  };
}

function toEntity(entry: Entry<EntityDocument>, wordsOf: ComponentWords): Entity {
  const { document } = entry;
  const { label, aliases, summary, sameAs, formerIds, fields, statistic } = document.matter;
  return {
    id: toEntityId(document),
    kind: document.kind,
    slug: document.slug,
    label,
    aliases,
    summary,
    sameAs,
    formerIds,
    fields,
    // Worked out whenever it is asked for: the prose of all entities together may not fit into memory.
    get passages() {
      return toProsePassages(entry, wordsOf);
    },
    measure: statistic?.measure,
  };
}

function toPage(entry: Corpus['pages'][number], wordsOf: ComponentWords): Page {
  const { document } = entry;
  return {
    id: toDocumentId(document),
    slug: document.slug,
    lang: document.lang,
    matter: document.matter,
    passages: toProsePassages(entry, wordsOf),
  };
}

function toClaims(document: EntityDocument): Claim[] {
  const entity = toEntityId(document);
  const at = (path: string): Place => findPlace({ file: document.path, places: document.places }, path);
  const { statistic } = document.matter;
  const own: Claim[] = statistic
    ? [
        {
          id: toClaimId(entity, 'value'),
          entity,
          name: 'value',
          property: 'value',
          value: { type: 'quantity', quantity: statistic.quantity },
          qualifiers: { asOf: statistic.asOf },
          status: statistic.status,
          saidBy: statistic.saidBy,
          place: at('value'),
        },
      ]
    : [];
  const others = document.claims.map(({ id, path, property, value, qualifiers, status, saidBy }) => ({
    id: toClaimId(entity, id),
    entity,
    name: id,
    property,
    value,
    qualifiers,
    status,
    saidBy,
    place: at(`${path}.value`),
  }));
  return [...own, ...others];
}

function toEvidence(
  { claim, index, citation, anchoring }: AnchoredCitation,
  texts: ReadonlyMap<string, ArticleText>,
  passages: ReadonlyMap<string, readonly Passage[]>,
): Evidence[] {
  const text = texts.get(citation.article);
  if (anchoring.status !== 'anchored' || !text) return [];
  const own = passages.get(`articles/${citation.article}`) ?? [];
  const spans = splitByPassage(text, anchoring.range).flatMap(({ passage, range }) => {
    const id = own[passage]?.id;
    return id === undefined ? [] : [{ passage: id, range }];
  });
  const words = text.anchorText.text.slice(anchoring.range.start, anchoring.range.end);
  return [
    { claim, index, article: citation.article, anchor: toAnchor(claim, index), grade: anchoring.grade, words, spans },
  ];
}

/** `members.belgium.direct-strikes`, with `.2` for its second quotation: slugs hold no stop, so it is unique and reads well. */
function toAnchor(claim: string, index: number): string {
  const name = claim.replace('/', '.').replace('#', '.');
  return index === 0 ? name : `${name}.${index + 1}`;
}

/**
 * By article, passage in reading order, start; longer ranges first, so that what lies within follows. `passages` are those
 * of the articles (`articles/slug`).
 */
export function sortEvidence(
  evidence: readonly Evidence[],
  passages: ReadonlyMap<string, readonly Passage[]>,
): readonly Evidence[] {
  const placed = evidence.map((one) => {
    const [span] = one.spans;
    const own = passages.get(`articles/${one.article}`) ?? [];
    const ordinal = own.find(({ id }) => id === span?.passage)?.ordinal ?? 0;
    return { one, ordinal, start: span?.range.start ?? 0, end: span?.range.end ?? 0 };
  });
  return placed
    .toSorted(
      (a, b) =>
        compareText(a.one.article, b.one.article) ||
        a.ordinal - b.ordinal ||
        a.start - b.start ||
        b.end - a.end ||
        compareText(a.one.claim, b.one.claim) ||
        a.one.index - b.one.index,
    )
    .map(({ one }) => one);
}

/** @param passages - of the articles; elsewhere a passage is called by its place alone */
function toMentions(found: readonly PassageMention[], passages: ReadonlyMap<string, readonly Passage[]>): Mention[] {
  let seen = new Set<string>();
  let last: string | undefined;
  return found.flatMap(({ document, passage: at, range, sentence, entities, isDemonym, isSettled }) => {
    const [entity, ...others] = entities;
    const passage = document.startsWith('articles/') ? passages.get(document)?.[at]?.id : toProseId(at);
    if (entity === undefined || others.length > 0 || passage === undefined) return [];
    if (document !== last) seen = new Set();
    last = document;
    const key = `${passage}#${entity}`;
    const isFirst = !seen.has(key) && !isSettled;
    seen.add(key);
    return [{ entity, document, passage, range, sentence, isFirst, isDemonym }];
  });
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}
