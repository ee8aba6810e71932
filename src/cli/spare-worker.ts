import { workerData } from 'node:worker_threads';
import { fillSpare } from './spare-folder.ts';

const { site, spare } = workerData as { readonly site: string; readonly spare: string };
fillSpare(site, spare);
