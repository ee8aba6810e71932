import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { identifyFile } from './known-changes.ts';
import { openRowPatch, type RowChange } from './row-patch.ts';

/** In what a knowledge base differs from the one that stood there before it, which is kept beside it. */
interface Lag {
  readonly spare: string;
  readonly current: string;
  /** From the spare one to the current one. */
  readonly changes: readonly RowChange[];
}

/**
 * Opens a knowledge base like the one in this place, to be changed beside it: it is never changed in place, since readers
 * hold it open. It is made of the one before it, by the rows in which the two differ, if nobody reads that any more; else
 * it is a copy, which may be gigabytes. In a transaction.
 */
export function openNext(file: string, beside: string): DatabaseSync {
  return openSpare(file, beside) ?? openCopy(file, beside);
}

/** Puts a changed one in its place and keeps what stood there for the next change. */
export function putNext(file: string, beside: string, changes: readonly RowChange[]): void {
  dropSpare(file);
  linkSync(file, toSpare(file));
  renameSync(beside, file);
  const needed = changes.map((change) => (change.after === undefined ? change : { ...change, before: undefined }));
  const lag: Lag = { spare: identifyFile(toSpare(file)), current: identifyFile(file), changes: needed };
  writeFileSync(toLagFile(file), JSON.stringify(lag));
}

/** Removes what was kept: the knowledge base was written anew. */
export function dropSpare(file: string): void {
  for (const one of [toSpare(file), toLagFile(file)]) rmSync(one, { force: true });
}

function openSpare(file: string, beside: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    const lag = JSON.parse(readFileSync(toLagFile(file), 'utf8')) as Lag;
    const isSame = lag.current === identifyFile(file) && lag.spare === identifyFile(toSpare(file));
    // By another name it may be what a site was drawn from.
    if (!isSame || statSync(toSpare(file)).nlink > 1) return undefined;
    renameSync(toSpare(file), beside);
    database = begin(beside);
    openRowPatch(database).repeat(lag.changes);
    return database;
  } catch {
    // There is none, or somebody reads it: SQLite does not lock it then.
    database?.close();
    return undefined;
  }
}

function openCopy(file: string, beside: string): DatabaseSync {
  rmSync(beside, { force: true });
  copyFileSync(file, beside, constants.COPYFILE_FICLONE);
  return begin(beside);
}

function begin(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // No journal beside it: one that a killed build left would be played back into the next file of this name.
    database.exec(
      'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE',
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function toSpare(file: string): string {
  return `${file}.spare`;
}

function toLagFile(file: string): string {
  return `${file}.spare.json`;
}
