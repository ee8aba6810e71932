import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Claim, Graph } from '../graph/graph.ts';
import { printAmount } from './print-amount.ts';

/** Claims that disagree are reported once each, beside those they disagree with. The site shows them side by side. */
export function checkConflicts(graph: Graph): Diagnostic[] {
  const claims = new Map(graph.claims.map((claim) => [claim.id, claim]));
  return graph.conflicts.flatMap(({ claims: ids, date }) => {
    const clashing = ids.flatMap((id) => claims.get(id) ?? []);
    const [first] = clashing;
    if (!first) return [];
    return [
      diagnose('claims-conflict', first.place, {
        message: `${clashing.length} supported claims disagree${date === undefined ? '' : ` for ${date}`}; the site shows them side by side.`,
        values: clashing.map((claim) => ({ label: claim.id, text: print(claim), place: claim.place })),
        fix: 'If one is wrong, correct it or write `status: retracted`; if the sources disagree, write `status: contested` for each.',
      }),
    ];
  });
}

function print({ value }: Claim): string {
  switch (value.type) {
    case 'entity':
      return value.entity;
    case 'text':
      return Object.values(value.text).join(' / ');
    case 'quantity':
      return printAmount(value.quantity.amount);
    case 'date':
      return value.date;
    case 'number':
      return String(value.number);
    case 'url':
      return value.url;
    case 'country':
      return value.code;
    case 'point':
      return `${value.latitude}, ${value.longitude}`;
  }
}
