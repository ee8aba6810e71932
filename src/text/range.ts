/** A stretch of a text: UTF-16 offsets, half-open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether two ranges share at least one character. */
export function isOverlapping(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
