import { describe, expect, test } from 'vitest';
import { readPages, toLanguageRoot, type BuiltPage } from '../support/built-site.ts';
import { findAll, findAround, type HtmlElement } from '../support/html.ts';
import { SITE_NAMES } from '../support/sites.ts';

/** Words of the Latin script that Arabic readers know by these letters alone: formats, keys, names of other data. */
const KNOWN = /^(?:CSV|JSON|Enter|Esc|Wikidata|MDX|Markdown|HTML|Astro|[A-Z]{2})$/;
const LATIN_WORD = /[A-Za-z]{2,}/g;
/** Arrows of text that point along a line; on a page from right to left «onwards» is to the left. */
const ARROWS =
  /[\u2190\u2192\u21D0\u21D2\u27F5\u27F6\u2794\u279C\u25B6\u25C0\u203A\u2039»«]*[\u2192\u21D2\u27F6\u2794\u279C]/;

describe.each(SITE_NAMES)('Arabic pages of the site %s', (name) => {
  const site = readPages(name);
  const others = site.languages
    .filter((language) => language !== 'ar')
    .map((language) => toLanguageRoot(site, language));
  const root = toLanguageRoot(site, 'ar');
  const pages = (): readonly BuiltPage[] =>
    site.pages.filter(
      ({ path }) => path.startsWith(root) && !others.some((other) => other !== '/' && path.startsWith(other)),
    );

  test('hold no word of another language that is not marked as one', () => {
    const found = pages().flatMap(({ path, root: page }) =>
      listTexts(page).flatMap(({ text, element }) =>
        isForeign(element)
          ? []
          : (text.match(LATIN_WORD) ?? [])
              .filter((word) => !KNOWN.test(word))
              .map((word) => `${path}: ${word} in «${text.trim().slice(0, 60)}»`),
      ),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  test('hold no arrow that points to the right', () => {
    const found = pages().flatMap(({ path, root: page }) =>
      listTexts(page)
        .filter(({ text, element }) => ARROWS.test(text) && !isForeign(element))
        .map(({ text }) => `${path}: ${text.trim().slice(0, 60)}`),
    );
    expect(found).toEqual([]);
  });

  test('are many', () => {
    expect(pages().length).toBeGreaterThan(5);
  });
});

interface OwnText {
  readonly text: string;
  readonly element: HtmlElement;
}

/** The texts of a page that a reader sees or hears, each with the innermost element around it. */
function listTexts(page: HtmlElement): readonly OwnText[] {
  const foreign = findAll(page, isForeign).map(({ text }) => text.trim());
  // A title has no language of its own for a part of it: what the page says elsewhere in its own language is left out.
  const withoutForeign = (text: string): string =>
    foreign.filter((words) => words !== '').reduce((rest, words) => rest.replace(words, ''), text);
  return findAll(page, ({ tag }) => !['script', 'style', 'template', 'link', 'meta'].includes(tag)).flatMap(
    (element) => [
      { text: element.tag === 'title' ? withoutForeign(element.ownText) : element.ownText, element },
      ...['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) => {
        const text = element.attributes[name];
        return text === undefined ? [] : [{ text, element }];
      }),
    ],
  );
}

/** Whether a text is said to be of another language, or is no language at all: an address, a program, an id. */
function isForeign(element: HtmlElement): boolean {
  const isCode = findAround(element, ({ tag }) => ['pre', 'code', 'kbd'].includes(tag)) !== undefined;
  const isData = findAround(element, ({ tag, attributes }) => tag === 'bdi' && attributes.dir === 'ltr') !== undefined;
  const language = findAround(element, ({ attributes }) => attributes.lang !== undefined)?.attributes.lang;
  return isCode || isData || language !== 'ar';
}
