import { readdirSync } from 'node:fs';
import { describeFile, type SiteFile } from './site-file.ts';

/** What lies in a folder and all folders under it, by paths in it with `/`. */
export interface FolderList {
  /** In no order. */
  readonly files: readonly SiteFile[];
  /** Folders in which nothing is. */
  readonly empty: readonly string[];
}

/**
 * Every file under a folder. More threads are no quicker where the disk was read lately, and hardly where it was not.
 * @param spared - folders directly under it, into which nobody looks
 */
export function listSiteFiles(folder: string, spared: ReadonlySet<string> = new Set()): FolderList {
  const files: SiteFile[] = [];
  const empty: string[] = [];
  const waiting = [''];
  for (let under = waiting.pop(); under !== undefined; under = waiting.pop()) {
    const entries = readdirSync(`${folder}/${under}`, { withFileTypes: true });
    if (entries.length === 0 && under !== '') empty.push(under);
    for (const entry of entries) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (!entry.isDirectory()) files.push(describeFile(folder, path));
      else if (!spared.has(path)) waiting.push(path);
    }
  }
  return { files, empty };
}
