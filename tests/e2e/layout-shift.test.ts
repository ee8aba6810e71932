import type { ViewportSize } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { NARROW, useReaders, WIDE } from './support/readers.ts';

/** Milliseconds that every font is late. */
const LATE = 700;
/** What is printed as 0.00. */
const NOTHING = 0.005;

describe.each(['ar', 'en'] as const)('a page in %s whose fonts are late', (language) => {
  const readers = useReaders('main');

  test.each([
    ['article', 'articles/nato-against-isis/'],
    ['entity', 'members/belgium/'],
    ['entity with figures in its prose', 'organizations/isis/'],
    ['statistic', 'statistics/isis-fighters-2016/'],
    ['home', ''],
    ['index', 'members/'],
    ['search', 'search/'],
  ])('moves nothing when they come, wide or narrow: %s', async (_what, path) => {
    expect(await measureShifts(path, WIDE)).toBeLessThan(NOTHING);
    expect(await measureShifts(path, NARROW)).toBeLessThan(NOTHING);
  });

  const measureShifts = async (path: string, viewport: ViewportSize): Promise<number> => {
    const page = await readers.open({ viewport });
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE));
      await route.continue();
    });
    await page.goto(readers.toUrl(language, path));
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
