import { describe, expect, test } from 'vitest';
import { findBarriers, findBarriersInAllViews, NARROWEST } from './support/barriers.ts';
import { useReaders } from './support/readers.ts';

const PAGES = {
  home: '',
  articles: 'articles/',
  article: 'articles/nato-against-isis/#members.belgium.direct-attacks',
  entity: 'organizations/isis/',
  statistic: 'statistics/isis-fighters-2016/',
  'board of statistics': 'statistics/',
  index: 'members/',
  'A to Z': 'index/',
  coverage: 'coverage/',
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
      expect(await findBarriersInAllViews(page)).toEqual([]);
    },
  );

  test('an open preview has none either', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'articles/nato-against-isis/'));
    await page.locator('.row-text a.entity').first().focus();
    await page.locator('#preview_card').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page)).toEqual([]);
  });

  test('nor has the open search dialog with what it suggests', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'members/'));
    await page.locator('[data-search-open]').first().click();
    await page.locator('.search-dialog input').fill('NATO');
    await page.locator('.search-dialog [role=option]').first().waitFor();
    expect(await findBarriersInAllViews(page)).toEqual([]);
  });

  test.each(Object.entries(PAGES))('the page %s is never wider than a narrow screen', async (name, path) => {
    const page = await readers.open({ viewport: NARROWEST });
    await page.goto(readers.toUrl(language, name === 'not found' && language === 'en' ? '404/' : path));
    const { width, wide } = await page.evaluate(readOverflow);
    expect({ width, wide }).toEqual({ width: 320, wide: [] });
  });
});

/** Pages of lists that go on, and of what is too long for its own page. */
const FURTHER_PAGES = {
  'second page of an index': 'people/page/2/',
  'second page of mentions': 'people/sara-haddad/mentions/page/2/',
  'second page of a board': 'figures/page/2/',
  'entity of many claims': 'people/sara-haddad/',
  'long article': 'articles/chronicle/',
  'passages of a long article': 'articles/chronicle/passages/',
};

describe.each(['ar', 'en'] as const)('where lists are long, in %s', (language) => {
  const readers = useReaders('crowded');

  test.each(Object.entries(FURTHER_PAGES))(
    'the page %s has no barrier that a machine can find, wide or narrow, light or dark',
    async (_, path) => {
      const page = await readers.open();
      await page.goto(readers.toUrl(language, path));
      expect(await findBarriersInAllViews(page)).toEqual([]);
      await page.setViewportSize(NARROWEST);
      const { width, wide } = await page.evaluate(readOverflow);
      expect({ width, wide }).toEqual({ width: 320, wide: [] });
    },
  );
});

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
