import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Browser, BrowserContext, Page, ViewportSize } from 'playwright-core';
import { serveFolder, type FolderServer } from '../../../src/cli/serve-folder.ts';
import { findSite } from '../../support/built-site.ts';
import { launchBrowser } from '../../support/launch-browser.ts';
import { SITES, type SiteName } from '../../support/sites.ts';

/** A small laptop and a telephone. */
export const WIDE: ViewportSize = { width: 1280, height: 800 };
export const NARROW: ViewportSize = { width: 390, height: 844 };

export interface ReaderOptions {
  readonly scripts?: 'on' | 'off';
  readonly viewport?: ViewportSize;
  readonly colorScheme?: 'light' | 'dark';
  /** Troubles that the test is about; all others fail it. */
  readonly expected?: RegExp;
}

export interface Readers {
  /** Opens a fresh browser window; nothing is kept from earlier ones. */
  open(options?: ReaderOptions): Promise<Page>;
  /** Address of a path in one of the site's languages: `toUrl('en', 'members/')`. */
  toUrl(language: string, path?: string): string;
}

/**
 * Gives the tests of a file a browser, and the site behind our own server. After each test every window is closed, and
 * whatever went wrong in it fails the test: errors of scripts, files that are missing, requests to other hosts.
 */
export function useReaders(name: SiteName): Readers {
  let server: FolderServer;
  beforeAll(async () => {
    server = await serveFolder({ folder: findSite(name).folder, base: '/', host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.close());
  const windows = useWindows();
  return {
    open: (options) => windows.open(server.url, options),
    toUrl: (language, path = '') =>
      `${server.url}${language === SITES[name].languages[0] ? '' : `${language}/`}${path}`,
  };
}

/** Windows onto a site that the test itself serves. */
export function useWindows(): { open(origin: string, options?: ReaderOptions): Promise<Page> } {
  let browser: Browser;
  let opened: {
    readonly context: BrowserContext;
    readonly troubles: readonly string[];
    readonly expected: RegExp | undefined;
  }[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const mine = opened;
    opened = [];
    for (const { context } of mine) await context.close();
    expect(mine.flatMap(({ troubles, expected }) => troubles.filter((one) => expected?.test(one) !== true))).toEqual(
      [],
    );
  });
  return {
    open: async (origin, { scripts = 'on', viewport = WIDE, colorScheme = 'light', expected } = {}) => {
      const context = await browser.newContext({
        javaScriptEnabled: scripts === 'on',
        viewport,
        colorScheme,
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      opened.push({ context, troubles: watch(page, new URL(origin).origin), expected });
      return page;
    },
  };
}

function watch(page: Page, origin: string): readonly string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      troubles.push(`request to another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What was on its way when the reader left the page.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
  return troubles;
}
