import { describe, expect, test } from 'vitest';
import { useReaders } from './support/readers.ts';
import { searchPage } from './support/search-page.ts';
import { say } from './support/strings.ts';

const QUERIES = {
  ar: { name: 'بلجيكا', joined: 'وبلجيكا', loose: 'الارهابية', entity: 'members/belgium/', nothing: 'قسطنطينوبوليسية' },
  en: { name: 'Belgium', joined: 'Belgium’s', loose: 'belgium', entity: 'members/belgium/', nothing: 'xylophonists' },
} as const;

describe.each(['ar', 'en'] as const)('a reader who searches in %s', (language) => {
  const readers = useReaders('main');
  const query = QUERIES[language];

  test('finds an entity by its name, from the first page on', async () => {
    const page = await readers.open();
    const search = searchPage(page, language);
    await page.goto(readers.toUrl(language));
    await page.getByRole('main').getByRole('searchbox').fill(query.name);
    await page.keyboard.press('Enter');

    await page.waitForURL((url) => url.searchParams.get('q') === query.name);
    await search.resultsOf('members').first().waitFor();
    await search.results.first().getByRole('link').click();
    await page.waitForURL(`**/${query.entity}*`);
    await page.getByRole('heading', { level: 1, name: query.name }).waitFor();
  });

  test('gets one link for each result, which says of what kind it is', async () => {
    const page = await readers.open();
    const search = searchPage(page, language);
    await page.goto(`${readers.toUrl(language, 'search/')}?q=${encodeURIComponent(query.name)}`);
    await search.results.first().waitFor();
    const links = await search.results.evaluateAll((items) => items.map((item) => item.querySelectorAll('a').length));
    expect(links).toEqual(links.map(() => 1));
    const kinds = await search.listKinds();
    expect(kinds).toContain('members');
    expect(kinds).not.toContain('');
  });

  test('lands on the passage itself', async () => {
    const page = await readers.open();
    const search = searchPage(page, language);
    await page.goto(`${readers.toUrl(language, 'search/')}?q=${encodeURIComponent('بلجيكا')}`);
    await search.resultsOf('passage').first().getByRole('link').click();
    await page.waitForURL('**/articles/nato-against-isis/#p2');
    expect(await page.locator(':target').textContent()).toContain('بلجيكا');
  });

  test('narrows the results to a kind, keeps that in the address, and goes back', async () => {
    const page = await readers.open();
    const search = searchPage(page, language);
    await page.goto(`${readers.toUrl(language, 'search/')}?q=${encodeURIComponent(query.name)}`);
    await search.results.first().waitFor();
    const all = await search.listKinds();
    expect(all.length).toBeGreaterThan(1);

    await search.kinds.selectOption('members');
    await page.waitForURL((url) => url.searchParams.get('kind') === 'members');
    await expect.poll(search.listKinds).toEqual(['members']);

    await page.reload();
    await expect.poll(search.listKinds).toEqual(['members']);
    expect(await search.kinds.inputValue()).toBe('members');

    await page.goBack();
    await expect.poll(search.listKinds).toEqual(all);
    expect(await search.kinds.inputValue()).toBe('');
    expect(new URL(page.url()).searchParams.get('kind')).toBeNull();
  });

  test('writes words into the box and sees the results without leaving the page', async () => {
    const page = await readers.open();
    const search = searchPage(page, language);
    await page.goto(readers.toUrl(language, 'search/'));
    await search.box.fill(query.loose);
    await search.results.first().waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(query.loose);
    await search.box.fill('');
    await expect.poll(() => search.results.count()).toBe(0);
  });

  test('finds a name with what is joined to it', async () => {
    const page = await readers.open();
    const search = searchPage(page, language);
    await page.goto(`${readers.toUrl(language, 'search/')}?q=${encodeURIComponent(query.joined)}`);
    await search.resultsOf('members').first().waitFor();
    expect(await search.resultsOf('members').first().getByRole('link').getAttribute('href')).toContain(query.entity);
  });

  test('is told when nothing is found, and when nothing was asked', async () => {
    const page = await readers.open();
    const search = searchPage(page, language);
    await page.goto(`${readers.toUrl(language, 'search/')}?q=${encodeURIComponent(query.nothing)}`);
    await page.getByText(say(language, 'search.empty')).waitFor();
    expect(await search.results.count()).toBe(0);

    await page.goto(readers.toUrl(language, 'search/'));
    await search.box.waitFor();
    expect(await search.results.count()).toBe(0);
    expect((await search.status.first().textContent())?.trim()).toBe('');
  });

  test('without scripts is led to the indexes', async () => {
    const page = await readers.open({ scripts: 'off' });
    await page.goto(readers.toUrl(language));
    await page.getByRole('main').getByRole('searchbox').fill(query.name);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=*');
    await page.getByText(say(language, 'search.needs-script')).waitFor();
    const index = page.getByRole('main').locator(`a[href="${new URL(readers.toUrl(language, 'members/')).pathname}"]`);
    await index.click();
    await page.waitForURL(readers.toUrl(language, 'members/'));
  });
});

describe('search on another site', () => {
  const readers = useReaders('lighthouses');

  test.each([
    { language: 'en', query: 'Marn', kind: 'keepers', path: 'keepers/ilsa-marn/' },
    { language: 'en', query: 'constructor', kind: 'towers', path: 'towers/constructor/' },
    { language: 'ar', query: 'هالدر', kind: 'towers', path: 'towers/halder-light/' },
  ] as const)('finds «$query» in $language', async ({ language, query, kind, path }) => {
    const page = await readers.open();
    const search = searchPage(page, language);
    await page.goto(`${readers.toUrl(language, 'search/')}?q=${encodeURIComponent(query)}`);
    await search.resultsOf(kind).first().getByRole('link').click();
    await page.waitForURL(`${readers.toUrl(language, path)}**`);
  });

  test('lands on the passage in which the word stands, in the language of the article', async () => {
    const page = await readers.open();
    const search = searchPage(page, 'en');
    await page.goto(`${readers.toUrl('en', 'search/')}?q=buckets`);
    await search.resultsOf('passage').first().getByRole('link').click();
    await page.waitForURL(`${readers.toUrl('en', 'articles/night-of-the-long-swell/')}#p4`);
    expect(await page.locator(':target').textContent()).toContain('buckets');
  });
});
