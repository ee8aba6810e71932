import { accessSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where a site is built: on the disk of the finished one, so that it can be put in its place by a rename. */
export function toBesideFolder(place: string): string {
  return `${place}.sanad-new`;
}

/** Makes sure that a site can be put into a place before anything is built for it; throws what the system says. */
export function preparePlace(place: string): void {
  recoverFolder(place);
  mkdirSync(dirname(place), { recursive: true });
  accessSync(dirname(place), constants.W_OK);
}

/**
 * Puts back what a build left that was cut off: the site it had moved aside if it had put none in its place yet. What is
 * half built goes away. To be called before anything else is done with the place.
 */
export function recoverFolder(place: string): void {
  const old = toOldFolder(place);
  if (existsSync(old) && !existsSync(place)) renameSync(old, place);
  rmSync(old, { recursive: true, force: true });
  rmSync(toBesideFolder(place), { recursive: true, force: true });
}

/**
 * Puts a finished folder in the place of an old one by renaming. Between the two renames there is a moment without a
 * site, never one with half of one; if the second fails the old site is put back, and if the program ends between them
 * `recoverFolder` does it.
 */
export function publishFolder(finished: string, place: string): void {
  const fresh = toBesideFolder(place);
  const old = toOldFolder(place);
  mkdirSync(dirname(place), { recursive: true });
  if (finished !== fresh) {
    rmSync(fresh, { recursive: true, force: true });
    bringBeside(finished, fresh);
  }
  if (existsSync(place)) {
    rmSync(old, { recursive: true, force: true });
    renameSync(place, old);
  }
  try {
    renameSync(fresh, place);
  } catch (error) {
    if (existsSync(old)) renameSync(old, place);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function toOldFolder(place: string): string {
  return `${place}.sanad-old`;
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
