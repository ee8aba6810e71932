import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { writeSearchIndex } from '../../src/search/build-search-index.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { generateSite } from './generate-documents.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import {
  askInPage,
  ENGINES,
  startSearch,
  writeMiniSearch,
  writeOrama,
  writePagefind,
  type EngineName,
} from './search-engines.ts';
import type { PlainDocument } from './search-engines.ts';
import { serveBench, type BenchServer } from './serve-bench.ts';

const QUERIES = 120;
/** The first question is measured with so many readers who have nothing yet. */
const FIRST_READERS = 5;
/** Above so many pages an index in one file is no choice any more. */
const MOST_PAGES_OF_OTHERS = 10_000;

interface Measured {
  readonly engine: EngineName;
  readonly build: number;
  readonly files: number;
  readonly size: number;
  readonly firstBytes: number;
  readonly firstTime: number;
  readonly laterBytes: readonly [p50: number, p95: number];
  readonly laterTime: readonly [p50: number, p95: number];
  /** Questions that found nothing. */
  readonly empty: number;
}

/** Bytes, times and sizes of a made-up site of so many pages, in Chromium, beside others on the same texts unless `only` ours. */
export async function measureScale(pages: number, work: string, only?: string): Promise<void> {
  const site = generateSite(pages);
  const engines = ENGINES.filter(
    (engine) => engine === 'sanad' || (only === undefined && pages <= MOST_PAGES_OF_OTHERS),
  );
  const built = new Map<EngineName, number>();
  for (const engine of engines) built.set(engine, await time(() => build(engine, site.documents, join(work, engine))));
  const server = await serveBench(Object.fromEntries(engines.map((engine) => [engine, join(work, engine)])));
  const browser = await launchBrowser();
  try {
    console.log(`${pages} pages, ${QUERIES} questions`);
    for (const engine of engines) {
      const { files, size } = measureFolder(join(work, engine));
      const first = await askFirst(browser, server, engine, site.queries(1)[0] ?? '');
      const later = await askLater(browser, server, engine, site.queries(QUERIES));
      print({ engine, build: built.get(engine) ?? 0, files, size, ...first, ...later });
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function build(engine: EngineName, documents: () => Iterable<SearchDocument>, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  switch (engine) {
    case 'sanad':
      await writeSearchIndex(documents(), (path, content) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      });
      return;
    case 'pagefind':
      return writePagefind(toPlain(documents()), folder, ['ar']);
    case 'minisearch':
      writeMiniSearch(toPlain(documents()), folder);
      return;
    case 'orama':
      return writeOrama([...toPlain(documents())], folder, ['ar']);
  }
}

function* toPlain(documents: Iterable<SearchDocument>): Generator<PlainDocument> {
  for (const { id, names, sections } of documents)
    yield { id, names: names.join(' · '), text: sections.map(({ text }) => text).join('\n') };
}

/** From nothing to the first results: what is fetched, and how long the whole takes on this machine. */
async function askFirst(
  browser: Browser,
  server: BenchServer,
  engine: EngineName,
  query: string,
): Promise<Pick<Measured, 'firstBytes' | 'firstTime'>> {
  const times: number[] = [];
  let bytes = 0;
  for (let reader = 0; reader < FIRST_READERS; reader++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}page/ar.html`);
    server.takeCount();
    times.push(
      await time(async () => {
        await startSearch(page, engine, { language: 'ar', prefix: '' });
        await askInPage(page, query);
      }),
    );
    bytes = server.takeCount().bytes;
    await context.close();
  }
  return { firstBytes: bytes, firstTime: quantile(times, 0.5) };
}

async function askLater(
  browser: Browser,
  server: BenchServer,
  engine: EngineName,
  queries: readonly string[],
): Promise<Pick<Measured, 'laterBytes' | 'laterTime' | 'empty'>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}page/ar.html`);
  await startSearch(page, engine, { language: 'ar', prefix: '' });
  const [first = '', ...others] = queries;
  await askInPage(page, first);
  const bytes: number[] = [];
  const times: number[] = [];
  let empty = 0;
  for (const query of others) {
    server.takeCount();
    const answer = await askInPage(page, query);
    bytes.push(server.takeCount().bytes);
    times.push(answer.time);
    if (answer.ids.length === 0) empty += 1;
  }
  await context.close();
  return {
    laterBytes: [quantile(bytes, 0.5), quantile(bytes, 0.95)],
    laterTime: [quantile(times, 0.5), quantile(times, 0.95)],
    empty,
  };
}

function measureFolder(folder: string): { readonly files: number; readonly size: number } {
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .filter((status) => status.isFile())
    .map(({ size }) => size);
  return { files: sizes.length, size: sizes.reduce((sum, size) => sum + size, 0) };
}

function print(measured: Measured): void {
  const { engine, build: built, files, size, firstBytes, firstTime, laterBytes, laterTime, empty } = measured;
  console.log(
    `${engine.padEnd(10)} built in ${(built / 1000).toFixed(1)} s, ${kilobytes(size)} in ${files} files; ` +
      `first results ${kilobytes(firstBytes)}, ${firstTime.toFixed(0)} ms; ` +
      `later p50 ${kilobytes(laterBytes[0])}, ${laterTime[0].toFixed(0)} ms, p95 ${kilobytes(laterBytes[1])}, ${laterTime[1].toFixed(0)} ms; ` +
      `${empty} found nothing`,
  );
}

async function time(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(bytes < 100_000 ? 1 : 0)} KB`;
}
