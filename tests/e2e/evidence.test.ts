import { describe, expect, test } from 'vitest';
import { articlePage } from './support/article-page.ts';
import { entityPage } from './support/entity-page.ts';
import { NARROW, useReaders } from './support/readers.ts';

const CLEAR = 'rgba(0, 0, 0, 0)';

describe.each(['ar', 'en'] as const)('a reader in %s', (language) => {
  describe.each(['on', 'off'] as const)('with scripts %s', (scripts) => {
    const readers = useReaders('main');

    test('follows a note from the article to the claim, and its evidence back to the exact words', async () => {
      const page = await readers.open({ scripts });
      const article = articlePage(page);
      const entity = entityPage(page);

      await page.goto(readers.toUrl(language));
      await page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first().click();
      await page.waitForURL('**/articles/nato-against-isis/');

      await article.notes('p2').first().click();
      await page.waitForURL(/#[a-z0-9-]+$/);
      await entity.target.waitFor();
      const words = entity.words(entity.target);
      const quoted = await words.textContent();

      await words.click();
      await page.waitForURL('**/articles/nato-against-isis/#*');
      const landing = await article.readLanding();
      expect(landing.words).toBe(quoted);
      expect(landing.isInView).toBe(true);
      expect(landing.colours).not.toContain(CLEAR);
      expect(await article.readColours('members.belgium.direct-attacks')).toContain(CLEAR);
    });

    test('lands on words that are drawn in several pieces, all of them marked and nothing else', async () => {
      const page = await readers.open({ scripts, viewport: NARROW });
      const article = articlePage(page);
      const entity = entityPage(page);

      await page.goto(readers.toUrl(language, 'events/isis-attacks-in-the-west/#in-europe'));
      const words = entity.words(entity.claim('in-europe'));
      const quoted = await words.textContent();
      await words.click();

      await page.waitForURL('**/#events.isis-attacks-in-the-west.in-europe');
      const landing = await article.readLanding();
      expect(landing.colours.length).toBeGreaterThan(1);
      expect(landing).toEqual({
        words: quoted,
        colours: landing.colours.map(() => landing.colours[0]),
        isInView: true,
      });
      expect(landing.colours[0]).not.toBe(CLEAR);
      expect(await article.readColours('organizations.isis.terror-abroad')).toEqual([CLEAR]);
    });

    test('goes from an entity to the sentences that name it', async () => {
      const page = await readers.open({ scripts });
      await page.goto(readers.toUrl(language, 'figures/john-brennan/'));
      const mention = entityPage(page).mentions.first();
      const name = await mention.locator('mark').first().textContent();

      await mention.locator('a.place').click();
      await page.waitForURL('**/articles/nato-against-isis/#p1');
      const landing = await articlePage(page).readLanding();
      expect(landing.words).toContain(name);
      expect(landing.isInView).toBe(true);
      expect(landing.colours).not.toContain(CLEAR);
    });

    test('goes from an index to an entity, and from its language to the other and back', async () => {
      const page = await readers.open({ scripts });
      const other = language === 'ar' ? 'en' : 'ar';
      await page.goto(readers.toUrl(language));
      await page
        .getByRole('navigation')
        .locator(`a[href="${new URL(readers.toUrl(language, 'members/')).pathname}"]`)
        .first()
        .click();
      await page.waitForURL(readers.toUrl(language, 'members/'));
      await page
        .getByRole('table')
        .getByRole('link', { name: language === 'ar' ? 'بلجيكا' : 'Belgium' })
        .click();
      await page.waitForURL(readers.toUrl(language, 'members/belgium/'));

      await page.locator(`a[hreflang="${other}"]`).click();
      await page.waitForURL(readers.toUrl(other, 'members/belgium/'));
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(other);
      await page.locator(`a[hreflang="${language}"]`).click();
      await page.waitForURL(readers.toUrl(language, 'members/belgium/'));
    });

    test('meets a page that says so where nothing stands, with ways on', async () => {
      const page = await readers.open({ scripts, expected: /404/ });
      const response = await page.goto(readers.toUrl('ar', 'no/such/page/'));
      expect(response?.status()).toBe(404);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('main').getByRole('link').first().click();
      await page.waitForURL((url) => !url.pathname.includes('no/such'));
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    });
  });
});

describe('on another site', () => {
  const readers = useReaders('lighthouses');

  test('words that span two passages are marked in both', async () => {
    const page = await readers.open({ scripts: 'off' });
    await page.goto(readers.toUrl('en', 'towers/constructor/#rail'));
    const entity = entityPage(page);
    await entity.words(entity.claim('rail')).click();

    await page.waitForURL('**/#towers.constructor.rail');
    const landing = await articlePage(page).readLanding();
    expect(landing.words).toBe(
      'At dawn the sea had taken the gallery rail of the Constructor.\nNobody was lost that night.',
    );
    expect(landing.colours.length).toBeGreaterThan(1);
    expect(landing.colours).not.toContain(CLEAR);
  });

  test('words that run through emphasis are marked to their end', async () => {
    const page = await readers.open({ scripts: 'off' });
    await page.goto(readers.toUrl('ar', 'articles/night-of-the-long-swell/#keepers.ilsa-marn.leaned'));
    const landing = await articlePage(page).readLanding();
    expect(landing.words).toBe('in her log; “it leaned, and the whole tower leaned with it.”');
    expect(landing.colours).not.toContain(CLEAR);
  });

  test('the address of an entity that has moved leads to where it is now', async () => {
    const page = await readers.open({ scripts: 'off' });
    await page.goto(readers.toUrl('en', 'towers/cape-light/'));
    await page.waitForURL(readers.toUrl('en', 'towers/halder-light/'));
  });

  test('a passage that was named by hand has its name for an address', async () => {
    const page = await readers.open();
    await page.goto(readers.toUrl('en', 'articles/night-of-the-long-swell/#the-storm'));
    expect((await articlePage(page).readLanding()).words).toContain('The Long Swell came on the evening');
  });
});
