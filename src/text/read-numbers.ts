// Numbers of Arabic and English texts, in digits and words. Nothing is guessed: what may be a year, a date, a numbered
// thing, an ordinal, a score or a code is left out, and «dozens» stays vague.
import { readAmounts, toNumberText } from './number-amounts.ts';
import type { Amount, NumberText } from './number-amounts.ts';
import { findBoundAfter, findBoundBefore } from './number-bounds.ts';
import type { Bound } from './number-bounds.ts';
import { findCodes } from './number-codes.ts';
import { keepQuantities } from './number-contexts.ts';
import { combineAmounts } from './number-ranges.ts';
import type { NumberValue, Quantity } from './number-ranges.ts';
import { toTokens } from './number-tokens.ts';
import { findVague } from './number-vague.ts';
import type { Range } from './range.ts';

export type { NumberValue };

/** A number in a text. The range covers whole written words with their clitics, digits without, and the percent sign. */
export interface NumberReading extends Range {
  readonly value: NumberValue;
  /** «نحو» approximate; «على الأقل», «أكثر من» minimum; «ما يصل إلى», «أقل من» maximum. */
  readonly bound: Bound;
  readonly percent: boolean;
  /** How the number itself is written, its percent sign or words aside: «5 آلاف» is mixed. */
  readonly form: 'digits' | 'words' | 'mixed';
  /** The numbers that a share names as counts of their own: 7 and 27 of «7 من أصل 27»; of all else none. */
  readonly counts: readonly number[];
}

/** «عشرات», «hundreds of thousands»: a quantity that is no number. */
export interface VagueQuantity extends Range {
  readonly text: string;
}

/**
 * Reads the quantities of a text, in order. Left out, so never read as a quantity: years, dates, hours, eras, numbered
 * things (المادة 5, No. 10), ordinals, weekdays, scores, list and note numbers, telephone numbers, codes (F-16), a lone
 * «واحد»/«one», and Arabic dual nouns («دولتان»).
 */
export function readNumbers(text: string): {
  readonly numbers: readonly NumberReading[];
  readonly vague: readonly VagueQuantity[];
} {
  const tokens = toTokens(text);
  const numberText = toNumberText(tokens, findCodes(tokens));
  const amounts = readAmounts(numberText);
  const taken = toTakenTokens(amounts);
  const isTaken = (at: number) => taken.has(at);
  const quantities = combineAmounts(numberText, keepQuantities(numberText, amounts));
  const toRange = (first: number, next: number): Range => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[next - 1]?.end ?? text.length,
  });
  return {
    numbers: quantities.map((quantity) => ({
      ...toRange(quantity.first, quantity.next),
      value: quantity.value,
      bound: findBound(numberText, quantity, isTaken),
      percent: quantity.isPercent,
      form: quantity.form,
      counts: quantity.counts,
    })),
    vague: findVague(numberText, isTaken).map(({ first, next }) => {
      const range = toRange(first, next);
      return { ...range, text: text.slice(range.start, range.end) };
    }),
  };
}

function toTakenTokens(amounts: readonly Amount[]): ReadonlySet<number> {
  return new Set(amounts.flatMap(({ first, next }) => Array.from({ length: next - first }, (_, at) => first + at)));
}

function findBound(text: NumberText, quantity: Quantity, isTaken: (at: number) => boolean): Bound {
  const before = findBoundBefore(text.tokens, quantity.lead);
  if (before === 'minimum' || before === 'maximum') return before;
  const after = findBoundAfter(text.tokens, quantity.next, isTaken);
  return after === 'exact' ? before : after;
}

/** A value as an author writes it down for a statistic. A range may be open on one side: «at least», «up to». */
export type AuthoredValue = (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly kind: 'share'; readonly share: number; readonly of: number }
) & { readonly percent: boolean };

/**
 * Whether a text states an authored value. Nothing is rounded or converted, and bounds must agree, because a page shows
 * the value as the text's own:
 * - a number: a reading equal to it, exact or approximate; neither an end of a range nor «at least» nor «up to». For 1
 *   also a lone «واحد», «واحدة», «one». Of «7 من أصل 27» both numbers.
 * - a range: the same range, or its minimum and its maximum, each stated as such («ما لا يقل عن … ولا يتجاوز …»);
 * - a range open on one side: that bound, or the end of a stated range, which implies it;
 * - a share: the same share, or both its numbers («7 أعضاء … 27 دولة»). Half is not «2 of 4», nor 50 %.
 * A percentage is stated only by a percentage, and never states a plain number. Years state nothing.
 */
export function statesValue(text: string, authored: AuthoredValue): boolean {
  const readings = readNumbers(text).numbers.filter(({ percent }) => percent === authored.percent);
  switch (authored.kind) {
    case 'number':
      return (
        statesNumber(readings, authored.value) || (authored.value === 1 && !authored.percent && LONE_ONE.test(text))
      );
    case 'range':
      return statesRange(readings, authored.min, authored.max);
    case 'share': {
      const { share, of } = authored;
      const isSame = ({ value }: NumberReading) =>
        value.kind === 'fraction' && value.share === share && value.of === of;
      return readings.some(isSame) || (statesNumber(readings, share) && statesNumber(readings, of));
    }
  }
}

/** As whole words; Arabic marks may stand between the letters. */
const LONE_ONE =
  /(?<![\p{L}\p{M}])(?:one|[وفبل]?ال?و[\p{M}]*ا[\p{M}]*ح[\p{M}]*د[\p{M}]*(?:ة[\p{M}]*)?|[وفبل]?و[\p{M}]*ا[\p{M}]*ح[\p{M}]*د[\p{M}]*(?:ة[\p{M}]*|ا[\p{M}]*)?)(?![\p{L}\p{M}])/iu;

function statesNumber(readings: readonly NumberReading[], number: number): boolean {
  return readings.some(
    ({ value, bound, counts }) =>
      (bound === 'exact' || bound === 'approximate') &&
      (counts.includes(number) || (value.kind === 'number' && value.value === number)),
  );
}

function statesRange(readings: readonly NumberReading[], min: number | undefined, max: number | undefined): boolean {
  if (min === undefined && max === undefined) return false;
  if (min !== undefined && max !== undefined) {
    const isSame = ({ value }: NumberReading) => value.kind === 'range' && value.min === min && value.max === max;
    return readings.some(isSame) || (statesEnd(readings, 'minimum', min) && statesEnd(readings, 'maximum', max));
  }
  return (
    (min === undefined ||
      statesEnd(readings, 'minimum', min) ||
      readings.some(({ value }) => value.kind === 'range' && value.min === min)) &&
    (max === undefined ||
      statesEnd(readings, 'maximum', max) ||
      readings.some(({ value }) => value.kind === 'range' && value.max === max))
  );
}

function statesEnd(readings: readonly NumberReading[], bound: Bound, number: number): boolean {
  return readings.some(
    (reading) => reading.bound === bound && reading.value.kind === 'number' && reading.value.value === number,
  );
}
