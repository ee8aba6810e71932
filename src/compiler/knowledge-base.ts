import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Article, Claim, Entity, Evidence, Graph, Mention, Page, Passage } from '../graph/graph.ts';
import { measureCoverage, type Coverage } from '../graph/measure-coverage.ts';
import type { Drawing } from '../render/drawing.ts';
import type { BodyBlock } from '../render/render-body.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { fillGaps, type Gap } from '../text/fill-gaps.ts';

export type { BodyBlock };

/** A rendered body by document id (`articles/slug`, `kind/slug`). */
export type Bodies = ReadonlyMap<string, readonly BodyBlock[]>;

/** The passage that something stands in. */
export interface PassageContext {
  readonly passage: string;
  readonly passageText: string;
  readonly passageLang: string;
  readonly passageOrdinal: number;
}

/** A naming of an entity, with enough to show the sentence. */
export type MentionInContext = Mention & PassageContext;

/** Evidence with the first passage it stands in. */
export type EvidenceInContext = Evidence & PassageContext;

export interface EntityCounts {
  readonly claims: number;
  readonly mentions: number;
  /** Passages of articles that name it or carry a claim of it. */
  readonly passages: number;
}

/** Another entity that stands in the same passages of articles. */
export interface RelatedEntity {
  readonly entity: string;
  /** Shared passages, as `article#passage`. */
  readonly shared: readonly string[];
}

/** What pages may ask. Every answer is sorted; an unknown id gives `undefined` or nothing. */
export interface KnowledgeBase {
  readonly site: SiteConfig;
  articles(): readonly Article[];
  article(id: string): Article | undefined;
  entities(kind?: string): readonly Entity[];
  entity(id: string): Entity | undefined;
  pages(): readonly Page[];
  /** Claims that disagree with this one, itself included; empty when none does. */
  conflicting(claim: string): readonly string[];
  counts(entity: string): EntityCounts;
  claims(entity: string): readonly Claim[];
  claim(id: string): Claim | undefined;
  /** Claims of all entities with this property, or of statistics with this measure. */
  statistics(measure: string): readonly Claim[];
  evidence(claim: string): readonly EvidenceInContext[];
  /** Evidence that stands in an article, in reading order. */
  evidenceIn(article: string): readonly Evidence[];
  /** Every naming of an entity outside its own page, in document order; texts and ranges as readers see them, words of components included. */
  mentions(entity: string): readonly MentionInContext[];
  /** Every naming in a document, in reading order. */
  mentionsIn(document: string): readonly Mention[];
  related(entity: string): readonly RelatedEntity[];
  body(document: string): readonly BodyBlock[];
  /** How much of what there is carries or has evidence. */
  coverage(): Coverage;
  /** What to draw on a free page. */
  drawing(document: string): Drawing | undefined;
  close(): void;
}

/** Raised when the layout of the file changes, so that an old one is never read as a new one. */
export const KNOWLEDGE_BASE_VERSION = 1;

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE article (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE entity (id TEXT PRIMARY KEY, kind TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX entity_kind ON entity (kind, id);
  CREATE TABLE page (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE passage (document TEXT, id TEXT, ordinal INTEGER, lang TEXT, text TEXT, gaps TEXT, PRIMARY KEY (document, id)) WITHOUT ROWID;
  CREATE TABLE claim (id TEXT PRIMARY KEY, entity TEXT NOT NULL, measure TEXT, ordinal INTEGER, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX claim_entity ON claim (entity, ordinal);
  CREATE INDEX claim_measure ON claim (measure, id) WHERE measure IS NOT NULL;
  CREATE TABLE evidence (ordinal INTEGER PRIMARY KEY, claim TEXT, article TEXT, passage TEXT, json TEXT NOT NULL);
  CREATE INDEX evidence_claim ON evidence (claim, ordinal);
  CREATE INDEX evidence_article ON evidence (article, ordinal);
  CREATE TABLE mention (ordinal INTEGER PRIMARY KEY, entity TEXT, document TEXT, passage TEXT, json TEXT NOT NULL);
  CREATE INDEX mention_entity ON mention (entity, ordinal);
  CREATE INDEX mention_document ON mention (document, ordinal);
  CREATE TABLE presence (entity TEXT, document TEXT, passage TEXT, PRIMARY KEY (entity, document, passage)) WITHOUT ROWID;
  CREATE INDEX presence_passage ON presence (document, passage);
  CREATE TABLE conflict (claim TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE drawing (document TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE body (document TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
`;

export interface KnowledgeBaseContent {
  readonly graph: Graph;
  readonly bodies: Bodies;
  /** By document id; kept for free pages, which the site renders itself. */
  readonly drawings: ReadonlyMap<string, Drawing>;
}

/** Writes a whole knowledge base beside `file` and then renames it into place, so that a reader never sees half of one. */
export function writeKnowledgeBase(file: string, content: KnowledgeBaseContent): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const database = new DatabaseSync(beside);
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
    database.exec(TABLES);
    insertContent(database, content);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
  renameSync(beside, file);
}

/** Opens a knowledge base for reading. Throws when the file is missing or of another version. */
export function openKnowledgeBase(file: string): KnowledgeBase {
  const database = new DatabaseSync(file, { readOnly: true });
  const statements = new Map<string, StatementSync>();
  // The caller says what its columns are: the tables above are the contract.

  /* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- the caller says what the columns of its question are */
  const ask = <T>(sql: string, ...values: SQLInputValue[]): T[] => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = database.prepare(sql)));
    return statement.all(...values) as T[];
  };
  const askJson = <T>(sql: string, ...values: SQLInputValue[]): T[] =>
    ask<{ json: string }>(sql, ...values).map(({ json }) => JSON.parse(json) as T);
  const one = <T>(sql: string, ...values: SQLInputValue[]): T | undefined => askJson<T>(sql, ...values)[0];
  /* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

  if (one<number>(`SELECT json FROM meta WHERE key = 'version'`) !== KNOWLEDGE_BASE_VERSION) {
    database.close();
    throw new Error(`${file} was written by another version of Sanad; delete it and compile again.`);
  }
  const site = one<SiteConfig>(`SELECT json FROM meta WHERE key = 'site'`);
  if (!site) throw new Error(`${file} holds no site.`);

  return {
    site,
    articles: () => askJson<Article>('SELECT json FROM article ORDER BY id'),
    article: (id) => one<Article>('SELECT json FROM article WHERE id = ?', id),
    entities: (kind) =>
      kind === undefined
        ? askJson<Entity>('SELECT json FROM entity ORDER BY id')
        : askJson<Entity>('SELECT json FROM entity WHERE kind = ? ORDER BY id', kind),
    entity: (id) => one<Entity>('SELECT json FROM entity WHERE id = ?', id),
    conflicting: (claim) => one<string[]>('SELECT json FROM conflict WHERE claim = ?', claim) ?? [],
    pages: () => askJson<Page>('SELECT json FROM page ORDER BY id'),
    counts: (entity) => {
      const [row] = ask<{ claims: number; mentions: number; passages: number }>(
        `SELECT (SELECT count(*) FROM claim WHERE entity = ?1) AS claims,
                (SELECT count(*) FROM mention WHERE entity = ?1 AND document <> ?1) AS mentions,
                (SELECT count(*) FROM presence WHERE entity = ?1) AS passages`,
        entity,
      );
      return row ?? { claims: 0, mentions: 0, passages: 0 };
    },
    claims: (entity) => askJson<Claim>('SELECT json FROM claim WHERE entity = ? ORDER BY ordinal', entity),
    claim: (id) => one<Claim>('SELECT json FROM claim WHERE id = ?', id),
    statistics: (measure) => askJson<Claim>('SELECT json FROM claim WHERE measure = ? ORDER BY id', measure),
    evidence: (claim) =>
      ask<ContextRow>(
        `SELECT e.json, p.id AS passage, p.text, p.lang, p.ordinal FROM evidence e
         JOIN passage p ON p.document = 'articles/' || e.article AND p.id = e.passage
         WHERE e.claim = ? ORDER BY e.ordinal`,
        claim,
      )
        .map((row) => withContext<Evidence>(row))
        .toSorted((a, b) => a.index - b.index),
    evidenceIn: (article) => askJson<Evidence>('SELECT json FROM evidence WHERE article = ? ORDER BY ordinal', article),
    mentions: (entity) =>
      ask<ContextRow>(
        `SELECT m.json, p.id AS passage, p.text, p.lang, p.ordinal, p.gaps FROM mention m
         JOIN passage p ON p.document = m.document AND p.id = m.passage
         WHERE m.entity = ?1 AND m.document <> ?1 ORDER BY m.ordinal`,
        entity,
      ).map((row) => withWordsOfComponents(withContext<Mention>(row), row)),
    mentionsIn: (document) =>
      askJson<Mention>('SELECT json FROM mention WHERE document = ? ORDER BY ordinal', document),
    related: (entity) => {
      const shared = Map.groupBy(
        ask<{ entity: string; place: string }>(
          `SELECT b.entity, substr(b.document, 10) || '#' || b.passage AS place FROM presence a
           JOIN presence b ON b.document = a.document AND b.passage = a.passage AND b.entity <> a.entity
           WHERE a.entity = ? ORDER BY b.entity, b.document, b.passage`,
          entity,
        ),
        (row) => row.entity,
      );
      return [...shared]
        .map(([id, rows]) => ({ entity: id, shared: rows.map(({ place }) => place) }))
        .toSorted((a, b) => b.shared.length - a.shared.length || (a.entity < b.entity ? -1 : 1));
    },
    body: (document) => one<BodyBlock[]>('SELECT json FROM body WHERE document = ?', document) ?? [],
    coverage: () => {
      const coverage = one<Coverage>(`SELECT json FROM meta WHERE key = 'coverage'`);
      if (!coverage) throw new Error(`${file} holds no coverage.`);
      return coverage;
    },
    drawing: (document) => one<Drawing | null>('SELECT json FROM drawing WHERE document = ?', document) ?? undefined,
    close: () => database.close(),
  };
}

interface ContextRow {
  readonly json: string;
  readonly passage: string;
  readonly text: string;
  readonly lang: string;
  readonly ordinal: number;
  /** Only where it was asked for. */
  readonly gaps?: string;
}

function withWordsOfComponents(mention: MentionInContext, { gaps }: ContextRow): MentionInContext {
  if (gaps === undefined || gaps === '[]') return mention;
  const filled = fillGaps(mention.passageText, JSON.parse(gaps) as Gap[]);
  return {
    ...mention,
    passageText: filled.text,
    range: filled.move(mention.range),
    sentence: filled.move(mention.sentence, 'wide'),
  };
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what the row holds
function withContext<T extends Evidence | Mention>(row: ContextRow): T & PassageContext {
  const own = JSON.parse(row.json) as T;
  return {
    ...own,
    passage: row.passage,
    passageText: row.text,
    passageLang: row.lang,
    passageOrdinal: row.ordinal,
  };
}

function insertContent(database: DatabaseSync, { graph, bodies, drawings }: KnowledgeBaseContent): void {
  const insert = (table: string, width: number): ((...values: SQLInputValue[]) => void) => {
    const statement = database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${Array(width).fill('?').join(', ')})`);
    return (...values) => void statement.run(...values);
  };
  const meta = insert('meta', 2);
  meta('version', JSON.stringify(KNOWLEDGE_BASE_VERSION));
  meta('site', JSON.stringify(graph.site));
  meta('coverage', JSON.stringify(measureCoverage(graph)));

  const passage = insert('passage', 6);
  const addPassages = (document: string, passages: readonly Passage[]): void => {
    for (const { id, ordinal, lang, text, gaps } of passages) {
      passage(document, id, ordinal, lang, text, JSON.stringify(gaps));
    }
  };
  const article = insert('article', 2);
  for (const one of graph.articles) {
    article(one.id, JSON.stringify(one));
    addPassages(`articles/${one.id}`, one.passages);
  }
  const entity = insert('entity', 3);
  const measures = new Map<string, string>();
  for (const one of graph.entities) {
    entity(one.id, one.kind, JSON.stringify(one));
    addPassages(one.id, one.passages);
    if (one.measure !== undefined) measures.set(one.id, one.measure);
  }
  const page = insert('page', 2);
  for (const one of graph.pages) {
    page(one.id, JSON.stringify(one));
    addPassages(one.id, one.passages);
  }

  const claim = insert('claim', 5);
  graph.claims.forEach((one, ordinal) => {
    claim(
      one.id,
      one.entity,
      one.name === 'value' ? (measures.get(one.entity) ?? null) : null,
      ordinal,
      JSON.stringify(one),
    );
  });
  const presence = insert('presence', 3);
  const evidence = insert('evidence', 5);
  graph.evidence.forEach((one, ordinal) => {
    evidence(ordinal, one.claim, one.article, one.spans[0]?.passage ?? null, JSON.stringify(one));
    const owner = one.claim.slice(0, one.claim.indexOf('#'));
    for (const span of one.spans) presence(owner, `articles/${one.article}`, span.passage);
  });
  const mention = insert('mention', 5);
  graph.mentions.forEach((one, ordinal) => {
    mention(ordinal, one.entity, one.document, one.passage, JSON.stringify(one));
    if (one.document.startsWith('articles/') && !one.isDemonym) presence(one.entity, one.document, one.passage);
  });
  const body = insert('body', 2);
  for (const [document, blocks] of bodies) body(document, JSON.stringify(blocks));
  const conflict = insert('conflict', 2);
  for (const { claims } of graph.conflicts) for (const one of claims) conflict(one, JSON.stringify(claims));
  const drawing = insert('drawing', 2);
  for (const one of graph.pages) drawing(one.id, JSON.stringify(drawings.get(one.id) ?? null));
}
