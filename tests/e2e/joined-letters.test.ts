import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addRules, comparePictures, INK } from './support/compare-pictures.ts';
import { useReaders, WIDE } from './support/readers.ts';

/** Colours and lines aside, links and marks must leave no trace in the shapes of the letters. */
const PLAIN = `
  .passage :is(a, span, mark, em, strong, bdi) {
    color: inherit !important;
    background: none !important;
    box-shadow: none !important;
    text-decoration: none !important;
    transition: none !important;
  }
  .passage sup { display: none !important }
`;
/** What would part letters that belong together, or move them. */
const FAULTS = [
  '.passage .entity { display: inline-block }',
  '.passage .entity { padding-inline: 1px }',
  '.passage .evidence { letter-spacing: 0.5px }',
  '.passage .entity { font-family: sans-serif }',
];

describe('letters stay joined at every link and mark', () => {
  const readers = useReaders('main');

  test.each([
    ['an article', 'articles/nato-against-isis/', 4],
    ['an article at the words that a claim rests on', 'articles/nato-against-isis/#members.belgium.direct-attacks', 4],
    ['the prose of an entity', 'members/belgium/', 2],
  ])('in %s', async (_what, path, least) => {
    const page = await readers.open({ viewport: { ...WIDE, height: 1600 } });
    await page.goto(readers.toUrl('ar', path));
    const marked = await shootPassages(page);
    expect(marked.length).toBeGreaterThanOrEqual(least);
    expect(await unwrapAll(page)).toBeGreaterThan(0);
    const bare = await shootPassages(page);
    const shares = marked.map((picture, index) => comparePictures(picture, bare[index] ?? picture, INK).share);
    expect(shares).toEqual(marked.map(() => 0));
  });

  test.each(FAULTS)('and a rule that parts them is seen: %s', async (css) => {
    const page = await readers.open({ viewport: { ...WIDE, height: 1600 } });
    await page.goto(readers.toUrl('ar', 'articles/nato-against-isis/'));
    await addRules(page, css);
    const marked = await shootPassages(page);
    await unwrapAll(page);
    const bare = await shootPassages(page);
    expect(marked.some((picture, index) => comparePictures(picture, bare[index] ?? picture, INK).share > 0)).toBe(true);
  });

  test('and one letter that is parted from its word is seen', async () => {
    const page = await readers.open({ viewport: { ...WIDE, height: 1600 } });
    await page.goto(readers.toUrl('ar', 'articles/nato-against-isis/'));
    await page.evaluate(() => {
      const [text] = document.querySelector('[data-passage="p1"] a.entity')?.childNodes ?? [];
      if (!(text instanceof Text)) throw new Error('The first name of the article is not one text.');
      const letter = document.createElement('span');
      letter.className = 'evidence parted';
      letter.append(text.splitText(2).splitText(1).previousSibling ?? '');
      text.after(letter);
    });
    const [joined] = await shootPassages(page);
    await addRules(page, '.parted { display: inline-block }');
    const [parted] = await shootPassages(page);
    if (!joined || !parted) throw new Error('The article has no passage.');
    expect(comparePictures(joined, parted, INK).share).toBeGreaterThan(0);
  });
});

async function shootPassages(page: Page): Promise<Buffer[]> {
  await addRules(page, PLAIN);
  await page.evaluate(() => document.fonts.ready);
  const pictures: Buffer[] = [];
  for (const passage of await page.locator('[data-passage]').all())
    pictures.push(await passage.screenshot({ animations: 'disabled' }));
  return pictures;
}

/** Takes links and marks away from around their words, and joins the texts again. Returns how many there were. */
function unwrapAll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('[data-passage] :is(a.entity, a.stat, a.cite, .evidence, mark)')];
    for (const element of elements) element.replaceWith(...element.childNodes);
    for (const passage of document.querySelectorAll('[data-passage]')) passage.normalize();
    return elements.length;
  });
}
