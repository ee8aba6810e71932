import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { examineAll, type Examination } from './examine-all.ts';
import type { ExamineSettings } from './examine-worker.ts';
import type { SiteFile } from './site-file.ts';

/** Files that a thread examines between two messages. */
const BATCH = 200;
/** Fewer files than these are examined sooner than threads begin. */
const LEAST_FOR_THREADS = 1500;

/** Examines files of a site, in threads when they are many; every batch is told when it is done, in any order. */
export async function examineFiles(
  files: readonly SiteFile[],
  settings: ExamineSettings,
  onExamined: (files: readonly SiteFile[], examination: Examination) => void,
): Promise<void> {
  const batches: (readonly SiteFile[])[] = [];
  for (let at = 0; at < files.length; at += BATCH) batches.push(files.slice(at, at + BATCH));
  const { folder, root } = settings;
  if (files.length < LEAST_FOR_THREADS) {
    for (const batch of batches)
      onExamined(
        batch,
        examineAll(toPaths(batch), (file) => readFileSync(join(folder, file), 'utf8'), root),
      );
    return;
  }
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('./examine-worker.ts', import.meta.url), { workerData: settings }),
  );
  try {
    let next = 0;
    const work = async (worker: Worker): Promise<void> => {
      for (let batch = batches[next]; batch !== undefined; batch = batches[next]) {
        next += 1;
        onExamined(batch, await ask(worker, toPaths(batch)));
      }
    };
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function toPaths(files: readonly SiteFile[]): readonly string[] {
  return files.map(({ path }) => path);
}

function ask(worker: Worker, batch: readonly string[]): Promise<Examination> {
  return new Promise((resolve, reject) => {
    const onMessage = (examination: Examination): void => {
      worker.off('error', reject);
      resolve(examination);
    };
    worker.once('message', onMessage).once('error', reject);
    worker.postMessage(batch);
  });
}
