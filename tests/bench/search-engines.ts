// The searches that are measured, each as it runs in a browser: ours, and three that others would take.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create, insertMultiple, save } from '@orama/orama';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { Page } from 'playwright-core';

/** A document as the others index it: names and text, one record each. */
export interface PlainDocument {
  readonly id: string;
  readonly names: string;
  readonly text: string;
}

export const ENGINES = ['sanad', 'pagefind', 'minisearch', 'orama'] as const;
export type EngineName = (typeof ENGINES)[number];

const LANGUAGES = ['ar', 'en'] as const;
/** What MiniSearch and Orama are told: they are asked with typing errors, and MiniSearch with beginnings, allowed. */
const MINISEARCH = { fields: ['names', 'text'], searchOptions: { boost: { names: 2 }, fuzzy: 0.2, prefix: true } };
const ORAMA_SCHEMA = { id: 'string', names: 'string', text: 'string' } as const;
const ORAMA_LANGUAGES = { ar: 'arabic', en: 'english' } as const;

/** Pagefind as it comes: one record for each document in each language of readers. */
export async function writePagefind(
  documents: Iterable<PlainDocument>,
  folder: string,
  languages: readonly string[] = LANGUAGES,
): Promise<void> {
  const { index } = await createIndex();
  if (index === undefined) throw new Error('Pagefind could not begin.');
  for (const { id, names, text } of documents) {
    for (const language of languages)
      await index.addCustomRecord({
        url: `/${id}`,
        content: text,
        language,
        meta: { title: names === '' ? id : names },
      });
  }
  await index.writeFiles({ outputPath: folder });
  await close();
  // Interfaces that a site need not publish.
  for (const unused of ['pagefind-ui', 'pagefind-modular-ui', 'pagefind-component-ui'])
    for (const ending of ['js', 'css']) rmSync(join(folder, `${unused}.${ending}`), { force: true });
}

export function writeMiniSearch(documents: Iterable<PlainDocument>, folder: string): void {
  const index = new MiniSearch<PlainDocument>({ ...MINISEARCH });
  for (const document of documents) index.add(document);
  write(join(folder, 'minisearch.json'), JSON.stringify(index));
}

export async function writeOrama(
  documents: readonly PlainDocument[],
  folder: string,
  languages: readonly (typeof LANGUAGES)[number][] = LANGUAGES,
): Promise<void> {
  for (const language of languages) {
    const database = create({ schema: ORAMA_SCHEMA, language: ORAMA_LANGUAGES[language] });
    await insertMultiple(
      database,
      documents.map((one) => ({ ...one })),
    );
    write(join(folder, `orama-${language}.json`), JSON.stringify(save(database)));
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Where the engines' files are served: each under its name, with `prefix` in front. */
export interface EnginePlace {
  readonly language: 'ar' | 'en';
  readonly prefix: string;
}

/** What `startSearch` leaves on the page: asks a query, gives ids of documents or addresses, best first. */
interface BenchWindow {
  ask: (query: string) => Promise<readonly string[]>;
}

/** Results that are asked for, and whose words are fetched, as a page of results shows them. */
const SHOWN = 10;

/** Loads an engine in a page as a reader's first question would. */
export async function startSearch(page: Page, engine: EngineName, { language, prefix }: EnginePlace): Promise<void> {
  const settings = {
    language,
    folder: `/${prefix}${engine}/`,
    shown: SHOWN,
    minisearch: MINISEARCH,
    schema: ORAMA_SCHEMA,
  };
  const oramaLanguage = ORAMA_LANGUAGES[language];
  switch (engine) {
    case 'sanad':
      await page.evaluate(async ({ language: reader, folder, shown }) => {
        const load = (path: string): Promise<Record<string, (...values: never[]) => unknown>> =>
          import(/* @vite-ignore */ path) as Promise<Record<string, (...values: never[]) => unknown>>;
        const { openSiteIndex } = await load('/source/src/search/client/open-site-index.ts');
        const { searchDocuments } = await load('/source/src/search/client/search-documents.ts');
        const open = openSiteIndex?.(folder as never) as () => Promise<object>;
        (globalThis as unknown as BenchWindow).ask = async (query) => {
          const findings = (await searchDocuments?.(
            (await open()) as never,
            { query, language: reader, filters: {} } as never,
          )) as {
            hits: (from: number, to: number) => Promise<readonly { readonly document: string }[]>;
          };
          return (await findings.hits(0, shown)).map(({ document }) => document);
        };
      }, settings);
      return;
    case 'pagefind':
      await page.evaluate(async ({ folder, shown }) => {
        const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as {
          search: (query: string) => Promise<{ results: readonly { data: () => Promise<{ raw_url: string }> }[] }>;
        };
        (globalThis as unknown as BenchWindow).ask = async (query) => {
          const { results } = await pagefind.search(query);
          const data = await Promise.all(results.slice(0, shown).map((result) => result.data()));
          return data.map(({ raw_url: url }) => url.slice(1));
        };
      }, settings);
      return;
    case 'minisearch':
      await page.evaluate(async ({ folder, shown, minisearch }) => {
        const path = '/modules/minisearch/dist/es/index.js';
        const { default: Index } = (await import(/* @vite-ignore */ path)) as {
          default: {
            loadJSON: (json: string, options: object) => { search: (query: string) => readonly { id: string }[] };
          };
        };
        const index = Index.loadJSON(await (await fetch(`${folder}minisearch.json`)).text(), minisearch);
        (globalThis as unknown as BenchWindow).ask = (query) =>
          Promise.resolve(
            index
              .search(query)
              .slice(0, shown)
              .map(({ id }) => id),
          );
      }, settings);
      return;
    case 'orama':
      await page.evaluate(
        async ({ folder, shown, schema, language: reader, oramaLanguage: stemmer }) => {
          const path = '/modules/@orama/orama/dist/browser/index.js';
          const orama = (await import(/* @vite-ignore */ path)) as {
            create: (options: object) => object;
            load: (database: object, data: unknown) => void;
            search: (database: object, query: object) => Promise<{ hits: readonly { document: { id: string } }[] }>;
          };
          const database = orama.create({ schema, language: stemmer });
          orama.load(database, await (await fetch(`${folder}orama-${reader}.json`)).json());
          (globalThis as unknown as BenchWindow).ask = async (query) => {
            const { hits } = await orama.search(database, {
              term: query,
              properties: ['names', 'text'],
              boost: { names: 2 },
              tolerance: 1,
              limit: shown,
            });
            return hits.map(({ document }) => document.id);
          };
        },
        { ...settings, oramaLanguage },
      );
  }
}

/** Asks in the page, and says how long the answer took there, in milliseconds. */
export function askInPage(
  page: Page,
  query: string,
): Promise<{ readonly ids: readonly string[]; readonly time: number }> {
  return page.evaluate(async (asked) => {
    const begun = performance.now();
    const ids = await (globalThis as unknown as BenchWindow).ask(asked);
    return { ids, time: performance.now() - begun };
  }, query);
}
