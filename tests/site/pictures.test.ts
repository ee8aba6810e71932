import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { readPages, toLanguageRoot, type BuiltPage } from '../support/built-site.ts';
import { findAll, findAllByClass, findAllByTag, findAround, type HtmlElement } from '../support/html.ts';
import { SITE_NAMES } from '../support/sites.ts';

/** Bytes of a page on which a picture of the whole site stands, styles and scripts aside. */
const LARGEST = 300_000;
const PICTURES = ['map', 'timeline', 'graph'] as const;
/** Every picture is drawn for both. */
const FORMATS = ['wide', 'narrow'] as const;

describe.each(SITE_NAMES)('pictures of the site %s', (name) => {
  const site = readPages(name);
  const pagesOf = (picture: string): readonly BuiltPage[] =>
    site.languages.map((language) => site.page(`${toLanguageRoot(site, language)}${picture}/`));

  test('lead where the table or list after them leads, and leave nothing of it out', () => {
    for (const page of [...pagesOf('map'), ...pagesOf('graph')]) {
      const rows = findAllByTag(page.root, 'th').flatMap((cell) => findAllByTag(cell, 'a'));
      expect(toAddresses(listMarks(page, 'wide')), page.path).toEqual(toAddresses(rows));
    }
    for (const page of pagesOf('map'))
      expect(toAddresses(listMarks(page, 'narrow')), page.path).toEqual(toAddresses(listMarks(page, 'wide')));
    for (const page of pagesOf('graph'))
      expect(toAddresses(listMarks(page, 'wide')), page.path).toEqual(
        expect.arrayContaining([...toAddresses(listMarks(page, 'narrow'))]),
      );
    for (const page of pagesOf('timeline')) {
      const ids = findAllByClass(page.root, 'timeline-year').flatMap((year) => {
        const dates = findAllByTag(year, 'h3');
        return (dates.length > 0 ? dates : findAllByTag(year, 'h2')).map(({ attributes }) => `#${attributes.id ?? ''}`);
      });
      for (const format of FORMATS)
        expect(
          listMarks(page, format).map(({ attributes }) => attributes.href),
          page.path,
        ).toEqual(ids);
    }
  });

  test('say in words what every mark is, and what the whole is', () => {
    const pages = PICTURES.flatMap(pagesOf);
    const marks = pages.flatMap((page) => FORMATS.flatMap((format) => listMarks(page, format)));
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.filter(({ attributes }) => (attributes['aria-label'] ?? '') === '')).toEqual([]);
    for (const { root, path } of pages) {
      const drawings = findAll(root, ({ tag, attributes }) => tag === 'svg' && attributes.role === 'group');
      expect(
        drawings.map(({ attributes }) => attributes['aria-label'] ?? ''),
        path,
      ).not.toContain('');
      expect(
        drawings.every((drawing) => findAllByTag(drawing, 'desc').length === 1),
        path,
      ).toBe(true);
    }
  });

  test('write every line in the direction of its script', () => {
    const wrong = site.pages.flatMap(({ root }) =>
      findAllByTag(root, 'text').filter(({ attributes: { lang, direction } }) =>
        lang === undefined ? direction === undefined : direction !== (lang === 'ar' ? 'rtl' : 'ltr'),
      ),
    );
    // A figure between two columns takes the direction of the page.
    expect(wrong.filter(({ parent }) => !isSeries(parent))).toEqual([]);
  });

  test('stay small', () => {
    for (const { html, path } of PICTURES.flatMap(pagesOf)) expect(Buffer.byteLength(html), path).toBeLessThan(LARGEST);
  });

  test('are drawn for every entity that stands beside others, with at most twelve of them', () => {
    const drawn = site.pages.flatMap(({ root }) => findAllByClass(root, 'neighbours'));
    expect(drawn.length).toBeGreaterThan(0);
    for (const one of drawn) {
      expect(findAllByTag(one, 'a').length).toBeGreaterThan(0);
      expect(findAllByTag(one, 'a').length).toBeLessThanOrEqual(12);
    }
  });
});

/** What can be reached in the pictures of a page for screens of one sort; an area whose name is a link of its own is reached by that. */
function listMarks({ root }: BuiltPage, format: (typeof FORMATS)[number]): readonly HtmlElement[] {
  return findAll(root, ({ attributes }) => attributes['data-for'] === format)
    .flatMap((picture) => findAllByTag(picture, 'a'))
    .filter(({ attributes }) => attributes['aria-hidden'] === undefined);
}

function toAddresses(links: readonly HtmlElement[]): readonly string[] {
  return links.map(({ attributes }) => attributes.href ?? '').toSorted();
}

function isSeries(element: HtmlElement | undefined): boolean {
  return element !== undefined && findAround(element, ({ attributes }) => attributes.class === 'series') !== undefined;
}
