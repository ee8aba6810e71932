import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { TaskTexts } from './task-texts.ts';
import { runTaskToTexts, type Task } from './tasks.ts';

/** Told the result of a task as soon as it is there, with the number of the task, from 0. */
export type OnResult = (number: number, result: TaskTexts) => void;

/** Runs tasks on all cores. */
export interface Pool {
  /** Does tasks, each of which is taken only when it can soon be begun: all of them together may not fit into memory. */
  run(tasks: Iterable<Task>, onResult: OnResult): Promise<void>;
  close(): Promise<void>;
}

/** Below this many tasks starting threads (about 0.2 s each, they load the parsers) costs more than it saves. Measured on 2 cores. */
const MIN_TASKS_FOR_THREADS = 120;
/** Tasks that wait in a thread's queue, so that it never stands idle while this one is at its other work. */
const QUEUE_PER_THREAD = 16;

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
    async run(tasks, onResult) {
      const source = Iterator.from(tasks);
      const first = threads < 2 ? [] : takeSome(source, MIN_TASKS_FOR_THREADS);
      if (first.length < MIN_TASKS_FOR_THREADS) {
        let number = 0;
        for (const task of chain(first, source)) onResult(number++, runTaskToTexts(task));
        return;
      }
      if (workers.length === 0)
        workers = Array.from({ length: threads }, () => new Worker(new URL('./worker.ts', import.meta.url)));
      await runOn(workers, chain(first, source), onResult);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
      workers = [];
    },
  };
}

/** The next values of an iterator, at most so many; unlike `take` it leaves the others to be taken. */
function takeSome<T>(source: Iterator<T>, most: number): readonly T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const next = source.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

function* chain<T>(...parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}

function runOn(workers: readonly Worker[], tasks: Iterator<Task>, onResult: OnResult): Promise<void> {
  return new Promise((resolve, reject) => {
    let given = 0;
    let done = 0;
    const sites = new Map<Worker, SiteConfig>();
    const ends = new AbortController();
    const fail = (error: Error): void => {
      ends.abort();
      reject(error);
    };
    const give = (worker: Worker): void => {
      const next = tasks.next();
      if (next.done === true) return;
      const task = next.value;
      // The settings of the site go over once: they may be long, and every message is a copy.
      const { site, ...rest } = task.type === 'read' ? task : { ...task, site: undefined };
      worker.postMessage({
        id: given,
        task: rest,
        ...(site === undefined || sites.get(worker) === site ? {} : { site }),
      });
      if (site !== undefined) sites.set(worker, site);
      given += 1;
    };
    const take = (worker: Worker, { id, result, error, path }: Answer): void => {
      if (result === undefined)
        throw new Error(`This is a bug in Sanad, met in ${path ?? 'a file'}: ${error ?? 'no answer'}`);
      give(worker);
      onResult(id, result);
      done += 1;
      if (done < given) return;
      ends.abort();
      resolve();
    };
    const listeners = workers.map((worker) => {
      const onMessage = (answer: Answer): void => {
        try {
          take(worker, answer);
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)));
        }
      };
      return { worker, onMessage };
    });
    // One by one: a thread that loses all its listeners at once never listens again.
    ends.signal.addEventListener('abort', () => {
      for (const { worker, onMessage } of listeners) worker.off('error', fail).off('message', onMessage);
    });
    for (const { worker, onMessage } of listeners) worker.on('error', fail).on('message', onMessage);
    for (let at = 0; at < QUEUE_PER_THREAD; at += 1) workers.forEach(give);
  });
}
