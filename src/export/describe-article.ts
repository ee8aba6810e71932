import type { Article } from '../graph/graph.ts';
import type { Addresses } from './addresses.ts';
import { toOneOrMany, type JsonLd } from './json-ld.ts';
import { toIsoDate } from './to-iso-date.ts';
import type { Wording } from './wording.ts';

/**
 * An article as schema.org has it. Whether an author is a person or an organisation is not known, so it gets a name and no
 * type; a date that is only approximate is left out.
 *
 * @param mentioned Ids of the entities that it names.
 */
export function describeArticle(
  { id, matter }: Pick<Article, 'id' | 'matter'>,
  mentioned: readonly string[],
  addresses: Addresses,
  wording: Wording,
): JsonLd {
  return {
    '@type': 'Article',
    '@id': addresses.article(id),
    headline: wording.pick(matter.title),
    description: matter.summary && wording.pick(matter.summary),
    inLanguage: matter.lang,
    author: matter.author && { name: wording.pick(matter.author) },
    publisher: matter.publisher && { name: wording.pick(matter.publisher) },
    datePublished: matter.published === undefined ? undefined : toIsoDate(matter.published),
    isBasedOn: matter.url,
    archivedAt: matter.archived,
    license: matter.license === undefined ? undefined : describeLicense(matter.license),
    mentions: toOneOrMany(mentioned.map((entity) => ({ '@id': addresses.entity(entity), name: wording.name(entity) }))),
  };
}

function describeLicense(license: string): string | JsonLd {
  return /^https?:\/\//.test(license) ? license : { '@type': 'CreativeWork', name: license };
}
