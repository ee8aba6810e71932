import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * The next site is built in the folder of the last but one: most of its files are second names of files of the site that
 * stands, and remain. So an edit of one entity costs as much as it changes, and not as much as the site has folders.
 * Nothing depends on what lies in a spare folder: each name in it is held against what was recorded, or goes.
 */

/** Makes a spare folder the one in which a site is built. Returns false where there is none on this disk. */
export function takeSpare(spare: string, folder: string): boolean {
  return moveFolder(spare, folder);
}

/** Keeps the folder of a site that was replaced; where it cannot be kept, it is removed. */
export function keepSpare(old: string, spare: string): void {
  mkdirSync(dirname(spare), { recursive: true });
  if (!moveFolder(old, spare)) dropSpare(old);
}

/** Removes a spare folder as far as the system allows: it is in nobody's way. */
export function dropSpare(spare: string): void {
  try {
    rmSync(spare, { recursive: true, force: true });
  } catch {
    // Somebody else's file is in it, or it is open: the next build tries again.
  }
}

/**
 * The same as `fillSpare`, in a thread of its own: a site has hundreds of thousands of files, and this thread waits for others.
 * Never rejects: a site can do without a spare folder.
 */
export function fillSpareBeside(site: string, spare: string): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./spare-worker.ts', import.meta.url), { workerData: { site, spare } });
    worker.on('error', () => resolve());
    worker.on('exit', () => resolve());
  });
}

/**
 * Gives every file of a site a second name in its spare folder, whatever lies there: the next build need not do it.
 * Where the disk knows no second names there will be no spare folder.
 */
export function fillSpare(site: string, spare: string): void {
  try {
    fillFolder(site, spare);
  } catch {
    dropSpare(spare);
  }
}

function fillFolder(from: string, to: string): void {
  const others = new Map(listFolder(to));
  if (others.size === 0) mkdirSync(to, { recursive: true });
  for (const [name, isFolder] of listFolder(from)) {
    const [file, target] = [`${from}/${name}`, `${to}/${name}`];
    const isFolderThere = others.get(name);
    others.delete(name);
    if (isFolder) {
      if (isFolderThere === false) rmSync(target);
      fillFolder(file, target);
      continue;
    }
    if (isFolderThere === false && isSameFile(statSync(file), statSync(target))) continue;
    if (isFolderThere !== undefined) rmSync(target, { recursive: true });
    linkSync(file, target);
  }
  for (const name of others.keys()) rmSync(`${to}/${name}`, { recursive: true });
}

/** Names of what is in a folder, and whether it is a folder; nothing where there is none. */
function listFolder(folder: string): readonly (readonly [string, boolean])[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]);
  } catch {
    return [];
  }
}

function isSameFile(a: Stats, b: Stats): boolean {
  return a.ino === b.ino && a.dev === b.dev;
}

function moveFolder(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
