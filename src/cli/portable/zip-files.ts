import { zipSync, type Zippable } from 'fflate';

/** What a ZIP without extensions can hold. */
export const MOST_FILES = 65_000;
export const MOST_BYTES = 2_000_000_000;

/** Already compressed. */
const PACKED = /\.(?:woff2?|png|jpe?g|webp|avif|gif|zip)$/i;
/** The first day that a ZIP can name, at local midnight: its dates have no zone, so that it is the same bytes everywhere. */
const FIRST_DAY = new Date(1980, 0, 1);

/** One ZIP of files by their paths, the same bytes for the same files. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = {};
  for (const [path, content] of sorted) {
    entries[path] = [content, { level: PACKED.test(path) ? 0 : 6, mtime: FIRST_DAY }];
  }
  return zipSync(entries);
}
