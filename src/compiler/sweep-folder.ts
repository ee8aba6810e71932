import { readdirSync, rmdirSync, statSync, unlinkSync, type Stats } from 'node:fs';
import { posix } from 'node:path';

/**
 * Removes from a folder whatever shall not stay, and the folders that are empty then.
 * @param isKept - asked for each file, by its path in the folder, what it is on the disk
 * @param spared - folders directly under it, into which nobody looks
 * @returns the paths of the files that stay
 */
export function sweepFolder(
  folder: string,
  isKept: (path: string, found: Stats) => boolean,
  spared: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const kept = new Set<string>();
  const sweep = (under: string): boolean => {
    let isEmpty = true;
    for (const entry of readdirSync(`${folder}/${under}`, { withFileTypes: true })) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) {
        if (spared.has(path) || !sweep(path)) isEmpty = false;
        else rmdirSync(`${folder}/${path}`);
      } else if (isKept(path, statSync(`${folder}/${path}`))) {
        kept.add(path);
        isEmpty = false;
      } else unlinkSync(`${folder}/${path}`);
    }
    return isEmpty;
  };
  sweep('');
  return kept;
}

/** Removes a file from a folder, and the folders in it that are empty then. */
export function removeFile(folder: string, path: string): void {
  unlinkSync(`${folder}/${path}`);
  for (let under = posix.dirname(path); under !== '.'; under = posix.dirname(under)) {
    if (readdirSync(`${folder}/${under}`).length > 0) return;
    rmdirSync(`${folder}/${under}`);
  }
}
