import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeAtom, type FeedEntry } from '../../../src/export/write-atom.ts';
import { writeOpenSearch } from '../../../src/export/write-open-search.ts';
import { writeSitemapIndex, writeSitemaps, type SitemapPage } from '../../../src/export/write-sitemap.ts';
import { readXml } from '../../support/read-xml.ts';

const read = (xml: string): Record<string, unknown> => readXml(xml) as Record<string, unknown>;

/** Texts that XML can hold, with what could break it in plenty. */
const writable = fc
  .array(
    fc.oneof(
      fc.constantFrom('<', '>', '&', '"', "'", ']]>', '<!--', '&amp;', '</title>'),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join('').replace(/\r/g, ''))
  // eslint-disable-next-line no-control-regex -- what XML has no form for is tested apart
  .filter((text) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text) && text.trim() !== '');

const ENTRY: FeedEntry = {
  url: 'https://a.example/x/',
  title: 'X',
  summary: undefined,
  language: 'en',
  author: undefined,
  category: 'Thing',
  published: undefined,
  updated: '2016-01-01T00:00:00Z',
};
const FEED = {
  url: 'https://a.example/feed.xml',
  home: 'https://a.example/',
  language: 'en',
  title: 'A',
  subtitle: 'Of a',
};

describe('a feed', () => {
  test('holds every text as it was written', () => {
    fc.assert(
      fc.property(writable, writable, (title, summary) => {
        const { feed } = read(writeAtom({ ...FEED, title, entries: [{ ...ENTRY, title, summary }] })) as {
          feed: { title: string; entry: { title: string; summary: string }[] };
        };
        expect([feed.title, feed.entry[0]?.title, feed.entry[0]?.summary]).toEqual([title, title, summary]);
      }),
    );
  });

  test('replaces what XML has no form for', () => {
    expect(writeAtom({ ...FEED, title: 'a\u0000b\uD800c', entries: [] })).toContain('<title>a\uFFFDb\uFFFDc</title>');
  });

  test('has what Atom demands, with entries or without', () => {
    for (const entries of [[], [ENTRY]]) {
      const { feed } = read(writeAtom({ ...FEED, entries })) as { feed: Record<string, unknown> };
      expect(Object.keys(feed)).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'author', 'link']));
      expect(feed['updated']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
  });
});

describe('a search description', () => {
  const describeSite = (title: string): Record<string, string> =>
    (
      read(
        writeOpenSearch({
          title,
          description: 'd',
          language: 'ar',
          url: 'https://a.example/opensearch.xml',
          searchUrl: 'https://a.example/search/',
          icon: 'https://a.example/favicon.svg',
        }),
      ) as { OpenSearchDescription: Record<string, string> }
    ).OpenSearchDescription;

  test.each([
    ['Sixteen letters!', 'Sixteen letters!'],
    ['Sanad: NATO against ISIS', 'Sanad: NATO'],
    ['سند: الناتو في مواجهة داعش', 'سند: الناتو في'],
    ['Donaudampfschifffahrt', 'Donaudampfschiff'],
    ['🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼', '🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼🗼'],
  ])('shortens «%s» to what the standard allows', (title, short) => {
    expect(describeSite(title)['ShortName']).toBe(short);
  });

  test('asks for the words by the name that the search page reads', () => {
    const url = (describeSite('A') as unknown as { Url: Record<string, string>[] }).Url[0];
    expect(url?.['@template']).toBe('https://a.example/search/?q={searchTerms}');
  });
});

describe('a sitemap', () => {
  const page = (slug: string, languages: readonly string[] = ['en', 'ar']): SitemapPage => ({
    versions: languages.map((language) => ({ language, url: `https://a.example/${language}/${slug}/` })),
  });
  const write = (pages: readonly SitemapPage[], urls: number, bytes = 1e9): string[] => {
    const files: string[] = [];
    for (const { sitemap, text } of writeSitemaps(pages, { urls, bytes }))
      files[sitemap] = (files[sitemap] ?? '') + text;
    return files;
  };
  const readUrls = (xml: string): { loc: string; 'xhtml:link'?: Record<string, string>[] }[] =>
    (read(xml) as { urlset: { url?: { loc: string }[] } }).urlset.url ?? [];

  test('names a page in every language, each with all the others', () => {
    const [xml = ''] = write([page('x')], 10);
    const urls = readUrls(xml);
    expect(urls.map(({ loc }) => loc)).toEqual(['https://a.example/en/x/', 'https://a.example/ar/x/']);
    for (const { 'xhtml:link': links } of urls)
      expect(links?.map((link) => [link['@hreflang'], link['@href']])).toEqual([
        ['en', 'https://a.example/en/x/'],
        ['ar', 'https://a.example/ar/x/'],
        ['x-default', 'https://a.example/en/x/'],
      ]);
  });

  test('of one language names no others', () => {
    expect(write([page('x', ['en'])], 10)[0]).not.toContain('xhtml:link');
  });

  test('is there when there are no pages', () => {
    expect(write([], 10).map(readUrls)).toEqual([[]]);
  });

  test('is divided by number and by size, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 600, max: 5000 }),
        (count, most, bytes) => {
          const pages = Array.from({ length: count }, (_, index) => page(`الصفحة-${index}`));
          const files = write(pages, most, bytes);
          for (const xml of files) expect(readUrls(xml).length).toBeLessThanOrEqual(most);
          for (const xml of files)
            if (readUrls(xml).length > 1) expect(Buffer.byteLength(xml)).toBeLessThanOrEqual(bytes);
          expect(files.flatMap((xml) => readUrls(xml).map(({ loc }) => loc))).toEqual(
            pages.flatMap(({ versions }) => versions.map(({ url }) => url)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test('of many sitemaps is a list of them', () => {
    const { sitemapindex } = read(writeSitemapIndex(['https://a.example/1.xml?a&b', 'https://a.example/2.xml'])) as {
      sitemapindex: { sitemap: { loc: string }[] };
    };
    expect(sitemapindex.sitemap.map(({ loc }) => loc)).toEqual([
      'https://a.example/1.xml?a&b',
      'https://a.example/2.xml',
    ]);
  });
});
