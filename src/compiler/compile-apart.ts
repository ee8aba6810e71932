import { Worker } from 'node:worker_threads';
import type { ApartMessage, ApartOptions } from './compile-worker.ts';
import type { Compilation, CompileOptions } from './compile.ts';

/**
 * The same as `compile`, in a thread of its own: all that a compile holds in memory goes with the thread. In this one it would
 * stay, and be gone through again and again while pages are drawn.
 */
export function compileApart({ onProgress, ...options }: CompileOptions): Promise<Compilation> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compile-worker.ts', import.meta.url), {
      workerData: options satisfies ApartOptions,
    });
    worker.on('message', (message: ApartMessage) => {
      if (message.type === 'progress') onProgress?.(message.stage, message.done, message.total);
      // Its memory is wanted: the answer waits until the thread has ended.
      else void worker.terminate().then(() => resolve(message.compilation));
    });
    worker.on('error', reject);
  });
}
