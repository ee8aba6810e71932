import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openIndex, type Engine, type SearchIndex } from '../../../src/search/client/search-index.ts';

/** Addresses that begin so are files of the folder whose name follows. */
const MARK = '/folder/';

/** Sees each file that is read of a folder, by its path there. */
type Watch = (path: string, content: Buffer) => void;
const watchers = new Map<string, Watch>();

/** Tells what Pagefind's runtime reads of a folder. */
export function watchReading(folder: string, watch: Watch): void {
  watchers.set(resolve(folder), watch);
}

/** Pagefind's runtime fetches what it needs: what it asks of a folder is read from there. */
const realFetch = globalThis.fetch;
globalThis.fetch = async (input, settings) => {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith(MARK)) return realFetch(input, settings);
  const path = Buffer.from(address.slice(MARK.length).split('/')[0] ?? '', 'base64url').toString();
  const file = address.slice(MARK.length).split('/').slice(1).join('/').replace(/\?.*/s, '');
  try {
    const content = await readFile(join(path, file));
    watchers.get(path)?.(file, content);
    return new Response(content);
  } catch {
    return new Response('', { status: 404 });
  }
};

/** Starts Pagefind's own runtime in Node, on the files of a folder. */
export async function startEngine(folder: string): Promise<Engine> {
  const { createInstance } = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as {
    createInstance: (options: object) => Engine & { filters(): Promise<unknown> };
  };
  const basePath = `${MARK}${Buffer.from(resolve(folder)).toString('base64url')}/`;
  const engine = createInstance({ basePath, noWorker: true });
  // Waits until it has started, as the site's own client does.
  await engine.filters();
  return engine;
}

/** Opens a built index as the browser would, from disk. `folder` is the `pagefind` folder of a site. */
export function openIndexFolder(folder: string): Promise<SearchIndex> {
  return openIndex({
    readText: (path) => readFile(join(folder, path), 'utf8'),
    startEngine: () => startEngine(folder),
  });
}
