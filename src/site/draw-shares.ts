import type { Quantity } from '../schema/value.ts';
import { round } from './pictures/box.ts';
import { LINE, wrapLabel } from './pictures/measure-label.ts';

/** One of equal parts, drawn as a square. */
export interface UnitMark {
  readonly x: number;
  readonly y: number;
  readonly isCounted: boolean;
}

/** How much, and what is written over it. */
export interface ShareWish {
  readonly quantity: Quantity;
  readonly text: string;
}

/** A share: its words stand over squares, or over one bar. */
export interface ShareRow {
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** Where the squares or the bar begin, from above. */
  readonly y: number;
  /** Empty where the whole is drawn as a bar. */
  readonly units: readonly UnitMark[];
}

export interface SharesDrawing {
  readonly width: number;
  readonly height: number;
  /** Side of a square, and height of a bar. */
  readonly unit: number;
  readonly rows: readonly ShareRow[];
}

const WIDTH = 360;
const UNIT = 14;
const STEP = 18;
const IN_LINE = WIDTH / STEP;
/** Fewer parts look like parts of a cake, more cannot be counted at a glance: both are drawn as a bar. */
const LEAST_UNITS = 5;
const MOST_UNITS = 60;
const TEXT_SIZE = 12;
const TEXT_GAP = 6;
const GAP = 16;

/** Shares one under the other, each as its parts where those are things that can be counted. */
export function drawShares(wishes: readonly ShareWish[], axis: 'from-start' | 'from-end'): SharesDrawing {
  let top = 0;
  const rows = wishes.map(({ quantity, text }): ShareRow => {
    const label = wrapLabel(text, { width: WIDTH, size: TEXT_SIZE, most: Infinity });
    const line = TEXT_SIZE * LINE;
    const y = Math.ceil(top + label.height + TEXT_GAP);
    const units = drawUnits(quantity, y, axis);
    const lines = label.lines.map((words, index) => ({ text: words, y: round(top + (index + 0.8) * line) }));
    top = y + Math.max(1, Math.ceil(units.length / IN_LINE)) * STEP + GAP;
    return { lines, y, units };
  });
  return { width: WIDTH, height: top - GAP, unit: UNIT, rows };
}

function drawUnits({ amount }: Quantity, y: number, axis: 'from-start' | 'from-end'): readonly UnitMark[] {
  if (amount.kind !== 'share') return [];
  const { share, of } = amount;
  const isCountable = Number.isInteger(share) && Number.isInteger(of) && share >= 0 && share <= of;
  if (!isCountable || of < LEAST_UNITS || of > MOST_UNITS) return [];
  return Array.from({ length: of }, (_, index) => {
    const along = (index % IN_LINE) * STEP;
    return {
      x: axis === 'from-start' ? along : WIDTH - along - UNIT,
      y: y + Math.floor(index / IN_LINE) * STEP,
      isCounted: index < share,
    };
  });
}
