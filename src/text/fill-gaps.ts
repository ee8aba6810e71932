import type { Range } from './range.ts';

/** Words that a reader sees at a place where the source has a component without words of its own. */
export interface Gap {
  /** Offset of the unfilled text. */
  readonly at: number;
  readonly text: string;
  /** How many characters after `at` it stands in the place of: the space before a reference that is not shown. */
  readonly drop?: number;
}

export interface FilledText {
  readonly text: string;
  /** A range of the unfilled text in the filled one: with the words at its edges when it is empty or `wide`, else without. */
  readonly move: (range: Range, edges?: 'wide') => Range;
}

/** Puts the words of components into a text, so that a sentence shown elsewhere reads as it does in its place. */
export function fillGaps(text: string, gaps: readonly Gap[]): FilledText {
  let filled = '';
  let at = 0;
  for (const gap of gaps) {
    filled += text.slice(at, gap.at) + gap.text;
    at = gap.at + (gap.drop ?? 0);
  }
  const added = (isBefore: (gap: Gap) => boolean): number =>
    gaps.filter(isBefore).reduce((sum, gap) => sum + gap.text.length - (gap.drop ?? 0), 0);
  return {
    text: filled + text.slice(at),
    move: ({ start, end }, edges) => {
      const isWide = edges === 'wide' || start === end;
      return {
        start: start + added((gap) => (isWide ? gap.at < start : gap.at <= start)),
        end: end + added((gap) => (isWide ? gap.at <= end : gap.at < end)),
      };
    },
  };
}
