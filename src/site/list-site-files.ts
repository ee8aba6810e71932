import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ListAnswer } from './list-worker.ts';
import { describeFile, type SiteFile } from './site-file.ts';

/** What lies in a folder and all folders under it, by paths in it with `/`. */
export interface FolderList {
  /** In no order. */
  readonly files: readonly SiteFile[];
  /** Folders in which nothing is. */
  readonly empty: readonly string[];
}

/** Fewer folders are gone through sooner than threads begin, if the disk was read lately. */
const LEAST_FOR_THREADS = 50_000;
/** They wait for the disk more than they work: on a disk that was not read lately four take a third of the time of one. */
const THREADS = Math.max(4, availableParallelism());
/** Folders that a thread goes through between two messages. */
const BATCH = 500;

/**
 * Every file under a folder.
 * @param spared - folders directly under it, into which nobody looks
 */
export async function listSiteFiles(
  folder: string,
  spared: ReadonlySet<string> = new Set(),
  leastForThreads = LEAST_FOR_THREADS,
): Promise<FolderList> {
  const files: SiteFile[] = [];
  const empty: string[] = [];
  let folders = [''];
  while (folders.length > 0 && folders.length < leastForThreads) {
    const inner = folders.flatMap((under) => listOne(folder, under, files, empty));
    folders = inner.filter((path) => !spared.has(path));
  }
  if (folders.length > 0) await listInThreads(folder, folders, files, empty);
  return { files, empty };
}

/** All files under some folders of a folder. */
export function listUnder(folder: string, folders: readonly string[]): FolderList {
  const files: SiteFile[] = [];
  const empty: string[] = [];
  const waiting = [...folders];
  for (let under = waiting.pop(); under !== undefined; under = waiting.pop()) {
    waiting.push(...listOne(folder, under, files, empty));
  }
  return { files, empty };
}

/** Adds what lies in one folder, and returns the folders in it. */
function listOne(folder: string, under: string, files: SiteFile[], empty: string[]): string[] {
  const entries = readdirSync(`${folder}/${under}`, { withFileTypes: true });
  const toPath = (name: string): string => (under === '' ? name : `${under}/${name}`);
  if (entries.length === 0 && under !== '') empty.push(under);
  const folders: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) folders.push(toPath(entry.name));
    else files.push(describeFile(folder, toPath(entry.name)));
  }
  return folders;
}

async function listInThreads(
  folder: string,
  folders: readonly string[],
  files: SiteFile[],
  empty: string[],
): Promise<void> {
  let next = 0;
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const give = (): void => {
        const batch = folders.slice(next, next + BATCH);
        next += batch.length;
        if (batch.length === 0) resolve();
        else worker.postMessage(batch);
      };
      worker.on('error', reject).on('message', ({ paths, facts, empty: hollow }: ListAnswer) => {
        paths.forEach((path, at) => {
          const [size = 0, time = 0, node = 0] = facts.subarray(at * 3, at * 3 + 3);
          files.push({ path, size, time, node });
        });
        empty.push(...hollow);
        give();
      });
      give();
    });
  const workers = Array.from(
    { length: THREADS },
    () => new Worker(new URL('./list-worker.ts', import.meta.url), { workerData: folder }),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
