import { compareDays, parseEdtf, type Day } from '../schema/edtf.ts';
import type { Quantity } from '../schema/value.ts';
import { toBounds } from './format-quantity.ts';

/** One value of a series: how much, and when (EDTF, or nothing that is known). */
export interface SeriesPoint {
  readonly quantity: Quantity;
  readonly date: string | undefined;
}

/** A column in a drawing: `sure` is what the value is at least, `possible` what it may reach beyond that. Units of the drawing. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly sure: { readonly y: number; readonly height: number };
  readonly possible: { readonly y: number; readonly height: number } | undefined;
}

export interface SeriesDrawing {
  readonly width: number;
  readonly height: number;
  /** Where the values stand on, and how high the drawing of values goes. */
  readonly baseline: number;
  readonly start: number;
  readonly end: number;
  readonly columns: readonly Column[];
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
}

const WIDTH = 360;
const HEIGHT = 220;
/** Room above the highest column for its number, below the columns for dates, and beside them for the numbers of the axis. */
const TOP = 24;
const BOTTOM = 28;
const SIDE = 46;
const MOST_WIDTH = 64;
/** Share of the distance of two neighbours that a column may take. */
const FILL = 0.6;
/** Nearer than this the numbers above two columns would run into each other, and the bars of the table show more. */
const LEAST_DISTANCE = 72;
const TICKS = 3;

/**
 * Columns over time, each in the middle of the time that its date may mean. Nothing is drawn of a single value, of values
 * whose dates are unknown, open, the same or too near each other, of shares, or of amounts without a lower end at or above
 * zero.
 */
export function drawSeries(points: readonly SeriesPoint[], axis: 'from-start' | 'from-end'): SeriesDrawing | undefined {
  const values = points.map(({ quantity, date }) => {
    const { min, max } = toBounds(quantity.amount);
    const isPart = quantity.amount.kind === 'share' || quantity.unit === 'percent';
    return { min, max: max ?? min, moment: isPart ? undefined : findMiddle(date) };
  });
  if (values.length < 2) return undefined;
  const moments: number[] = [];
  for (const { min, moment } of values) {
    if (min === undefined || min < 0 || moment === undefined || moments.includes(moment)) return undefined;
    moments.push(moment);
  }
  const highest = Math.max(...values.map(({ max = 0 }) => max));
  if (!(highest > 0)) return undefined;

  const step = toNiceStep(highest / TICKS);
  const top = Math.ceil(highest / step) * step;
  const baseline = HEIGHT - BOTTOM;
  const toY = (value: number): number => round(baseline - (value / top) * (baseline - TOP));
  const sorted = moments.toSorted((a, b) => a - b);
  const span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const nearest = Math.min(...sorted.slice(1).map((moment, index) => moment - (sorted[index] ?? 0)));
  const room = WIDTH - SIDE;
  // Half a distance at each end belongs to the columns that stand there.
  const scale = room / (span + nearest);
  if (nearest * scale < LEAST_DISTANCE) return undefined;
  const width = round(Math.min(MOST_WIDTH, nearest * scale * FILL));
  const columns = values.map(({ min = 0, max = 0, moment = 0 }): Column => {
    const along = (moment - (sorted[0] ?? 0) + nearest / 2) * scale;
    const middle = axis === 'from-start' ? SIDE + along : room - along;
    return {
      x: round(middle - width / 2),
      width,
      sure: { y: toY(min), height: round(baseline - toY(min)) },
      possible: max > min ? { y: toY(max), height: round(toY(min) - toY(max)) } : undefined,
    };
  });
  const count = Math.round(top / step);
  return {
    width: WIDTH,
    height: HEIGHT,
    baseline,
    start: axis === 'from-start' ? SIDE : 0,
    end: axis === 'from-start' ? WIDTH : room,
    columns,
    ticks: Array.from({ length: count + 1 }, (_, index) => ({ y: toY(index * step), value: index * step })),
  };
}

/** The least of 1, 2, 2.5, 5 and 10 times a power of ten that is not below `least`. */
export function toNiceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= least) ?? 10;
  return factor * power;
}

/** The middle of what a date may mean, in years. */
function findMiddle(date: string | undefined): number | undefined {
  const { earliest, latest } = (date === undefined ? undefined : parseEdtf(date)) ?? {};
  if (earliest === undefined || latest === undefined || compareDays(earliest, latest) > 0) return undefined;
  return (toYears(earliest) + toYears(latest)) / 2;
}

function toYears({ year, month, day }: Day): number {
  return year + (month - 1) / 12 + (day - 1) / 365;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
