import { rmSync } from 'node:fs';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { compareText } from '../diagnostic/compare-text.ts';
import type { Claim, Graph } from '../graph/graph.ts';
import { toShelf } from '../graph/find-shelf.ts';
import type { KindUse } from '../graph/list-sheets.ts';
import { listValues } from '../graph/list-values.ts';
import type { ArticleCoverage, Coverage, Share } from '../graph/measure-coverage.ts';
import type { Drawing } from '../render/drawing.ts';
import {
  beginKnowledgeBase,
  FIRST_SIGN,
  hashSources,
  openFile,
  type EntityCounts,
  type EntityHead,
  type KnowledgeSources,
  type Table,
} from './knowledge-base.ts';
import { WHICH_PICTURES } from './picture-tables.ts';
import { listGroups, openRowPatch, selectRows, type Row, type RowChange, type RowPatch } from './row-patch.ts';
import { openNext, putNext } from './spare-knowledge-base.ts';
import type { TaskTexts } from './task-texts.ts';

/** What entities and articles that were edited say now, and what else that concerns. */
export interface KnowledgePatch {
  /** Ids of the entities that were edited, sorted. */
  readonly entities: readonly string[];
  /** Slugs of the articles that were edited, sorted. */
  readonly articles: readonly string[];
  /** Those articles, and others that the entities cite, or cited before. */
  readonly touched: readonly string[];
  /** What was edited, without its prose, and the claims of the entities, as they were. */
  readonly before: Graph;
  /**
   * As they are now: the entities and all their claims; the touched articles with all evidence and all mentions in them,
   * and every claim that the evidence belongs to; the mentions in the prose of the entities; their conflicts.
   */
  readonly after: Graph;
  /** Claims whose conflicts are those of `after`. */
  readonly judged: readonly string[];
  /** Bodies that are drawn anew: of what was edited, and of articles in which other words are evidence than before. */
  readonly bodies: readonly { readonly drawing: Drawing; readonly texts: TaskTexts }[];
  /** The texts that were edited, and the locks of the articles. */
  readonly sources: KnowledgeSources;
}

/**
 * Puts a copy of a knowledge base in its place in which exactly the rows are others that the patch concerns: row by row
 * what a whole compile would write. Gives the groups of rows that changed; with none, the file is the same as before.
 */
export function patchKnowledgeBase(file: string, patch: KnowledgePatch): ReadonlySet<string> {
  const beside = `${file}.new`;
  const [before, after] = [`${file}.before`, `${file}.after`];
  try {
    writePart(before, patch.before, []);
    writePart(after, patch.after, patch.bodies);
    const changes = patchNext(openNext(file, beside), { before: openFile(before), after: openFile(after) }, patch);
    if (changes.length > 0) putNext(file, beside, changes);
    return listGroups(changes);
  } finally {
    for (const one of [beside, before, after]) rmSync(one, { force: true });
  }
}

/** The rows of a part are those of a small knowledge base that holds nothing else. */
function writePart(file: string, graph: Graph, bodies: KnowledgePatch['bodies']): void {
  const writer = beginKnowledgeBase(file, graph);
  try {
    for (const { drawing, texts } of bodies) {
      writer.addBody(drawing.document, texts);
      writer.addReliance(drawing.document, drawing);
    }
    writer.finish();
  } finally {
    writer.close();
  }
}

interface Parts {
  readonly before: DatabaseSync;
  readonly after: DatabaseSync;
}

/** The copy that is being changed. */
interface Target {
  readonly database: DatabaseSync;
  readonly rows: RowPatch;
  readonly parts: Parts;
  readonly patch: KnowledgePatch;
}

function patchNext(database: DatabaseSync, parts: Parts, patch: KnowledgePatch): readonly RowChange[] {
  try {
    const target: Target = { database, rows: openRowPatch(database), parts, patch };
    for (const id of patch.entities) patchEntity(id, target);
    for (const slug of patch.articles) patchArticle(slug, target);
    patchEvidence(target);
    for (const { drawing } of patch.bodies) {
      for (const table of ['body', 'language', 'reliance'] as const)
        take(table, 'document = ?', [drawing.document], target);
    }
    for (const claim of patch.judged) take('conflict', 'claim = ?', [claim], target);
    patchCounts(target);
    patchMeta(target);
    database.exec('COMMIT');
    return target.rows.changes;
  } finally {
    database.close();
    parts.before.close();
    parts.after.close();
  }
}

/** Rows as they are in the part that tells what is now. */
function take(
  table: Table,
  where: string,
  values: readonly SQLInputValue[],
  { database, rows, parts }: Omit<Target, 'patch'>,
): void {
  rows.replace(table, selectRows(database, table, where, ...values), selectRows(parts.after, table, where, ...values));
}

function patchEntity(id: string, target: Target): void {
  const { database, rows, parts } = target;
  const shelves = Number(readMeta(database, 'shelves'));
  rows.replace(
    'entity',
    selectRows(database, 'entity', 'id = ?', id),
    selectRows(parts.after, 'entity', 'id = ?', id).map((row) => ({ ...row, shelf: toShelf(id, shelves) })),
  );
  patchProse(id, target);
  take('claim', 'entity = ?', [id], target);
  takeUnasked('location', 'entity', id, target);
  takeUnasked('moment', 'subject', id, target);
  takeUnasked('tie', 'source', id, target);
}

function patchArticle(slug: string, target: Target): void {
  take('article', 'id = ?', [slug], target);
  patchProse(`articles/${slug}`, target);
  takeUnasked('moment', 'subject', `articles/${slug}`, target);
}

function patchProse(document: string, target: Target): void {
  take('prose', 'document = ?', [document], target);
  take('passage', 'id >= ? AND id < ?', toRangeOf(document), target);
  take('mention', 'document = ?', [document], target);
}

/** Of a table without an index by this column: what was there is told by the part, too. */
function takeUnasked(table: Table, column: string, id: string, { rows, parts }: Target): void {
  const [before, after] = [parts.before, parts.after].map((part) => selectRows(part, table, `${column} = ?`, id));
  rows.replace(table, before ?? [], after ?? []);
}

/** All that rests on the touched articles, and all that they name. */
function patchEvidence(target: Target): void {
  const { database, rows, parts, patch } = target;
  const listEvidence = (from: DatabaseSync): readonly Row[] =>
    patch.touched.flatMap((slug) => selectRows(from, 'evidence', 'article = ?', slug));
  // Of all articles at once: a quotation may have left one for another.
  rows.replace('evidence', listEvidence(database), listEvidence(parts.after));
  for (const slug of patch.touched) {
    take('presence', 'place >= ? AND place < ?', toRangeOf(slug), target);
    take('coverage', 'article = ?', [slug], target);
    take('counts', 'entity = ?', [`articles/${slug}`], target);
  }
}

/** The ids of all passages of a document lie between these. */
function toRangeOf(document: string): readonly [from: string, to: string] {
  return [`${document}#`, `${document}$`];
}

/** Of the edited entities, and of all that texts name now or named before, or that stand elsewhere. */
function patchCounts({ database, rows, parts, patch }: Target): void {
  const edited = new Set(patch.entities);
  const named = [...listChanged('mention', rows), ...listChanged('presence', rows)];
  const count = (sql: string, ...values: readonly SQLInputValue[]): number =>
    Number(database.prepare(sql).get(...values)?.['n']);
  for (const id of new Set([...edited, ...named])) {
    const before = selectRows(database, 'counts', 'entity = ?', id);
    const source = edited.has(id) ? selectRows(parts.after, 'counts', 'entity = ?', id) : before;
    const counts = parse<EntityCounts>(source[0]);
    const mentions = count('SELECT count(*) AS n FROM mention WHERE entity = ? AND document <> ?', id, id);
    const passages = count('SELECT count(*) AS n FROM presence WHERE entity = ?', id);
    rows.replace('counts', before, [{ entity: id, json: JSON.stringify({ ...counts, mentions, passages }) }]);
  }
}

/** The entities of rows that changed. */
function listChanged(table: 'mention' | 'presence', { changes }: RowPatch): readonly string[] {
  return changes
    .filter((change) => change.table === table)
    .flatMap(({ before, after }) => [before, after])
    .flatMap((row) => (row === undefined ? [] : [String(row['entity'])]));
}

function patchMeta(target: Target): void {
  const { database, rows, patch } = target;
  const coverage = JSON.parse(readMeta(database, 'coverage')) as CoverageTotals;
  const changed = toCoverage(coverage, target);
  setMeta('coverage', JSON.stringify(changed), target);
  const passages = Number(readMeta(database, 'passages')) + changed.passages.total - coverage.passages.total;
  setMeta('passages', JSON.stringify(passages), target);
  const kinds = Map.groupBy(patch.entities, (id) => id.slice(0, id.indexOf('/')));
  for (const [kind, ids] of kinds) setMeta(`use ${kind}`, JSON.stringify(toUse(kind, ids, target)), target);
  setMeta('characters', JSON.stringify(toCharacters(target)), target);
  const pictures = database.prepare(`SELECT ${WHICH_PICTURES} AS json`).get();
  setMeta('pictures', String(pictures?.['json']), target);
  for (const [path, hash] of patch.sources.files) {
    rows.replace('source', selectRows(database, 'source', 'path = ?', path), [{ path, hash }]);
  }
  setMeta('source', hashSources(database, patch.sources.version), target);
}

function readMeta(database: DatabaseSync, key: string): string {
  const row = database.prepare('SELECT json FROM meta WHERE key = ?').get(key);
  if (row === undefined) throw new Error(`This is a bug in Sanad: the knowledge base has no ${key}.`);
  return String(row['json']);
}

function setMeta(key: string, json: string, { database, rows }: Target): void {
  rows.replace('meta', selectRows(database, 'meta', 'key = ?', key), [{ key, json }]);
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what the rows hold
function parse<Value>(row: Row | undefined): Value {
  return JSON.parse(String(row?.['json'])) as Value;
}

type CoverageTotals = Omit<Coverage, 'articles'>;

/** The totals, by what changed in the articles and in the entities. */
function toCoverage(old: CoverageTotals, { database, rows, parts, patch }: Target): CoverageTotals {
  const changed = rows.changes.filter(({ table }) => table === 'coverage');
  const move = (share: Share, what: 'sentences' | 'passages'): Share => {
    const grow = (part: keyof Share): number =>
      changed.reduce(
        (sum, { before, after }) =>
          sum + parse<ArticleCoverage>(after)[what][part] - parse<ArticleCoverage>(before)[what][part],
        share[part],
      );
    return { count: grow('count'), total: grow('total') };
  };
  const edited = new Set(patch.entities);
  const met = edited.union(new Set(listChanged('presence', rows)));
  const orphans = old.orphanEntities.filter((id) => !met.has(id));
  const presence = database.prepare('SELECT 1 FROM presence WHERE entity = ? LIMIT 1');
  for (const id of met) if (presence.get(id) === undefined) insertSorted(orphans, [id], (one) => one);
  const unsupported = old.unsupportedClaims.filter((claim) => !edited.has(toOwner(claim)));
  const supported = parts.after.prepare('SELECT 1 FROM evidence WHERE claim = ? LIMIT 1');
  const counted = Map.groupBy(listCounted(patch.after, edited), ({ entity }) => entity);
  for (const claims of counted.values()) {
    const own = claims.map(({ id }) => id).filter((id) => supported.get(id) === undefined);
    insertSorted(unsupported, own, toOwner);
  }
  const claims = old.claims.total + listCounted(patch.after, edited).length - listCounted(patch.before, edited).length;
  return {
    sentences: move(old.sentences, 'sentences'),
    passages: move(old.passages, 'passages'),
    entities: { count: old.entities.total - orphans.length, total: old.entities.total },
    claims: { count: claims - unsupported.length, total: claims },
    orphanEntities: orphans,
    unsupportedClaims: unsupported,
  };
}

function listCounted({ claims }: Graph, edited: ReadonlySet<string>): readonly Claim[] {
  return claims.filter(({ entity, status }) => edited.has(entity) && status !== 'retracted');
}

function toOwner(claim: string): string {
  return claim.slice(0, claim.indexOf('#'));
}

/** Puts what belongs together where it belongs in a sorted list that holds nothing like it. */
function insertSorted(list: string[], together: readonly string[], toKey: (one: string) => string): void {
  const [first] = together;
  if (first === undefined) return;
  const key = toKey(first);
  const at = list.findIndex((one) => compareText(toKey(one), key) > 0);
  list.splice(at === -1 ? list.length : at, 0, ...together);
}

/** How a kind uses its properties, by what changed in some of its entities. */
function toUse(kind: string, ids: readonly string[], { database, patch }: Target): KindUse {
  const old = JSON.parse(readMeta(database, `use ${kind}`)) as KindUse;
  const properties = new Map(Object.entries(old.properties).map(([id, use]) => [id, { ...use }]));
  const lowered = new Set<string>();
  for (const id of ids) {
    const [before, after] = [countValues(id, patch.before), countValues(id, patch.after)];
    for (const [property, count] of before) {
      const use = properties.get(property);
      if (!use) continue;
      use.filled -= after.has(property) ? 0 : 1;
      if (count === use.most && (after.get(property) ?? 0) < count) lowered.add(property);
    }
    for (const [property, count] of after) {
      const use = properties.get(property) ?? { filled: 0, most: 0 };
      properties.set(property, use);
      use.filled += before.has(property) ? 0 : 1;
      use.most = Math.max(use.most, count);
    }
  }
  for (const property of lowered) {
    const use = properties.get(property);
    if (use && use.filled > 0 && use.most > 1) use.most = findMost(kind, property, use.most, database);
  }
  const sorted = [...properties].filter(([, { filled }]) => filled > 0).toSorted(([a], [b]) => compareText(a, b));
  return { kind: old.kind, total: old.total, properties: Object.fromEntries(sorted) };
}

function countValues(id: string, { entities, claims }: Graph): ReadonlyMap<string, number> {
  const entity = entities.find((one) => one.id === id);
  if (!entity) return new Map();
  const values = listValues(
    entity,
    claims.filter((one) => one.entity === id),
  );
  return new Map([...values].map(([property, own]) => [property, own.length]));
}

/** The most values that an entity of the kind has, looked for until one has as many as there were before. */
function findMost(kind: string, property: string, limit: number, database: DatabaseSync): number {
  const claims = database.prepare('SELECT json FROM claim WHERE entity = ?');
  let most = 0;
  for (const row of database.prepare('SELECT id, json FROM entity WHERE kind = ?').iterate(kind)) {
    const own = claims.all(String(row['id'])).map((one) => parse<Claim>(one));
    most = Math.max(most, listValues(parse<EntityHead>(row), own).get(property)?.length ?? 0);
    if (most >= limit) break;
  }
  return most;
}

/** Tables whose texts pages may show: what they hold besides is told once elsewhere. */
const SHOWN = ['claim', 'prose', 'entity', 'article', 'page'] as const;

/** Every sign beyond ASCII that is used: with those that came, and without those that stand nowhere any more. */
function toCharacters({ database, rows }: Target): string {
  const old = JSON.parse(readMeta(database, 'characters')) as string;
  const signs = new Set(old);
  const changed = rows.changes.filter(({ table }) => SHOWN.some((shown) => shown === table));
  const came = new Set(changed.flatMap(({ after }) => (after ? Array.from(String(after['json'])) : [])));
  const went = new Set(changed.flatMap(({ before }) => (before ? Array.from(String(before['json'])) : [])));
  const uses = [...SHOWN.map((table) => `SELECT 1 FROM ${table} WHERE instr(json, ?) LIMIT 1`)];
  uses.push(`SELECT 1 FROM meta WHERE key = 'site' AND instr(json, ?)`);
  const statements = uses.map((sql) => database.prepare(sql));
  for (const sign of came) if ((sign.codePointAt(0) ?? 0) >= FIRST_SIGN) signs.add(sign);
  for (const sign of went) {
    if (signs.has(sign) && !came.has(sign) && statements.every((statement) => statement.get(sign) === undefined))
      signs.delete(sign);
  }
  return [...signs].toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join('');
}
