import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { AnchoredCitation } from '../graph/anchor-citations.ts';
import type { Claim, Evidence } from '../graph/graph.ts';
import type { Quantity } from '../schema/value.ts';
import { readNumbers, statesValue, type AuthoredValue } from '../text/read-numbers.ts';
import { printAmount } from './print-amount.ts';

/** Reads every claimed number out of its quotations again: one of them must state it. */
export function checkNumbers(
  claims: readonly Claim[],
  citations: readonly AnchoredCitation[],
  evidence: readonly Evidence[],
): Diagnostic[] {
  const byClaim = Map.groupBy(citations, ({ claim }) => claim);
  const evidenceOf = Map.groupBy(evidence, ({ claim }) => claim);
  return claims.flatMap((claim) => {
    const quantity = toQuantity(claim);
    const own = byClaim.get(claim.id) ?? [];
    const found = (evidenceOf.get(claim.id) ?? []).toSorted((a, b) => a.index - b.index);
    const words = found.map((one) => one.words);
    const [first] = own;
    if (!quantity || !first || claim.status === 'retracted' || words.length < own.length) return [];
    const authored = toAuthoredValue(quantity);
    const things = toThings(quantity);
    if (words.some((text) => statesValue(text, authored, things))) return [];
    return [report(quantity, words, claim)];
  });
}

function toQuantity({ value }: Claim): Quantity | undefined {
  if (value.type === 'quantity') return value.quantity;
  if (value.type === 'number') return { amount: { kind: 'number', value: value.number }, isApproximate: false };
  return undefined;
}

function toAuthoredValue({ amount, unit }: Quantity): AuthoredValue {
  return { ...amount, percent: unit === 'percent' };
}

/** What is counted, in Arabic, whose dual is a number: «دولتان». */
function toThings({ unit }: Quantity): string[] {
  if (unit === undefined || unit === 'percent') return [];
  return Object.entries(unit).flatMap(([lang, text]) => (/^(?:ar|und)(?:-|$)/.test(lang) ? [text] : []));
}

function report(quantity: Quantity, words: readonly string[], { place }: Claim): Diagnostic {
  const readings = words.map((text) => ({ text, ...readNumbers(text, toThings(quantity)) }));
  const isVague =
    readings.every(({ numbers }) => numbers.length === 0) && readings.some(({ vague }) => vague.length > 0);
  const quotes = words.map((text) => ({ label: 'quote', text: `“${text}”` }));
  if (isVague) {
    const vague = readings.flatMap((one) => one.vague.map(({ text }) => `“${text}”`));
    return diagnose('number-vague', place, {
      message: 'The quoted text gives no number, only a vague quantity.',
      values: [
        { label: 'value', text: printAmount(quantity.amount) },
        { label: 'vague', text: vague.join(', ') },
        ...quotes,
      ],
      fix: 'Quote a sentence that states the number, or say it in words: a claim with a text instead of a statistic.',
    });
  }
  const found = readings.flatMap((one) => one.numbers.map(({ start, end }) => `“${one.text.slice(start, end)}”`));
  return diagnose('number-unstated', place, {
    message: 'The quoted text does not state this number.',
    values: [
      { label: 'value', text: printAmount(quantity.amount) + (quantity.unit === 'percent' ? ' percent' : '') },
      { label: 'stated', text: found.length === 0 ? 'no number' : found.join(', ') },
      ...quotes,
    ],
    fix: 'Correct the value, or quote the words that state it.',
  });
}
