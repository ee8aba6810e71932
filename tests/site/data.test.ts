import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAuthoredContent } from '../support/authored-content.ts';
import { listFiles, readPages, toLanguageRoot, type BuiltPage } from '../support/built-site.ts';
import { findAllByTag, findById } from '../support/html.ts';
import { readData, readStatements } from '../support/read-json-ld.ts';
import { readXml } from '../support/read-xml.ts';
import { SITE_NAMES } from '../support/sites.ts';

const SCHEMA = 'http://schema.org/';
type Attributes = Readonly<Record<string, string>>;

describe.each(SITE_NAMES)('what the site %s says of itself to machines', (name) => {
  const site = readPages(name);
  const content = readAuthoredContent(site.contentFolder);
  const main = new URL(canonicalOf(site.page('/')) ?? '');
  const readXmlFile = (path: string): unknown => readXml(readFileSync(join(site.folder, path), 'utf8'));
  const isThere = (address: string): boolean => {
    const { origin, pathname, hash } = new URL(address);
    const path = decodeURIComponent(pathname);
    if (origin !== main.origin || !site.has(path)) return false;
    return hash === '' || findById(site.page(path).root, decodeURIComponent(hash.slice(1))) !== undefined;
  };

  describe('as JSON-LD', () => {
    test('is on every page that is one, and reads without loss', async () => {
      for (const page of site.pages) {
        if (isStandIn(page)) expect(readData(page), page.path).toEqual([]);
        else expect(await readStatements(page), page.path).not.toEqual([]);
      }
    });

    test('names only pages and places of the site that exist', async () => {
      const missing = new Set<string>();
      for (const page of site.pages.filter((one) => !isStandIn(one))) {
        for (const line of await readStatements(page)) {
          const addresses = [...line.matchAll(/<([^>]*)>/g)].map(([, address = '']) => address);
          for (const address of addresses)
            if (address.startsWith(main.origin) && !isThere(address)) missing.add(`${page.path} → ${address}`);
        }
      }
      expect([...missing]).toEqual([]);
    });

    test('gives every claim of an entity with the address of the passage that it cites', async () => {
      const wanted = content.entities.flatMap(({ id, claims }) =>
        claims.map((claim) => `${main.origin}/${id}/#${claim.name}`),
      );
      const found: string[] = [];
      for (const { id, claims } of content.entities) {
        const lines = await readStatements(site.page(`/${id}/`));
        const isA = (subject: string): boolean =>
          lines.includes(`<${subject}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${SCHEMA}Claim> .`);
        for (const claim of claims) {
          const subject = `${main.origin}/${id}/#${claim.name}`;
          if (isA(subject)) found.push(subject);
          for (const citation of claim.evidence)
            expect(
              lines.some((line) =>
                line.startsWith(`<${subject}> <${SCHEMA}citation> <${main.origin}/articles/${citation.article}/#`),
              ),
              subject,
            ).toBe(true);
        }
      }
      expect(found.toSorted()).toEqual(wanted.toSorted());
    });

    test('says of an entity what it is, in the type that its kind declares', () => {
      for (const { id } of content.entities) {
        const [data] = readData(site.page(`/${id}/`));
        const thing = data?.['mainEntity'] as { '@type': string; '@id': string };
        expect(thing['@id']).toBe(`${main.origin}/${id}/`);
        expect(thing['@type']).toMatch(/^[A-Z]\w+$/);
      }
      for (const { slug } of content.articles)
        expect(readData(site.page(`/articles/${slug}/`))[0]?.['mainEntity']).toMatchObject({ '@type': 'Article' });
    });

    test('names a thing alike in every language', () => {
      for (const { id } of content.entities) {
        const ids = site.languages.map((language) => {
          const [data] = readData(site.page(`${toLanguageRoot(site, language)}${id}/`));
          return (data?.['mainEntity'] as { '@id': string })['@id'];
        });
        expect(new Set(ids).size).toBe(1);
      }
    });
  });

  test('every page names itself by its own address, and itself in every language when it is to be found', () => {
    const wrong = site.pages.flatMap((page) => {
      if (isStandIn(page)) return [];
      if (canonicalOf(page) !== main.origin + encodeURI(page.path))
        return [`${page.path}: ${String(canonicalOf(page))}`];
      const alternates = findAllByTag(page.root, 'link')
        .filter(({ attributes }) => attributes['rel'] === 'alternate' && attributes['hreflang'] !== undefined)
        .map(({ attributes }) => attributes['hreflang']);
      const expected = isIndexed(page) ? [...site.languages, 'x-default'] : [];
      return alternates.toSorted().join() === expected.toSorted().join() ? [] : [`${page.path}: ${alternates.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  test('the sitemap names exactly the pages that are to be found, each with its versions', () => {
    const { urlset } = readXmlFile('sitemap.xml') as {
      urlset: { url: { loc: string; 'xhtml:link': Attributes[] }[] };
    };
    expect(urlset.url.map(({ loc }) => decodeURIComponent(new URL(loc).pathname)).toSorted()).toEqual(
      site.pages
        .filter(isIndexed)
        .map(({ path }) => path)
        .toSorted(),
    );
    for (const { loc, 'xhtml:link': links } of urlset.url) {
      const page = site.page(decodeURIComponent(new URL(loc).pathname));
      const own = findAllByTag(page.root, 'link')
        .filter(({ attributes }) => attributes['rel'] === 'alternate' && attributes['hreflang'] !== undefined)
        .map(({ attributes }) => `${String(attributes['hreflang'])} ${String(attributes['href'])}`);
      expect(links.map((link) => `${String(link['@hreflang'])} ${String(link['@href'])}`).toSorted()).toEqual(
        own.toSorted(),
      );
    }
  });

  test('robots.txt leads to the sitemap', () => {
    expect(readFileSync(join(site.folder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${main.origin}/sitemap.xml`);
  });

  test.each(site.languages)('the feed in %s leads to pages, newest first, with dates of the content', (language) => {
    const root = toLanguageRoot(site, language);
    const { feed } = readXmlFile(`${root}feed.xml`) as {
      feed: { '@xml:lang': string; updated: string; entry?: { id: string; updated: string; link: Attributes[] }[] };
    };
    const entries = feed.entry ?? [];
    expect(feed['@xml:lang']).toBe(language);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ updated }) => updated)).toEqual(
      entries
        .map(({ updated }) => updated)
        .toSorted()
        .toReversed(),
    );
    expect(feed.updated).toBe(entries[0]?.updated);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.map(({ id }) => id).filter((id) => !isThere(id) || !new URL(id).pathname.startsWith(root))).toEqual(
      [],
    );
    const years = content.articles.map(({ published }) => published.slice(0, 4));
    expect(entries.filter(({ updated }) => !years.includes(updated.slice(0, 4)))).toEqual([]);
  });

  test.each(site.languages)('browsers can search in %s by what every page says', (language) => {
    const root = toLanguageRoot(site, language);
    const { OpenSearchDescription: description } = readXmlFile(`${root}opensearch.xml`) as {
      OpenSearchDescription: { ShortName: string; Url: Attributes[] };
    };
    expect(Array.from(description.ShortName).length).toBeLessThanOrEqual(16);
    const template = description.Url.find((one) => one['@type'] === 'text/html')?.['@template'];
    expect(template).toBe(`${main.origin}${root}search/?q={searchTerms}`);
    const links = site.pages
      .filter(({ root: { attributes } }) => attributes['lang'] === language)
      .flatMap((page) => findAllByTag(page.root, 'link').filter(({ attributes }) => attributes['rel'] === 'search'));
    expect(new Set(links.map(({ attributes }) => attributes['href']))).toEqual(new Set([`${root}opensearch.xml`]));
  });

  test('files for hosts name only folders and addresses that exist', () => {
    const files = listFiles(site.folder);
    const patterns = [...readFileSync(join(site.folder, '_headers'), 'utf8').matchAll(/^\/(\S*)\*$/gm)];
    expect(
      patterns.map(([, folder = '']) => folder).filter((folder) => !files.some((file) => file.startsWith(folder))),
    ).toEqual([]);
    const redirects = readFileSync(join(site.folder, '_redirects'), 'utf8').split('\n').filter(Boolean);
    const moved = site.pages.filter((page) => page.html.includes('http-equiv="refresh"'));
    expect(redirects.map((line) => line.split(' ')[0]).toSorted()).toEqual(moved.map(({ path }) => path).toSorted());
    expect(redirects.filter((line) => !site.has(line.split(' ')[1] ?? ''))).toEqual([]);
  });
});

/** What makes a thing one of its type, by types of schema.org. */
const MAKINGS: Readonly<Record<string, readonly string[]>> = {
  Article: ['headline', 'inLanguage', 'mentions'],
  Person: ['name', 'description', 'subjectOf'],
  Organization: ['name', 'description', 'subjectOf'],
  Country: ['name', 'identifier', 'subjectOf'],
  Place: ['name', 'description'],
  Event: ['name', 'description', 'subjectOf'],
  // A range has two values, and a date that is only about known is none of ISO 8601.
  Observation: ['name', 'description', 'variableMeasured', 'subjectOf'],
  Claim: ['text', 'inLanguage', 'appearance', 'citation'],
  Quotation: ['text', 'isPartOf'],
};

test('every sort of thing is of the type of schema.org that search engines know, with what makes one', async () => {
  const site = readPages('main');
  const types = new Map<string, string>();
  const properties = new Map<string, Set<string>>();
  for (const page of site.pages.filter((one) => !isStandIn(one))) {
    for (const line of await readStatements(page)) {
      const [subject = '', predicate = '', object = ''] = line.split(' ');
      const name = predicate.slice(1 + SCHEMA.length, -1);
      if (predicate.endsWith('#type>')) types.set(subject, object.slice(1 + SCHEMA.length, -1));
      else properties.set(subject, (properties.get(subject) ?? new Set()).add(name));
    }
  }
  for (const [type, makings] of Object.entries(MAKINGS)) {
    const subjects = [...types].filter(([, own]) => own === type).map(([subject]) => subject);
    expect(subjects, type).not.toEqual([]);
    expect(
      subjects.filter((one) => makings.some((name) => properties.get(one)?.has(name) !== true)),
      type,
    ).toEqual([]);
  }
});

/** A page that leads elsewhere, or stands where there is none. */
function isStandIn({ path, html }: BuiltPage): boolean {
  return html.includes('http-equiv="refresh"') || path.includes('404');
}

function isIndexed({ root }: BuiltPage): boolean {
  return !findAllByTag(root, 'meta').some(({ attributes }) => attributes['name'] === 'robots');
}

function canonicalOf({ root }: BuiltPage): string | undefined {
  return findAllByTag(root, 'link').find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'];
}
