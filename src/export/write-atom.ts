import { escapeXml } from './escape-xml.ts';

/** A feed as RFC 4287 has it. All addresses are absolute, all moments RFC 3339. */
export interface Feed {
  readonly url: string;
  /** The page that it is the feed of. */
  readonly home: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  readonly summary: string | undefined;
  /** Language of title and summary where it is not the feed's. */
  readonly language: string;
  readonly author: string | undefined;
  /** What it is, in words: the kind of the entity. */
  readonly category: string;
  readonly published: string | undefined;
  readonly updated: string;
}

/** A feed must say when it last changed; one without entries never did. */
const NEVER = '1970-01-01T00:00:00Z';

/** The feed as Atom. The address of a page is the id of its entry: it is permanent. */
export function writeAtom({ url, home, language, title, subtitle, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    `  <id>${escapeXml(url)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <subtitle>${escapeXml(subtitle)}</subtitle>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(url)}"/>`,
    `  <link rel="alternate" type="text/html" hreflang="${escapeXml(language)}" href="${escapeXml(home)}"/>`,
    `  <author><name>${escapeXml(title)}</name><uri>${escapeXml(home)}</uri></author>`,
    `  <updated>${entries[0]?.updated ?? NEVER}</updated>`,
    ...entries.map((entry) => writeEntry(entry, language)),
    '</feed>',
    '',
  ].join('\n');
}

function writeEntry(entry: FeedEntry, language: string): string {
  const { url, title, summary, author, category, published, updated } = entry;
  return [
    `  <entry${entry.language === language ? '' : ` xml:lang="${escapeXml(entry.language)}"`}>`,
    `    <id>${escapeXml(url)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    `    <category term="${escapeXml(category)}"/>`,
    ...(author === undefined ? [] : [`    <author><name>${escapeXml(author)}</name></author>`]),
    ...(published === undefined ? [] : [`    <published>${published}</published>`]),
    `    <updated>${updated}</updated>`,
    ...(summary === undefined ? [] : [`    <summary>${escapeXml(summary)}</summary>`]),
    '  </entry>',
  ].join('\n');
}
