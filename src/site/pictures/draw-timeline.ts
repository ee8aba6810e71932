import type { Day, EdtfDate } from '../../schema/edtf.ts';
import { toNiceStep } from '../draw-series.ts';
import { round } from './box.ts';

/** A date with what is written at its mark. */
export interface TimelineWish {
  readonly date: EdtfDate;
  /** How wide its label is, in units of the drawing. */
  readonly labelWidth: number;
}

export interface TimelineMark {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** The middle of the label above the bar. */
  readonly labelX: number;
  readonly labelY: number;
  /** Sides on which it goes on without an end that anyone knows: it fades there. */
  readonly openAt: 'none' | 'left' | 'right';
  /** How sure the date is: a sharp edge, or a broken one. */
  readonly edge: 'sharp' | 'broken';
}

export interface TimelineDrawing {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly marks: readonly TimelineMark[];
  readonly ticks: readonly { readonly x: number; readonly year: number }[];
}

/** How a timeline is drawn for screens of one sort: as wide as there, so that its letters keep their size. */
export interface TimelineFormat {
  readonly width: number;
  /** About how many years are written below it. */
  readonly ticks: number;
}

export const WIDE_TIMELINE: TimelineFormat = { width: 900, ticks: 6 };
export const NARROW_TIMELINE: TimelineFormat = { width: 352, ticks: 3 };

const SIDE = 24;
const BAR = 10;
const LABEL = 17;
const LANE = BAR + LABEL + 7;
const TOP = 6;
const BOTTOM = 24;
const LEAST_BAR = 8;
const GAP = 6;
/** How far beyond the known dates an open end runs, as a share of all. */
const OPEN = 0.08;

/**
 * Dates along a line: each as long as what it may mean, in the first row in which nothing is in its way. Time runs in the
 * direction of reading. An open end fades towards the border: no end is invented. Dates without any known end are left out.
 */
export function drawTimeline(
  wishes: readonly TimelineWish[],
  reading: 'ltr' | 'rtl',
  { width: whole, ticks }: TimelineFormat = WIDE_TIMELINE,
): TimelineDrawing | undefined {
  const spans = wishes.map(({ date }) => toSpan(date));
  const known = spans.flatMap(({ start, end }) => [start, end]).filter((one) => one !== undefined);
  if (known.length === 0) return undefined;
  const hasOpen = {
    start: spans.some(({ start }) => start === undefined),
    end: spans.some(({ end }) => end === undefined),
  };
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const length = Math.max(most - least, 1);
  const from = Math.floor(hasOpen.start ? least - length * OPEN : least);
  const to = Math.ceil(hasOpen.end ? most + length * OPEN : most);
  const scale = (whole - SIDE * 2) / Math.max(to - from, 1);
  const along = (year: number): number => (year - from) * scale;
  const turn = (start: number, width: number): number =>
    reading === 'ltr' ? SIDE + start : whole - SIDE - start - width;
  const lanes: number[][] = [];
  const placed = spans.map(({ start, end }, index) => {
    const size = Math.max(along(end ?? to) - along(start ?? from), LEAST_BAR);
    const begin = along(start ?? from);
    const labelWidth = Math.min(wishes[index]?.labelWidth ?? 0, whole);
    const x = turn(begin, size);
    const labelX = Math.min(Math.max(x + size / 2, labelWidth / 2), whole - labelWidth / 2);
    const left = Math.min(x, labelX - labelWidth / 2);
    const right = Math.max(x + size, labelX + labelWidth / 2);
    const lane = findLane(lanes, left, right);
    return { x, width: size, labelX, lane };
  });
  const height = TOP + lanes.length * LANE + BOTTOM;
  const baseline = height - BOTTOM;
  return {
    width: whole,
    height,
    baseline,
    marks: placed.map(({ x, width, labelX, lane }, index): TimelineMark => {
      const { start, end } = spans[index] ?? {};
      const { isApproximate = false, isUncertain = false } = wishes[index]?.date ?? {};
      const top = TOP + lane * LANE;
      const opens = start === undefined ? 'start' : end === undefined ? 'end' : 'none';
      return {
        x: round(x),
        width: round(width),
        y: top + LABEL,
        height: BAR,
        labelX: round(labelX),
        labelY: top + LABEL - 5,
        openAt: opens === 'none' ? 'none' : (opens === 'start') === (reading === 'ltr') ? 'left' : 'right',
        edge: isApproximate || isUncertain ? 'broken' : 'sharp',
      };
    }),
    ticks: listTicks(from, to, ticks).map((year) => ({ x: round(turn(along(year), 0)), year })),
  };
}

/** The first row that is free from `left` to `right`; it is taken then. */
function findLane(lanes: number[][], left: number, right: number): number {
  const isFree = (taken: readonly number[]): boolean =>
    taken.every((edge, index) => index % 2 === 1 || right + GAP <= edge || left - GAP >= (taken[index + 1] ?? 0));
  const found = lanes.findIndex(isFree);
  const lane = found === -1 ? lanes.push([]) - 1 : found;
  lanes[lane]?.push(left, right);
  return lane;
}

/** In years, from the beginning of the first day to the end of the last. */
function toSpan({ earliest, latest }: EdtfDate): {
  readonly start: number | undefined;
  readonly end: number | undefined;
} {
  return { start: earliest && toYears(earliest, 0), end: latest && toYears(latest, 1) };
}

function toYears({ year, month, day }: Day, more: 0 | 1): number {
  return year + (month - 1) / 12 + (day - 1 + more) / 372;
}

function listTicks(from: number, to: number, most: number): readonly number[] {
  const step = Math.max(1, Math.round(toNiceStep((to - from) / most)));
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
}
