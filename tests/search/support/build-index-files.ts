import { writeSearchIndex, type IndexOptions } from '../../../src/search/build-search-index.ts';
import type { SearchDocument } from '../../../src/search/document.ts';

/** All files of an index by their paths in its folder. */
export async function buildIndexFiles(
  documents: readonly SearchDocument[],
  options: IndexOptions = {},
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  await writeSearchIndex(documents, (path, content) => files.set(path, content), options);
  return files;
}
