import { linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DrawnSite } from './drawn-site.ts';

/**
 * Brings a file of the last site over into a new folder. A second name costs no copy. Returns whether it could be done: not
 * where somebody has changed the file since the site was finished.
 */
export function keepFile(path: string, last: DrawnSite | undefined, from: string, to: string): boolean {
  const known = last?.file(path);
  if (known === undefined) return false;
  try {
    const { size, mtimeMs } = statSync(join(from, path));
    if (size !== known.size || mtimeMs !== known.time) return false;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    linkSync(join(from, path), join(to, path));
    return true;
  } catch {
    // It is gone, or the disk knows no second names: it is written again.
    return false;
  }
}
