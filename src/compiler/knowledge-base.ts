import { createHash } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { countShelves, toShelf } from '../graph/find-shelf.ts';
import type { Article, Claim, Entity, Evidence, Graph, Mention, Page, Passage } from '../graph/graph.ts';
import { measureCoverage, type ArticleCoverage, type Coverage } from '../graph/measure-coverage.ts';
import { listKindUses, listSheets, type KindUse, type SheetList } from '../graph/list-sheets.ts';
import type { Drawing } from '../render/drawing.ts';
import type { BodyBlock } from '../render/render-body.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { fillGaps } from '../text/fill-gaps.ts';
import { toBodyTexts, type TaskTexts } from './task-texts.ts';
import { toKey } from './cache.ts';
import { findKnownChanges } from './known-changes.ts';
import { listNamings } from './list-namings.ts';
import { rememberLately } from './remember-lately.ts';
import {
  createListQueries,
  type ListQueries,
  type NamingSentence,
  type NamingSentences,
  type NamingText,
  type Part,
} from './list-queries.ts';
import { createPictureQueries, FILL_PICTURES, PICTURE_TABLES, type PictureQueries } from './picture-tables.ts';

export type { BodyBlock };

/** A rendered body by document id (`articles/slug`, `kind/slug`). */
export type Bodies = ReadonlyMap<string, readonly BodyBlock[]>;

/** An article without its text. */
export type ArticleHead = Omit<Article, 'passages'>;
/** An entity without its prose. */
export type EntityHead = Omit<Entity, 'passages'>;
/** A free page without its text. */
export type PageHead = Omit<Page, 'passages'>;

/** The passage that something stands in. */
export interface PassageContext {
  readonly passage: string;
  readonly passageText: string;
  readonly passageLang: string;
  readonly passageOrdinal: number;
}

/** A naming of an entity, with enough to show the sentence. */
export type MentionInContext = Mention & PassageContext;

/** Part of the sentences that name an entity, as readers see them. */
export interface NamingsInContext extends Omit<NamingSentences, 'sentences'> {
  readonly sentences: readonly (Omit<NamingSentence, 'mentions'> & {
    readonly mentions: readonly MentionInContext[];
  })[];
}

/** Evidence with the first passage it stands in. */
export type EvidenceInContext = Evidence & PassageContext;

export interface EntityCounts {
  readonly claims: number;
  readonly mentions: number;
  /** Passages of articles that name it or carry a claim of it. */
  readonly passages: number;
}

/** What pages may ask. Every answer is sorted; an unknown id gives `undefined` or nothing. */
export interface KnowledgeBase extends PictureQueries, Omit<ListQueries, 'namings'> {
  readonly site: SiteConfig;
  /** Passages of all articles. */
  readonly passageCount: number;
  /** Entities are kept on so many shelves, by a hash of their ids: files about many of them hold one shelf each. */
  readonly shelves: number;
  articles(): readonly ArticleHead[];
  article(id: string): Article | undefined;
  articleHead(id: string): ArticleHead | undefined;
  entities(kind?: string): readonly EntityHead[];
  entityIds(kind?: string): readonly string[];
  entity(id: string): Entity | undefined;
  entityHead(id: string): EntityHead | undefined;
  entitiesOn(shelf: number): readonly EntityHead[];
  /** Former ids of entities and articles (`kind/slug`, `articles/slug`) that nothing bears any more, with the ones they have now. */
  moved(): Iterable<{ readonly from: string; readonly to: string }>;
  pages(): readonly PageHead[];
  /** The prose of a document. */
  passages(document: string): readonly Passage[];
  passage(document: string, id: string): Passage | undefined;
  /** Claims that disagree with this one, itself included; empty when none does. */
  conflicting(claim: string): readonly string[];
  /** Of an entity; of an article (`articles/slug`) how many passages it has and how many claims rest on it. */
  counts(entity: string): EntityCounts;
  claims(entity: string): readonly Claim[];
  claim(id: string): Claim | undefined;
  /** Claims of all entities with this property, or of statistics with this measure. */
  statistics(measure: string): readonly Claim[];
  evidence(claim: string): readonly EvidenceInContext[];
  /** The articles that a claim rests on, each once. */
  articlesOf(claim: string): readonly string[];
  /** Evidence that stands in an article, in reading order. */
  evidenceIn(article: string): readonly Evidence[];
  /** Every naming of an entity outside its own page, in document order; texts and ranges as readers see them, words of components included. */
  mentions(entity: string): readonly MentionInContext[];
  /** The same by sentences, in parts: those of articles first, then those of entities, then those of free pages. */
  namings(entity: string, isShown: (text: NamingText) => boolean, part: Part): NamingsInContext;
  /** Every naming in a document, in reading order. */
  mentionsIn(document: string): readonly Mention[];
  body(document: string): readonly BodyBlock[];
  /** Languages of the blocks of a body, each once, in the order of their first block. */
  languagesOf(document: string): readonly string[];
  /** How much of what there is carries or has evidence. */
  coverage(): Coverage;
  coverageOf(article: string): ArticleCoverage | undefined;
  /** The totals of coverage, and the articles in the order of their ids. */
  coverageTotals(): Omit<Coverage, 'articles'>;
  /** A list by its name: how long it is, and where its letters begin. */
  list(name: string): Omit<SheetList, 'sheets' | 'name'> & { readonly sheets: number };
  /** The ids on a sheet of a list, from 1. */
  sheet(list: string, number: number): readonly string[];
  use(kind: string): KindUse;
  /** What to draw on a free page. */
  drawing(document: string): Drawing | undefined;
  /** Every sign beyond ASCII that pages may say, each once, in the order of their code points. */
  characters(): string;
  /** Identifies the content and the compiler that it was made by; the same on every machine. */
  source(): string;
  close(): void;
}

/** Raised when the layout of the file changes, so that an old one is never read as a new one. */
export const KNOWLEDGE_BASE_VERSION = 6;

/** The first sign that is noted as used: those before it, ASCII, always are. */
export const FIRST_SIGN = 0x80;

/**
 * What is read of a knowledge base is told here as `table column key`, every time: all that a page was drawn from. A
 * page is drawn again when one of these groups of rows has changed.
 */
export const READS = channel('sanad:knowledge-base:read');

/**
 * Every table with the columns that its rows are asked for by. All questions are made of such reads, so that nothing
 * can be answered without being told to those who listen. `*` stands for the whole table.
 */
export const TABLES = {
  meta: { columns: 'key TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'key', groups: ['key'] },
  article: { columns: 'id TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'id', groups: ['id', '*'] },
  entity: {
    columns: 'id TEXT PRIMARY KEY, kind TEXT NOT NULL, shelf INTEGER NOT NULL, json TEXT NOT NULL',
    order: 'id',
    groups: ['id', 'kind', 'shelf', '*'],
  },
  page: { columns: 'id TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'id', groups: ['id', '*'] },
  prose: { columns: 'document TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'document', groups: ['document'] },
  passage: { columns: 'id TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'id', groups: ['id'] },
  claim: {
    columns: 'id TEXT PRIMARY KEY, entity TEXT NOT NULL, measure TEXT, at INTEGER NOT NULL, json TEXT NOT NULL',
    order: 'entity, at',
    groups: ['id', 'entity', 'measure'],
  },
  evidence: {
    columns: 'claim TEXT, number INTEGER, article TEXT, at INTEGER, json TEXT NOT NULL, PRIMARY KEY (claim, number)',
    order: 'article, at, number',
    groups: ['claim', 'article'],
  },
  mention: {
    columns: 'document TEXT, at INTEGER, entity TEXT, json TEXT NOT NULL, PRIMARY KEY (document, at)',
    order: 'document, at',
    groups: ['document', 'entity'],
  },
  presence: {
    columns: 'entity TEXT, place TEXT, PRIMARY KEY (entity, place)',
    order: 'entity, place',
    groups: ['entity', 'place', '*'],
  },
  counts: { columns: 'entity TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'entity', groups: ['entity', '*'] },
  sheet: { columns: 'name TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'name', groups: ['name'] },
  conflict: { columns: 'claim TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'claim', groups: ['claim'] },
  coverage: { columns: 'article TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'article', groups: ['article', '*'] },
  drawing: { columns: 'document TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'document', groups: ['document'] },
  body: { columns: 'document TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'document', groups: ['document'] },
  language: { columns: 'document TEXT PRIMARY KEY, json TEXT NOT NULL', order: 'document', groups: ['document'] },
  ...PICTURE_TABLES,
  // No page asks these: they say what a changed entity concerns, when only that is compiled anew.
  naming: {
    columns: 'word TEXT, next TEXT, entity TEXT, PRIMARY KEY (word, next, entity)',
    order: 'word, next, entity',
    groups: [],
  },
  reliance: {
    columns: 'document TEXT, target TEXT, PRIMARY KEY (document, target)',
    order: 'document, target',
    groups: ['document', 'target'],
  },
  source: { columns: 'path TEXT PRIMARY KEY, hash TEXT NOT NULL', order: 'path', groups: [] },
} as const;

export type Table = keyof typeof TABLES;
type Column<T extends Table> = (typeof TABLES)[T]['groups'][number];

/** So many groups of rows that were read lately are kept in memory, and up to twice as many. */
const KEPT_GROUPS = 2500;
/** A longer group is not kept: it is most of a table, and few pages ask for it. */
const MOST_ROWS_KEPT = 500;
/** Pages of the file that are kept in memory, in KiB. */
const KEPT_PAGES = 16_384;
/** The same while it is written: what is sorted for an index should fit. */
const WRITING_PAGES = 65_536;

function tell(group: string): void {
  if (READS.hasSubscribers) READS.publish(group);
}

export interface KnowledgeBaseContent {
  readonly graph: Graph;
  readonly bodies: Bodies;
  /** By document id; kept for free pages, which the site renders itself. */
  readonly drawings: ReadonlyMap<string, Drawing>;
}

/** Writes a whole knowledge base beside `file` and then renames it into place, so that a reader never sees half of one. */
export function writeKnowledgeBase(file: string, { graph, bodies, drawings }: KnowledgeBaseContent): void {
  const writer = beginKnowledgeBase(file, graph);
  try {
    for (const [document, blocks] of bodies) writer.addBody(document, toBodyTexts(blocks));
    for (const { id } of graph.pages) writer.addDrawing(id, drawings.get(id));
    writer.finish();
  } finally {
    writer.close();
  }
}

/** A knowledge base that is being written: bodies come one by one, since all of them together may not fit into memory. */
export interface KnowledgeBaseWriter {
  /** Writes the next few hundred rows of the graph, and says whether there are more; `finish` writes what is left. */
  fill(): boolean;
  /** @param texts - JSON of the blocks and of their languages, each once */
  addBody(document: string, texts: TaskTexts): void;
  /** What is drawn on a document: whose claims and numbers it shows. */
  addReliance(document: string, drawing: Drawing): void;
  /** What is to be drawn on a free page. */
  addDrawing(document: string, drawing: Drawing | undefined): void;
  /** Puts the file in its place. */
  finish(): void;
  /** To be called in any case; without `finish` nothing was written. */
  close(): void;
}

/** What a knowledge base is made from. */
export interface KnowledgeSources {
  /** Of the compiler. */
  readonly version: string;
  /** A hash of every text, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Some milliseconds of work. */
const ROWS_AT_ONCE = 400;

const NO_SOURCES: KnowledgeSources = { version: '', files: new Map() };

/** Begins a knowledge base beside `file`, for all that the graph holds. */
export function beginKnowledgeBase(file: string, graph: Graph, sources = NO_SOURCES): KnowledgeBaseWriter {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const database = new DatabaseSync(beside);
  database.exec(`PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -${WRITING_PAGES}; BEGIN`);
  for (const [table, { columns }] of Object.entries(TABLES)) {
    database.exec(`CREATE TABLE ${table} (${columns}) WITHOUT ROWID`);
  }
  const rows = insertAll(database, graph, sources);
  const fill = (): boolean => {
    for (let count = 0; count < ROWS_AT_ONCE; count += 1) if (rows.next().done === true) return false;
    return true;
  };
  const insert = prepareInsert(database);
  const body = insert('body', 2);
  const language = insert('language', 2);
  const drawings = insert('drawing', 2);
  const reliance = insert('reliance', 2);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) database.close();
    isOpen = false;
  };
  return {
    fill,
    addBody(document, [blocks, languages]) {
      body(document, blocks);
      language(document, languages);
    },
    addReliance(document, { claims, statistics }) {
      const targets = [...Object.keys(claims).map((claim) => claim.replace(/#.*$/, '')), ...Object.keys(statistics)];
      for (const target of new Set(targets)) if (target !== document) reliance(document, target);
    },
    addDrawing: (document, drawing) => drawings(document, JSON.stringify(drawing ?? null)),
    finish() {
      while (fill());
      // After the rows: an index that is made at once is smaller and several times faster than one that grows with them.
      for (const [table, { columns, order, groups }] of Object.entries(TABLES)) {
        const [first] = listKeys(columns);
        for (const column of groups.filter((one) => one !== '*' && one !== first)) {
          const rest = order.split(', ').filter((one) => one !== column);
          database.exec(`CREATE INDEX ${table}_${column} ON ${table} (${[column, ...rest].join(', ')})`);
        }
      }
      database.exec('COMMIT');
      close();
      renameSync(beside, file);
    },
    close() {
      close();
      rmSync(beside, { force: true });
    },
  };
}

function prepareInsert(database: DatabaseSync): (table: Table, width: number) => (...values: SQLInputValue[]) => void {
  return (table, width) => {
    const statement = database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${Array(width).fill('?').join(', ')})`);
    return (...values) => void statement.run(...values);
  };
}

/** Opens a knowledge base for reading. Throws when the file is missing or of another version. */
export function openKnowledgeBase(file: string): KnowledgeBase {
  const database = openFile(file);
  database.exec(`PRAGMA cache_size = -${KEPT_PAGES}`);
  const statements = new Map<string, StatementSync>();
  const kept = rememberLately<readonly unknown[]>(KEPT_GROUPS);

  /** All rows of a table whose column has this value, in the order of the table. */
  /* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- the caller says what the rows hold */
  const read = <Row, T extends Table>(table: T, column: Column<T>, key: string | number): readonly Row[] => {
    const group = `${table} ${column} ${key}`;
    tell(group);
    const known = kept.get(group);
    if (known !== undefined) return known as readonly Row[];
    const { order } = TABLES[table];
    const where = column === '*' ? '' : `WHERE ${column} = ?`;
    const sql = `SELECT json FROM ${table} ${where} ORDER BY ${order}`;
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = database.prepare(sql)));
    const found = column === '*' ? statement.all() : statement.all(key);
    const rows = found.map(({ json }) => JSON.parse(json as string) as unknown);
    if (rows.length <= MOST_ROWS_KEPT) kept.set(group, rows);
    return rows as readonly Row[];
  };
  const one = <Row>(table: Table, column: string, key: string): Row | undefined =>
    read<Row, Table>(table, column as Column<Table>, key)[0];
  /* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

  if (readVersion(database) !== KNOWLEDGE_BASE_VERSION) {
    database.close();
    throw new Error(`${file} was written by another version of Sanad; delete it and compile again.`);
  }
  const site = one<SiteConfig>('meta', 'key', 'site');
  if (!site) throw new Error(`${file} holds no site.`);

  const passages = (document: string): readonly Passage[] =>
    one<readonly Passage[]>('prose', 'document', document) ?? [];
  const passage = (document: string, id: string): Passage | undefined => one('passage', 'id', `${document}#${id}`);
  const toContext = (document: string, id: string): readonly [Passage, PassageContext] | undefined => {
    const found = passage(document, id);
    if (found === undefined) return undefined;
    const { text, lang, ordinal } = found;
    return [found, { passage: id, passageText: text, passageLang: lang, passageOrdinal: ordinal }];
  };
  const toMentionInContext = (mention: Mention): readonly MentionInContext[] => {
    const found = toContext(mention.document, mention.passage);
    return found === undefined ? [] : [withWordsOfComponents({ ...mention, ...found[1] }, found[0])];
  };
  const coverageTotals = (): Omit<Coverage, 'articles'> => {
    const totals = one<Omit<Coverage, 'articles'>>('meta', 'key', 'coverage');
    if (!totals) throw new Error(`${file} holds no coverage.`);
    return totals;
  };
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what the rows hold
  const ask = <Row>(groups: readonly string[], sql: string, ...values: SQLInputValue[]): readonly Row[] => {
    for (const group of groups) tell(group);
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = database.prepare(sql)));
    return statement.all(...values) as Row[];
  };
  const lists = createListQueries(ask);
  return {
    ...createPictureQueries(ask),
    ...lists,
    site,
    // Asked for when a page asks: what is read on opening would be a source of every page.
    get passageCount() {
      return one<number>('meta', 'key', 'passages') ?? 0;
    },
    get shelves() {
      return one<number>('meta', 'key', 'shelves') ?? 1;
    },
    articles: () => read('article', '*', ''),
    article: (id) => {
      const head = one<ArticleHead>('article', 'id', id);
      return head && { ...head, passages: passages(`articles/${id}`) };
    },
    articleHead: (id) => one('article', 'id', id),
    entities: (kind) => (kind === undefined ? read('entity', '*', '') : read('entity', 'kind', kind)),
    entity: (id) => {
      const head = one<EntityHead>('entity', 'id', id);
      return head && { ...head, passages: passages(id) };
    },
    entityHead: (id) => one('entity', 'id', id),
    entityIds: (kind) => {
      tell(kind === undefined ? 'entity * ' : `entity kind ${kind}`);
      const sql = `SELECT id FROM entity ${kind === undefined ? '' : 'WHERE kind = ?'} ORDER BY id`;
      const statement = database.prepare(sql);
      return (kind === undefined ? statement.all() : statement.all(kind)).map(({ id }) => String(id));
    },
    entitiesOn: (shelf) => read('entity', 'shelf', shelf),
    moved: function* () {
      tell('entity * ');
      tell('article * ');
      const rows = database
        .prepare(
          `SELECT former.value AS "from", bearer.id AS "to" FROM
             (SELECT id, json_extract(json, '$.formerIds') AS ids FROM entity
              UNION ALL SELECT 'articles/' || id, json_extract(json, '$.matter.formerIds') FROM article) bearer,
             json_each(bearer.ids) former
           WHERE former.value NOT IN (SELECT id FROM entity)
             AND former.value NOT IN (SELECT 'articles/' || id FROM article)
           ORDER BY "from"`,
        )
        .iterate();
      for (const { from, to } of rows) yield { from: String(from), to: String(to) };
    },
    conflicting: (claim) => one<string[]>('conflict', 'claim', claim) ?? [],
    pages: () => read('page', '*', ''),
    passages,
    passage,
    counts: (entity) => one<EntityCounts>('counts', 'entity', entity) ?? { claims: 0, mentions: 0, passages: 0 },
    claims: (entity) => read('claim', 'entity', entity),
    claim: (id) => one('claim', 'id', id),
    statistics: (measure) => read('claim', 'measure', measure),
    evidence: (claim) =>
      read<Evidence, 'evidence'>('evidence', 'claim', claim)
        .flatMap((found) => {
          const [, context] = toContext(`articles/${found.article}`, found.spans[0]?.passage ?? '') ?? [];
          return context === undefined ? [] : [{ ...found, ...context }];
        })
        .toSorted((a, b) => a.index - b.index),
    articlesOf: (claim) => [
      ...new Set(read<Evidence, 'evidence'>('evidence', 'claim', claim).map(({ article }) => article)),
    ],
    evidenceIn: (article) => read('evidence', 'article', article),
    mentions: (entity) =>
      read<Mention, 'mention'>('mention', 'entity', entity)
        .filter(({ document }) => document !== entity)
        .flatMap(toMentionInContext),
    namings: (entity, isShown, part) => {
      const { total, sentences } = lists.namings(entity, isShown, part);
      return {
        total,
        sentences: sentences.map((one) => ({ ...one, mentions: one.mentions.flatMap(toMentionInContext) })),
      };
    },
    mentionsIn: (document) => read('mention', 'document', document),
    body: (document) => one<BodyBlock[]>('body', 'document', document) ?? [],
    languagesOf: (document) => one<string[]>('language', 'document', document) ?? [],
    coverage: () => ({ ...coverageTotals(), articles: read<ArticleCoverage, 'coverage'>('coverage', '*', '') }),
    coverageOf: (article) => one('coverage', 'article', article),
    coverageTotals,
    list: (name) => one('sheet', 'name', name) ?? { total: 0, sheets: 0, letters: [] },
    sheet: (list, number) => one<string[]>('sheet', 'name', `${list} ${number}`) ?? [],
    use: (kind) => one<KindUse>('meta', 'key', `use ${kind}`) ?? { kind, total: 0, properties: {} },
    drawing: (document) => one<Drawing | null>('drawing', 'document', document) ?? undefined,
    characters: () => one<string>('meta', 'key', 'characters') ?? '',
    source: () => one<string>('meta', 'key', 'source') ?? '',
    close: () => database.close(),
  };
}

/** Groups of rows, as `READS` tells them, that are not the same in two files. Both must be of this version. */
export function findChangedGroups(before: string, after: string): ReadonlySet<string> {
  return findKnownChanges(before, after) ?? compareGroups(before, after);
}

function compareGroups(before: string, after: string): ReadonlySet<string> {
  const database = openFile(after);
  const groups = new Set<string>();
  try {
    database.prepare('ATTACH ? AS old').run(before);
    for (const [table, { columns, groups: asked }] of Object.entries(TABLES)) {
      if (asked.length === 0) continue;
      const names = columns
        .replace(/, PRIMARY KEY.*$/, '')
        .split(', ')
        .map((column) => column.split(' ')[0] ?? '');
      const keys = listKeys(columns);
      const told = asked.filter((column) => column !== '*');
      const same = keys.map((key) => `a.${key} = b.${key}`).join(' AND ');
      const differs = names.map((name) => `a.${name} IS NOT b.${name}`).join(' OR ');
      const add = (sql: string): void => {
        for (const row of database.prepare(sql).iterate()) {
          for (const column of told) if (row[column] !== null) groups.add(`${table} ${column} ${String(row[column])}`);
          if (told.length < asked.length) groups.add(`${table} * `);
        }
      };
      const columnsOf = (side: string): string => told.map((column) => `${side}.${column} AS ${column}`).join(', ');
      add(`SELECT ${columnsOf('a')} FROM main.${table} a LEFT JOIN old.${table} b ON ${same} WHERE ${differs}`);
      add(`SELECT ${columnsOf('b')} FROM old.${table} b LEFT JOIN main.${table} a ON ${same} WHERE ${differs}`);
    }
  } finally {
    database.close();
  }
  return groups;
}

/** A hash of the rows of some groups: the same as long as nothing in them has changed. */
export function hashGroups(file: string, groups: readonly string[]): string {
  const database = openFile(file);
  const hash = createHash('sha256');
  try {
    for (const group of groups) {
      const [table = '', column = '', ...key] = group.split(' ');
      if (!Object.hasOwn(TABLES, table)) continue;
      const { order } = TABLES[table as Table];
      const all = column === '*';
      const rows = database.prepare(`SELECT * FROM ${table} ${all ? '' : `WHERE ${column} = ?`} ORDER BY ${order}`);
      hash.update(group);
      for (const row of all ? rows.iterate() : rows.iterate(key.join(' '))) hash.update(JSON.stringify(row));
    }
  } finally {
    database.close();
  }
  return hash.digest('hex');
}

/** The columns of a table's primary key: those named at its end, or else the first. */
export function listKeys(columns: string): readonly string[] {
  return /PRIMARY KEY \((.*)\)/.exec(columns)?.[1]?.split(', ') ?? [columns.split(' ')[0] ?? ''];
}

/**
 * For reading alone, until it is closed: one transaction, so that no lock is asked for with every question, and nobody
 * writes into the file meanwhile.
 */
export function openFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('BEGIN');
    database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whether a file is a knowledge base of this version. */
export function isKnowledgeBase(file: string): boolean {
  try {
    const database = openFile(file);
    try {
      return readVersion(database) === KNOWLEDGE_BASE_VERSION;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

function readVersion(database: DatabaseSync): unknown {
  const row = database.prepare(`SELECT json FROM meta WHERE key = 'version'`).get();
  return row === undefined ? undefined : JSON.parse(String(row['json']));
}

function withWordsOfComponents(mention: MentionInContext, { gaps }: Passage): MentionInContext {
  if (gaps.length === 0) return mention;
  const filled = fillGaps(mention.passageText, gaps);
  return {
    ...mention,
    passageText: filled.text,
    range: filled.move(mention.range),
    sentence: filled.move(mention.sentence, 'wide'),
  };
}

function* insertAll(database: DatabaseSync, graph: Graph, sources: KnowledgeSources): Generator<void> {
  yield* insertGraph(database, graph);
  insertSources(database, sources);
  database.exec(FILL_PICTURES);
}

/** Stops after every row or two. */
function* insertGraph(database: DatabaseSync, graph: Graph): Generator<void> {
  const insert = prepareInsert(database);
  const meta = insert('meta', 2);
  const signs = new Uint8Array(0x110000);
  const noteSigns = (json: string): string => {
    for (let at = 0; at < json.length; at += 1) {
      const code = json.charCodeAt(at);
      // Signs of ASCII are part of JSON itself.
      if (code < FIRST_SIGN) continue;
      // The first half of a pair stands for itself and the sign; the halves are left out in the end.
      signs[code < 0xd800 || code > 0xdbff ? code : (json.codePointAt(at) ?? 0)] = 1;
    }
    return json;
  };
  const shelves = countShelves(graph.entities.length);
  meta('version', JSON.stringify(KNOWLEDGE_BASE_VERSION));
  meta('site', noteSigns(JSON.stringify(graph.site)));
  meta('shelves', JSON.stringify(shelves));
  meta('passages', JSON.stringify(graph.articles.reduce((sum, { passages }) => sum + passages.length, 0)));
  const { articles: strips, ...totals } = measureCoverage(graph);
  meta('coverage', JSON.stringify(totals));
  const coverage = insert('coverage', 2);
  for (const one of strips) coverage(one.article, JSON.stringify(one));

  for (const use of listKindUses(graph)) meta(`use ${use.kind}`, JSON.stringify(use));
  const sheet = insert('sheet', 2);
  for (const { name, sheets, ...list } of listSheets(graph)) {
    sheet(name, JSON.stringify({ ...list, sheets: sheets.length }));
    sheets.forEach((ids, at) => sheet(`${name} ${at + 1}`, JSON.stringify(ids)));
  }

  const prose = insert('prose', 2);
  const passage = insert('passage', 2);
  const addPassages = function* (document: string, passages: readonly Passage[]): Generator<void> {
    if (passages.length > 0) prose(document, noteSigns(JSON.stringify(passages)));
    for (const one of passages) yield passage(`${document}#${one.id}`, JSON.stringify(one));
  };
  const article = insert('article', 2);
  for (const { passages, ...head } of graph.articles) {
    article(head.id, noteSigns(JSON.stringify(head)));
    yield* addPassages(`articles/${head.id}`, passages);
  }
  const entity = insert('entity', 4);
  const measures = new Map<string, string>();
  for (const { passages, ...head } of graph.entities) {
    yield entity(head.id, head.kind, toShelf(head.id, shelves), noteSigns(JSON.stringify(head)));
    yield* addPassages(head.id, passages);
    if (head.measure !== undefined) measures.set(head.id, head.measure);
  }
  const naming = insert('naming', 3);
  for (const { word, next, entity: id } of listNamings(graph.entities)) yield naming(word, next, id);
  const page = insert('page', 2);
  for (const { passages, ...head } of graph.pages) {
    page(head.id, noteSigns(JSON.stringify(head)));
    yield* addPassages(head.id, passages);
  }

  const tallies = new Map(graph.entities.map(({ id }) => [id, { claims: 0, mentions: 0, passages: 0 }]));
  const cited = Map.groupBy(graph.evidence, ({ article: id }) => id);
  for (const { id, passages } of graph.articles) {
    const claims = new Set((cited.get(id) ?? []).map((one) => one.claim)).size;
    tallies.set(`articles/${id}`, { claims, mentions: 0, passages: passages.length });
  }
  const tally = (id: string, what: keyof EntityCounts): void => {
    const counts = tallies.get(id);
    if (counts) counts[what] += 1;
  };
  const claim = insert('claim', 5);
  let owner: string | undefined;
  let at = 0;
  for (const one of graph.claims) {
    at = one.entity === owner ? at + 1 : 0;
    owner = one.entity;
    tally(one.entity, 'claims');
    yield claim(
      one.id,
      one.entity,
      one.name === 'value' ? (measures.get(one.entity) ?? null) : null,
      at,
      noteSigns(JSON.stringify(one)),
    );
  }
  const presence = insert('presence', 2);
  const places = new Map<string, Set<string>>();
  const addPresence = (id: string, place: string): void => {
    const own = places.get(id) ?? new Set();
    if (own.has(place)) return;
    places.set(id, own.add(place));
    tally(id, 'passages');
    presence(id, place);
  };
  const evidence = insert('evidence', 5);
  const positions = new Map<string, number>();
  const nextIn = (document: string): number => {
    const next = (positions.get(document) ?? -1) + 1;
    positions.set(document, next);
    return next;
  };
  for (const one of graph.evidence) {
    yield evidence(one.claim, one.index, one.article, nextIn(one.article), JSON.stringify(one));
    const holder = one.claim.slice(0, one.claim.indexOf('#'));
    for (const span of one.spans) addPresence(holder, `${one.article}#${span.passage}`);
  }
  positions.clear();
  const mention = insert('mention', 4);
  for (const one of graph.mentions) {
    yield mention(one.document, nextIn(one.document), one.entity, JSON.stringify(one));
    if (one.document !== one.entity) tally(one.entity, 'mentions');
    if (one.document.startsWith('articles/') && !one.isDemonym) {
      addPresence(one.entity, `${one.document.slice('articles/'.length)}#${one.passage}`);
    }
  }
  const counts = insert('counts', 2);
  for (const [id, own] of tallies) yield counts(id, JSON.stringify(own));
  const conflict = insert('conflict', 2);
  for (const { claims } of graph.conflicts) for (const one of claims) conflict(one, JSON.stringify(claims));
  // A half of a pair stands in the list beside its whole: it is no sign.
  let used = '';
  for (let code = signs.indexOf(1); code !== -1; code = signs.indexOf(1, code + 1)) {
    if (code < 0xd800 || code > 0xdfff) used += String.fromCodePoint(code);
  }
  meta('characters', JSON.stringify(used));
}

function insertSources(database: DatabaseSync, { version, files }: KnowledgeSources): void {
  const insert = prepareInsert(database);
  const source = insert('source', 2);
  for (const [path, hash] of files) source(path, hash);
  insert('meta', 2)('source', hashSources(database, version));
}

/** What identifies the content and the compiler, as JSON; for a file that holds all else already. */
export function hashSources(database: DatabaseSync, version: string): string {
  const site = database.prepare(`SELECT json FROM meta WHERE key = 'site'`).get();
  const files = database.prepare('SELECT path, hash FROM source ORDER BY path').all();
  return JSON.stringify(
    toKey(version, String(site?.['json']), ...files.map(({ path, hash }) => `${String(path)} ${String(hash)}`)),
  );
}
