import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DrawAnswer, DrawnPage, DrawSettings, DrawTask, PagePath } from './draw-worker.ts';

export type { DrawnPage, PagePath };

/** Pages that a thread draws between two messages: enough to keep it busy, few enough to share the work evenly. */
const BATCH = 40;
/** Below so many pages a second thread costs more to start than it saves: it loads the whole bundle. */
const LEAST_FOR_THREADS = 150;

/** Threads that draw pages with one press. */
export interface Drawers {
  /** Every page of the site that is not a free page. */
  readonly list: () => Promise<readonly PagePath[]>;
  /** Draws pages into a folder; each batch is told when it is done. */
  readonly draw: (
    pages: readonly PagePath[],
    folder: string,
    onDrawn: (pages: readonly PagePath[], drawn: readonly DrawnPage[]) => void,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The page whose code stopped. */
export class DrawError extends Error {
  readonly path: string;
  constructor(message: string, stack: string, path: string) {
    super(message);
    this.stack = stack;
    this.path = path;
  }
}

export function openDrawers(settings: DrawSettings, most = availableParallelism()): Drawers {
  const workers: Worker[] = [];
  const start = (): Worker => {
    const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), {
      workerData: settings,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    workers.push(worker);
    return worker;
  };
  return {
    list: async () => {
      const answer = await ask(workers[0] ?? start(), { type: 'list' });
      return answer.type === 'listed' ? answer.pages : [];
    },
    draw: async (pages, folder, onDrawn) => {
      const wanted = pages.length < LEAST_FOR_THREADS ? 1 : most;
      while (workers.length < wanted) start();
      let next = 0;
      const work = async (worker: Worker): Promise<void> => {
        while (next < pages.length) {
          const batch = pages.slice(next, next + BATCH);
          next += batch.length;
          const answer = await ask(worker, { type: 'draw', folder, pages: batch });
          if (answer.type === 'drawn') onDrawn(batch, answer.pages);
        }
      };
      await Promise.all(workers.map(work));
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, task: DrawTask): Promise<DrawAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (): void => void worker.off('message', onMessage).off('error', onError);
    const onError = (error: Error): void => {
      settle();
      reject(error);
    };
    const onMessage = (answer: DrawAnswer): void => {
      settle();
      if (answer.type === 'failed') reject(new DrawError(answer.message, answer.stack, answer.path));
      else resolve(answer);
    };
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(task);
  });
}
