import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildPortableFiles } from '../../src/cli/portable/build-portable-files.ts';
import { zipFiles } from '../../src/cli/portable/zip-files.ts';
import { searchDocuments } from '../../src/search/client/search-documents.ts';
import { openIndex, type SearchIndex } from '../../src/search/client/search-index.ts';
import { openPortableEngine } from '../../src/search/client/portable/portable-engine.ts';
import { searchPage } from '../e2e/support/search-page.ts';
import { useWindows } from '../e2e/support/readers.ts';
import { say } from '../e2e/support/strings.ts';
import { findSite, listFiles } from '../support/built-site.ts';
import { findAll, parseHtml } from '../support/html.ts';
import { runSanad } from '../support/run-sanad.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';
import { openIndexFolder } from './support/open-index-folder.ts';
import { QUERIES } from './support/queries.ts';

const LONG = 180_000;
const SITE_URL = 'https://sanad.example/';

let disk = '';
let zip: Uint8Array = new Uint8Array();

beforeAll(async () => {
  const files = await buildPortableFiles({ folder: findSite('main').folder, base: '/', siteUrl: SITE_URL });
  zip = zipFiles(files);
  // A folder as people have them: with a space and letters of their own.
  disk = join(realpathSync(mkdtempSync(join(tmpdir(), 'sanad-test-'))), 'نسخة من الموقع');
  for (const [path, content] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(disk, path)), { recursive: true });
    writeFileSync(join(disk, path), content);
  }
});
afterAll(() => rmSync(dirname(disk), { recursive: true, force: true, maxRetries: 3 }));

const toUrl = (path: string): string => pathToFileURL(join(disk, path)).href;

describe('the ZIP of a site', () => {
  test('is the same bytes when it is made again', async () => {
    const again = zipFiles(await buildPortableFiles({ folder: findSite('main').folder, base: '/', siteUrl: SITE_URL }));
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(hash(again)).toBe(hash(zip));
  });

  test('holds every page but those for strangers, and nothing of the engine that needs a server', () => {
    const isPage = (path: string): boolean => path.endsWith('.html');
    const site = listFiles(findSite('main').folder).filter((path) => isPage(path) && !path.includes('404'));
    expect(listFiles(disk).filter(isPage)).toEqual(site);
    expect(listFiles(disk).filter((path) => /wasm|pagefind(?:-worker)?\.js$/.test(path))).toEqual([]);
  });

  test('has no address in a page that leads from the root, and every one leads to a file', () => {
    const files = new Set(listFiles(disk));
    const bad: string[] = [];
    for (const page of [...files].filter((path) => path.endsWith('.html'))) {
      const root = parseHtml(readFileSync(join(disk, page), 'utf8'));
      const ids = new Set(
        findAll(root, ({ attributes }) => attributes.id !== undefined).map((one) => one.attributes.id),
      );
      for (const { tag, attributes } of findAll(root, () => true)) {
        if (tag === 'script' && attributes.type === 'module') bad.push(`${page}: a module`);
        for (const name of ['href', 'src', 'action', 'data-index', 'data-previews']) {
          const value = attributes[name];
          if (value === undefined || /^(?:https?|mailto):/.test(value)) continue;
          const [path = '', fragment] = value.split('#');
          const target = posix.join(posix.dirname(page), decodeURIComponent(path.replace(/\?.*/s, '')));
          if (value.startsWith('/')) bad.push(`${page}: ${value} leads from the root`);
          else if (path === '') {
            if (fragment !== '' && !ids.has(decodeURIComponent(fragment ?? ''))) bad.push(`${page}: no place ${value}`);
          } else if (name.startsWith('data-')) {
            const isData = (file: string): boolean => file.startsWith(target) && file.endsWith('.json.js');
            if (![...files].some(isData)) bad.push(`${page}: no data ${value}`);
            const shelves = name === 'data-previews' ? Number(attributes['data-shelves']) : 0;
            for (let shelf = 0; shelf < shelves; shelf += 1)
              if (!files.has(`${target}${shelf}.json.js`)) bad.push(`${page}: no shelf ${shelf} in ${value}`);
          } else if (!files.has(target)) bad.push(`${page}: no file ${value}`);
        }
      }
    }
    expect(bad).toEqual([]);
  });

  test('has no address in a style sheet or a script that leads from the root, and every one leads to a file', () => {
    const files = new Set(listFiles(disk));
    const read = (path: string): string => readFileSync(join(disk, path), 'utf8');
    const addresses = [...files]
      .filter((one) => one.endsWith('.css'))
      .flatMap((path) =>
        [...read(path).matchAll(/url\("?([^")]+)"?\)/g)].map(([, url = '']) => ({
          url,
          file: posix.join(posix.dirname(path), url),
        })),
      );
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter(({ url, file }) => !url.startsWith('data:') && !files.has(file))).toEqual([]);

    const scripts = [...files].filter((one) => one.startsWith('_astro/') && one.endsWith('.js')).map(read);
    expect(scripts.filter((script) => script.includes('/_astro/'))).toEqual([]);
    const sheets = scripts.flatMap((script) =>
      [...script.matchAll(/globalThis\.sanadRoot\s*\+\s*["'`]([^"'`]+)/g)].map(([, path = '']) => path),
    );
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.filter((path) => !files.has(path))).toEqual([]);
  });
});

describe('the index of a portable site', () => {
  let portable: SearchIndex;
  let published: SearchIndex;
  beforeAll(async () => {
    const folder = inject('sites').find(({ name }) => name === 'main')?.folder ?? '';
    published = await openIndexFolder(join(folder, 'pagefind'));
    const read = (path: string): Promise<string> => Promise.resolve(readTwin(join(disk, 'pagefind', path)));
    portable = await openIndex({ readText: read, startEngine: () => openPortableEngine('', read) });
  });

  test('answers every published query as the index of the site does, in the same order', async () => {
    const ask = async (index: SearchIndex, query: string, language: string): Promise<readonly string[]> => {
      const findings = await searchDocuments(index, { query, language, filters: {} });
      return (await findings.hits(0, 20)).map(({ document }) => document);
    };
    const queries = QUERIES.filter(({ site }) => site === 'main');
    expect(queries.length).toBeGreaterThan(100);
    for (const { query, language } of queries) {
      expect(await ask(portable, query, language), query).toEqual(await ask(published, query, language));
    }
  });

  test('filters as the index of the site does', async () => {
    for (const filter of ['kind', 'article', 'year', 'events.location']) {
      expect(await portable.findFiltered(filter), filter).toEqual(await published.findFiltered(filter));
    }
  });
});

describe('a reader who opens the copy from a disk', () => {
  const windows = useWindows();
  const open = async (path: string): Promise<Page> => {
    const page = await windows.open('file:///');
    await page.goto(toUrl(path));
    return page;
  };
  const readMarked = (page: Page): Promise<string[]> =>
    page.evaluate(() => [...(CSS.highlights.get('search-words') ?? [])].map((range) => (range as Range).toString()));

  test('reads it in the fonts of the site, goes into an article, to another language and back', async () => {
    const page = await open('index.html');
    expect(await page.evaluate(async () => (await document.fonts.ready).size)).toBeGreaterThan(0);
    expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(true);
    await page.locator('.main-navigation a').first().click();
    await page.waitForURL('**/articles/index.html');
    await page.locator('main a[href*="nato-against-isis"]').first().click();
    await page.waitForURL('**/articles/nato-against-isis/index.html*');
    await page.locator('.languages a').click();
    await page.waitForURL('**/en/articles/nato-against-isis/index.html');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.goBack();
    await page.waitForURL('**/articles/nato-against-isis/index.html*');
    await page.locator('a.brand').click();
    await page.waitForURL((url) => url.href === toUrl('index.html'));
  });

  test.each([
    {
      language: 'ar',
      path: 'search/index.html',
      query: 'وبلجيكا',
      kind: 'members',
      leads: 'members/belgium/index.html',
    },
    {
      language: 'en',
      path: 'en/search/index.html',
      query: 'Belgium',
      kind: 'members',
      leads: 'en/members/belgium/index.html',
    },
  ] as const)(
    'searches in $language, and lands where the result leads',
    async ({ language, path, query, kind, leads }) => {
      const page = await open(path);
      const search = searchPage(page, language);
      await search.box.fill(query);
      await search.resultsOf(kind).first().getByRole('link').click();
      await page.waitForURL(
        (url) => `${url.origin === 'null' ? 'file://' : url.origin}${url.pathname}` === toUrl(leads),
      );
    },
  );

  test('lands on the passage with its words marked, and finds them marked again after a reload', async () => {
    const page = await open('search/index.html');
    const search = searchPage(page, 'ar');
    await search.box.fill('بلجيكا');
    await search.resultsOf('passage').first().getByRole('link').click();
    await page.waitForURL('**/articles/nato-against-isis/index.html*#p2');
    await expect.poll(() => readMarked(page)).toEqual(['بلجيكا']);
    await page.reload();
    await expect.poll(() => readMarked(page)).toEqual(['بلجيكا']);
  });

  test('searches from any page in the dialog, and keeps filters in the address', async () => {
    const page = await open('en/members/belgium/index.html');
    await page.keyboard.press('/');
    await page.keyboard.type('NATO');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/search/index.html?q=NATO');
    const search = searchPage(page, 'en');
    await search.results.first().waitFor();
    await search.kinds.selectOption('events');
    await page.waitForURL('**/en/search/index.html?q=NATO&kind=events');
    await expect.poll(search.listKinds).toEqual(['events']);
    await page.reload();
    await expect.poll(search.listKinds).toEqual(['events']);
    await page.goBack();
    await expect.poll(async () => (await search.listKinds()).length).toBeGreaterThan(1);
  });

  test('sees what stands behind a name without leaving the page', async () => {
    const page = await open('articles/nato-against-isis/index.html');
    await page.locator('main a.entity').first().hover();
    const card = page.locator('#preview_card');
    await card.getByText(say('ar', 'preview.open')).waitFor();
    expect(await card.evaluate((element) => getComputedStyle(element).position)).toBe('absolute');
    expect((await card.locator('.preview-title').textContent())?.trim()).not.toBe('');
  });
});

describe('sanad build --portable', () => {
  const windows = useWindows();

  test(
    'writes the ZIP of a site that is published below a path, says how large it is, and spares what is not its own',
    async () => {
      const folder = makeFolder();
      copyContent('lighthouses', folder);
      const fromRoot = new RegExp(`["'\`(]/(?:عميق|${encodeURIComponent('عميق')})/`);
      const words = ['build', '--base', '/عميق/er/', '--portable', 'copy.zip'];
      writeFileSync(join(folder, 'copy.zip'), 'a letter');
      const refused = await runSanad(words, folder);
      expect(refused).toMatchObject({ status: 2, stdout: '' });
      expect(refused.stderr).toContain('copy.zip');
      expect(readFileSync(join(folder, 'copy.zip'), 'utf8')).toBe('a letter');

      rmSync(join(folder, 'copy.zip'));
      const { status, stderr } = await runSanad(words, folder);
      expect(status).toBe(0);
      expect(stderr).toMatch(/copy\.zip: \d+ pages, \d+ files, [\d.]+ [kM]B \([\d.]+ MB unpacked\)/);

      // Nothing has changed, and the copy is asked for all the same.
      rmSync(join(folder, 'copy.zip'));
      expect((await runSanad(words, folder)).status).toBe(0);
      const files = unzipSync(readFileSync(join(folder, 'copy.zip')));
      for (const [path, content] of Object.entries(files)) {
        if (/\.(?:html|css)$/.test(path)) expect(new TextDecoder().decode(content), path).not.toMatch(fromRoot);
        if (path.endsWith('.js')) expect(new TextDecoder().decode(content), path).not.toContain('/_astro/');
        mkdirSync(dirname(join(folder, 'copy', path)), { recursive: true });
        writeFileSync(join(folder, 'copy', path), content);
      }

      const page = await windows.open('file:///');
      await page.goto(pathToFileURL(join(folder, 'copy/index.html')).href);
      await page.keyboard.press('/');
      await page.keyboard.type('Marn');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/index.html?q=Marn');
      await searchPage(page, 'en').resultsOf('keepers').first().getByRole('link').click();
      await page.waitForURL('**/keepers/ilsa-marn/index.html*');
    },
    LONG,
  );
});

/** The text that a data script hands over. */
function readTwin(path: string): string {
  const [, text = '""'] =
    /^document\.currentScript\.sanadText=(.*);\n$/s.exec(readFileSync(`${path}.js`, 'utf8')) ?? [];
  return JSON.parse(text) as string;
}
