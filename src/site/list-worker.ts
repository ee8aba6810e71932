import { parentPort, workerData } from 'node:worker_threads';
import { listUnder } from './list-site-files.ts';

/** Files as they are sent: an object for each would be copied field by field. */
export interface ListAnswer {
  readonly paths: readonly string[];
  /** Size, time and node of each. */
  readonly facts: Float64Array<ArrayBuffer>;
  readonly empty: readonly string[];
}

const folder = workerData as string;

parentPort?.on('message', (folders: readonly string[]) => {
  const { files, empty } = listUnder(folder, folders);
  const facts = Float64Array.from(files.flatMap(({ size, time, node }) => [size, time, node]));
  const answer: ListAnswer = { paths: files.map(({ path }) => path), facts, empty };
  parentPort?.postMessage(answer, [facts.buffer]);
});
