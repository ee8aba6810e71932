import type { Page, ViewportSize } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { OUTPUT } from '../support/sites.ts';
import { addRules, comparePictures, readPicture, writePicture } from './support/compare-pictures.ts';
import { useReaders } from './support/readers.ts';

const REFERENCES = new URL('screenshots/', import.meta.url).pathname;
const UPDATE = 'SANAD_UPDATE_SCREENSHOTS=1 npx vitest run --project site tests/e2e/screenshots.test.ts';
/** Share of the pixels of a page that may differ: what another build of the browser smooths otherwise, no letter that moved. */
const MOST = 0.001;

const WIDE: ViewportSize = { width: 1280, height: 900 };
const NARROW: ViewportSize = { width: 390, height: 844 };
const ARTICLE = 'articles/nato-against-isis/';

const STATES: readonly (readonly [
  name: string,
  language: 'ar' | 'en',
  path: string,
  viewport: ViewportSize,
  colorScheme: 'light' | 'dark',
])[] = [
  ['article-ar-wide-light', 'ar', ARTICLE, WIDE, 'light'],
  ['article-ar-narrow-dark', 'ar', ARTICLE, NARROW, 'dark'],
  ['article-en-wide-dark', 'en', ARTICLE, WIDE, 'dark'],
  ['words-ar-wide-light', 'ar', `${ARTICLE}#members.belgium.direct-attacks`, WIDE, 'light'],
  ['words-ar-narrow-light', 'ar', `${ARTICLE}#members.belgium.direct-attacks`, NARROW, 'light'],
  ['entity-ar-wide-light', 'ar', 'members/belgium/', WIDE, 'light'],
  ['entity-en-narrow-dark', 'en', 'organizations/isis/', NARROW, 'dark'],
  ['statistic-ar-narrow-light', 'ar', 'statistics/isis-fighters-2016/', NARROW, 'light'],
  ['statistic-en-wide-dark', 'en', 'statistics/isis-fighters-2016/', WIDE, 'dark'],
  ['statistics-ar-wide-light', 'ar', 'statistics/', WIDE, 'light'],
  ['index-ar-wide-light', 'ar', 'members/', WIDE, 'light'],
  ['index-en-narrow-light', 'en', 'members/', NARROW, 'light'],
  ['search-ar-wide-light', 'ar', 'search/?q=%D8%A8%D9%84%D8%AC%D9%8A%D9%83%D8%A7', WIDE, 'light'],
  ['home-ar-narrow-light', 'ar', '', NARROW, 'light'],
  ['home-en-wide-dark', 'en', '', WIDE, 'dark'],
  ['map-ar-narrow-light', 'ar', 'map/', NARROW, 'light'],
  ['map-en-wide-dark', 'en', 'map/', WIDE, 'dark'],
  ['graph-ar-wide-light', 'ar', 'graph/', WIDE, 'light'],
  ['graph-en-narrow-light', 'en', 'graph/', NARROW, 'light'],
  ['not-found-ar-narrow-dark', 'ar', '404.html', NARROW, 'dark'],
];

/** What a change of styles may break without any other test noticing. */
const FAULTS: readonly (readonly [what: string, css: string])[] = [
  ['letters that are no longer joined', '.row-text { letter-spacing: 1px }'],
  ['another space between number and text', '.row { column-gap: 3rem !important }'],
  ['another colour of names', '.entity { color: #b00000 !important }'],
  ['another font', '.row-text { font-family: sans-serif !important }'],
  ['lines that are closer', '.row-text { line-height: 1.9 !important }'],
  ['notes under the text instead of beside it', '.row-notes { grid-column: 2 !important; grid-row: auto !important }'],
  ['a legend that is gone', '.legend { display: none !important }'],
  ['the other direction', 'html { direction: ltr }'],
];

describe('pages look as they did', () => {
  const readers = useReaders('main');

  const shoot = async (page: Page, language: string, path: string): Promise<Buffer> => {
    await page.goto(readers.toUrl(language, path));
    await page.evaluate(() => document.fonts.ready);
    if (path.startsWith('search')) {
      await page.locator('[data-search-results] > li').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
    }
    return page.screenshot({ animations: 'disabled', caret: 'hide' });
  };

  test.each(STATES)('%s', async (name, language, path, viewport, colorScheme) => {
    const page = await readers.open({ viewport, colorScheme });
    const picture = await shoot(page, language, path);
    const file = `${REFERENCES}${name}.png`;
    if (process.env['SANAD_UPDATE_SCREENSHOTS'] === '1')
      writePicture(file, await sharp(picture).png({ palette: true, colours: 64, dither: 0, effort: 10 }).toBuffer());
    const reference = readPicture(file);
    expect(reference, `There is no ${file}. Look at the page, then make it: ${UPDATE}`).toBeDefined();
    if (reference === undefined) return;
    const { share, difference } = comparePictures(reference, picture);
    if (share > MOST) {
      writePicture(`${OUTPUT}/screenshots/${name}.png`, picture);
      writePicture(`${OUTPUT}/screenshots/${name}.difference.png`, difference);
    }
    expect(
      share,
      `${(share * 100).toFixed(2)} % of the pixels differ. Look at ${OUTPUT}/screenshots/${name}.png and ${name}.difference.png. ` +
        `If the page is meant to look like this, or this is another version of Chromium: ${UPDATE}, look at what changed, commit it.`,
    ).toBeLessThanOrEqual(MOST);
  });

  test.each(FAULTS)('a planted fault is seen: %s', async (_what, css) => {
    const page = await readers.open({ viewport: WIDE });
    const picture = await shoot(page, 'ar', ARTICLE);
    await addRules(page, css);
    const faulty = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    expect(comparePictures(picture, faulty).share).toBeGreaterThan(MOST);
  });

  test('the same page is the same picture twice', async () => {
    const page = await readers.open({ viewport: WIDE });
    const picture = await shoot(page, 'ar', ARTICLE);
    expect(comparePictures(picture, await shoot(page, 'ar', ARTICLE)).share).toBe(0);
  });
});
