/**
 * What publishing costs at size: the sitemaps of many pages (time, and the most memory that was in use while they were
 * written), and the data of the project's own pages. Run with `node tests/bench/publishing.ts [PAGES]`.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../src/compiler/compile.ts';
import { openKnowledgeBase } from '../../src/compiler/knowledge-base.ts';
import type { SitemapPage } from '../../src/export/write-sitemap.ts';
import { buildArticlePage } from '../../src/site/models/article-page.ts';
import { buildEntityPage } from '../../src/site/models/entity-page.ts';
import { createPageContext } from '../../src/site/page-context.ts';
import { writeSitemapFiles } from '../../src/site/publishing/write-publishing-files.ts';
import { createUrls } from '../../src/site/urls.ts';

const PAGES = Number(process.argv[2] ?? 200_000);
const ROUNDS = 40;
const SITE = { base: '/', siteUrl: 'https://example.org/' };

const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
try {
  console.log(`load ${(loadavg()[0] ?? 0).toFixed(1)}, Node ${process.version}`);
  measureSitemaps(PAGES / 10);
  measureSitemaps(PAGES);
  await measureData();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureSitemaps(count: number): void {
  let most = 0;
  const urls = createUrls({ ...SITE, languages: ['ar', 'en'] }, 'ar');
  function* list(): Generator<SitemapPage> {
    for (let number = 0; number < count; number += 1) {
      if (number % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
      const path = `entities/entity-${number}/`;
      yield {
        versions: ['ar', 'en'].map((language) => ({ language, url: urls.absolute(urls.inLanguage(language, path)) })),
      };
    }
  }
  const before = process.cpuUsage();
  const files = writeSitemapFiles(folder, list(), urls);
  const { user, system } = process.cpuUsage(before);
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  console.log(
    `${count} pages in 2 languages: ${files.length} files, the largest ${(Math.max(...sizes) / 1e6).toFixed(1)} MB, ${((user + system) / 1e6).toFixed(2)} s, heap at most ${(most / 1e6).toFixed(0)} MB`,
  );
}

async function measureData(): Promise<void> {
  const compilation = await compile({ contentFolder: 'content', cacheFolder: join(folder, 'cache'), locks: 'frozen' });
  if (compilation.status === 'refused') throw new Error('The content has errors.');
  const kb = openKnowledgeBase(compilation.knowledgeBaseFile);
  const context = createPageContext(kb, SITE, 'ar');
  const pages = {
    entity: kb.entities().map(({ id }) => buildEntityPage(context, id)?.shell),
    article: kb.articles().map(({ id }) => buildArticlePage(context, id)?.shell),
  };
  for (const [name, shells] of Object.entries(pages)) {
    const times: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = process.cpuUsage();
      for (const shell of shells) bytes += Buffer.byteLength(shell?.writeData?.() ?? '');
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000 / shells.length);
    }
    const median = times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0;
    console.log(
      `data of an ${name}'s page: ${median.toFixed(2)} ms, ${(bytes / ROUNDS / shells.length / 1000).toFixed(1)} kB (${shells.length} pages)`,
    );
  }
  kb.close();
}
