import { LINE, wrapLabel } from './measure-label.ts';
import { round } from './box.ts';

/** One neighbour in the small graph of an entity: a sign, a line to the middle, and its name beside it. */
export interface NeighbourDrawing {
  readonly x: number;
  readonly y: number;
  /** Where the text stands: it begins or ends at `textX` and runs away from the middle. */
  readonly textX: number;
  readonly side: 'left' | 'right';
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

export interface NeighboursDrawing {
  readonly width: number;
  readonly height: number;
  readonly centre: { readonly x: number; readonly y: number };
  readonly neighbours: readonly NeighbourDrawing[];
}

export const MOST_NEIGHBOURS = 12;
export const NEIGHBOUR_SIZE = 12;

const WIDTH = 320;
const TEXT_WIDTH = 98;
/** From the edge to a sign, and from the sign to its text. */
const SIGN_AT = 112;
const TEXT_GAP = 11;
const ROW = 40;
const LEAST_HEIGHT = 90;
const MOST_LINES = 3;

/**
 * Spokes: half of the neighbours on each side of the middle, the first at the top of the side on which reading begins.
 * Names stand outside of all lines, so that nothing can cross them, whatever their number: no simulation is needed.
 */
export function drawNeighbours(names: readonly string[], reading: 'ltr' | 'rtl'): NeighboursDrawing {
  const shown = names.slice(0, MOST_NEIGHBOURS);
  const rows = Math.ceil(shown.length / 2);
  const labels = shown.map((name) => wrapLabel(name, { width: TEXT_WIDTH, size: NEIGHBOUR_SIZE, most: MOST_LINES }));
  const row = Math.max(ROW, ...labels.map(({ height }) => height + 6));
  const height = Math.max(LEAST_HEIGHT, rows * row);
  const top = (height - rows * row) / 2;
  return {
    width: WIDTH,
    height: round(height),
    centre: { x: WIDTH / 2, y: round(height / 2) },
    neighbours: labels.map(({ lines }, index) => {
      const isFirstSide = index < rows;
      const own = isFirstSide ? rows : shown.length - rows;
      const place = isFirstSide ? index : index - rows;
      const y = top + ((rows - own) / 2 + place + 0.5) * row;
      const side = isFirstSide === (reading === 'ltr') ? 'left' : 'right';
      const step = NEIGHBOUR_SIZE * LINE;
      // Signs bulge towards the middle row, so that lines fan out.
      const bulge = rows === 1 ? 0 : 14 * (1 - Math.abs((place + 0.5) / own - 0.5) * 2);
      const x = SIGN_AT - bulge * 0.5;
      const textX = x - TEXT_GAP;
      return {
        x: round(side === 'left' ? x : WIDTH - x),
        y: round(y),
        textX: round(side === 'left' ? textX : WIDTH - textX),
        side,
        lines: lines.map((text, line) => ({
          text,
          // The middle of all lines at the height of the sign; letters stand a third of their size below their middle.
          y: round(y + (line - (lines.length - 1) / 2) * step + NEIGHBOUR_SIZE / 3),
        })),
      };
    }),
  };
}
