import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPortableIndex } from '../../search/build-portable-index.ts';
import type { Engine } from '../../search/client/search-index.ts';
import { VOCABULARY_FOLDER } from '../../search/index-files.ts';
import { INSTALLATION, SITE_MARK } from '../project.ts';
import { serveFolder } from '../serve-folder.ts';
import { bundleScript } from './bundle-scripts.ts';
import { openSearchBoxes } from './open-search-boxes.ts';
import { rewriteData, toDataScript } from './rewrite-data.ts';
import { rewritePage, rewriteStyles, START_SCRIPT } from './rewrite-page.ts';
import { rewriteScript } from './rewrite-script.ts';
import { openSiteFiles, type SiteFiles } from './site-files.ts';

export interface FinishedFolder {
  readonly folder: string;
  readonly base: string;
  readonly siteUrl: string;
}

const INDEX = 'pagefind/';
const ENTRY = 'pagefind-entry.json';
const START_SOURCE = join(INSTALLATION, 'src/search/client/portable/start-portable.ts');

/**
 * The files of a finished site as they work from a disk: every page, and what pages need of the rest. Pages for strangers,
 * such as that for a missing page, and files for hosts and search engines stay behind.
 */
export async function buildPortableFiles({
  folder,
  base,
  siteUrl,
}: FinishedFolder): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = listFiles(folder);
  const site = openSiteFiles(paths, base, siteUrl);
  const files = new Map<string, Uint8Array>();
  const write = (path: string, text: string): void => void files.set(path, new TextEncoder().encode(text));
  const readText = (path: string): string => readFileSync(join(folder, path), 'utf8');

  const wanted = new Set<string>();
  const modules = new Set<string>();
  const data = new Set<string>();
  const withBox = openSearchBoxes(site, readText);
  for (const path of paths.filter(isPage)) {
    const page = rewritePage(path, withBox(readText(path)), site);
    write(path, page.html);
    page.files.forEach((file) => wanted.add(file));
    page.modules.forEach((file) => modules.add(file));
    page.data.forEach((file) => data.add(file));
  }
  const rewrite = (code: string): string => {
    const script = rewriteScript(code, site);
    script.files.forEach((file) => wanted.add(file));
    return script.code;
  };
  for (const path of [...modules].toSorted()) write(path, await bundleScript(join(folder, path), rewrite));
  write(START_SCRIPT, await bundleScript(START_SOURCE, rewrite));
  for (const path of wanted) {
    if (files.has(path) || path.endsWith('/')) continue;
    if (!path.endsWith('.css')) files.set(path, readFileSync(join(folder, path)));
    else {
      const { css, files: needed } = rewriteStyles(path, readText(path), site);
      write(path, css);
      // A set that grows is walked to its end.
      needed.forEach((file) => wanted.add(file));
    }
  }
  for (const path of paths.filter((one) => isData(one, data))) {
    write(`${path}.js`, toDataScript(rewriteData(path, readText(path), site)));
  }
  for (const [path, text] of await readEngine(folder, site)) write(`${path}.js`, toDataScript(text));
  write(SITE_MARK, 'This copy of a site was written by Sanad. Open index.html.\n');
  return files;
}

/** What stands in for the engine of the search index, which needs a server. */
async function readEngine(folder: string, site: SiteFiles): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const paths = [...site.paths].filter((path) => path.startsWith(INDEX));
  const words = paths.filter((path) => path.startsWith(`${INDEX}${VOCABULARY_FOLDER}/`));
  const vocabulary = words.map((path) => readFileSync(join(folder, path), 'utf8'));
  if (!site.paths.has(INDEX + ENTRY)) return files;
  const runtime = (await import(pathToFileURL(join(folder, INDEX, 'pagefind.js')).href)) as {
    createInstance(options: { readonly basePath: string; readonly noWorker: boolean }): Engine;
  };
  // The runtime fetches what it needs: it is asked as a browser asks it.
  const server = await serveFolder({ folder, base: '/', host: '127.0.0.1', port: 0 });
  try {
    const engine = runtime.createInstance({ basePath: server.url + INDEX, noWorker: true });
    for (const [path, text] of await buildPortableIndex(engine, vocabulary)) files.set(INDEX + path, text);
  } finally {
    await server.close();
  }
  return files;
}

/** Whether scripts read a file: their elements name it, or the folder it lies in. The engine's own files are of no use. */
function isData(path: string, named: ReadonlySet<string>): boolean {
  if (!/\.(?:json|txt)$/.test(path) || path.endsWith(ENTRY)) return false;
  return named.has(path) || [...named].some((folder) => folder.endsWith('/') && path.startsWith(folder));
}

function isPage(path: string): boolean {
  return path.endsWith('.html') && !/(?:^|\/)404(?:\.html|\/index\.html)$/.test(path);
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .toSorted();
}
