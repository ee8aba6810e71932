import { readFileSync } from 'node:fs';
import type { AuthoredSiteName } from '../../support/sites.ts';

/** A query and what a reader means by it. */
export interface PublishedQuery {
  readonly site: AuthoredSiteName;
  /** Of the reader: results are of the pages in this language. */
  readonly language: 'ar' | 'en';
  readonly phenomenon: string;
  readonly query: string;
  /** Ids of documents that must be among the first five. */
  readonly expected: readonly string[];
  /** Regular expressions, all of which match the beginning of a word in whatever else is a good answer. */
  readonly relevant?: readonly string[];
  /** Held-out queries were not looked at while the search was tuned. */
  readonly set: 'tuning' | 'held-out';
  /** In which round it was written; the first, where nothing is said. A later round was written before it was ever run. */
  readonly round?: number;
}

export const QUERIES = JSON.parse(
  readFileSync(new URL('../queries.json', import.meta.url), 'utf8'),
) as readonly PublishedQuery[];
