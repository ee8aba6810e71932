import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useReaders } from './support/readers.ts';
import { say } from './support/strings.ts';

/** More steps than it may take to reach the search box. */
const MANY = 40;

describe.each(['ar', 'en'] as const)('a reader in %s with a keyboard', (language) => {
  const readers = useReaders('main');

  test('skips to the content with the first key', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'members/belgium/'));
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: say(language, 'navigation.skip') });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await isInView(page)).toBe(true);

    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  test('reaches the search box and searches', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language));
    for (let step = 0; step < MANY && (await readFocusedType(page)) !== 'search'; step += 1)
      await page.keyboard.press('Tab');
    expect(await readFocusedType(page)).toBe('search');
    await page.keyboard.type('Belgium');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Belgium');
    await page.locator('[data-search-results] > li').first().waitFor();
  });

  test('sees what is focused, step by step', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'articles/nato-against-isis/'));
    for (let step = 0; step < MANY; step += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(readFocusRing);
      expect(focused, `after ${step + 1} steps`).toMatchObject({ isVisible: true, hasRing: true });
    }
  });
});

describe('the theme', () => {
  const readers = useReaders('main');

  test('follows the system until the reader chooses, and keeps the choice', async () => {
    const page = await readers.open({ colorScheme: 'light' });
    await page.goto(readers.toUrl('en'));
    const light = await readBackground(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await readBackground(page);
    expect(dark).not.toBe(light);

    await page.getByRole('combobox', { name: say('en', 'theme.label') }).selectOption('light');
    await expect.poll(() => readBackground(page)).toBe(light);
    await page.goto(readers.toUrl('en', 'members/'));
    expect(await readBackground(page)).toBe(light);
  });
});

describe('a table of many', () => {
  const readers = useReaders('main');

  test('shows only the rows that hold the words typed', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl('ar', 'members/'));
    const rows = page.getByRole('table').locator('tbody tr:visible');
    const all = await rows.count();
    await page.getByRole('main').getByRole('searchbox').fill('هولندا');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('main').getByRole('searchbox').fill('');
    await expect.poll(() => rows.count()).toBe(all);
  });
});

function readFocusedType(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('type'));
}

function isInView(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.height > 0;
  });
}

function readBackground(page: Page): Promise<string> {
  return page.evaluate(
    () => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor,
  );
}

/** Runs in the page, so it stands on its own. */
function readFocusRing(): { isVisible: boolean; hasRing: boolean; element: string } {
  const element = document.activeElement ?? document.body;
  const box = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  return {
    isVisible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    hasRing: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    element: element.outerHTML.slice(0, 120),
  };
}
