import { closeSync, copyFileSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openKnowledgeBase, type KnowledgeBase } from '../../compiler/knowledge-base.ts';
import { writeAtom } from '../../export/write-atom.ts';
import { writeOpenSearch } from '../../export/write-open-search.ts';
import { writeSitemapIndex, writeSitemaps, type SitemapLimits, type SitemapPage } from '../../export/write-sitemap.ts';
import { createPageContext, type PageContext } from '../page-context.ts';
import { createUrls, normalizeBase, type Urls } from '../urls.ts';
import { buildFeed } from './build-feed.ts';
import {
  writeCacheTable,
  writeCloudFrontFunction,
  writeCloudFrontHeaders,
  writeHeadersFile,
  writeRedirectsFile,
  writeVercelFile,
  type Redirect,
} from './host-files.ts';
import { listMentionPaths, listSitePaths } from './list-site-paths.ts';

export interface PublishingSettings {
  readonly outputFolder: string;
  readonly knowledgeBaseFile: string;
  readonly base: string;
  readonly siteUrl: string;
  /** They lie in the folder already. */
  readonly hasSitemaps?: boolean;
}

/** What no host serves by itself: files that operators give to theirs. */
export const HOSTING_FOLDER = '.hosting';

/** Bytes gathered before they are written. */
const BUFFER = 1 << 16;

/**
 * Writes what a finished site says of itself to machines and to its host: sitemap, feeds, search descriptions,
 * `robots.txt`, and the presets of every host. All of it comes from the knowledge base.
 * @returns the paths of the files in the folder
 */
export function writePublishingFiles(settings: PublishingSettings): readonly string[] {
  const { outputFolder, knowledgeBaseFile, base, siteUrl, hasSitemaps = false } = settings;
  const kb = openKnowledgeBase(knowledgeBaseFile);
  try {
    const { languages } = kb.site;
    const root = normalizeBase(base);
    const contexts = languages.map((language) => createPageContext(kb, { base, siteUrl }, language));
    const written: string[] = [];
    const write = (path: string, text: string): void => {
      const file = join(outputFolder, path);
      written.push(path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    };
    for (const context of contexts) {
      const { urls } = context;
      const toPath = (url: string): string => decodeURIComponent(url.slice(root.length));
      write(toPath(urls.feed()), writeAtom(buildFeed(context)));
      write(toPath(urls.openSearch()), describeSearch(context));
      // Hosts that look for the nearest 404.html find it in the language of the address.
      const missing = toPath(urls.notFound());
      if (missing.endsWith('/')) {
        const copy = `${missing.slice(0, -1)}.html`;
        copyFileSync(join(outputFolder, missing, 'index.html'), join(outputFolder, copy));
        written.push(copy);
      }
    }
    const main = createUrls({ languages, base, siteUrl }, languages[0] ?? '');
    if (!hasSitemaps) written.push(...writeSitemapFiles(outputFolder, listSitemapPages(kb, contexts, main), main));
    write('robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${main.absolute(main.file('sitemap.xml'))}\n`);

    const redirects = [...listRedirects(kb, main)];
    write('_headers', writeHeadersFile(root));
    write('_redirects', writeRedirectsFile(redirects));
    write('vercel.json', writeVercelFile(root, redirects));
    write('.nojekyll', '');
    write(`${HOSTING_FOLDER}/cloudfront-function.js`, writeCloudFrontFunction());
    write(`${HOSTING_FOLDER}/cloudfront-headers.json`, writeCloudFrontHeaders());
    write(`${HOSTING_FOLDER}/cache.json`, writeCacheTable(root));
    return written;
  } finally {
    kb.close();
  }
}

/** Writes `sitemap.xml`: the sitemap itself, or where one does not hold all the list of several. Returns how many. */
export function writeSitemapFiles(
  folder: string,
  pages: Iterable<SitemapPage>,
  urls: Pick<Urls, 'absolute' | 'file'>,
  limits?: SitemapLimits,
): readonly string[] {
  const toName = (sitemap: number): string => `sitemap-${sitemap + 1}.xml`;
  let count = 0;
  let file: number | undefined;
  let waiting = '';
  const flush = (): void => {
    if (file !== undefined && waiting !== '') writeSync(file, waiting);
    waiting = '';
  };
  try {
    for (const { sitemap, text } of writeSitemaps(pages, limits)) {
      if (sitemap === count) {
        flush();
        if (file !== undefined) closeSync(file);
        file = openSync(join(folder, toName(sitemap)), 'w');
        count += 1;
      }
      waiting += text;
      if (waiting.length >= BUFFER) flush();
    }
    flush();
  } finally {
    if (file !== undefined) closeSync(file);
  }
  const index = 'sitemap.xml';
  const names = Array.from({ length: count }, (_, sitemap) => toName(sitemap));
  if (count === 1) {
    renameSync(join(folder, toName(0)), join(folder, index));
    return [index];
  }
  writeFileSync(join(folder, index), writeSitemapIndex(names.map((name) => urls.absolute(urls.file(name)))));
  return [index, ...names];
}

function* listSitemapPages(kb: KnowledgeBase, contexts: readonly PageContext[], urls: Urls): Generator<SitemapPage> {
  const toPage = (path: string, languages: readonly string[]): SitemapPage => ({
    versions: languages.map((language) => ({ language, url: urls.absolute(urls.inLanguage(language, path)) })),
  });
  for (const path of listSitePaths(kb)) yield toPage(path, kb.site.languages);
  for (const { path, languages } of listMentionPaths(contexts)) yield toPage(path, languages);
}

/** Every former address in every language. */
function* listRedirects(kb: KnowledgeBase, urls: Urls): Generator<Redirect> {
  for (const { from, to } of kb.moved()) {
    for (const language of kb.site.languages) {
      yield { from: urls.inLanguage(language, `${from}/`), to: urls.inLanguage(language, `${to}/`) };
    }
  }
}

function describeSearch({ kb, language, urls, pick }: PageContext): string {
  return writeOpenSearch({
    title: pick(kb.site.title).text,
    description: pick(kb.site.description).text,
    language,
    url: urls.absolute(urls.openSearch()),
    searchUrl: urls.absolute(urls.search()),
    icon: urls.absolute(urls.file('favicon.svg')),
  });
}
