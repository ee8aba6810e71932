import { escapeXml } from './escape-xml.ts';

export interface SearchDescription {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Absolute, as are the others. */
  readonly url: string;
  readonly searchUrl: string;
  readonly icon: string;
}

/** Lengths that OpenSearch 1.1 sets, in characters. */
const SHORT_NAME = 16;
const LONG_NAME = 48;
const DESCRIPTION = 1024;

/** How a browser searches the site: OpenSearch 1.1. */
export function writeOpenSearch({ title, description, language, url, searchUrl, icon }: SearchDescription): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escapeXml(shorten(title, SHORT_NAME))}</ShortName>`,
    `  <LongName>${escapeXml(shorten(title, LONG_NAME))}</LongName>`,
    `  <Description>${escapeXml(shorten(description, DESCRIPTION))}</Description>`,
    `  <Language>${escapeXml(language)}</Language>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    '  <OutputEncoding>UTF-8</OutputEncoding>',
    `  <Image type="image/svg+xml">${escapeXml(icon)}</Image>`,
    `  <Url type="text/html" method="get" template="${escapeXml(searchUrl)}?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(url)}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}

/** As many whole words as fit, without the punctuation that then stands at the end; a first word too long is cut. */
function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most + 1).join('');
  const words = cut.replace(/\s+\S*$/u, '');
  const whole = words === cut ? characters.slice(0, most).join('') : words;
  return whole.replace(/[\s\p{P}]+$/u, '');
}
