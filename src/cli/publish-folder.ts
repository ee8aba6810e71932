import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a finished folder in the place of an old one by renaming. Between the two renames there is a moment without a
 * site, never one with half of one; if the second fails the old site is put back.
 */
export function publishFolder(finished: string, place: string): void {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  try {
    renameSync(finished, place);
  } catch (error) {
    if (existsSync(old)) renameSync(old, place);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
