import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { examineAll, type Examination } from './examine-all.ts';
import type { ExamineSettings } from './examine-worker.ts';
import type { SiteFile } from './site-file.ts';

/** Files that a thread examines between two messages. */
const BATCH = 200;
/** Batches that lie in a thread's queue, so that it never waits for the next. */
const QUEUE_PER_THREAD = 2;
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
  const threads = Array.from({ length: availableParallelism() }, () => openThread(settings));
  try {
    let next = 0;
    const work = async (thread: Thread): Promise<void> => {
      for (let batch = batches[next]; batch !== undefined; batch = batches[next]) {
        next += 1;
        onExamined(batch, await thread.examine(toPaths(batch)));
      }
    };
    await Promise.all(threads.flatMap((thread) => Array.from({ length: QUEUE_PER_THREAD }, () => work(thread))));
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

function toPaths(files: readonly SiteFile[]): readonly string[] {
  return files.map(({ path }) => path);
}

interface Thread {
  readonly examine: (files: readonly string[]) => Promise<Examination>;
  readonly close: () => Promise<unknown>;
}

/** A thread that examines what it is asked in the order in which it is asked. */
function openThread(settings: ExamineSettings): Thread {
  const worker = new Worker(new URL('./examine-worker.ts', import.meta.url), { workerData: settings });
  const asked: PromiseWithResolvers<Examination>[] = [];
  worker.on('message', (examination: Examination) => asked.shift()?.resolve(examination));
  worker.on('error', (error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  });
  return {
    examine: (files) => {
      const question = Promise.withResolvers<Examination>();
      asked.push(question);
      worker.postMessage(files);
      return question.promise;
    },
    close: () => worker.terminate(),
  };
}
