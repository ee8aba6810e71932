import type { Part } from '../../compiler/list-queries.ts';
import type { Claim } from '../../graph/graph.ts';
import type { Status } from '../../schema/entity-schema.ts';
import type { Quantity } from '../../schema/value.ts';
import { formatNumber } from '../../text/format-quantity.ts';
import { drawShares, type ShareRow, type SharesDrawing } from '../draw-shares.ts';
import { drawSeries, type Column, type SeriesDrawing } from '../draw-series.ts';
import { formatDate, type FormattedDate } from '../format-date.ts';
import { formatQuantity, toBounds, type FormattedQuantity } from '../format-quantity.ts';
import { inLanguage, isolate, toDirection, type Direction, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { toSpeakerView, type SpeakerView } from './value-view.ts';

/** A bar in a drawing 100 wide: `sure` is what the value is at least, `possible` what it may reach beyond that. */
export interface Bar {
  readonly sure: { readonly x: number; readonly width: number } | undefined;
  readonly possible: { readonly x: number; readonly width: number } | undefined;
}

export interface MeasureRow {
  readonly statistic: EntityLink;
  readonly quantity: FormattedQuantity;
  readonly date: FormattedDate;
  readonly saidBy: SpeakerView | undefined;
  readonly status: Status;
  /** Nothing where no length could be compared with another. */
  readonly bar: Bar | undefined;
  /** Lands on the exact words. */
  readonly evidenceHref: string | undefined;
}

/** All statistics of one measure, by date. */
export interface MeasureView {
  readonly id: string;
  readonly label: TextInLanguage;
  readonly rows: readonly MeasureRow[];
  /** Over time, where several dated values can be compared and all have evidence. */
  readonly series: SeriesView | undefined;
  /** As parts of a whole, where all values are and all have evidence. */
  readonly shares: SharesView | undefined;
  /** The whole list of which these values are a part, as a file. */
  readonly listHref: string | undefined;
  /** Statistics of the measure that are left out, and where they stand. */
  readonly more: number;
  readonly boardHref: string | undefined;
}

export interface SharesView {
  readonly label: string;
  readonly dir: Direction;
  readonly drawing: SharesDrawing;
  readonly marks: readonly {
    readonly row: ShareRow;
    /** In units of the drawing, where the row is not drawn as single parts. */
    readonly bar: Bar | undefined;
    /** What the row says, for those who do not see it. */
    readonly label: string;
    /** Lands on the exact words. */
    readonly href: string;
  }[];
}

export interface SeriesView {
  readonly label: string;
  readonly drawing: SeriesDrawing;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly marks: readonly {
    readonly column: Column;
    /** What the column says, for those who do not see it. */
    readonly label: string;
    readonly figure: string;
    readonly date: string;
    /** Lands on the exact words. */
    readonly href: string;
  }[];
}

interface Drawable {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** Statistics that stand beside one, or in a chart: a measure of more has the rest on the board. */
export const MOST_SIBLINGS = 24;

/** What statistics say about one measure, side by side: those of a part, by date. */
export function buildMeasureView(
  measure: string,
  context: PageContext,
  part: Part = { from: 0, most: MOST_SIBLINGS },
): MeasureView {
  const { kb, pick, language } = context;
  const { total, claims } = kb.measured(measure, part);
  const quantities = claims.map(({ value }) => value as Extract<Claim['value'], { type: 'quantity' }>);
  const bars = drawBars(
    quantities.map(({ quantity }) => quantity),
    toDirection(language) === 'rtl' ? 'from-end' : 'from-start',
  );
  const name = kb.site.measures[measure];
  const label = name === undefined ? inLanguage(measure, 'en') : pick(name);
  const rows = claims.map((claim, index) => toRow(claim, quantities[index]?.quantity, bars[index], context));
  const points = claims.map((claim, index) => ({ quantity: quantities[index]?.quantity, date: claim.qualifiers.asOf }));
  const kind = rows[0]?.statistic.kind;
  return {
    id: measure,
    label,
    rows,
    series: toSeries(label, points, rows, context),
    shares: toShares(
      label,
      quantities.map(({ quantity }) => quantity),
      rows,
      context,
    ),
    listHref: kind === undefined ? undefined : context.urls.list(kind, 'csv'),
    more: total - rows.length,
    boardHref: kind === undefined ? undefined : context.urls.kind(kind),
  };
}

/** The part of a measure that a statistic stands in the middle of, with those just before and after it. */
export function findSiblings(claim: string, measure: string, { kb }: PageContext): Part {
  const before = kb.placeOf(claim, measure);
  const { total } = kb.measured(measure, { from: 0, most: 1 });
  const first = Math.min(before - MOST_SIBLINGS / 2, total - MOST_SIBLINGS);
  return { from: Math.max(0, first), most: MOST_SIBLINGS };
}

/**
 * Lengths that can be compared: shares and percentages as parts of the whole, other numbers as parts of the greatest.
 * A single number that is not a part of anything has no length.
 */
export function drawBars(
  quantities: readonly Quantity[],
  axis: 'from-start' | 'from-end',
): readonly (Bar | undefined)[] {
  const allParts = quantities.every(isPart);
  if (!allParts && (quantities.length < 2 || quantities.some(isPart))) return quantities.map(() => undefined);
  const bounds = quantities.map(({ amount, unit }): Drawable => {
    const { min, max } = toBounds(amount);
    const scale = unit === 'percent' ? 100 : 1;
    return { min: min === undefined ? undefined : min / scale, max: max === undefined ? undefined : max / scale };
  });
  const greatest = Math.max(...bounds.flatMap(({ min, max }) => [min ?? 0, max ?? 0]));
  // An open end needs room to be seen as one.
  const isOpen = bounds.some(({ max }) => max === undefined);
  const whole = allParts ? 1 : isOpen ? greatest * 1.25 : greatest;
  if (!(whole > 0) || bounds.some(({ min }) => (min ?? 0) < 0)) return quantities.map(() => undefined);
  return bounds.map(({ min = 0, max = whole }) => ({
    sure: toSpan(0, min / whole, axis),
    possible: toSpan(min / whole, Math.min(max / whole, 1), axis),
  }));
}

function isPart({ unit, amount }: Quantity): boolean {
  return unit === 'percent' || amount.kind === 'share';
}

function toShares(
  label: TextInLanguage,
  quantities: readonly Quantity[],
  rows: readonly MeasureRow[],
  { language, strings }: PageContext,
): SharesView | undefined {
  if (rows.length === 0 || !quantities.every(isPart)) return undefined;
  const dir = toDirection(language);
  // Digits with a sign, such as «10%», keep their order beside Arabic letters.
  const texts = rows.map(
    ({ quantity, date }) => `${quantity.plain.replace(quantity.figure, isolate(quantity.figure))} (${date.text})`,
  );
  const drawing = drawShares(
    quantities.map((quantity, index) => ({ quantity, text: texts[index] ?? '' })),
    dir === 'rtl' ? 'from-end' : 'from-start',
  );
  const marks = rows.flatMap(({ statistic, quantity, date, bar, status, evidenceHref }, index) => {
    const row = drawing.rows[index];
    if (row === undefined || bar === undefined || evidenceHref === undefined || status === 'retracted') return [];
    return [
      {
        row,
        bar: {
          sure: bar.sure && toDrawing(bar.sure, drawing),
          possible: bar.possible && toDrawing(bar.possible, drawing),
        },
        label: `${isolate(statistic.label.text)}: ${isolate(quantity.plain)} (${date.text})`,
        href: evidenceHref,
      },
    ];
  });
  if (marks.length < rows.length) return undefined;
  return { label: strings.say('shares.label', { measure: isolate(label.text) }), dir, drawing, marks };
}

/** From a drawing 100 wide to one of another width. */
function toDrawing({ x, width }: NonNullable<Bar['sure']>, { width: whole }: SharesDrawing): NonNullable<Bar['sure']> {
  return { x: round((x * whole) / 100), width: round((width * whole) / 100) };
}

function toSeries(
  label: TextInLanguage,
  points: readonly { readonly quantity: Quantity | undefined; readonly date: string | undefined }[],
  rows: readonly MeasureRow[],
  { language, strings }: PageContext,
): SeriesView | undefined {
  const known = points.flatMap(({ quantity, date }) => (quantity === undefined ? [] : [{ quantity, date }]));
  const isWhole = known.length === rows.length && rows.every(({ status }) => status !== 'retracted');
  const drawing = isWhole ? drawSeries(known, toDirection(language) === 'rtl' ? 'from-end' : 'from-start') : undefined;
  if (drawing === undefined) return undefined;
  const marks = rows.flatMap(({ statistic, quantity, date, evidenceHref }, index) => {
    const column = drawing.columns[index];
    if (column === undefined || evidenceHref === undefined) return [];
    return [
      {
        column,
        label: `${isolate(statistic.label.text)}: ${isolate(quantity.plain)} (${date.text})`,
        figure: quantity.figure,
        date: date.text,
        href: evidenceHref,
      },
    ];
  });
  if (marks.length < rows.length) return undefined;
  return {
    label: strings.say('series.label', { measure: isolate(label.text) }),
    drawing,
    ticks: drawing.ticks.map(({ y, value }) => ({ y, text: strings.number(formatNumber(value, strings.language)) })),
    marks,
  };
}

function toSpan(from: number, to: number, axis: 'from-start' | 'from-end'): Bar['sure'] {
  const width = round((to - from) * 100);
  if (width <= 0) return undefined;
  return { x: axis === 'from-start' ? round(from * 100) : round(100 - to * 100), width };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function toRow(claim: Claim, quantity: Quantity | undefined, bar: Bar | undefined, context: PageContext): MeasureRow {
  const { kb, language, strings, urls, link } = context;
  const [evidence] = kb.evidence(claim.id);
  return {
    statistic: link(claim.entity),
    quantity: formatQuantity(
      quantity ?? { amount: { kind: 'number', value: 0 }, isApproximate: false },
      language,
      strings.number,
    ),
    date: formatDate(claim.qualifiers.asOf ?? 'unknown', strings),
    saidBy: claim.saidBy && toSpeakerView(claim.saidBy, context),
    status: claim.status,
    bar,
    evidenceHref: evidence && urls.evidence(evidence.article, evidence.anchor),
  };
}
