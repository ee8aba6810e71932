// Numbers of Arabic and English texts, in digits and words. Nothing is guessed: what may be a year, a date, a numbered
// thing, an ordinal, a score or a code is left out, and «dozens» stays vague.
import { isNumeralOne, readAmounts, toNumberText } from './number-amounts.ts';
import type { Amount, NumberText } from './number-amounts.ts';
import { findBoundAfter, findBoundBefore } from './number-bounds.ts';
import type { Bound } from './number-bounds.ts';
import { findCodes } from './number-codes.ts';
import { toDualFinder } from './number-duals.ts';
import { keepQuantities } from './number-contexts.ts';
import { combineAmounts } from './number-ranges.ts';
import type { NumberValue, Quantity } from './number-ranges.ts';
import { textAt, toTokens, toWordSet } from './number-tokens.ts';
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
 * «واحد»/«one», and Arabic duals («دولتان») of all but the `things` counted, given in the singular («دولة»).
 */
export function readNumbers(
  text: string,
  things: readonly string[] = [],
): {
  readonly numbers: readonly NumberReading[];
  readonly vague: readonly VagueQuantity[];
} {
  const { numbers, vague } = readAll(text, things);
  return { numbers, vague };
}

function readAll(
  text: string,
  things: readonly string[],
): ReturnType<typeof readNumbers> & { readonly ones: readonly NumberReading[] } {
  const tokens = toTokens(text);
  const numberText = toNumberText(tokens, findCodes(tokens), toDualFinder(things));
  const amounts = readAmounts(numberText);
  const taken = toTakenTokens(amounts);
  const isTaken = (at: number) => taken.has(at);
  const quantities = combineAmounts(numberText, keepQuantities(numberText, amounts));
  const toRange = (first: number, next: number): Range => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[next - 1]?.end ?? text.length,
  });
  const toReading = (quantity: Quantity): NumberReading => ({
    ...toRange(quantity.first, quantity.next),
    value: quantity.value,
    bound: findBound(numberText, quantity, isTaken),
    percent: quantity.isPercent,
    form: quantity.form,
    counts: quantity.counts,
  });
  return {
    numbers: quantities.filter(({ isLoneOne }) => !isLoneOne).map(toReading),
    ones: quantities.filter((quantity) => isStatedOne(numberText, quantity)).map(toReading),
    vague: findVague(numberText, isTaken).map(({ first, next }) => {
      const range = toRange(first, next);
      return { ...range, text: text.slice(range.start, range.end) };
    }),
  };
}

/** «دولة واحدة», «one state»; not «أحد الجنود», «no one», «ولا واحد». */
function isStatedOne(text: NumberText, { first, isLoneOne }: Quantity): boolean {
  return isLoneOne && isNumeralOne(text, first) && !NEGATIONS.has(textAt(text.tokens, first - 1));
}

const NEGATIONS = toWordSet('no not لا ولا أي');

function toTakenTokens(amounts: readonly Amount[]): ReadonlySet<number> {
  return new Set(amounts.flatMap(({ first, next }) => Array.from({ length: next - first }, (_, at) => first + at)));
}

function findBound(text: NumberText, quantity: Quantity, isTaken: (at: number) => boolean): Bound {
  // «أكثر من دولة واحدة»: the thing stands between its bound and the one.
  const lead = quantity.isLoneOne && isThing(text, quantity.lead - 1) ? quantity.lead - 1 : quantity.lead;
  const before = findBoundBefore(text.tokens, lead);
  if (before === 'minimum' || before === 'maximum') return before;
  const after = findBoundAfter(text.tokens, quantity.next, isTaken);
  return after === 'exact' ? before : after;
}

function isThing({ tokens, words }: NumberText, at: number): boolean {
  return tokens[at]?.kind === 'word' && words[at] === undefined && findBoundBefore(tokens, at + 1) === 'exact';
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
 *   also a lone «واحد», «واحدة», «one», for 2 also the dual of a thing counted. Of «7 من أصل 27» both numbers.
 * - a range: the same range, or its minimum and its maximum, each stated as such («ما لا يقل عن … ولا يتجاوز …»);
 * - a range open on one side: that bound, or the end of a stated range, which implies it;
 * - a share: the same share, or both its numbers («7 أعضاء … 27 دولة»). Half is not «2 of 4», nor 50 %.
 * A percentage is stated only by a percentage, and never states a plain number. Years state nothing. `things` are what is
 * counted, in the singular.
 */
export function statesValue(text: string, authored: AuthoredValue, things: readonly string[] = []): boolean {
  const { numbers, ones } = readAll(text, things);
  const readings = [...numbers, ...ones].filter(({ percent }) => percent === authored.percent);
  switch (authored.kind) {
    case 'number':
      return statesNumber(readings, authored.value);
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
