import type { Article, Entity } from '../graph/graph.ts';
import type { Addresses } from './addresses.ts';
import { ANNOTATION_CONTEXT, describeAnnotation } from './describe-annotation.ts';
import { describeArticle } from './describe-article.ts';
import { describeEntity, type ClaimWithEvidence } from './describe-entity.ts';
import { SCHEMA_ORG, type JsonLd } from './json-ld.ts';
import { CLAIM_COLUMNS, tabulateClaim } from './tabulate-claims.ts';
import type { Wording } from './wording.ts';
import type { SiteConfig } from '../schema/site-schema.ts';

export const EXPORT_FORMATS = ['jsonld', 'ndjson', 'csv', 'annotations'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** All that is known, one document at a time. */
export interface ExportSources {
  readonly site: SiteConfig;
  readonly articles: () => Iterable<Article>;
  readonly entities: () => Iterable<Entity>;
  readonly claims: (entity: string) => readonly ClaimWithEvidence[];
  /** Ids of the entities that an article names, sorted. */
  readonly mentioned: (article: string) => readonly string[];
  readonly addresses: Addresses;
  readonly wording: Wording;
  /** Rows of a table as CSV. */
  readonly writeRows: (rows: readonly (readonly string[])[]) => string;
}

const WRITERS: Readonly<Record<ExportFormat, (sources: ExportSources) => Generator<string>>> = {
  jsonld: writeGraph,
  ndjson: writeRecords,
  csv: writeTable,
  annotations: writeAnnotations,
};

/** The whole graph in one interchange format, piece by piece; the same content gives the same bytes. */
export function writeExport(format: ExportFormat, sources: ExportSources): Generator<string> {
  return WRITERS[format](sources);
}

/** One document of schema.org, with a node on each line. */
function* writeGraph({
  site,
  articles,
  entities,
  claims,
  mentioned,
  addresses,
  wording,
}: ExportSources): Generator<string> {
  function* describeAll(): Generator<JsonLd> {
    for (const article of articles()) yield describeArticle(article, mentioned(article.id), addresses, wording);
    for (const entity of entities()) yield describeEntity(entity, claims(entity.id), site, addresses, wording);
  }
  yield* writeList({ '@context': SCHEMA_ORG }, '@graph', describeAll());
}

/** One page of annotations, with one on each line. */
function* writeAnnotations({ articles, entities, claims, addresses }: ExportSources): Generator<string> {
  // Of each article only its passages are kept, by which the place of a quotation is told.
  const passages = new Map([...articles()].map((one) => [one.id, new Map(one.passages.map((own) => [own.id, own]))]));
  function* describeAll(): Generator<JsonLd> {
    for (const { id } of entities())
      for (const { evidence } of claims(id))
        for (const one of evidence) yield describeAnnotation(one, passages.get(one.article) ?? new Map(), addresses);
  }
  const head = { '@context': ANNOTATION_CONTEXT, id: `${addresses.home()}annotations`, type: 'AnnotationPage' };
  yield* writeList(head, 'items', describeAll());
}

/** What the graph holds, as it is: a record on each line, of an article, an entity or a claim with its evidence. */
function* writeRecords({ articles, entities, claims }: ExportSources): Generator<string> {
  for (const { id, matter, passages, retired } of articles()) {
    yield writeLine({
      type: 'article',
      id,
      ...matter,
      passages: passages.map(({ id: passage, ordinal, lang, text }) => ({ id: passage, ordinal, lang, text })),
      retired,
    });
  }
  for (const { passages, ...entity } of entities()) {
    yield writeLine({ type: 'entity', ...entity, text: passages.map(({ lang, text }) => ({ lang, text })) });
    for (const { claim, evidence } of claims(entity.id)) {
      yield writeLine({
        type: 'claim',
        // Where it is written is the author's business.
        ...{ ...claim, place: undefined },
        evidence: evidence.map(({ article, grade, words, spans }) => ({ article, grade, words, spans })),
      });
    }
  }
}

/** All claims as a table. */
function* writeTable({ entities, claims, addresses, wording, writeRows }: ExportSources): Generator<string> {
  yield writeRows([CLAIM_COLUMNS]);
  for (const { id } of entities())
    for (const claim of claims(id)) yield writeRows(tabulateClaim(claim, addresses, wording));
}

function* writeList(head: JsonLd, name: string, nodes: Iterable<JsonLd>): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:[`;
  let separator = '\n';
  for (const node of nodes) {
    yield separator + JSON.stringify(node);
    separator = ',\n';
  }
  yield '\n]}\n';
}

function writeLine(record: object): string {
  return `${JSON.stringify(record)}\n`;
}
