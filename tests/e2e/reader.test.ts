import { describe, expect, test } from 'vitest';
import { useReaders } from './support/readers.ts';
import { say } from './support/strings.ts';

describe.each(['ar', 'en'] as const)('a reader in %s', (language) => {
  const readers = useReaders('main');

  test('sees who is meant without leaving the page, with the pointer and with the keyboard', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'articles/nato-against-isis/'));
    const card = page.locator('#preview_card');
    const link = page.locator('[data-passage="p1"] a.entity[href$="/places/iraq/"]');
    const name = language === 'ar' ? 'العراق' : 'Iraq';

    await link.hover();
    await card.getByText(name, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => card.isVisible()).toBe(false);

    await page.mouse.move(0, 0);
    await link.focus();
    await card.getByText(name, { exact: true }).waitFor();
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => card.isVisible()).toBe(false);
  });

  test('sees the quoted sentence behind a reference', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'members/belgium/'));
    await page.locator('sup.cite a:visible').first().hover();
    await page.locator('#preview_card').getByText('شاركت في هجمات مباشرة ضد داعش').waitFor();
  });

  test('sorts an index by a column, and finds it so under its address', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'members/'));
    const readNames = (): Promise<string[]> => page.locator('#index_table tbody th a.entity').allInnerTexts();
    const column = page.locator('#index_table thead th').first();
    await column.getByRole('button').click();
    const [order, names] = [await column.getAttribute('aria-sort'), await readNames()];
    await column.getByRole('button').click();
    expect(new Set([order, await column.getAttribute('aria-sort')])).toEqual(new Set(['ascending', 'descending']));
    expect(await readNames()).toEqual(names.toReversed());

    expect(new URL(page.url()).searchParams.get('sort')).toBeTruthy();
    await page.reload();
    expect(await readNames()).toEqual(names.toReversed());
  });

  test('takes a list along as data', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'members/'));
    const addresses = await page
      .locator('main a[href$="/list.csv"], main a[href$="/list.json"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses).toHaveLength(2);
    const [csv = '', json = ''] = await Promise.all(
      addresses.toSorted().map(async (address) => (await page.request.get(address)).text()),
    );
    expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(9);
    expect(JSON.stringify(JSON.parse(json))).toContain('Belgium');
  });

  test('cites a passage without scripts', async () => {
    const page = await readers.open({ scripts: 'off' });
    await page.goto(readers.toUrl(language, 'articles/nato-against-isis/'));
    await page.getByText(say(language, 'cite.title').replace(/\{.*$/, '').trim()).first().click();
    const citation = page.locator('.row-cite[open] .citation').first();
    expect(await citation.innerText()).toContain('/articles/nato-against-isis/#p1');
  });

  test('goes through everything by its letter, scripts off', async () => {
    const page = await readers.open({ scripts: 'off' });
    await page.goto(readers.toUrl(language, 'index/'));
    await page
      .locator('main')
      .getByRole('link', { name: language === 'ar' ? 'بلجيكا' : 'Belgium' })
      .click();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/\/members\/belgium\/$/);
  });
});
