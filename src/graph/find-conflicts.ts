import type { Amount, Value } from '../schema/value.ts';
import type { Claim, Conflict, Graph } from './graph.ts';

/** Every conflict, sorted by subject and date. Properties that take many values cannot conflict. */
export function findConflicts({ site, entities, claims }: Pick<Graph, 'site' | 'entities' | 'claims'>): Conflict[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const groups = Map.groupBy(
    claims.filter(({ status }) => status === 'supported'),
    (claim) => {
      const entity = byId.get(claim.entity);
      const date = toDate(claim);
      if (claim.name === 'value') {
        return date === undefined || entity?.measure === undefined ? undefined : JSON.stringify([entity.measure, date]);
      }
      const property = site.kinds[entity?.kind ?? '']?.properties[claim.property];
      return property?.many === false ? JSON.stringify([`${claim.entity} ${claim.property}`, date ?? null]) : undefined;
    },
  );
  return [...groups]
    .flatMap(([key, group]) => {
      if (key === undefined) return [];
      const clashing = group.filter((one) =>
        group.some((other) => one !== other && !isCompatible(one.value, other.value)),
      );
      if (clashing.length === 0) return [];
      const [subject, date] = JSON.parse(key) as [string, string | null];
      return [{ subject, date: date ?? undefined, claims: clashing.map(({ id }) => id).sort() }];
    })
    .toSorted((a, b) => (a.subject + (a.date ?? '') < b.subject + (b.date ?? '') ? -1 : 1));
}

/** The date that a claim speaks of, doubt marks set aside: `2016~` and `2016` are one date. Unknown dates are none. */
function toDate({ qualifiers }: Claim): string | undefined {
  const { asOf, from, to } = qualifiers;
  if (asOf === 'unknown') return undefined;
  const text = asOf ?? (from === undefined && to === undefined ? undefined : `${from ?? '..'}/${to ?? '..'}`);
  return text?.replaceAll(/[?~%]/g, '');
}

/** Two amounts can both be true when some number is in both. */
function isCompatible(a: Value, b: Value): boolean {
  if (a.type === 'quantity' && b.type === 'quantity') {
    const [x, y] = [toSpan(a.quantity.amount), toSpan(b.quantity.amount)];
    const isSameUnit = JSON.stringify(a.quantity.unit) === JSON.stringify(b.quantity.unit);
    return !isSameUnit || (x.min <= y.max && y.min <= x.max);
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

function toSpan(amount: Amount): { readonly min: number; readonly max: number } {
  switch (amount.kind) {
    case 'number':
      return { min: amount.value, max: amount.value };
    case 'share':
      return { min: amount.share / amount.of, max: amount.share / amount.of };
    case 'range':
      return { min: amount.min ?? -Infinity, max: amount.max ?? Infinity };
  }
}
