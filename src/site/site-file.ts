import { statSync } from 'node:fs';

/** A file of a finished site, and what tells it from any that was written since. */
export interface SiteFile {
  /** Relative to the folder of the site, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When it was written, in milliseconds, and its number on the disk. */
  readonly time: number;
  readonly node: number;
}

/** The file at a path of a site, as it is now. */
export function describeFile(folder: string, path: string): SiteFile {
  const { size, mtimeMs, ino } = statSync(`${folder}/${path}`);
  return { path, size, time: mtimeMs, node: ino };
}

/** The same, or nothing where there is none. */
export function findFile(folder: string, path: string): SiteFile | undefined {
  const found = statSync(`${folder}/${path}`, { throwIfNoEntry: false });
  return found && { path, size: found.size, time: found.mtimeMs, node: found.ino };
}

/** Whether a file is the very one that was described. */
export function isSameFile(file: SiteFile | undefined, found: SiteFile): boolean {
  return file?.node === found.node && file.size === found.size && file.time === found.time;
}
