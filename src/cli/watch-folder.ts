import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps; nothing is told until they are through. In milliseconds. */
const SETTLE = 40;

export interface FolderWatch {
  /** Resolves after the next change, or at once if something changed since it resolved last. */
  next(): Promise<void>;
  close(): void;
}

/**
 * Tells of changes under a folder, once for all that come close together, none lost while the last one is dealt with.
 * Folders are watched, not files: Node's own recursive watch holds every file, and looks through the folder of each that
 * changes.
 * @param isHeard - whether a file of this name counts
 */
export function watchFolder(folder: string, isHeard: (name: string) => boolean): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let isPending = false;
  let wake: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const hear = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isPending = true;
      wake?.();
    }, SETTLE);
  };
  const drop = (path: string): void => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const add = (path: string): void => {
    for (const one of listFolders(path)) {
      // One that is made again under the same name is another folder.
      drop(one);
      const watcher = watch(one, (event, name) => {
        if (name === null || isHeard(name)) hear();
        if (name !== null && event === 'rename') add(join(one, name));
      });
      // A folder that goes while it is watched.
      watcher.on('error', () => drop(one));
      watchers.set(one, watcher);
    }
  };
  add(folder);
  return {
    next: () =>
      new Promise((resolve) => {
        const take = (): void => {
          isPending = false;
          wake = undefined;
          resolve();
        };
        if (isPending) take();
        else wake = take;
      }),
    close: () => {
      clearTimeout(timer);
      for (const path of [...watchers.keys()]) drop(path);
      wake?.();
    },
  };
}

/** A folder and all that lie in it, hidden ones left out; nothing if there is none, or no longer. */
function listFolders(path: string): readonly string[] {
  try {
    const inner = readdirSync(path, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
    );
    return [path, ...inner.flatMap(({ name }) => listFolders(join(path, name)))];
  } catch {
    return [];
  }
}
