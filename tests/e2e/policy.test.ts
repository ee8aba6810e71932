import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { findSite } from '../support/built-site.ts';
import { serveAsHost, type HostServer } from '../support/serve-as-host.ts';
import { SITE_NAMES, SITES } from '../support/sites.ts';
import { useWindows } from './support/readers.ts';
import { searchPage } from './support/search-page.ts';
import { listTemplates } from './support/templates.ts';

/** What the browser refused, as its own events tell. */
interface Watched extends Window {
  refused?: string[];
}

describe.each(SITE_NAMES)('the site %s under the headers it is published with', (name) => {
  const windows = useWindows();
  let server: HostServer;
  beforeAll(async () => {
    server = await serveAsHost('cloudflare', findSite(name).folder, '/');
  });
  afterAll(() => server.close());

  test('has no page of any sort in which the browser refuses anything', async () => {
    const page = await openWatched();
    const refused: string[] = [];
    for (const path of listTemplates(name)) {
      await page.goto(server.url + path.slice(1), { waitUntil: 'load' });
      refused.push(...(await readRefused(page)));
    }
    expect(refused).toEqual([]);
  });

  test('searches in a worker, shows previews and changes its theme with nothing refused', async () => {
    const page = await openWatched();
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname));
    const [language] = SITES[name].languages;
    const word = name === 'main' ? 'الناتو' : 'Halder';
    await page.goto(`${server.url}search/?q=${encodeURIComponent(word)}`);
    await searchPage(page, language).results.first().waitFor();
    expect(workers).toEqual(['/pagefind/pagefind-worker.js']);

    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('combobox').fill(word);
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');

    const [article = ''] = listTemplates(name).filter((path) => path.startsWith('/articles/') && path !== '/articles/');
    await page.goto(server.url + article.slice(1));
    await page.locator('main [data-passage] a.entity').first().hover();
    await page.locator('#preview_card').waitFor();
    await page.locator('[data-theme-switch] select').selectOption('dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await readRefused(page)).toEqual([]);
  });

  test('runs nothing that was put into a page', async () => {
    const page = await windows.open(server.origin, { expected: /Content Security Policy|Trusted|console: Refused/ });
    await page.addInitScript(watchRefusals);
    await page.goto(server.url);
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      const button = document.createElement('button');
      const outcomes: string[] = [];
      const attempt = (what: string, act: () => unknown): void => {
        try {
          act();
        } catch {
          return;
        }
        outcomes.push(what);
      };
      attempt('HTML', () => (button.innerHTML = '<img src=x onerror="document.title=1">'));
      attempt('a script of text', () => (script.text = 'document.title = "run"'));
      attempt('a script from elsewhere', () => (script.src = 'https://elsewhere.example/x.js'));
      attempt('a worker', () => new Worker('/before-paint.js'));
      button.setAttribute('style', 'color: red');
      document.body.append(button);
      await new Promise((resolve) => setTimeout(resolve, 0));
      return { outcomes, title: document.title, colour: button.style.color };
    });
    expect(ran.outcomes).toEqual([]);
    expect(ran.title).not.toBe('run');
    expect((await readRefused(page)).length).toBeGreaterThan(0);
  });

  async function openWatched(): Promise<Page> {
    const page = await windows.open(server.origin);
    await page.addInitScript(watchRefusals);
    return page;
  }
});

/** Runs in the page before its own scripts. */
function watchRefusals(): void {
  const watched = window as Watched;
  watched.refused = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    watched.refused?.push(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}`);
  });
}

function readRefused(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as Watched).refused ?? ['nobody watched']);
}
