import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { SearchPlaces } from '../search/read-documents.ts';
import { selectStrings } from '../site/strings.ts';
import { toSortKey } from '../text/to-sort-key.ts';
import { createUrls, normalizeBase, type Urls } from '../site/urls.ts';

export interface FinishedSite {
  readonly base: string;
  readonly siteUrl: string;
  readonly outputFolder: string;
}

/** Tells the search index how the site addresses and names its pages. */
export function toSearchPlaces(
  { languages }: Pick<SiteConfig, 'languages'>,
  { base, siteUrl, outputFolder }: FinishedSite,
): SearchPlaces {
  const urls = new Map<string, Urls>(
    languages.map((language) => [language, createUrls({ languages, base, siteUrl }, language)]),
  );
  const strings = new Map(languages.map((language) => [language, selectStrings(language)]));
  const toHref = (language: string, document: string): string => urls.get(language)?.document(document) ?? '';
  return {
    toHref,
    toPassageTitle: (language, title, ordinal) =>
      strings.get(language)?.say('search.passage-title', { title, ordinal: String(ordinal) }) ?? title,
    toSortKey: (language, name) => toSortKey(name, language),
    readPage: (language, document) => {
      const path = decodeURIComponent(toHref(language, document).slice(normalizeBase(base).length));
      try {
        return readFileSync(join(outputFolder, path, 'index.html'), 'utf8');
      } catch {
        // A page may be drawn elsewhere or not at all; its text is still known.
        return undefined;
      }
    },
  };
}
