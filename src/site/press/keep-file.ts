import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findFile, isSameFile } from '../site-file.ts';
import type { DrawnSite } from './drawn-site.ts';

/**
 * Brings a file of the last site over into a new folder, unless it lies there already. A second name costs no copy. Returns
 * whether it could be done: not where somebody has changed the file since the site was finished.
 */
export function keepFile(path: string, last: DrawnSite | undefined, from: string, to: string): boolean {
  const target = join(to, path);
  try {
    const known = last?.file(path);
    const found = known && findFile(to, path);
    if (found !== undefined && isSameFile(known, found)) return true;
    if (!isAsWritten(path, last, from)) return false;
    if (found === undefined) mkdirSync(dirname(target), { recursive: true });
    else rmSync(target);
    linkSync(join(from, path), target);
    return true;
  } catch {
    // It is gone, or the disk knows no second names: it is written again.
    return false;
  }
}

/** Whether a file of the last site is as it was when that was finished. */
export function isAsWritten(path: string, last: DrawnSite | undefined, folder: string): boolean {
  const known = last?.file(path);
  const found = known && findFile(folder, path);
  return found !== undefined && found.size === known?.size && found.time === known.time;
}
