import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { buildSearchIndex, type BuiltIndex } from '../search/build-search-index.ts';
import { INDEX_FOLDER } from '../search/index-files.ts';
import { openDrawnSite } from '../site/press/drawn-site.ts';
import { isAsWritten, keepFile } from '../site/press/keep-file.ts';
import { toSearchPlaces } from './to-search-places.ts';
import type { SearchAnswer, SearchOrder, SearchRequest } from './start-search.ts';

const request = workerData as SearchRequest;
const { outputFolder, last } = request;
let built: BuiltIndex | undefined;

parentPort?.on('message', ({ id }: SearchOrder) => {
  built?.remember(id);
  answer({ type: 'remembered' });
});
// Its fault is the program's: it reaches `start-search.ts` as the fault of this thread.
const { documents, indexed } = (built = await build());
answer({ type: 'built', report: { documents, indexed } });

async function build(): Promise<BuiltIndex> {
  const drawn = last && openDrawnSite(last.recordFile, `${INDEX_FOLDER}/`);
  try {
    return await buildSearchIndex({
      outputFolder,
      knowledgeBaseFile: request.knowledgeBaseFile,
      memoryFile: request.memoryFile,
      key: request.key,
      places: toSearchPlaces(request, { ...request, outputFolder: request.pagesFolder }),
      last:
        drawn?.id === last?.id && last !== undefined
          ? {
              id: last.id,
              changed: new Set(last.changed),
              keep: (path) => keepFile(path, drawn, last.folder, outputFolder),
              read: (path) =>
                isAsWritten(path, drawn, last.folder) ? readFileSync(join(last.folder, path)) : undefined,
            }
          : undefined,
    });
  } finally {
    drawn?.close();
  }
}

function answer(message: SearchAnswer): void {
  parentPort?.postMessage(message);
}
