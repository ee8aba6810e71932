/** A position in a file: line and column from 1, columns in UTF-16 units. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** Where something stands. `file` is relative to the content folder, with POSIX slashes; an unknown point is absent, never 1:1. */
export interface Place {
  readonly file: string;
  readonly point?: Point | undefined;
}

/** Orders places by file, line and column; a place without a point comes first in its file. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.point?.line ?? 0) - (b.point?.line ?? 0) || (a.point?.column ?? 0) - (b.point?.column ?? 0);
}

/** The same text for the same place, and for no other. */
export function toPlaceKey({ file, point }: Place): string {
  return JSON.stringify([file, point?.line, point?.column]);
}

/** Offsets (UTF-16) of the first character of each line; `\r\n` counts as one break. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The point of an offset, given the line starts of its text. */
export function toPoint(lineStarts: readonly number[], offset: number): Point {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
