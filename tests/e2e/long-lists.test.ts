import { describe, expect, test } from 'vitest';
import { useReaders } from './support/readers.ts';
import { say } from './support/strings.ts';

describe.each(['ar', 'en'] as const)('a reader of long lists in %s', (language) => {
  const readers = useReaders('crowded');

  test('goes from an entity to all sentences that name it, page by page, and to their passages, without scripts', async () => {
    const page = await readers.open({ scripts: 'off' });
    await page.goto(readers.toUrl(language, 'people/sara-haddad/'));
    await page.locator('.whole-list a').click();
    expect(page.url()).toBe(readers.toUrl(language, 'people/sara-haddad/mentions/'));

    const pager = page.getByRole('navigation', { name: say(language, 'pager.label') });
    await pager.getByRole('link', { name: say(language, 'pager.next') }).click();
    expect(page.url()).toBe(readers.toUrl(language, 'people/sara-haddad/mentions/page/2/'));
    expect(await pager.locator('[aria-current=page]').innerText()).toBe('2');

    const place = page.locator('.mention-group a.place').first();
    const address = new URL((await place.getAttribute('href')) ?? '', page.url()).href;
    await place.click();
    expect(page.url()).toBe(address);
    expect(await page.locator(':target').getAttribute('data-passage')).not.toBeNull();
  });

  test('goes from the margin of a long article to all that rests on a passage, and from there to its words', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl(language, 'articles/chronicle/'));
    await page.locator('.row-notes a[href*="/passages/"]').last().click();
    const passage = page.locator('.passage-sheet:has(h2:target)');
    await passage.waitFor();
    expect(await passage.locator('.note-claims > li').count()).toBe(2);

    await passage.locator('.row-cite > summary').click();
    await passage.locator('.citation').first().waitFor();
    await passage.locator('a.to-words').first().click();
    await page.locator('.article-body :target').waitFor();
    expect(new URL(page.url()).pathname).toBe(new URL(readers.toUrl(language, 'articles/chronicle/')).pathname);
  });
});
