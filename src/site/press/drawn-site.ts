import { constants, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SiteFile } from '../site-file.ts';
import type { DrawnPage, PagePath } from './draw-pages.ts';

/** What is remembered of the site that was built last: which files it has, and what each page was drawn from. */
export interface DrawnSite {
  /** The same string stands in the site itself. */
  readonly id: string;
  /** Of the press and all settings: with another one every page must be drawn again. */
  readonly key: string;
  /** How many pages threads drew. */
  readonly pages: number;
  /** All pages by their paths: their owners, where no page of the owner was drawn from one of these groups of rows. */
  pagesWithout(groups: ReadonlySet<number>): ReadonlyMap<string, string | undefined>;
  /** A file of the site as it was when it was finished. */
  file(path: string): SiteFile | undefined;
  /** Every file of the site whose path begins so. */
  files(beginning?: string): Iterable<SiteFile>;
  close(): void;
}

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE page (path TEXT PRIMARY KEY, owner TEXT NOT NULL, sources BLOB NOT NULL);
  CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER NOT NULL, time REAL NOT NULL, node INTEGER NOT NULL) WITHOUT ROWID;
`;
const VERSION = '4';

/**
 * What is known of the last site, or nothing when the file is missing, damaged or of another version.
 * @param beginning - of the paths of files that will be asked for one by one
 */
export function openDrawnSite(file: string, beginning = ''): DrawnSite | undefined {
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
  const files = (beginning = ''): Iterable<SiteFile> =>
    database
      .prepare('SELECT path, size, time, node FROM file WHERE path >= ? AND path < ?')
      .iterate(beginning, `${beginning}\u{10ffff}`) as unknown as Iterable<SiteFile>;
  // Asked for nearly all files, or for none.
  let byPath: ReadonlyMap<string, SiteFile> | undefined;
  return {
    id,
    key,
    pages: Number(database.prepare('SELECT count(*) AS count FROM page').get()?.['count'] ?? 0),
    pagesWithout: (groups) => {
      const pages = new Map<string, string | undefined>();
      const stale = new Set<string>();
      // All of them are gone through: an index over what every page was drawn from would be larger than the site.
      for (const { path, owner, sources } of database.prepare('SELECT path, owner, sources FROM page').iterate()) {
        pages.set(path as string, owner as string);
        for (const source of toNumbers(sources as Uint8Array)) {
          if (!groups.has(source)) continue;
          stale.add(owner as string);
          break;
        }
      }
      for (const [path, owner] of pages) if (owner !== undefined && stale.has(owner)) pages.set(path, undefined);
      return pages;
    },
    file: (path) => (byPath ??= new Map(Iterator.from(files(beginning)).map((file) => [file.path, file]))).get(path),
    files,
    close: () => database.close(),
  };
}

/** Writes down what a new site is drawn from, beside what is known of the last one. */
export interface SiteRecord {
  add(pages: readonly PagePath[], drawn: readonly DrawnPage[]): void;
  /** Takes the place of the last record. `pages` are all pages of the site, `files` all its files. */
  finish(id: string, key: string, pages: readonly PagePath[], files: Iterable<SiteFile>): void;
  /** To be called in any case; without `finish` nothing was written. */
  close(): void;
}

/**
 * Begins a record. With `before` what is not drawn again is taken over from the file that it was read from.
 * @param file - where the record is kept; it is replaced only by `finish`
 */
export function recordSite(file: string, before: 'taken over' | 'forgotten'): SiteRecord {
  const beside = `${file}.new`;
  mkdirSync(dirname(file), { recursive: true });
  rmSync(beside, { force: true });
  if (before === 'taken over') copyFileSync(file, beside, constants.COPYFILE_FICLONE);
  const database = new DatabaseSync(beside);
  database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN');
  if (before === 'forgotten') database.exec(TABLES);
  const insertPage = database.prepare('INSERT OR REPLACE INTO page VALUES (?, ?, ?)');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) database.close();
    isOpen = false;
  };
  return {
    add(pages, drawn) {
      pages.forEach(({ path, owner }, at) => {
        const { buffer, byteOffset, byteLength } = drawn[at]?.reads ?? new Uint32Array();
        insertPage.run(path, owner, new Uint8Array(buffer, byteOffset, byteLength));
      });
    },
    finish(id, key, pages, files) {
      const paths = new Set(pages.map(({ path }) => path));
      const gone = database
        .prepare('SELECT path FROM page')
        .all()
        .filter(({ path }) => !paths.has(String(path)));
      const remove = database.prepare('DELETE FROM page WHERE path = ?');
      for (const { path } of gone) remove.run(String(path));
      database.exec('DELETE FROM file; DELETE FROM meta');
      const insertFile = database.prepare('INSERT INTO file VALUES (?, ?, ?, ?)');
      for (const { path, size, time, node } of files) insertFile.run(path, size, time, node);
      const meta = database.prepare('INSERT INTO meta VALUES (?, ?)');
      for (const [name, value] of Object.entries({ id, key, version: VERSION })) meta.run(name, value);
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

/** Bytes of the database may begin anywhere in memory: then they are copied to where numbers may begin. */
function toNumbers(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
  return new Uint32Array(buffer, byteOffset, length / Uint32Array.BYTES_PER_ELEMENT);
}
