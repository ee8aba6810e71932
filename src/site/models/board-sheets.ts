import type { KnowledgeBase } from '../../compiler/knowledge-base.ts';
import type { Part } from '../../compiler/list-queries.ts';

/** What a sheet of the board shows of one measure. */
export interface BoardPart {
  readonly measure: string;
  readonly part: Part;
}

/** Statistics of one sheet: with their drawings about a kilobyte each. */
const ROWS_PER_SHEET = 100;
/** The heading of a measure and its drawing take the room of so many of them. */
const ROWS_OF_MEASURE = 3;

/**
 * Measures of a kind of statistics in the order of site.yaml, on sheets of so many rows. A measure that does not fit goes
 * on where the next sheet begins; one that would begin with the last rows of a sheet begins with the next.
 */
export function listBoardSheets(
  kind: string,
  kb: Pick<KnowledgeBase, 'site' | 'measuresOf'>,
): readonly (readonly BoardPart[])[] {
  const counts = new Map(kb.measuresOf(kind).map(({ measure, statistics }) => [measure, statistics]));
  const sheets: BoardPart[][] = [];
  let room = 0;
  for (const measure of Object.keys(kb.site.measures)) {
    const total = counts.get(measure) ?? 0;
    let from = 0;
    while (from < total) {
      const wanted = ROWS_OF_MEASURE + total - from;
      if (room < Math.min(wanted, ROWS_PER_SHEET)) {
        sheets.push([]);
        room = ROWS_PER_SHEET;
      }
      const most = Math.min(total - from, room - ROWS_OF_MEASURE);
      sheets.at(-1)?.push({ measure, part: { from, most } });
      from += most;
      room -= ROWS_OF_MEASURE + most;
    }
  }
  return sheets;
}
