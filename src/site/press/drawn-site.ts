import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DrawnPage, PagePath } from './draw-pages.ts';

/** What is remembered of the site that was built last: which files it has, and what each page was drawn from. */
export interface DrawnSite {
  /** The same string stands in the site itself. */
  readonly id: string;
  /** Of the press and all settings: with another one every page must be drawn again. */
  readonly key: string;
  /** How many pages threads drew. */
  readonly pages: number;
  /** Owners of pages that were drawn from one of these groups of rows. */
  ownersOf(groups: ReadonlySet<number>): ReadonlySet<string>;
  /** Whether there was a page at a path, drawn for the same owner. */
  hasPage(path: string, owner: string): boolean;
  /** A file of the site as it was when it was finished. */
  file(path: string): SiteFile | undefined;
  /** Every file of the site. */
  files(): Iterable<SiteFile>;
  close(): void;
}

export interface SiteFile {
  readonly path: string;
  readonly size: number;
  /** In milliseconds, as the file system has it. */
  readonly time: number;
}

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE owner (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE page (path TEXT PRIMARY KEY, owner INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE read (owner INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (owner, source)) WITHOUT ROWID;
  CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER NOT NULL, time REAL NOT NULL) WITHOUT ROWID;
`;
const VERSION = '2';

/** What is known of the last site, or nothing when the file is missing, damaged or of another version. */
export function openDrawnSite(file: string): DrawnSite | undefined {
  let database: DatabaseSync;
  let meta: ReadonlyMap<string, string>;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare('SELECT key, value FROM meta').all();
    meta = new Map(rows.map(({ key, value }) => [String(key), String(value)]));
  } catch {
    // Nothing was built yet, or a build was cut short: all is drawn anew.
    return undefined;
  }
  const [id, key] = [meta.get('id'), meta.get('key')];
  if (meta.get('version') !== VERSION || id === undefined || key === undefined) {
    database.close();
    return undefined;
  }
  const findPage = database.prepare(
    'SELECT 1 FROM page JOIN owner ON owner.id = page.owner WHERE path = ? AND owner.name = ?',
  );
  const findFile = database.prepare('SELECT path, size, time FROM file WHERE path = ?');
  const findOwners = database.prepare('SELECT name FROM read JOIN owner ON owner.id = read.owner WHERE source = ?');
  return {
    id,
    key,
    pages: Number(database.prepare('SELECT count(*) AS count FROM page').get()?.['count'] ?? 0),
    ownersOf: (groups) =>
      new Set([...groups].flatMap((group) => findOwners.all(group).map(({ name }) => String(name)))),
    hasPage: (path, owner) => findPage.get(path, owner) !== undefined,
    file: (path) => findFile.get(path) as SiteFile | undefined,
    files: () => database.prepare('SELECT path, size, time FROM file').iterate() as unknown as Iterable<SiteFile>,
    close: () => database.close(),
  };
}

/** Collects what a new site is drawn from, and writes it down at the end: all of it or nothing. */
export interface SiteRecord {
  add(pages: readonly PagePath[], drawn: readonly DrawnPage[]): void;
  /** `pages` are all pages of the site, `files` all its files. */
  write(id: string, key: string, pages: readonly PagePath[], files: Iterable<SiteFile>): void;
}

/**
 * Begins a record. With `before` what is not drawn again is taken over from the file that it was read from.
 * @param file - where the record is kept; it is changed only by `write`, in one transaction
 */
export function recordSite(file: string, before: 'taken over' | 'forgotten'): SiteRecord {
  const reads = new Map<string, Set<number>>();
  return {
    add(pages, drawn) {
      pages.forEach(({ owner }, at) => {
        const own = reads.get(owner) ?? new Set();
        for (const group of drawn[at]?.reads ?? []) own.add(group);
        reads.set(owner, own);
      });
    },
    write(id, key, pages, files) {
      mkdirSync(dirname(file), { recursive: true });
      if (before === 'forgotten') rmSync(file, { force: true });
      const database = new DatabaseSync(file);
      try {
        database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN');
        if (before === 'forgotten') database.exec(TABLES);
        const owners = new Map<string, number>(
          database
            .prepare('SELECT name, id FROM owner')
            .all()
            .map(({ name, id: own }) => [String(name), Number(own)]),
        );
        let last = Math.max(0, ...lastOf(database));
        const insertOwner = database.prepare('INSERT INTO owner VALUES (?, ?)');
        const toId = (name: string): number => {
          const known = owners.get(name);
          if (known !== undefined) return known;
          last += 1;
          owners.set(name, last);
          insertOwner.run(last, name);
          return last;
        };
        database.exec('DELETE FROM page; DELETE FROM file; DELETE FROM meta');
        const insertPage = database.prepare('INSERT INTO page VALUES (?, ?)');
        for (const { path, owner } of pages) insertPage.run(path, toId(owner));
        const remove = database.prepare('DELETE FROM read WHERE owner = ?');
        const insertRead = database.prepare('INSERT INTO read VALUES (?, ?)');
        for (const [owner, groups] of reads) {
          const own = toId(owner);
          remove.run(own);
          for (const group of [...groups].toSorted((a, b) => a - b)) insertRead.run(own, group);
        }
        database.exec('DELETE FROM owner WHERE id NOT IN (SELECT owner FROM page)');
        database.exec('DELETE FROM read WHERE owner NOT IN (SELECT id FROM owner)');
        database.exec('CREATE INDEX IF NOT EXISTS read_source ON read (source)');
        const insertFile = database.prepare('INSERT INTO file VALUES (?, ?, ?)');
        for (const { path, size, time } of files) insertFile.run(path, size, time);
        const meta = database.prepare('INSERT INTO meta VALUES (?, ?)');
        for (const [name, value] of Object.entries({ id, key, version: VERSION })) meta.run(name, value);
        database.exec('COMMIT');
      } finally {
        database.close();
      }
    },
  };
}

function lastOf(database: DatabaseSync): readonly number[] {
  const { last } = database.prepare('SELECT max(id) AS last FROM owner').get() ?? {};
  return typeof last === 'number' ? [last] : [];
}
