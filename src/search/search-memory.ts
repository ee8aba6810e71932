import { DatabaseSync } from 'node:sqlite';
import { openMemory } from '../compiler/open-memory.ts';
import type { Manifest } from './index-files.ts';
import type { WrittenType } from './word-types.ts';

/** Documents that are read together: an entity, an article with its passages, the free pages. */
export interface RememberedUnit {
  readonly name: string;
  /** Number of its first document. */
  readonly first: number;
  readonly documents: number;
}

/** What the whole of the index must know of a document. */
export interface RememberedDocument {
  /** The id of a result: where its record lies. */
  readonly result: string;
  /** How many places it has. */
  readonly words: number;
  /** By what it is filtered and sorted, as JSON. */
  readonly browse: string;
}

/** A word of the index: how many documents have it, whether one has it in a name, bytes of its entry. */
export type WordFacts = readonly [word: string, documents: number, isName: 0 | 1, size: number];

export interface RememberedChunk {
  readonly name: string;
  readonly words: readonly WordFacts[];
}

/** All that is small enough to be read and written as a whole. */
export interface RememberedWhole {
  readonly types: readonly WrittenType[];
  readonly chunks: readonly RememberedChunk[];
  /** Numbers of the documents that bear a name. */
  readonly names: readonly (readonly [name: string, ...documents: number[]])[];
  /** Numbers of documents in an order. */
  readonly orders: Readonly<Record<string, readonly number[]>>;
  readonly version: string;
  readonly entry: string;
  readonly manifest: Manifest;
}

/**
 * What is kept of an index from one build to the next, in a file: its documents, what they were read from, and the counts of
 * its words. Everything is changed in one transaction, which ends when the site stands in its place.
 */
export interface SearchMemory {
  readonly units: () => readonly RememberedUnit[];
  /** Numbers of units that were read from one of these groups of rows. */
  readonly unitsOf: (groups: ReadonlySet<number>) => ReadonlySet<number>;
  readonly addUnit: (at: number, unit: RememberedUnit, reads: Uint32Array) => void;
  readonly reads: (at: number) => Uint32Array;
  readonly setReads: (at: number, reads: Uint32Array) => void;
  /** A document as JSON. */
  readonly text: (number: number) => string;
  readonly setText: (number: number, json: string) => void;
  /** The texts of all documents, in order. */
  readonly texts: () => Iterable<string>;
  readonly documents: () => readonly RememberedDocument[];
  readonly setDocument: (number: number, document: RememberedDocument) => void;
  readonly whole: () => RememberedWhole;
  readonly setWhole: (whole: RememberedWhole) => void;
  /** Ends the transaction: the index is that of the site with this id. */
  readonly commit: (id: string, key: string) => void;
  /** Takes back all that was not committed. */
  readonly close: () => void;
}

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE unit (at INTEGER PRIMARY KEY, name TEXT NOT NULL, first INTEGER NOT NULL, documents INTEGER NOT NULL);
  CREATE TABLE source (unit INTEGER PRIMARY KEY, reads BLOB NOT NULL);
  CREATE TABLE text (number INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE document (number INTEGER PRIMARY KEY, result TEXT NOT NULL, words INTEGER NOT NULL, browse TEXT NOT NULL);
`;
/** Raised when the tables, or what the texts in them mean, change. */
const VERSION = '1';

/** The memory of the index of one site, made with one key; nothing when the file holds another, or none. */
export function openSearchMemory(file: string, id: string, key: string): SearchMemory | undefined {
  return openMemory(file, { version: VERSION, id, key }, toMemory);
}

/** A new memory in a new file; without one, in a place of the system's that goes with it. */
export function createSearchMemory(file = ''): SearchMemory {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
  database.exec(TABLES);
  return toMemory(database);
}

function toMemory(database: DatabaseSync): SearchMemory {
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const insertUnit = database.prepare('INSERT INTO unit VALUES (?, ?, ?, ?)');
  const insertReads = database.prepare('INSERT OR REPLACE INTO source VALUES (?, ?)');
  const insertText = database.prepare('INSERT OR REPLACE INTO text VALUES (?, ?)');
  const insertDocument = database.prepare('INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)');
  const insertMeta = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const findText = database.prepare('SELECT json FROM text WHERE number = ?');
  const findMeta = database.prepare('SELECT value FROM meta WHERE key = ?');
  const setReads = (at: number, reads: Uint32Array): void => {
    insertReads.run(at, new Uint8Array(reads.buffer, reads.byteOffset, reads.byteLength));
  };
  return {
    units: () =>
      database.prepare('SELECT name, first, documents FROM unit ORDER BY at').all() as unknown as RememberedUnit[],
    unitsOf: (groups) => {
      const found = new Set<number>();
      for (const { unit, reads } of database.prepare('SELECT unit, reads FROM source').iterate()) {
        if (toNumbers(reads).some((group) => groups.has(group))) found.add(Number(unit));
      }
      return found;
    },
    addUnit: (at, { name, first, documents }, reads) => {
      insertUnit.run(at, name, first, documents);
      setReads(at, reads);
    },
    reads: (at) => toNumbers(database.prepare('SELECT reads FROM source WHERE unit = ?').get(at)?.['reads']),
    setReads,
    text: (number) => String(findText.get(number)?.['json']),
    setText: (number, json) => void insertText.run(number, json),
    texts: function* () {
      for (const { json } of database.prepare('SELECT json FROM text ORDER BY number').iterate()) yield String(json);
    },
    documents: () =>
      database
        .prepare('SELECT result, words, browse FROM document ORDER BY number')
        .all() as unknown as RememberedDocument[],
    setDocument: (number, { result, words, browse }) => void insertDocument.run(number, result, words, browse),
    whole: () => JSON.parse(String(findMeta.get('whole')?.['value'])) as RememberedWhole,
    setWhole: (whole) => void insertMeta.run('whole', JSON.stringify(whole)),
    commit: (id, key) => {
      for (const [name, value] of Object.entries({ id, key, version: VERSION })) insertMeta.run(name, value);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}

function toNumbers(bytes: unknown): Uint32Array {
  // A copy: what the database gives need not begin where a number may.
  return new Uint32Array((bytes as Uint8Array).slice().buffer);
}
