import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveWithSanad, type RunningSite } from '../support/run-sanad.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';
import { useWindows } from './support/readers.ts';

const LONG = 180_000;

describe('sanad dev', () => {
  const windows = useWindows();

  test(
    'shows what an author writes at once, in the search too, pages that come and go, a mistake over the page, and the page again when it is mended',
    async () => {
      const folder = makeFolder();
      const file = join(copyContent('lighthouses', folder), 'keepers/tobin-reyle.mdx');
      const written = readFileSync(file, 'utf8');
      const site = await serve(['dev', '--port', '0'], folder);
      const page = await windows.open(site.url);
      const overlay = page.locator('vite-error-overlay');

      await page.goto(`${site.url}keepers/tobin-reyle/`, { timeout: 60_000 });
      await page.getByText('Carried the oil.').waitFor();

      writeFileSync(file, written.replace('Carried the oil.', 'Carried all of the oil.'));
      await page.getByText('Carried all of the oil.').waitFor({ timeout: 30_000 });

      await page.goto(`${site.url}search/?q=buckets`);
      await page.locator('[data-search-results] > li[data-kind=passage]').first().waitFor({ timeout: 30_000 });
      await page.goto(`${site.url}search/?q=Carried+all+of+the+oil`);
      await page.locator('[data-search-results] mark', { hasText: /all/i }).first().waitFor({ timeout: 30_000 });
      await page.goto(`${site.url}keepers/tobin-reyle/`);

      writeFileSync(file, written.replace('label:', 'formerIds: [keepers/tobin]\nlabel:'));
      await expect.poll(() => read(`${site.url}keepers/tobin/`), { timeout: 30_000 }).toContain('keepers/tobin-reyle/');
      writeFileSync(file.replace('tobin-reyle', 'newcomer'), '---\nlabel: { en: The Newcomer, ar: القادم }\n---\n');
      await expect.poll(() => read(`${site.url}keepers/newcomer/`), { timeout: 30_000 }).toContain('The Newcomer');
      writeFileSync(file, written);
      await expect.poll(() => read(`${site.url}keepers/tobin/`), { timeout: 30_000 }).not.toContain('url=');

      writeFileSync(file, written.replace('in buckets, by Tobin', 'in barrels, by Tobin'));
      await overlay.waitFor({ timeout: 30_000 });
      await expect
        .poll(() => overlay.locator('#message-content').textContent(), { timeout: 10_000 })
        .toContain('citation-missing');
      expect(await overlay.locator('#message-content').textContent()).toContain('keepers/tobin-reyle.mdx');

      await page.goto(`${site.url}towers/constructor/`);
      await overlay.waitFor({ timeout: 30_000 });

      writeFileSync(file, written);
      await overlay.waitFor({ state: 'detached', timeout: 30_000 });
      await page.getByRole('heading', { level: 1, name: 'the Constructor' }).waitFor();
    },
    LONG,
  );
});

describe('sanad start', () => {
  const windows = useWindows();

  test(
    'builds the site, prints its address and serves it until it is stopped',
    async () => {
      const folder = makeFolder();
      copyContent('lighthouses', folder);
      const site = await serve(['start', '--port', '0'], folder);
      expect(site.log()).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);

      const page = await windows.open(site.url);
      await page.goto(site.url);
      await page.getByRole('heading', { level: 1, name: 'The Lights of Sarn' }).waitFor();
      await site.stop();
      await expect(fetch(site.url)).rejects.toThrow();

      const again = await serve(['preview', '--port', '0', '--base', '/deep/'], folder);
      expect((await fetch(`${again.url}towers/`)).status).toBe(200);
      expect((await fetch(new URL('/towers/', again.url))).status).toBe(404);
    },
    LONG,
  );
});

async function read(url: string): Promise<string> {
  return (await fetch(url)).text();
}

async function serve(words: readonly string[], folder: string): Promise<RunningSite> {
  const site = await serveWithSanad(words, folder);
  onTestFinished(() => site.stop());
  return site;
}
