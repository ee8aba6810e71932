import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { TaskTexts } from './task-texts.ts';
import { runTaskToTexts, type Task } from './tasks.ts';

/** Runs tasks on all cores. Results come in the order of the tasks, whichever thread was first. */
export interface Pool {
  run(tasks: readonly Task[], onDone?: () => void): Promise<TaskTexts[]>;
  close(): Promise<void>;
}

/** Below this many tasks starting threads (about 0.2 s each, they load the parsers) costs more than it saves. Measured on 2 cores. */
const MIN_TASKS_FOR_THREADS = 120;
/** Tasks that wait in a thread's queue, so that it never stands idle between two messages. */
const QUEUE_PER_THREAD = 8;

interface Answer {
  readonly id: number;
  readonly result?: TaskTexts;
  readonly error?: string;
  readonly path?: string;
}

/** A pool whose threads start when there is enough to do. */
export function openPool(threads = availableParallelism()): Pool {
  let workers: Worker[] = [];
  return {
    async run(tasks, onDone) {
      if (tasks.length < MIN_TASKS_FOR_THREADS || threads < 2) {
        return tasks.map((task) => {
          const result = runTaskToTexts(task);
          onDone?.();
          return result;
        });
      }
      if (workers.length === 0)
        workers = Array.from({ length: threads }, () => new Worker(new URL('./worker.ts', import.meta.url)));
      return runOn(workers, tasks, onDone);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
      workers = [];
    },
  };
}

function runOn(workers: readonly Worker[], tasks: readonly Task[], onDone?: () => void): Promise<TaskTexts[]> {
  return new Promise((resolve, reject) => {
    const results = new Array<TaskTexts>(tasks.length);
    let next = 0;
    let done = 0;
    const sites = new Map<Worker, SiteConfig>();
    const ends = new AbortController();
    const give = (worker: Worker): void => {
      const task = tasks[next];
      if (task === undefined) return;
      // The settings of the site go over once: they may be long, and every message is a copy.
      const { site, ...rest } = task.type === 'read' ? task : { ...task, site: undefined };
      worker.postMessage({
        id: next,
        task: rest,
        ...(site === undefined || sites.get(worker) === site ? {} : { site }),
      });
      if (site !== undefined) sites.set(worker, site);
      next += 1;
    };
    const listeners = workers.map((worker) => {
      const onError = (error: Error): void => {
        ends.abort();
        reject(error);
      };
      const onMessage = ({ id, result, error, path }: Answer): void => {
        if (result === undefined)
          return onError(new Error(`This is a bug in Sanad, met in ${path ?? 'a file'}: ${error ?? 'no answer'}`));
        results[id] = result;
        done += 1;
        onDone?.();
        if (done < tasks.length) return give(worker);
        ends.abort();
        resolve(results);
      };
      return { worker, onError, onMessage };
    });
    // One by one: a thread that loses all its listeners at once never listens again.
    ends.signal.addEventListener('abort', () => {
      for (const { worker, onError, onMessage } of listeners) worker.off('error', onError).off('message', onMessage);
    });
    for (const { worker, onError, onMessage } of listeners) {
      worker.on('error', onError).on('message', onMessage);
      for (let at = 0; at < QUEUE_PER_THREAD; at += 1) give(worker);
    }
  });
}
