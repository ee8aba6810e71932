import type { Claim, Evidence } from '../graph/graph.ts';
import type { Speaker } from '../schema/entity-schema.ts';
import type { Addresses } from './addresses.ts';
import { toOneOrMany, type JsonLd } from './json-ld.ts';
import type { Wording } from './wording.ts';

/**
 * A claim as a schema.org `Claim`: in words, with the passages that it cites (`citation`) and the quoted words at their own
 * addresses (`appearance`). Who said it is its author; of a speaker known by words alone the words are given as credit.
 */
export function describeClaim(
  claim: Claim,
  evidence: readonly Evidence[],
  addresses: Addresses,
  wording: Wording,
): JsonLd {
  const passages = new Set(
    evidence.flatMap(({ article, spans }) => spans.map(({ passage }) => addresses.passage(article, passage))),
  );
  return {
    '@type': 'Claim',
    '@id': addresses.claim(claim.id),
    text: sayClaim(claim, wording),
    inLanguage: wording.language,
    temporalCoverage: toTemporalCoverage(claim.qualifiers),
    creativeWorkStatus: claim.status === 'supported' ? undefined : claim.status,
    ...describeSpeaker(claim.saidBy, addresses, wording),
    citation: toOneOrMany([...passages]),
    appearance: toOneOrMany(evidence.map((one) => describeQuotation(one, addresses))),
  };
}

/** «Belgium: Took part in: Direct attacks»; a statistic that is called what it measures says so once. */
export function sayClaim(claim: Claim, { name, property, value }: Wording): string {
  return [...new Set([name(claim.entity), property(claim)]), value(claim.value)].join(': ');
}

function describeQuotation({ article, anchor, words }: Evidence, addresses: Addresses): JsonLd {
  return {
    '@type': 'Quotation',
    '@id': addresses.evidence(article, anchor),
    text: words,
    isPartOf: { '@id': addresses.article(article) },
  };
}

function describeSpeaker(
  speaker: Speaker | undefined,
  addresses: Addresses,
  wording: Wording,
): { readonly author?: JsonLd; readonly creditText?: string } {
  if (speaker === undefined) return {};
  return speaker.type === 'entity'
    ? { author: { '@id': addresses.entity(speaker.entity), name: wording.name(speaker.entity) } }
    : { creditText: wording.pick(speaker.text) };
}

/** As ISO 8601 and EDTF write spans: `2016`, `2015/2016`, `2015/..`. */
function toTemporalCoverage({ asOf, from, to }: Claim['qualifiers']): string | undefined {
  if (asOf !== undefined) return asOf === 'unknown' ? undefined : asOf;
  return from === undefined && to === undefined ? undefined : `${from ?? '..'}/${to ?? '..'}`;
}
