import { parentPort, workerData } from 'node:worker_threads';
import { compile, type Compilation, type CompileOptions, type Stage } from './compile.ts';

export type ApartOptions = Omit<CompileOptions, 'onProgress'>;

/** What the thread tells: how far it is, by whole hundredths of a stage, and at the end the compilation. */
export type ApartMessage =
  | { readonly type: 'progress'; readonly stage: Stage; readonly done: number; readonly total: number }
  | { readonly type: 'compiled'; readonly compilation: Compilation };

let last = '';
const compilation = await compile({
  ...(workerData as ApartOptions),
  onProgress: (stage, done, total) => {
    const step = `${stage} ${Math.floor((done / total) * 100)}`;
    if (step === last) return;
    last = step;
    tell({ type: 'progress', stage, done, total });
  },
});
tell({ type: 'compiled', compilation });

function tell(message: ApartMessage): void {
  parentPort?.postMessage(message);
}
