import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openMemory } from '../compiler/open-memory.ts';
import type { SiteFile } from './site-file.ts';

/** What a file has and wants, as `examine-file.ts` hashes it. */
export interface FileHashes {
  readonly haves: Float64Array;
  readonly wants: Float64Array;
}

/** What is remembered of a site in which everything led somewhere. It is changed in one transaction. */
export interface OutputMemory {
  readonly files: () => Iterable<SiteFile>;
  readonly hashes: (path: string) => FileHashes;
  /** Those of all files. */
  readonly allHaves: () => Iterable<Float64Array>;
  readonly allWants: () => Iterable<Float64Array>;
  readonly set: (file: SiteFile, hashes: FileHashes) => void;
  readonly remove: (path: string) => void;
  readonly commit: (id: string, key: string) => void;
  /** Takes back what was not committed. */
  readonly close: () => void;
}

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL, time REAL NOT NULL, node INTEGER NOT NULL);
  CREATE TABLE hashes (id INTEGER PRIMARY KEY, haves BLOB NOT NULL, wants BLOB NOT NULL);
`;
const VERSION = '1';

/** The memory of the site with this id, checked with this key; nothing when there is none. */
export function openOutputMemory(file: string, id: string, key: string): OutputMemory | undefined {
  return openMemory(file, { version: VERSION, id, key }, toMemory);
}

/** A new memory, which takes the place of `file` when it is committed. */
export function createOutputMemory(file: string): OutputMemory {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  const database = new DatabaseSync(fresh);
  database.exec('PRAGMA journal_mode = MEMORY');
  database.exec(TABLES);
  const memory = toMemory(database);
  return {
    ...memory,
    commit: (id, key) => {
      memory.commit(id, key);
      renameSync(fresh, file);
    },
  };
}

function toMemory(database: DatabaseSync): OutputMemory {
  database.exec('PRAGMA synchronous = OFF; CREATE INDEX IF NOT EXISTS file_path ON file (path); BEGIN');
  const find = database.prepare('SELECT haves, wants FROM hashes JOIN file USING (id) WHERE path = ?');
  const insertFile = database.prepare('INSERT INTO file (path, size, time, node) VALUES (?, ?, ?, ?)');
  const insertHashes = database.prepare('INSERT INTO hashes VALUES (?, ?, ?)');
  const removeHashes = database.prepare('DELETE FROM hashes WHERE id = (SELECT id FROM file WHERE path = ?)');
  const removeFile = database.prepare('DELETE FROM file WHERE path = ?');
  return {
    files: () => database.prepare('SELECT path, size, time, node FROM file').iterate() as unknown as Iterable<SiteFile>,
    hashes: (path) => toHashes(find.get(path) ?? {}),
    allHaves: function* () {
      for (const { haves } of database.prepare('SELECT haves FROM hashes').iterate()) yield toNumbers(haves);
    },
    allWants: function* () {
      for (const { wants } of database.prepare('SELECT wants FROM hashes').iterate()) yield toNumbers(wants);
    },
    set: ({ path, size, time, node }, { haves, wants }) => {
      const { lastInsertRowid } = insertFile.run(path, size, time, node);
      if (haves.length + wants.length > 0) insertHashes.run(lastInsertRowid, toBytes(haves), toBytes(wants));
    },
    remove: (path) => {
      removeHashes.run(path);
      removeFile.run(path);
    },
    commit: (id, key) => {
      const insert = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
      for (const [name, value] of Object.entries({ id, key, version: VERSION })) insert.run(name, value);
      database.exec('COMMIT');
      database.close();
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function toBytes(hashes: Float64Array): Uint8Array {
  return new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
}

function toHashes({ haves, wants }: Readonly<Record<string, unknown>>): FileHashes {
  return { haves: toNumbers(haves), wants: toNumbers(wants) };
}

function toNumbers(bytes: unknown): Float64Array {
  if (!(bytes instanceof Uint8Array)) return new Float64Array();
  // Where what the database gives does not begin where a number may, it is copied.
  const { buffer, byteOffset, length } =
    bytes.byteOffset % Float64Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
  return new Float64Array(buffer, byteOffset, length / Float64Array.BYTES_PER_ELEMENT);
}
