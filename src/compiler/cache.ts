import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { TaskTexts } from './task-texts.ts';

/**
 * What was computed before, by the hash of all it was computed from. Content-addressed: an entry is never wrong, only
 * unused. An entry is two or three texts, each of which is fetched only where it is needed.
 */
export interface Cache {
  first(key: string): string | undefined;
  second(key: string): string | undefined;
  third(key: string): string | undefined;
  keep(key: string, ...texts: TaskTexts): void;
  /** Writes what was kept and forgets what this run did not ask for, unless it looked at a part of the content only. */
  close(run?: 'whole' | 'part'): void;
}

/** Pages of the file that are kept in memory, in KiB: its keys come in no order, so each may stand on any page of their index. */
const KEPT_PAGES = 32_768;

/** Opens the cache in a folder. One that cannot be read is begun anew: nothing in it is needed. */
export function openCache(folder: string): Cache {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'cache.sqlite');
  const database = openDatabase(file);
  const selectFirst = database.prepare('SELECT first AS text FROM entry WHERE key = ?');
  const selectSecond = database.prepare('SELECT second AS text FROM entry WHERE key = ?');
  const selectThird = database.prepare('SELECT third AS text FROM entry WHERE key = ?');
  const insert = database.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)');
  const used = new Set<string>();
  const find = (statement: StatementSync, key: string): string | undefined => {
    used.add(key);
    return (statement.get(key) as { text: string | null } | undefined)?.text ?? undefined;
  };
  database.exec('BEGIN');
  return {
    first: (key) => find(selectFirst, key),
    second: (key) => find(selectSecond, key),
    third: (key) => find(selectThird, key),
    keep(key, first, second, third) {
      used.add(key);
      insert.run(key, first, second, third ?? null);
    },
    close(run = 'whole') {
      const remove = database.prepare('DELETE FROM entry WHERE key = ?');
      const keys = database.prepare('SELECT key FROM entry').iterate() as Iterable<{ key: string }>;
      const unused = run === 'part' ? [] : Array.from(keys, ({ key }) => key).filter((key) => !used.has(key));
      for (const key of unused) remove.run(key);
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
  const folders = [
    'diagnostic',
    'schema',
    'source',
    'text',
    'anchor',
    'mention',
    'graph',
    'check',
    'render',
    'compiler',
  ];
  const sources = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  return toKey(...sources, readFileSync(join(root, '../package.json'), 'utf8'));
}

function openDatabase(file: string): DatabaseSync {
  try {
    const database = prepareDatabase(file);
    // Of another version, it has other columns.
    database.prepare('SELECT key, first, second, third FROM entry LIMIT 1').get();
    return database;
  } catch {
    // A damaged or foreign file: the cache holds nothing that cannot be computed again.
    rmSync(file, { force: true });
    return prepareDatabase(file);
  }
}

function prepareDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(
    `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -${KEPT_PAGES}; CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, first TEXT NOT NULL, second TEXT NOT NULL, third TEXT)`,
  );
  return database;
}
