import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { NARROW, useReaders } from './support/readers.ts';
import { say } from './support/strings.ts';

const ARTICLE = 'articles/nato-against-isis/';

describe.each(['ar', 'en'] as const)('a reader in %s', (language) => {
  const readers = useReaders('main');

  test.each(['on', 'off'] as const)('unticks a kind in the legend with the keyboard, scripts %s', async (scripts) => {
    const page = await readers.open({ scripts });
    await page.goto(readers.toUrl(language, ARTICLE));
    const legend = page.getByRole('group', { name: say(language, 'legend.title') });
    const kind = legend.getByRole('checkbox').first();
    const name = page.locator('.row-text a.entity[data-kind=members]').first();
    const other = page.locator('.row-text a.entity[data-kind=places]').first();
    const rows = page.locator('.entities tbody[data-kind=members] tr:visible');
    const [before, otherBefore] = [await readLook(name), await readLook(other)];
    expect(await rows.count()).toBeGreaterThan(0);

    await kind.focus();
    await page.keyboard.press('Space');
    const after = await readLook(name);
    expect(after.line).toBe('none');
    expect(after.colour).not.toBe(before.colour);
    expect(await readLook(other)).toEqual(otherBefore);
    expect(await rows.count()).toBe(0);
    // It is a link all the same.
    expect(await name.getAttribute('href')).toContain('/members/');

    await page.keyboard.press('Space');
    expect(await readLook(name)).toEqual(before);
  });

  test('changes the language and stays on the page, and comes home by the path, scripts off', async () => {
    const page = await readers.open({ scripts: 'off', viewport: NARROW });
    const other = language === 'ar' ? 'en' : 'ar';
    await page.goto(readers.toUrl(language, 'members/belgium/'));
    await page.locator(`.languages a[hreflang=${other}]`).click();
    expect(page.url()).toBe(readers.toUrl(other, 'members/belgium/'));

    const path = page.getByRole('navigation', { name: say(other, 'navigation.breadcrumbs') }).getByRole('link');
    await path.last().click();
    expect(page.url()).toBe(readers.toUrl(other, 'members/'));
    await page.goto(readers.toUrl(other, 'members/belgium/'));
    await path.first().click();
    expect(page.url()).toBe(readers.toUrl(other));
  });

  test('finds the page that was meant where an address is wrong', async () => {
    const page = await readers.open({ expected: /404/ });
    await page.goto(readers.toUrl(language, 'members/belgum/'));
    const nearest = page.locator('[data-homes]').getByRole('link');
    await nearest.first().waitFor();
    expect(await nearest.first().innerText()).toBe(language === 'ar' ? 'بلجيكا' : 'Belgium');
    await nearest.first().click();
    expect(page.url()).toBe(readers.toUrl(language, 'members/belgium/'));
  });

  test('is told in every language that there is no page, scripts off', async () => {
    const page = await readers.open({ scripts: 'off', expected: /404/ });
    await page.goto(readers.toUrl(language, 'nothing/here/'));
    for (const one of ['ar', 'en'] as const) {
      expect(await page.getByText(say(one, 'not-found.title')).count()).toBeGreaterThan(0);
      expect(await page.locator(`a[href$="${one === 'ar' ? '/search/' : '/en/search/'}"]`).count()).toBeGreaterThan(0);
    }
  });

  test('prints an article with all that rests on it, and without what only a screen needs', async () => {
    const page = await readers.open({ scripts: 'off' });
    await page.goto(readers.toUrl(language, ARTICLE));
    const folded = page.locator('.row-notes details:not([open]) .note-claims li').first();
    expect(await isShown(folded)).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await isShown(folded)).toBe(true);
    expect(await page.locator('.row-number').first().isVisible()).toBe(true);
    expect(await page.locator('.print-address').innerText()).toContain(ARTICLE);
    for (const gone of ['.site-header', '.legend', '.row-cite', '.to-words'])
      expect(await page.locator(gone).first().isVisible()).toBe(false);
  });
});

describe('an article on its way through the window', () => {
  const readers = useReaders('main');

  test('shows how far it is read to those who do not mind movement', async () => {
    const page = await readers.open();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto(readers.toUrl('ar', ARTICLE));
    const readBar = (): Promise<{ scale: number; content: string }> =>
      page.locator('.article').evaluate((article) => {
        const { scale, content } = getComputedStyle(article, '::before');
        return { scale: Number.parseFloat(scale), content };
      });
    expect((await readBar()).scale).toBe(0);
    await page.locator('.article-entities').scrollIntoViewIfNeeded();
    await expect.poll(async () => (await readBar()).scale).toBeGreaterThan(0.5);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect((await readBar()).content).toBe('none');
  });
});

function readLook(name: Locator): Promise<{ colour: string; line: string }> {
  return name.evaluate((element) => {
    const { color, textDecorationLine } = getComputedStyle(element);
    return { colour: color, line: textDecorationLine };
  });
}

function isShown(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }));
}
