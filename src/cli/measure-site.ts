import { opendirSync, readFileSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderMeasure, SiteMeasure } from '../check/check-host.ts';

/** Files kept by size: more than these are not worth naming. */
const GREATEST = 20;

/** Files of a finished site that hosts read. */
const READ_BY_HOSTS = ['_headers', '_redirects', 'vercel.json', '.hosting/cloudfront-function.js'];

/** Counts and weighs a finished site, folder by folder: names are read, never held. */
export function measureSite(folder: string): SiteMeasure {
  const folders: FolderMeasure[] = [];
  let greatest: { path: string; bytes: number }[] = [];
  const measure = (path: string): void => {
    const inner: string[] = [];
    let files = 0;
    let bytes = 0;
    const entries = opendirSync(join(folder, path));
    for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
      if (entry.isDirectory()) {
        inner.push(`${path}${entry.name}/`);
        continue;
      }
      const own = statSync(join(folder, path, entry.name)).size;
      files += 1;
      bytes += own;
      if (greatest.length < GREATEST || own > (greatest.at(-1)?.bytes ?? 0)) {
        greatest = [...greatest, { path: path + entry.name, bytes: own }]
          .toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1))
          .slice(0, GREATEST);
      }
    }
    entries.closeSync();
    folders.push({ path, files, bytes });
    for (const one of inner.toSorted()) measure(one);
  };
  measure('');
  return {
    files: folders.reduce((sum, { files }) => sum + files, 0),
    bytes: folders.reduce((sum, { bytes }) => sum + bytes, 0),
    folders,
    greatest,
    texts: Object.fromEntries(
      READ_BY_HOSTS.filter((name) => existsSync(join(folder, name))).map((name) => [
        name,
        readFileSync(join(folder, name), 'utf8'),
      ]),
    ),
  };
}
