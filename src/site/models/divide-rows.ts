import type { Part } from '../../compiler/list-queries.ts';

/** Something with rows of its own, such as a measure with its statistics. */
export interface Section {
  readonly id: string;
  readonly rows: number;
}

/** A section, or the part of one, that stands on a sheet. */
export interface SectionPart {
  readonly id: string;
  readonly part: Part;
}

/**
 * Sections in their order on sheets that hold so many rows, of which each section's heading takes some. A section that no
 * sheet holds goes on where the next begins; any other stands on one sheet whole.
 */
export function divideRows(
  sections: readonly Section[],
  { perSheet, heading }: { readonly perSheet: number; readonly heading: number },
): readonly (readonly SectionPart[])[] {
  const sheets: SectionPart[][] = [];
  let room = 0;
  for (const { id, rows } of sections) {
    let from = 0;
    do {
      if (room < Math.min(heading + rows - from, perSheet)) {
        sheets.push([]);
        room = perSheet;
      }
      const most = Math.min(rows - from, room - heading);
      sheets.at(-1)?.push({ id, part: { from, most } });
      from += most;
      room -= heading + most;
    } while (from < rows);
  }
  return sheets;
}
