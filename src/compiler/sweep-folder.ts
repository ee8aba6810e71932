import { readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * Removes from a folder whatever shall not stay, and the folders that are empty then.
 * @param isKept - asked for each file by its path in the folder
 */
export function sweepFolder(folder: string, isKept: (path: string) => boolean): void {
  const sweep = (under: string): boolean => {
    let isEmpty = true;
    for (const entry of readdirSync(`${folder}/${under}`, { withFileTypes: true })) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) {
        if (sweep(path)) rmdirSync(`${folder}/${path}`);
        else isEmpty = false;
      } else if (isKept(path)) isEmpty = false;
      else unlinkSync(`${folder}/${path}`);
    }
    return isEmpty;
  };
  sweep('');
}

/** Removes a file from a folder, and the folders in it that are empty then. */
export function removeFile(folder: string, path: string): void {
  unlinkSync(`${folder}/${path}`);
  removeEmpty(folder, posix.dirname(path));
}

/** Removes a folder in a folder if it is empty, and those around it that are empty then. */
export function removeEmpty(folder: string, path: string): void {
  for (let under = path; under !== '.'; under = posix.dirname(under)) {
    if (readdirSync(`${folder}/${under}`).length > 0) return;
    rmdirSync(`${folder}/${under}`);
  }
}
