import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findBarriers } from '../e2e/support/barriers.ts';
import { NARROW, useReaders } from '../e2e/support/readers.ts';
import { searchPage } from '../e2e/support/search-page.ts';
import { say, type Language } from '../e2e/support/strings.ts';

const WORDS = {
  ar: { query: 'داعش', passage: 'بلجيكا', nothing: 'قسطنطينوبوليسية' },
  en: { query: 'ISIS', passage: 'بلجيكا', nothing: 'xylophonists' },
} as const;

/** Failures that a test brings about. */
const BROKEN = /ERR_FAILED|Failed to fetch|ERR_INTERNET_DISCONNECTED|could not be read|Failed to load|\b404\b/;

/** Opens the search page with what its address may say, and waits for results. */
function useSearch(language: Language) {
  const readers = useReaders('main');
  const toSearch = (parameters: Readonly<Record<string, string>>): string =>
    `${readers.toUrl(language, 'search/')}?${new URLSearchParams(parameters).toString()}`;
  return {
    readers,
    toSearch,
    open: async (parameters: Readonly<Record<string, string>>) => {
      const page = await readers.open();
      await page.goto(toSearch(parameters));
      const search = searchPage(page, language);
      await search.results.first().waitFor();
      return { page, search };
    },
  };
}

const readTitles = (page: Page): Promise<string[]> => page.locator('[data-search-results] > li > a').allTextContents();
const readStatus = (page: Page): Promise<string> => page.locator('[data-search-status]').innerText();

describe.each(['ar', 'en'] as const)('a reader who sorts in %s', (language) => {
  const { open } = useSearch(language);
  const words = WORDS[language];

  test('gets everything of a kind without a word, in the order of names', async () => {
    const { page } = await open({ kind: 'members' });
    const titles = await readTitles(page);
    expect(titles).toHaveLength(8);
    const key = (title: string): string => title.replace(/^ال(?=\p{L}{2})/u, '');
    expect(titles).toEqual(titles.toSorted((a, b) => new Intl.Collator(language).compare(key(a), key(b))));
  });

  test('sorts by name, and back to the best by Back', async () => {
    const { page } = await open({ q: words.query, kind: 'events' });
    const best = await readTitles(page);
    await page.getByRole('combobox', { name: say(language, 'search.sort') }).selectOption('name');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'name');
    const key = (title: string): string => title.replace(/^(?:ال(?=\p{L}{2})|the )/iu, '');
    const byName = best.toSorted((a, b) => new Intl.Collator(language, { numeric: true }).compare(key(a), key(b)));
    expect(byName).not.toEqual(best);
    await expect.poll(() => readTitles(page)).toEqual(byName);
    await page.goBack();
    await expect.poll(() => readTitles(page)).toEqual(best);
  });
});

describe('a reader who narrows a search', () => {
  const language = 'ar';
  const { readers, toSearch, open } = useSearch(language);
  const words = WORDS[language];

  test('chooses a value of a property of the kind, which the address keeps and Back takes away', async () => {
    const { page, search } = await open({ q: words.query, kind: 'events' });
    const location = page.locator('select[name="events.location"]');
    await location.waitFor();
    const before = await search.results.count();
    const option = location.locator('option[value="places/iraq"]');
    const count = Number(/\((\d+)\)/.exec((await option.textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(0);

    await location.selectOption('places/iraq');
    await page.waitForURL((url) => url.searchParams.get('events.location') === 'places/iraq');
    await expect.poll(() => search.results.count()).toBe(count);
    expect(count).toBeLessThan(before);

    await page.reload();
    await expect.poll(() => search.results.count()).toBe(count);
    expect(await location.inputValue()).toBe('places/iraq');

    await page.goBack();
    await expect.poll(() => search.results.count()).toBe(before);
    expect(await location.inputValue()).toBe('');
  });

  test('loses what belonged to a kind when choosing another', async () => {
    const { page, search } = await open({ q: words.query, kind: 'events', 'events.location': 'places/iraq' });
    await search.kinds.selectOption('members');
    await page.waitForURL((url) => url.searchParams.get('kind') === 'members');
    expect(new URL(page.url()).searchParams.get('events.location')).toBeNull();
  });

  test('chooses a year by its button, sees how much is of it, and lets it go again', async () => {
    const { page, search } = await open({ q: words.query });
    const button = page.locator('[data-search-years] button').first();
    await button.waitFor();
    const [, year = '', count = ''] = /(\d{4}) \((\d+)\)/.exec(await button.innerText()) ?? [];
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('from') === year && url.searchParams.get('to') === year);
    await expect.poll(() => search.results.count()).toBe(Number(count));
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('from'));
  });

  test('sees counts that follow the words', async () => {
    const { page, search } = await open({ q: words.query });
    const option = page.locator('select[name=kind] option[value=events]');
    await expect.poll(() => option.textContent()).toMatch(/\(\d+\)/);
    const before = await option.textContent();
    await search.box.fill(words.passage);
    await expect.poll(() => option.textContent()).not.toBe(before);
  });

  test('takes all filters away at once', async () => {
    const { page, search } = await open({ q: words.query, kind: 'events', from: '2016', sort: 'name' });
    await page.getByRole('button', { name: say(language, 'search.clear') }).click();
    await page.waitForURL((url) => !url.searchParams.has('kind') && !url.searchParams.has('from'));
    expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
    await expect.poll(async () => (await search.listKinds()).length).toBeGreaterThan(1);
  });

  test('sorts by date, the newest or the oldest first', async () => {
    const { page, search } = await open({ kind: 'statistics', sort: 'oldest' });
    const { results } = search;
    const oldest = await readTitles(page);
    await page.goto(toSearch({ kind: 'statistics', sort: 'newest' }));
    await results.first().waitFor();
    await expect.poll(async () => (await readTitles(page)).length).toBe(oldest.length);
    expect(await readTitles(page)).not.toEqual(oldest);
    await page.goto(toSearch({ kind: 'statistics', from: '2015', to: '2015' }));
    await results.first().waitFor();
    await expect.poll(() => readTitles(page)).toContain(oldest[0]);
  });

  test('opens the other results of a page only when they are wanted', async () => {
    const { page, search } = await open({ q: 'الناتو', kind: 'passage', group: 'page' });
    expect(await search.results.count()).toBe(1);
    await page.locator('.search-others').click();
    const others = page.locator('[data-search-results] > li ol > li');
    await others.first().waitFor();
    expect(
      await others
        .first()
        .getByRole('link')
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    const links = await page
      .locator('[data-search-results] a')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(new Set(links).size).toBe(links.length);
  });

  test('hears how many results there are, and never of those to an older question', async () => {
    const { page, search } = await open({ q: words.query, kind: 'events' });
    await expect.poll(() => readStatus(page)).toContain(String(await search.results.count()));
    await search.box.fill('');
    await expect.poll(() => readStatus(page)).toContain('10');
    await search.kinds.selectOption('');
    await expect.poll(() => readStatus(page)).toBe('');
  });

  test('does all of it by keyboard alone', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'search/'));
    await page.keyboard.type(words.query);
    const search = searchPage(page, language);
    await search.results.first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await search.kinds.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.waitForURL((url) => url.searchParams.get('kind') === 'passage');
    await expect.poll(search.listKinds).toEqual(['passage']);
    for (let steps = 0; steps < 20; steps += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.closest('[data-search-results]') !== null)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/articles/nato-against-isis/*');
  });

  test('on a small screen sees the results first', async () => {
    const page = await readers.open({ viewport: NARROW });
    await page.goto(toSearch({ q: words.query }));
    const search = searchPage(page, language);
    await search.results.first().waitFor();
    expect(await search.kinds.isVisible()).toBe(false);
    await page.getByText(say(language, 'search.refine')).click();
    expect(await search.kinds.isVisible()).toBe(true);
  });
});

describe('a reader whom the search cannot serve', () => {
  const language = 'ar';
  const { readers, toSearch } = useSearch(language);
  const words = WORDS[language];

  test.each(['words', 'index', 'records'])(
    'is told when a file of %s is missing, and searches when it is back',
    async (part) => {
      const page = await readers.open({ expected: BROKEN });
      const isPart = (url: URL): boolean => url.pathname.includes(`/pagefind/${part}/`);
      await page.context().route(isPart, (route) => route.fulfill({ status: 404, body: '' }));
      await page.goto(toSearch({ q: words.query }));
      await page.getByText(say(language, 'search.error')).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.context().unroute(isPart);
      await page.getByRole('button', { name: say(language, 'search.retry') }).click();
      await page.locator('[data-search-results] > li').first().waitFor();
    },
  );

  test('is told of being offline, and searches without asking when the network is back', async () => {
    const page = await readers.open({ expected: BROKEN });
    await page.goto(readers.toUrl(language, 'search/'));
    await page.context().setOffline(true);
    const search = searchPage(page, language);
    await search.box.fill(words.query);
    await page.getByText(say(language, 'search.offline')).waitFor();
    await page.context().setOffline(false);
    await search.results.first().waitFor();
  });

  test('is offered a name like the one that was not found, which finds it', async () => {
    const page = await readers.open();
    await page.goto(toSearch({ q: 'فظظسا' }));
    const search = searchPage(page, language);
    await page.locator('[data-search-help] a').first().click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'فرنسا');
    await search.resultsOf('members').first().waitFor();
  });

  test('is told in the dialog too, can try again there, and finds the way to the indexes', async () => {
    const page = await readers.open({ expected: BROKEN });
    const isIndex = (url: URL): boolean => url.pathname.includes('/pagefind/');
    await page.context().route(isIndex, (route) => route.abort());
    await page.goto(readers.toUrl(language));
    await page.keyboard.press('/');
    await page.keyboard.type(words.query);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say(language, 'search.error')).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().unroute(isIndex);
    await dialog.getByRole('button', { name: say(language, 'search.retry') }).click();
    await dialog.getByRole('option').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await dialog.getByRole('combobox').fill(words.nothing);
    await dialog.getByText(say(language, 'search.read-as')).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('link', { name: say(language, 'search.browse') }).click();
    await page.waitForURL('**/search/#browse_title');
  });
});

describe('a link into the site', () => {
  const readers = useReaders('main');
  const readMarked = (page: Page): Promise<string[]> =>
    page.evaluate(() => [...(CSS.highlights.get('search-words') ?? [])].map((range) => (range as Range).toString()));

  test('marks the words that it asks for, with what is joined to them', async () => {
    const page = await readers.open();
    await page.goto(
      `${readers.toUrl('ar', 'articles/nato-against-isis/')}?q=${encodeURIComponent('كندا والدنمارك')}#p2`,
    );
    await expect.poll(() => readMarked(page)).toEqual(['وكندا', 'والدنمارك']);
  });

  test('marks them on the whole page where it names no place', async () => {
    const page = await readers.open();
    await page.goto(`${readers.toUrl('en', 'members/belgium/')}?q=belgium`);
    await expect.poll(async () => (await readMarked(page)).length).toBeGreaterThan(1);
    expect(new Set((await readMarked(page)).map((word) => word.replace(/[’']s$/, '')))).toEqual(new Set(['Belgium']));
  });

  test('marks nothing where nothing was asked, and leaves the text alone', async () => {
    const page = await readers.open();
    await page.goto(`${readers.toUrl('ar', 'articles/nato-against-isis/')}#p2`);
    expect(await readMarked(page)).toEqual([]);
  });

  test('carries the words into a new window', async () => {
    const page = await readers.open();
    await page.goto(`${readers.toUrl('ar', 'search/')}?q=${encodeURIComponent('بلجيكا')}`);
    const link = searchPage(page, 'ar').resultsOf('passage').first().getByRole('link');
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click({ modifiers: ['Control'] })]);
    await opened.waitForURL('**/articles/nato-against-isis/?q=*#p2');
    await expect.poll(() => readMarked(opened)).toEqual(['بلجيكا']);
  });

  test('marks them again after a reload', async () => {
    const page = await readers.open();
    await page.goto(`${readers.toUrl('ar', 'search/')}?q=${encodeURIComponent('بلجيكا')}`);
    await searchPage(page, 'ar').resultsOf('passage').first().getByRole('link').click();
    await page.waitForURL('**/articles/nato-against-isis/#p2');
    await expect.poll(() => readMarked(page)).toEqual(['بلجيكا']);
    await page.reload();
    await expect.poll(() => readMarked(page)).toEqual(['بلجيكا']);
  });
});

describe.each(['ar', 'en'] as const)('the search page in %s has no barrier that a machine can find', (language) => {
  const readers = useReaders('main');
  const words = WORDS[language];

  test.each([
    ['filtered', { q: words.query, kind: 'events', 'events.location': 'places/iraq' }],
    ['grouped and sorted', { q: words.query, group: 'page', sort: 'newest' }],
    ['with nothing found', { q: words.nothing }],
    ['with nothing left', { q: words.query, kind: 'figures', from: '1900', to: '1901' }],
  ] as const)('%s', async (_what, parameters) => {
    const page = await readers.open();
    await page.goto(`${readers.toUrl(language, 'search/')}?${new URLSearchParams(parameters).toString()}`);
    await page.locator('[data-search-results] > li, [data-search-help] > p').first().waitFor();
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await findBarriers(page)));
    }
    await page.setViewportSize(NARROW);
    found.push(...(await findBarriers(page)));
    expect(found).toEqual([]);
  });
});
