import { parentPort } from 'node:worker_threads';
import type { SiteConfig } from '../schema/site-schema.ts';
import { runTaskToTexts, type Task } from './tasks.ts';

/** A task as it is sent: the settings of the site come only with the first that needs them. */
interface Message {
  readonly id: number;
  readonly site?: SiteConfig;
  readonly task: Omit<Extract<Task, { type: 'read' }>, 'site'> | Extract<Task, { type: 'render' }>;
}

/** A thread of the pool: takes numbered tasks, answers with their results or with what went wrong. */
let known: SiteConfig | undefined;
parentPort?.on('message', ({ id, site, task }: Message) => {
  known = site ?? known;
  try {
    parentPort?.postMessage({ id, result: runTaskToTexts({ ...task, site: known } as Task) });
  } catch (error) {
    parentPort?.postMessage({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      path: task.type === 'read' ? task.file.path : task.path,
    });
  }
});
