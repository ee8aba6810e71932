import { readdirSync, statSync, type Stats } from 'node:fs';

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

/** Whether a file is the very one that was described. */
export function isSameFile(file: SiteFile | undefined, found: Stats): boolean {
  return file?.node === found.ino && file.size === found.size && file.time === found.mtimeMs;
}

/** Every file under a folder, in the order of its names, one folder after the other. */
export function listSiteFiles(folder: string): readonly SiteFile[] {
  const files: SiteFile[] = [];
  const list = (under: string): void => {
    const entries = readdirSync(`${folder}/${under}`, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${under}${entry.name}`;
      if (entry.isDirectory()) list(`${path}/`);
      else files.push(describeFile(folder, path));
    }
  };
  list('');
  return files;
}
