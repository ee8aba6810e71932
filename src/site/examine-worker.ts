import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { examineAll, type Examination } from './examine-all.ts';
import type { SiteRoot } from './locate-address.ts';

export interface ExamineSettings {
  readonly folder: string;
  readonly root: SiteRoot;
}

const { folder, root } = workerData as ExamineSettings;

parentPort?.on('message', (files: readonly string[]) => {
  const examination: Examination = examineAll(files, (file) => readFileSync(join(folder, file), 'utf8'), root);
  const { haves, wants, ends } = examination;
  parentPort?.postMessage(examination, [haves.buffer, wants.buffer, ends.buffer] as ArrayBuffer[]);
});
