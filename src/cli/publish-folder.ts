import { accessSync, constants, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../site/press/remove-stale-presses.ts';
import { exchangeFolders } from './exchange-folders.ts';

/** How folders are moved: a test can end the program between two of its steps. */
export interface FolderMoves {
  readonly rename: (from: string, to: string) => void;
  /** Returns false where the system cannot do it in one step. */
  readonly exchange: (a: string, b: string) => boolean;
  /** Takes the old site once it is in nobody's sight. */
  readonly discard: (old: string) => void;
}

/**
 * Where this process builds a site: on the disk of the finished one, so that it can be put in its place without a copy.
 * The number of the process tells everybody else whether it is still being built.
 */
export function toBesideFolder(place: string): string {
  return `${place}.sanad-new-${process.pid}`;
}

/** Makes sure that a site can be put into a place before anything is built for it; throws what the system says. */
export function preparePlace(place: string): void {
  healPlace(place);
  mkdirSync(dirname(place), { recursive: true });
  accessSync(dirname(place), constants.W_OK);
  const leftovers = listLeftovers(place);
  for (const { folder, isBeingBuilt } of leftovers) {
    if (!isBeingBuilt) removeIfAllowed(folder);
  }
  // Beside another build it may be all that there is just now.
  if (leftovers.some(({ isBeingBuilt }) => isBeingBuilt)) return;
  if (existsSync(place)) discardOld(place);
}

/**
 * Puts the old site back where a build was cut off after it had moved it aside and before it had put the new one in its
 * place. To be called before a command does anything else with the place; one look where there is nothing to heal.
 */
export function healPlace(place: string): void {
  const old = toOldFolder(place);
  if (!existsSync(old) || existsSync(place)) return;
  if (listLeftovers(place).some(({ isBeingBuilt }) => isBeingBuilt)) return;
  try {
    renameSync(old, place);
  } catch {
    // Another command was faster, or the system does not allow it: then whoever needs a site says that there is none.
  }
}

/**
 * Puts a finished folder in the place of an old one: in one step where the system knows how to exchange two folders, so
 * that there is a whole site at every moment. Elsewhere by two renames, between which there is none; if the second
 * fails the old site is put back, and if the program ends between them `healPlace` does it.
 */
export function publishFolder(finished: string, place: string, moves: Partial<FolderMoves> = {}): void {
  const { rename = renameSync, exchange = exchangeFolders, discard = removeIfAllowed } = moves;
  const fresh = toBesideFolder(place);
  mkdirSync(dirname(place), { recursive: true });
  if (finished !== fresh) {
    rmSync(fresh, { recursive: true, force: true });
    bringBeside(finished, fresh);
  }
  if (!existsSync(place)) rename(fresh, place);
  else if (exchange(fresh, place)) discard(fresh);
  else replaceInTwoSteps(fresh, place, rename, discard);
}

function replaceInTwoSteps(
  fresh: string,
  place: string,
  rename: FolderMoves['rename'],
  discard: FolderMoves['discard'],
): void {
  const old = toOldFolder(place);
  discardOld(place);
  rename(place, old);
  try {
    rename(fresh, place);
  } catch (error) {
    rename(old, place);
    throw error;
  }
  discardOld(place, discard);
}

/** Removes an old site under another name: what has the name of an old one is whole, and may be put back. */
function discardOld(place: string, discard = removeIfAllowed): void {
  const old = toOldFolder(place);
  if (!existsSync(old)) return;
  const gone = `${place}.sanad-gone-${process.pid}`;
  removeIfAllowed(gone);
  renameSync(old, gone);
  discard(gone);
}

/** What is left of an old site is in nobody's way: the new one stands, whether it can be removed or not. */
function removeIfAllowed(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Somebody else's file is in it, or it is open: the next build tries again.
  }
}

function toOldFolder(place: string): string {
  return `${place}.sanad-old`;
}

interface Leftover {
  readonly folder: string;
  readonly isBeingBuilt: boolean;
}

/** What other builds of the same place have begun, or not removed to its end. */
function listLeftovers(place: string): readonly Leftover[] {
  const parent = dirname(place);
  const name = basename(place);
  return readdirSync(parent)
    .filter((one) => one.startsWith(name))
    .flatMap((one) => {
      const [, kind, pid] = /^\.sanad-(new|gone)-(\d+)$/.exec(one.slice(name.length)) ?? [];
      const isBeingBuilt = kind === 'new' && Number(pid) !== process.pid && isRunning(Number(pid));
      return kind === undefined ? [] : [{ folder: join(parent, one), isBeingBuilt }];
    });
}

/** A rename, or a copy where the two lie on different disks. */
function bringBeside(finished: string, fresh: string): void {
  try {
    renameSync(finished, fresh);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    try {
      cpSync(finished, fresh, { recursive: true });
    } catch (failure) {
      rmSync(fresh, { recursive: true, force: true });
      throw failure;
    }
    rmSync(finished, { recursive: true, force: true });
  }
}
