import { cutAtNumberRuns } from '../../text/find-number-runs.ts';
import type { Range } from '../../text/range.ts';
import { inLanguage, type TextInLanguage } from '../language.ts';

/** A piece of a text with some of its words marked. The parts together are the piece. */
export interface MarkedText extends Omit<TextInLanguage, 'text'> {
  readonly parts: readonly MarkedPart[];
}

export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
  /** The text again, cut where its direction would turn a run of numbers round. */
  readonly pieces: readonly { readonly text: string; readonly isRun: boolean }[];
}

const LETTER = /[\p{L}\p{M}\p{N}\u0640]/u;

/**
 * Cuts `frame` out of `text` and marks `ranges` in it (offsets into `text`, sorted). A mark that would begin or end inside
 * a word takes in the whole word: a tag between two Arabic letters must not part them.
 */
export function markText(text: string, frame: Range, ranges: readonly Range[], lang: string): MarkedText {
  const parts: MarkedPart[] = [];
  const { dir } = inLanguage('', lang);
  const add = (start: number, end: number, isMarked: boolean): void => {
    if (end <= start) return;
    const words = text.slice(start, end);
    parts.push({
      text: words,
      isMarked,
      pieces: dir === 'rtl' ? cutAtNumberRuns(words) : [{ text: words, isRun: false }],
    });
  };
  let at = frame.start;
  for (const range of ranges.map((one) => toWholeWords(text, one))) {
    const start = Math.max(at, Math.min(range.start, frame.end));
    const end = Math.max(start, Math.min(range.end, frame.end));
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, frame.end, false);
  return { parts, lang, dir };
}

/** From the start of the first sentence that `range` touches to the end of the last; `range` itself if it touches none. */
export function findFrame(sentences: readonly Range[], range: Range): Range {
  const touched = sentences.filter((one) => one.start < range.end && range.start < one.end);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return range;
  return { start: Math.min(first.start, range.start), end: Math.max(last.end, range.end) };
}

function toWholeWords(text: string, { start, end }: Range): Range {
  let from = start;
  while (from > 0 && isInsideWord(text, from)) from -= 1;
  let to = end;
  while (to < text.length && isInsideWord(text, to)) to += 1;
  return { start: from, end: to };
}

function isInsideWord(text: string, offset: number): boolean {
  return LETTER.test(text.charAt(offset - 1)) && LETTER.test(text.charAt(offset));
}
