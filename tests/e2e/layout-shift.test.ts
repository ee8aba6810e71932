import type { ViewportSize } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { NARROW, useReaders, WIDE } from './support/readers.ts';

/** Milliseconds that every font and, after them, every script is late. */
const LATE = { '.woff2': 400, '.js': 500 };
/** What is printed as 0.00. */
const NOTHING = 0.005;
/** What the browsers' makers call good; what narrows a search down comes a moment after its first results. */
const GOOD = 0.1;

describe.each(['ar', 'en'] as const)('a page in %s whose fonts and scripts are late', (language) => {
  const readers = useReaders('main');

  test.each([
    ['article', 'articles/nato-against-isis/'],
    ['entity', 'members/belgium/'],
    ['entity with figures in its prose', 'organizations/isis/'],
    ['statistic', 'statistics/isis-fighters-2016/'],
    ['home', ''],
    ['index', 'members/'],
    ['statistics', 'statistics/'],
    ['timeline', 'timeline/'],
    ['search', 'search/'],
  ])('moves nothing when they come, wide or narrow: %s', async (_what, path) => {
    expect(await measureShifts(path, WIDE)).toBeLessThan(NOTHING);
    expect(await measureShifts(path, NARROW)).toBeLessThan(NOTHING);
  });

  test.each([
    ['one answer', 'Belgium'],
    ['many answers', 'ISIS'],
    ['no answer', 'zzzzqqqq'],
  ])('hardly moves when a search that came with its question has %s', async (_what, question) => {
    for (const viewport of [WIDE, NARROW]) {
      const answered = '[data-search-results] li, [data-search-help] > *';
      expect(await measureShifts(`search/?q=${question}`, viewport, answered)).toBeLessThan(GOOD);
    }
  });

  const measureShifts = async (path: string, viewport: ViewportSize, awaited = 'html'): Promise<number> => {
    const page = await readers.open({ viewport });
    for (const [ending, delay] of Object.entries(LATE)) {
      await page.route(`**/_astro/*${ending}`, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        await route.continue();
      });
    }
    await page.goto(readers.toUrl(language, path));
    await page.waitForSelector(awaited);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const entries: PerformanceEntry[] = [];
          const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
          observer.observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve(entries.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0));
            }, 100);
          });
        }),
    );
  };
});
