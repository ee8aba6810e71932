import { openIndex, type Engine, type SearchIndex } from './search-index.ts';
import { trustWorker } from './trust-worker.ts';

/** The index of this site, fetched as it is needed. `folder` ends with a slash. */
export function openSiteIndex(folder: string): () => Promise<SearchIndex> {
  let tries = 0;
  let opened: Promise<SearchIndex> | undefined;
  return () => {
    opened ??= openIndex({
      readText: async (path) => {
        const response = await fetch(folder + path);
        if (!response.ok) throw new Error(`${String(response.status)} for ${path} of the search index`);
        return response.text();
      },
      startEngine: () => startEngine(folder, tries),
    }).catch((error: unknown) => {
      // The next question asks anew.
      opened = undefined;
      tries += 1;
      throw error;
    });
    return opened;
  };
}

declare global {
  /** A site that is opened from a disk brings an engine of its own, since no module can be loaded there. */
  var sanadEngine: ((folder: string) => Promise<Engine>) | undefined;
}

/** A browser may remember that a module could not be had: the next try is for another address. */
async function startEngine(folder: string, tries: number): Promise<Engine> {
  if (globalThis.sanadEngine !== undefined) return globalThis.sanadEngine(folder);
  const address = `${folder}pagefind.js${tries === 0 ? '' : `?try=${String(tries)}`}`;
  const pagefind = (await import(/* @vite-ignore */ address)) as {
    createInstance(options: { readonly basePath: string }): Engine & { filters(): Promise<unknown> };
  };
  trustWorker(folder);
  const engine = pagefind.createInstance({ basePath: folder });
  // Fetches what every search needs, and fails here if it cannot be had.
  await engine.filters();
  return engine;
}
