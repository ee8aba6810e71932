import { describe, expect, test } from 'vitest';
import { NARROW, useReaders, WIDE } from './support/readers.ts';

/** Milliseconds that every font is late. */
const LATE = 700;
/** What is printed as 0.00. */
const NOTHING = 0.005;

describe.each(['ar', 'en'] as const)('a page in %s whose fonts are late', (language) => {
  const readers = useReaders('main');

  test.each([
    ['article, wide', 'articles/nato-against-isis/', WIDE],
    ['article, narrow', 'articles/nato-against-isis/', NARROW],
    ['entity, wide', 'members/belgium/', WIDE],
    ['home, narrow', '', NARROW],
  ])('moves nothing when they come: %s', async (_what, path, viewport) => {
    const page = await readers.open({ viewport });
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE));
      await route.continue();
    });
    await page.goto(readers.toUrl(language, path));
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const shifts = await page.evaluate(
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
    expect(shifts).toBeLessThan(NOTHING);
  });
});
