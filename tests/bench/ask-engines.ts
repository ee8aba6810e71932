// Puts queries to every search that is measured, in Chromium, on the finished sites.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readJudgements } from '../search/support/judgements.ts';
import { ask, type JudgedDocument, type Outcome, type Truth } from '../search/support/measure.ts';
import type { PublishedQuery } from '../search/support/queries.ts';
import { readJudged } from '../search/support/read-judged.ts';
import { readStatements } from '../search/support/read-statements.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { runSanad } from '../support/run-sanad.ts';
import { SITE_NAMES, SITES, type AuthoredSiteName } from '../support/sites.ts';
import {
  askInPage,
  ENGINES,
  startSearch,
  writeMiniSearch,
  writeOrama,
  writePagefind,
  type EngineName,
} from './search-engines.ts';
import { serveBench } from './serve-bench.ts';

export interface Answers {
  /** By engine: what it found for each query. */
  readonly outcomes: ReadonlyMap<EngineName, readonly Outcome[]>;
  /** By site: all documents with their texts. */
  readonly documents: ReadonlyMap<AuthoredSiteName, readonly JudgedDocument[]>;
}

/** `work` is an empty folder, in which the sites are built. */
export async function askEngines(queries: readonly PublishedQuery[], work: string): Promise<Answers> {
  const outcomes = new Map<EngineName, readonly Outcome[]>();
  const documents = new Map<AuthoredSiteName, readonly JudgedDocument[]>();
  const browser = await launchBrowser();
  try {
    for (const site of SITE_NAMES) {
      const folder = join(work, site);
      const words = ['build', '--content', SITES[site].content, '--out', folder, '--frozen'];
      const { status, stderr } = await runSanad(words);
      if (status !== 0) throw new Error(stderr);
      const texts = readJudged(join(folder, 'pagefind'));
      documents.set(site, texts);
      const statements = await readStatements(SITES[site].content, join(folder, 'cache'));
      const truth = { documents: texts, statements, judgements: readJudgements() };
      await writePagefind(texts, join(folder, 'stock'));
      writeMiniSearch(texts, join(folder, 'other'));
      await writeOrama(texts, join(folder, 'other'));
      const mine = queries.filter((query) => query.site === site);
      for (const [name, own] of await askOnSite(browser, folder, mine, truth))
        outcomes.set(name, [...(outcomes.get(name) ?? []), ...own]);
    }
  } finally {
    await browser.close();
  }
  return { outcomes, documents };
}

async function askOnSite(
  browser: Browser,
  folder: string,
  queries: readonly PublishedQuery[],
  truth: Truth,
): Promise<ReadonlyMap<EngineName, readonly Outcome[]>> {
  const server = await serveBench({
    sanad: join(folder, 'pagefind'),
    pagefind: join(folder, 'stock'),
    minisearch: join(folder, 'other'),
    orama: join(folder, 'other'),
  });
  const outcomes = new Map<EngineName, readonly Outcome[]>();
  try {
    for (const engine of ENGINES) {
      for (const language of ['ar', 'en'] as const) {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(`${server.url}page/${language}.html`);
        await startSearch(page, engine, { language, prefix: '' });
        const mine = queries.filter((query) => query.language === language);
        const asked = await ask(mine, async ({ query }) => (await askInPage(page, query)).ids, truth);
        outcomes.set(engine, [...(outcomes.get(engine) ?? []), ...asked]);
        await context.close();
      }
    }
  } finally {
    await server.close();
  }
  return outcomes;
}
