import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inject } from 'vitest';
import { parseHtml, type HtmlElement } from './html.ts';
import { ROOT, SITES, type BuiltSite, type SiteName } from './sites.ts';

export interface BuiltPage {
  /** As in the address bar: `/members/belgium/`. */
  readonly path: string;
  readonly html: string;
  readonly root: HtmlElement;
}

export interface SitePages {
  readonly languages: readonly string[];
  readonly contentFolder: string;
  readonly folder: string;
  readonly pages: readonly BuiltPage[];
  /** Throws when there is no page of this path. */
  page(path: string): BuiltPage;
  has(path: string): boolean;
}

/** A site that was built before the tests. What a failed build said is shown once, by the test of building. */
export function findSite(name: SiteName): BuiltSite {
  const site = inject('sites').find((one) => one.name === name);
  if (site === undefined) throw new Error(`No site \`${name}\` was built.`);
  if (site.status !== 0) throw new Error(`The site \`${name}\` could not be built; tests/site/build.test.ts says why.`);
  return site;
}

/** All pages of a built site, parsed when first asked for. */
export function readPages(name: SiteName): SitePages {
  let parsed: ReadonlyMap<string, BuiltPage> | undefined;
  const pages = (): ReadonlyMap<string, BuiltPage> => (parsed ??= parsePages(findSite(name)));
  return {
    languages: SITES[name].languages,
    contentFolder: ROOT + SITES[name].content,
    get folder() {
      return findSite(name).folder;
    },
    get pages() {
      return [...pages().values()];
    },
    has: (path) => pages().has(path),
    page: (path) => {
      const found = pages().get(path);
      if (found === undefined) throw new Error(`The site \`${name}\` has no page ${path}.`);
      return found;
    },
  };
}

function parsePages({ folder }: BuiltSite): ReadonlyMap<string, BuiltPage> {
  return new Map(
    listFiles(folder)
      .filter((file) => file.endsWith('.html'))
      .map((file) => {
        const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
        const html = readFileSync(join(folder, file), 'utf8');
        return [path, { path, html, root: parseHtml(html) }];
      }),
  );
}

/** Every file under a folder, with POSIX slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/** `/` for the first language, `/en/` for another. */
export function toLanguageRoot({ languages }: Pick<SitePages, 'languages'>, language: string): string {
  return language === languages[0] ? '/' : `/${language}/`;
}
