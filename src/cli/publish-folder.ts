import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a finished folder in the place of an old one by renaming. Between the two renames there is a moment without a
 * site, never one with half of one; if the second fails the old site is put back.
 */
export function publishFolder(finished: string, place: string): void {
  const fresh = `${place}.sanad-new`;
  const old = `${place}.sanad-old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  if (finished !== fresh) {
    rmSync(fresh, { recursive: true, force: true });
    bringBeside(finished, fresh);
  }
  if (existsSync(place)) renameSync(place, old);
  try {
    renameSync(fresh, place);
  } catch (error) {
    if (existsSync(old)) renameSync(old, place);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
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
