import { parentPort } from 'node:worker_threads';
import { runTask, type Task } from './tasks.ts';

/** A thread of the pool: takes numbered tasks, answers with their results or with what went wrong. */
parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: Task }) => {
  try {
    parentPort?.postMessage({ id, result: runTask(task) });
  } catch (error) {
    parentPort?.postMessage({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      path: task.file.path,
    });
  }
});
