import type { Claim, Entity, Evidence } from '../graph/graph.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { Quantity, Value } from '../schema/value.ts';
import type { Addresses } from './addresses.ts';
import { describeClaim } from './describe-claim.ts';
import { findSameAs } from './find-same-as.ts';
import { toOneOrMany, type JsonLd } from './json-ld.ts';
import { toIsoDate } from './to-iso-date.ts';
import type { Wording } from './wording.ts';

/** A claim with the words it rests on. */
export interface ClaimWithEvidence {
  readonly claim: Claim;
  readonly evidence: readonly Evidence[];
}

/**
 * An entity in the schema.org type of its kind, with everything claimed of it as `subjectOf`. Only what has a place in
 * schema.org that fits every site becomes a property: what a site's own properties mean is in the words of the claims.
 */
export function describeEntity(
  entity: Omit<Entity, 'passages'>,
  claims: readonly ClaimWithEvidence[],
  { kinds, measures }: Pick<SiteConfig, 'kinds' | 'measures'>,
  addresses: Addresses,
  wording: Wording,
): JsonLd {
  const kind = kinds[entity.kind];
  const name = wording.name(entity.id);
  const values = Object.values(entity.fields).flat();
  const measure = entity.measure === undefined ? undefined : measures[entity.measure];
  return {
    '@type': kind?.schema ?? 'Thing',
    '@id': addresses.entity(entity.id),
    name,
    alternateName: toOneOrMany(listOtherNames(entity, name)),
    description: entity.summary && wording.pick(entity.summary),
    identifier: toOneOrMany(values.flatMap(describeCountryCode)),
    ...(kind?.base === 'place' ? { geo: toOneOrMany(values.flatMap(describePoint)) } : {}),
    ...(kind?.base === 'statistic'
      ? {
          variableMeasured: measure && wording.pick(measure),
          ...describeObservation(
            claims.map(({ claim }) => claim),
            wording,
          ),
        }
      : {}),
    sameAs: toOneOrMany(
      Object.entries(entity.sameAs).flatMap(([authority, id]) => findSameAs(authority, id).href ?? []),
    ),
    subjectOf: toOneOrMany(claims.map(({ claim, evidence }) => describeClaim(claim, evidence, addresses, wording))),
  };
}

/** Labels in other languages and other names, but not those of its people. */
function listOtherNames({ label, aliases }: Pick<Entity, 'label' | 'aliases'>, name: string): readonly string[] {
  const names = [
    ...Object.values(label),
    ...Object.values(aliases).flatMap((own) => own.flatMap(({ text, demonym }) => (demonym === true ? [] : [text]))),
  ];
  return [...new Set(names)].filter((one) => one !== name);
}

function describeCountryCode(value: Value): JsonLd[] {
  return value.type === 'country'
    ? [{ '@type': 'PropertyValue', propertyID: 'ISO 3166-1 alpha-2', value: value.code }]
    : [];
}

function describePoint(value: Value): JsonLd[] {
  return value.type === 'point'
    ? [{ '@type': 'GeoCoordinates', latitude: value.latitude, longitude: value.longitude }]
    : [];
}

/** The number of a statistic with its date. What was retracted, or has no source, is a claim but no observation. */
function describeObservation(claims: readonly Claim[], wording: Wording): JsonLd {
  const own = claims.find(({ name }) => name === 'value');
  if (own?.value.type !== 'quantity' || own.status === 'retracted' || own.status === 'unsourced') return {};
  return {
    ...describeQuantity(own.value.quantity, wording),
    observationDate: toIsoDate(own.qualifiers['asOf'] ?? ''),
  };
}

function describeQuantity({ amount, unit }: Quantity, wording: Wording): JsonLd {
  // P1 is «percent» in the codes of units (UN/CEFACT Recommendation 20) that schema.org uses.
  const measured = unit === 'percent' ? { unitCode: 'P1' } : { unitText: unit && wording.pick(unit) };
  switch (amount.kind) {
    case 'number':
      return { value: amount.value, ...measured };
    case 'range':
      return { minValue: amount.min, maxValue: amount.max, ...measured };
    case 'share':
      return { value: `${amount.share}/${amount.of}`, ...measured };
  }
}
