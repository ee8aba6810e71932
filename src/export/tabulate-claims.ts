import type { Evidence } from '../graph/graph.ts';
import type { Addresses } from './addresses.ts';
import type { ClaimWithEvidence } from './describe-entity.ts';
import type { Wording } from './wording.ts';

/** Columns of the table of claims, in their order. */
export const CLAIM_COLUMNS: readonly string[] = [
  'claim',
  'entity',
  'name',
  'property',
  'value',
  'asOf',
  'from',
  'to',
  'status',
  'saidBy',
  'article',
  'passage',
  'grade',
  'words',
  'address',
];

/** A claim as rows of a table: one for each piece of its evidence, or one without any. */
export function tabulateClaim(
  { claim, evidence }: ClaimWithEvidence,
  addresses: Addresses,
  wording: Wording,
): readonly (readonly string[])[] {
  const { asOf = '', from = '', to = '' } = claim.qualifiers;
  const { saidBy } = claim;
  const speaker = saidBy === undefined ? '' : saidBy.type === 'entity' ? saidBy.entity : wording.pick(saidBy.text);
  const own = [
    claim.id,
    claim.entity,
    wording.name(claim.entity),
    claim.property,
    wording.value(claim.value),
    asOf,
    from,
    to,
    claim.status,
    speaker,
  ];
  return evidence.length === 0
    ? [[...own, '', '', '', '', addresses.claim(claim.id)]]
    : evidence.map((one) => [...own, ...tabulateEvidence(one, addresses)]);
}

function tabulateEvidence({ article, anchor, grade, spans, words }: Evidence, addresses: Addresses): readonly string[] {
  return [article, spans.map(({ passage }) => passage).join(' '), grade, words, addresses.evidence(article, anchor)];
}
