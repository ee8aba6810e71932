import type { Value } from '../schema/value.ts';
import type { Claim, Entity } from './graph.ts';

/** What fields and claims say of an entity, by property, each value once. Retracted claims say nothing. */
export function listValues(
  { fields, measure }: Pick<Entity, 'fields' | 'measure'>,
  claims: readonly Claim[],
): ReadonlyMap<string, readonly Value[]> {
  const said = [
    ...Object.entries(fields).flatMap(([property, values]) => values.map((value) => ({ property, value }))),
    ...claims.filter(({ name, status }) => status !== 'retracted' && !(measure !== undefined && name === 'value')),
  ];
  return new Map(
    [...Map.groupBy(said, ({ property }) => property)].map(([property, own]) => [
      property,
      [...new Map(own.map(({ value }) => [JSON.stringify(value), value])).values()],
    ]),
  );
}
