import { describe, expect, test } from 'vitest';
import { useReaders } from '../e2e/support/readers.ts';
import { say } from '../e2e/support/strings.ts';

const QUERIES = {
  ar: {
    typed: 'وبلجيكا',
    title: 'بلجيكا',
    nothing: 'قسطنطينوبوليسية',
    common: 'من هو',
    near: 'برينزن',
    name: 'برينان',
  },
  en: {
    typed: 'Belgim',
    title: 'Belgium',
    nothing: 'xylophonists',
    common: 'who is it',
    near: 'Netrhelanns',
    name: 'netherlands',
  },
} as const;

describe.each(['ar', 'en'] as const)('the search dialog in %s', (language) => {
  const readers = useReaders('main');
  const query = QUERIES[language];

  test('opens on a slash, finds while words are typed, and follows the chosen result', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'articles/'));
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: say(language, 'search.dialog-label') });
    const box = dialog.getByRole('combobox');
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await box.getAttribute('aria-expanded')).toBe('false');

    await page.keyboard.type(query.typed);
    const options = dialog.getByRole('option');
    await options.first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    // The first results are of the letters that were there when they were asked for.
    await expect.poll(() => options.first().textContent()).toContain(query.title);
    await expect.poll(() => dialog.getByRole('status').textContent()).toMatch(/\d|نتيجة|نتيجتان|result/);

    await page.keyboard.press('ArrowDown');
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/members/belgium/*');
  });

  test('goes to all results on Enter when none is chosen', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language));
    await page.keyboard.press('/');
    await page.keyboard.type(query.title);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/search/') && url.searchParams.get('q') === query.title);
    await page.locator('[data-search-results] > li').first().waitFor();
  });

  test('closes on Escape and gives the focus back', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language));
    const link = page.locator('a[data-search-open]');
    await link.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each(['Control+k', 'Meta+k'])('opens on %s', async (keys) => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language));
    await page.keyboard.press(keys);
    await page.getByRole('dialog').waitFor();
  });

  test('leaves a slash that is written into a box alone', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language));
    const box = page.getByRole('main').getByRole('searchbox');
    await box.focus();
    await page.keyboard.type('a/b');
    expect(await box.inputValue()).toBe('a/b');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe.each(['ar', 'en'] as const)('the search page in %s', (language) => {
  const readers = useReaders('main');
  const query = QUERIES[language];
  const toSearch = (text: string): string => `${readers.toUrl(language, 'search/')}?q=${encodeURIComponent(text)}`;

  test('marks the words where a result leads, without a change to the text', async () => {
    const page = await readers.open();
    await page.goto(toSearch('بلجيكا'));
    const passage = page.locator('[data-search-results] > li[data-kind=passage]').first();
    await passage.waitFor();
    expect(await passage.locator('mark').allTextContents()).toEqual(['بلجيكا']);
    await passage.getByRole('link').click();
    await page.waitForURL('**/articles/nato-against-isis/#p2');
    const readMarked = (): Promise<string[]> =>
      page.evaluate(() => [...(CSS.highlights.get('search-words') ?? [])].map((range) => (range as Range).toString()));
    await expect.poll(readMarked).toEqual(['بلجيكا']);
    expect(await page.locator('#p2 mark:not(.evidence)').count()).toBe(0);
  });

  test('counts results by kind', async () => {
    const page = await readers.open();
    await page.goto(toSearch(query.title));
    const option = page.locator('select[name=kind] option[value=members]');
    await expect.poll(() => option.textContent(), { timeout: 10_000 }).toMatch(/\([1-9]\d*\)/);
  });

  test('shows one result of each page when that is wanted', async () => {
    const page = await readers.open();
    await page.goto(toSearch('الناتو'));
    const results = page.locator('[data-search-results] > li');
    await results.first().waitFor();
    await page.locator('[data-search-group]').check();
    await page.waitForURL((url) => url.searchParams.get('group') === 'page');
    await expect
      .poll(async () => {
        const pages = await results
          .locator('a')
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
        return pages.length > 0 && new Set(pages).size === pages.length;
      })
      .toBe(true);
  });

  test('offers names like the one that was not found, and the indexes', async () => {
    const page = await readers.open();
    // Neither is a screen empty when all words are of those that stand everywhere.
    for (const asked of [query.nothing, query.common]) {
      await page.goto(toSearch(asked));
      const help = page.locator('[data-search] [data-search-help]');
      await help.getByText(say(language, 'search.read-as')).waitFor();
      expect(await help.textContent()).toContain(asked.replace('ة', 'ه'));
      expect(await help.locator('a[href="#browse_title"]').count()).toBe(1);
    }
  });

  test('says when the index cannot be had, and searches when it is back', async () => {
    const page = await readers.open({ expected: /ERR_FAILED|Failed to fetch/ });
    const isIndex = (url: URL): boolean => url.pathname.includes('/pagefind/');
    await page.route(isIndex, (route) => route.abort());
    await page.goto(toSearch(query.title));
    await page.getByText(say(language, 'search.error')).waitFor();
    await page.unroute(isIndex);
    await page.getByRole('button', { name: say(language, 'search.retry') }).click();
    await page.locator('[data-search-results] > li').first().waitFor();
  });
});
