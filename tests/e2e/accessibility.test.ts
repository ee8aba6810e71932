import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { NARROW, useReaders, WIDE } from './support/readers.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = {
  home: '',
  article: 'articles/nato-against-isis/#members.belgium.direct-attacks',
  entity: 'organizations/isis/',
  statistic: 'statistics/isis-fighters-2016/',
  'board of statistics': 'statistics/',
  index: 'members/',
  search: 'search/?q=NATO',
  map: 'map/',
  timeline: 'timeline/',
  graph: 'graph/',
  'free page': 'method/',
  'not found': '404.html',
};

describe.each(['ar', 'en'] as const)('in %s', (language) => {
  const readers = useReaders('main');

  test.each(Object.entries(PAGES))(
    'the page %s has no barrier that a machine can find, wide or narrow, light or dark',
    async (name, path) => {
      const page = await readers.open();
      await page.goto(readers.toUrl(language, name === 'not found' && language === 'en' ? '404/' : path));
      if (name === 'search') await page.locator('[data-search-results] > li').first().waitFor();
      await page.evaluate(AXE);
      const found: string[] = [];
      for (const viewport of [WIDE, NARROW]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          found.push(
            ...(await findBarriers(page)).map((barrier) => `${viewport.width} px, ${colorScheme}: ${barrier}`),
          );
        }
      }
      expect(found).toEqual([]);
    },
  );

  test.each(Object.entries(PAGES))('the page %s is never wider than a narrow screen', async (name, path) => {
    const page = await readers.open({ viewport: { width: 320, height: 640 } });
    await page.goto(readers.toUrl(language, name === 'not found' && language === 'en' ? '404/' : path));
    const { width, wide } = await page.evaluate(readOverflow);
    expect({ width, wide }).toEqual({ width: 320, wide: [] });
  });
});

async function findBarriers(page: Page): Promise<string[]> {
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** Runs in the page: how wide it is, and which elements stick out of it. */
function readOverflow(): { width: number; wide: string[] } {
  const width = document.documentElement.scrollWidth;
  // What stands in a box that scrolls by itself does not widen the page.
  const isBoxed = (element: Element): boolean => {
    const { parentElement: parent } = element;
    return parent !== null && (getComputedStyle(parent).overflowX !== 'visible' || isBoxed(parent));
  };
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return width > innerWidth && (left < 0 || right > innerWidth) && !isBoxed(element);
  });
  return { width, wide: wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
}
