import { escapeXml } from './escape-xml.ts';

/** A page in every language that has it. */
export interface SitemapPage {
  /** Absolute addresses by language; the first is the main one's. */
  readonly versions: readonly { readonly language: string; readonly url: string }[];
}

/** A sitemap may hold so many addresses and so many bytes (sitemaps.org). */
export const MOST_URLS = 50_000;
export const MOST_BYTES = 50 * 1024 * 1024;

export interface SitemapLimits {
  readonly urls: number;
  readonly bytes: number;
}

/** Text that belongs to the sitemap of this number, from 0. */
export interface SitemapChunk {
  readonly sitemap: number;
  readonly text: string;
}

const START =
  '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n';
const END = '</urlset>\n';

/**
 * Every address with its versions in other languages, as sitemaps that keep within the limits, piece by piece: however
 * many pages there are, only one of them is held. There is always a first sitemap.
 */
export function* writeSitemaps(
  pages: Iterable<SitemapPage>,
  limits: SitemapLimits = { urls: MOST_URLS, bytes: MOST_BYTES },
): Generator<SitemapChunk> {
  let sitemap = 0;
  let urls = 0;
  let bytes = START.length;
  yield { sitemap, text: START };
  for (const page of pages) {
    for (const text of writeUrls(page)) {
      const size = countBytes(text);
      if (urls > 0 && (urls === limits.urls || bytes + size + END.length > limits.bytes)) {
        yield { sitemap, text: END };
        sitemap += 1;
        urls = 0;
        bytes = START.length;
        yield { sitemap, text: START };
      }
      urls += 1;
      bytes += size;
      yield { sitemap, text };
    }
  }
  yield { sitemap, text: END };
}

/** The list of sitemaps, where one is not enough. */
export function writeSitemapIndex(urls: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls.map((url) => `  <sitemap><loc>${escapeXml(url)}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n');
}

function writeUrls({ versions }: SitemapPage): readonly string[] {
  const [main] = versions;
  const link = (language: string, url: string): string =>
    `<xhtml:link rel="alternate" hreflang="${escapeXml(language)}" href="${escapeXml(url)}"/>`;
  const alternates =
    versions.length < 2 || main === undefined
      ? ''
      : [...versions.map(({ language, url }) => link(language, url)), link('x-default', main.url)].join('');
  return versions.map(({ url }) => `<url><loc>${escapeXml(url)}</loc>${alternates}</url>\n`);
}

/** Of UTF-8. Addresses are ASCII but for what a site writes otherwise, so mostly this is the length. */
function countBytes(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
