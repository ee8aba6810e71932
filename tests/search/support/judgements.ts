import { readFileSync } from 'node:fs';
import type { PublishedQuery } from './queries.ts';

/** 2: answers as well as the expected answer; 1: is about it; 0: is about something else. See docs/search.md. */
export type Grade = 0 | 1 | 2;

/** What was judged of a query, by ids of documents that it does not expect. */
export interface Judgement extends Pick<PublishedQuery, 'site' | 'language' | 'query'> {
  readonly grades: Readonly<Record<string, Grade>>;
}

export const JUDGEMENTS_FILE = new URL('../judgements.json', import.meta.url);

export function readJudgements(): readonly Judgement[] {
  return JSON.parse(readFileSync(JUDGEMENTS_FILE, 'utf8')) as readonly Judgement[];
}

/** A reader asks the same whatever the phenomenon for which the query was written down. */
export function toQueryKey({ site, language, query }: Pick<PublishedQuery, 'site' | 'language' | 'query'>): string {
  return `${site} ${language} ${query}`;
}
