import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles, readPages, type BuiltPage, type SitePages } from '../support/built-site.ts';
import { findAll, findAllByTag, findById, type HtmlElement } from '../support/html.ts';
import { SITE_NAMES } from '../support/sites.ts';

/** Any origin will do: what stays on it is internal. */
const ORIGIN = 'http://site.test';
const ADDRESSES = ['href', 'src', 'action', 'poster', 'data-index'];

describe.each(SITE_NAMES)('addresses of the site %s', (name) => {
  const site = readPages(name);

  test('lead to a page or file of the site, and fragments to an element of it', () => {
    const broken = site.pages.flatMap((page) =>
      listAddresses(page).flatMap((address) => {
        const problem = findProblem(address, page, site);
        return problem === undefined ? [] : [`${page.path} → ${address}: ${problem}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('carry no scheme that only the compiler understands', () => {
    const left = site.pages.filter(({ html }) => /["'(]sanad:/.test(html)).map(({ path }) => path);
    expect(left).toEqual([]);
  });

  test('stay on the site, but for links that a reader follows', () => {
    const loaded = site.pages.flatMap(({ path, root }) =>
      findAll(root, ({ tag }) => tag !== 'a')
        .flatMap(({ tag, attributes }) =>
          isOnlyNamed(tag, attributes) ? [] : [attributes.href, attributes.src, attributes.srcset],
        )
        .filter((address) => address !== undefined && new URL(address, ORIGIN).origin !== ORIGIN)
        .map((address) => `${path} loads ${String(address)}`),
    );
    expect(loaded).toEqual([]);
  });

  test('of the same page in other languages are told by every page that has them, both ways', () => {
    const wrong = site.pages.flatMap((page) =>
      listAlternates(page).flatMap(({ path, lang }) => {
        if (!site.has(path)) return [`${page.path} names ${path} as its ${lang}, which does not exist`];
        const back = listAlternates(site.page(path)).some((one) => one.path === page.path);
        return back ? [] : [`${page.path} names ${path}, which does not name it`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('of pages in the same language are in that language', () => {
    const [, ...others] = site.languages;
    const toLanguage = (path: string): string =>
      others.find((lang) => path.startsWith(`/${lang}/`)) ?? site.languages[0] ?? '';
    const crossing = site.pages.flatMap((page) =>
      findAllByTag(page.root, 'a').flatMap(({ attributes }) => {
        const { pathname, origin } = new URL(attributes.href ?? '', ORIGIN + page.path);
        if (origin !== ORIGIN || attributes.hreflang !== undefined) return [];
        return toLanguage(pathname) === toLanguage(page.path) ? [] : [`${page.path} → ${pathname}`];
      }),
    );
    expect(crossing).toEqual([]);
  });

  test('in style sheets stay on the site', () => {
    const foreign = listFiles(site.folder)
      .filter((file) => file.endsWith('.css') && !file.startsWith('pagefind/'))
      .flatMap((file) =>
        [...readFile(site, file).matchAll(/url\(([^)]*)\)|@import\s+["']([^"']*)/g)].map(
          (match) => match[1] ?? match[2] ?? '',
        ),
      )
      .filter(
        (address) => new URL(address.replace(/["']/g, ''), ORIGIN).origin !== ORIGIN && !address.startsWith('data:'),
      );
    expect(foreign).toEqual([]);
  });
});

function listAddresses({ root }: BuiltPage): string[] {
  return findAll(root, ({ tag, attributes }) => !isOnlyNamed(tag, attributes)).flatMap(({ attributes }) =>
    ADDRESSES.flatMap((attribute) => attributes[attribute] ?? []),
  );
}

function findProblem(address: string, page: BuiltPage, site: SitePages): string | undefined {
  const { origin, pathname, hash, protocol } = new URL(address, ORIGIN + page.path);
  if (protocol === 'mailto:' || origin !== ORIGIN) return undefined;
  const path = decodeURIComponent(pathname);
  if (!site.has(path)) return isFile(site, path) ? undefined : 'nothing stands there';
  const id = decodeURIComponent(hash.slice(1));
  return id === '' || findById(site.page(path).root, id) ? undefined : 'the page has no such element';
}

/** Addresses that tell machines what a page is called, and are never loaded. */
function isOnlyNamed(tag: string, { rel = '' }: HtmlElement['attributes']): boolean {
  return tag === 'link' && ['canonical', 'alternate'].includes(rel);
}

function listAlternates({ root }: BuiltPage): { readonly path: string; readonly lang: string }[] {
  return findAllByTag(root, 'link')
    .filter(({ attributes }) => attributes.rel === 'alternate' && attributes.hreflang !== undefined)
    .map(({ attributes }) => ({
      path: new URL(attributes.href ?? '').pathname,
      lang: attributes.hreflang ?? '',
    }));
}

function isFile(site: SitePages, path: string): boolean {
  const file = join(site.folder, path);
  // The folder of the search index is named so that its script can be found in it.
  return existsSync(file) && (statSync(file).isFile() || path.endsWith('/pagefind/'));
}

function readFile(site: SitePages, file: string): string {
  return readFileSync(join(site.folder, file), 'utf8');
}
