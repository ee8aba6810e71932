import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';

/** What was computed before, by the hash of all it was computed from. Content-addressed: an entry is never wrong, only unused. */
export interface Cache {
  find(key: string): unknown;
  keep(key: string, value: unknown): void;
  /** Writes what was kept and forgets what this run did not ask for. */
  close(): void;
}

/** Opens the cache in a folder. One that cannot be read is begun anew: nothing in it is needed. */
export function openCache(folder: string): Cache {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'cache.sqlite');
  const database = openDatabase(file);
  const select = database.prepare('SELECT json FROM entry WHERE key = ?');
  const insert = database.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?)');
  const used = new Set<string>();
  database.exec('BEGIN');
  return {
    find(key) {
      used.add(key);
      const row = select.get(key) as { json: string } | undefined;
      return row && (JSON.parse(row.json) as unknown);
    },
    keep(key, value) {
      used.add(key);
      insert.run(key, JSON.stringify(value));
    },
    close() {
      const remove = database.prepare('DELETE FROM entry WHERE key = ?');
      for (const { key } of database.prepare('SELECT key FROM entry').all() as { key: string }[]) {
        if (!used.has(key)) remove.run(key);
      }
      database.exec('COMMIT');
      database.close();
    },
  };
}

/** The key of a value computed from these parts by this version of the compiler. */
export function toKey(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** A hash of the compiler itself: its sources and its dependencies' versions. A changed plugin makes every entry old. */
export function hashCompiler(): string {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const folders = ['diagnostic', 'schema', 'source', 'text', 'graph', 'render', 'compiler'];
  const sources = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  return toKey(...sources, readFileSync(join(root, '../package.json'), 'utf8'));
}

function openDatabase(file: string): DatabaseSync {
  try {
    return prepareDatabase(file);
  } catch {
    // A damaged or foreign file: the cache holds nothing that cannot be computed again.
    rmSync(file, { force: true });
    return prepareDatabase(file);
  }
}

function prepareDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID',
  );
  return database;
}
