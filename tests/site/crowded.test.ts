import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWeight } from '../../src/check/check-weight.ts';
import { findSite, listFiles, readPages, toLanguageRoot, type BuiltPage } from '../support/built-site.ts';
import { CROWD } from '../support/crowded-content.ts';
import { findAll, findAllByClass, findAllByTag, findById, hasClass } from '../support/html.ts';

const NAMED_IN_ARTICLES = CROWD.letters * CROWD.namings + CROWD.claims;

describe('a site with far more of one thing than a page holds', () => {
  const site = readPages('crowded');

  test('has no page and no file of data that is too heavy', () => {
    const { folder, log } = findSite('crowded');
    const files = listFiles(folder).map((path) => ({ path, size: statSync(join(folder, path)).size }));
    expect(files.length).toBeGreaterThan(1000);
    expect(checkWeight(files)).toEqual([]);
    expect(log).not.toContain('page-heavy');
  });

  describe.each([
    ['ar', NAMED_IN_ARTICLES],
    ['en', NAMED_IN_ARTICLES + CROWD.friends],
  ] as const)('in %s', (language, named) => {
    const root = toLanguageRoot(site, language);
    const entity = site.page(`${root}people/sara-haddad/`);
    const lists = listPages(`${root}people/sara-haddad/mentions/`);

    test('an entity shows the first sentences that name it, says how many there are, and leads to all', () => {
      const places = listPlaces(entity);
      expect(places).toHaveLength(60);
      expect(places).toEqual(lists.flatMap(listPlaces).slice(0, 60));
      const all = findAllByClass(entity.root, 'whole-list').flatMap((one) => findAllByTag(one, 'a'));
      expect(all.map(({ attributes }) => attributes.href)).toEqual([`${root}people/sara-haddad/mentions/`]);
      expect(all[0]?.text).toContain(String(named));
    });

    test('every sentence that names it stands on one of the pages of its list, once', () => {
      const places = lists.flatMap(listPlaces);
      expect(lists.length).toBe(Math.ceil(named / 100));
      expect(places).toHaveLength(named);
      expect(new Set(places).size).toBe(named);
    });

    test('every statistic of a measure stands on one of the pages of the board, once', () => {
      const pages = listPages(`${root}figures/`);
      const rows = pages.flatMap(({ root: page }) =>
        findAll(page, (one) => one.tag === 'th' && one.attributes.scope === 'row'),
      );
      expect(pages.length).toBe(2);
      expect(new Set(rows.map(({ text }) => text)).size).toBe(CROWD.figures);
      expect(rows).toHaveLength(CROWD.figures);
    });

    test('a statistic has those of the nearest dates beside it', () => {
      const page = site.page(`${root}figures/boats-60/`);
      const tables = findAllByClass(page.root, 'statistic-siblings');
      const rows = tables.flatMap((table) => findAll(table, (one) => one.tag === 'tr' && one.parent?.tag === 'tbody'));
      expect(rows).toHaveLength(24);
      expect(rows.filter((row) => hasClass(row, 'is-current'))).toHaveLength(1);
    });

    test('all that rests on a long article stands on the pages of its passages, once', () => {
      const pages = listPages(`${root}articles/chronicle/passages/`);
      const words = pages.flatMap(({ root: page }) =>
        findAll(page, (one) => one.tag === 'a' && hasClass(one, 'to-words')),
      );
      expect(pages.length).toBeGreaterThan(1);
      expect(new Set(words.map(({ attributes }) => attributes.href)).size).toBe(CROWD.claims + CROWD.figures);
      expect(words).toHaveLength(CROWD.claims + CROWD.figures);
    });

    test('every claim of an entity has its place on the page, and leads to its words', () => {
      const claims = findAllByClass(entity.root, 'claim');
      expect(claims).toHaveLength(CROWD.claims);
      for (const claim of claims) expect(findAllByClass(claim, 'words').length, claim.attributes.id).toBeGreaterThan(0);
    });
  });

  test('a page that the other language does not have names no other, and leads to the nearest', () => {
    const last = site.page('/en/people/sara-haddad/mentions/page/8/');
    const alternates = findAll(last.root, ({ attributes }) => attributes.hreflang !== undefined);
    expect(alternates.filter(({ tag }) => tag === 'link').map(({ attributes }) => attributes.hreflang)).toEqual(['en']);
    expect(alternates.filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes.href)).toEqual([
      '/people/sara-haddad/mentions/',
    ]);
    expect(site.has('/people/sara-haddad/mentions/page/8/')).toBe(false);
    const sitemap = readFileSync(join(site.folder, 'sitemap.xml'), 'utf8');
    expect(sitemap).toContain('https://harbour.example/en/people/sara-haddad/mentions/page/8/<');
    expect(sitemap).not.toContain('https://harbour.example/people/sara-haddad/mentions/page/8/');
  });

  test('a passage of a long article leads to where all that rests on it stands', () => {
    const links = findAllByClass(site.page('/articles/chronicle/').root, 'row-notes').flatMap((notes) =>
      findAllByTag(notes, 'a').map(({ attributes }) => new URL(attributes.href ?? '', 'http://site.test')),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const { pathname, hash } of links.filter((link) => link.pathname.includes('/passages/'))) {
      expect(findById(site.page(pathname).root, decodeURIComponent(hash.slice(1))), pathname + hash).toBeDefined();
    }
  });

  /** A list and its further pages. */
  function listPages(path: string): readonly BuiltPage[] {
    const pages = [site.page(path)];
    for (let page = 2; site.has(`${path}page/${page}/`); page += 1) pages.push(site.page(`${path}page/${page}/`));
    return pages;
  }
});

function listPlaces({ root }: BuiltPage): readonly string[] {
  return findAllByClass(root, 'mention-group').flatMap((group) =>
    findAll(group, (one) => one.tag === 'a' && hasClass(one, 'place')).map(({ attributes }) => attributes.href ?? ''),
  );
}
