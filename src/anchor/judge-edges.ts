import { enclosingRange } from '../text/enclosing-range.ts';
import type { Range } from '../text/range.ts';
import { expandToWords, IGNORABLE } from '../text/split-words.ts';

/** `cut`: an end divides a word or a figure. `clitic-cut`: it only takes off a clitic, which is a word of its own in grammar. */
export type Edges = 'whole' | 'clitic-cut' | 'cut';

/**
 * How the ends of a range meet the words and figures around them.
 *
 * Clitics are «و» and «ف» before at least three letters, and «ب» and «ك», also behind them, before the article «ال» (but not
 * «ب» before anything else: «تاب» is not in «كتاب»); in English the possessive 's. The article is no clitic here: «دولة» and
 * «الدولة» say different things.
 */
export function judgeEdges(
  { text, figures }: { readonly text: string; readonly figures: () => readonly Range[] },
  range: Range,
): Edges {
  if (enclosingRange(figures(), range.start) !== undefined) return 'cut';
  if (enclosingRange(figures(), range.end) !== undefined) return 'cut';
  if (isInsidePair(text, range.start) || isInsidePair(text, range.end)) return 'cut';
  const words = expandToWords(text, range);
  const start = judgeStart(text.slice(words.start, range.start), text.slice(range.start, range.start + LOOK_AHEAD));
  const end = judgeEnd(text.slice(range.end, words.end));
  if (start === 'cut' || end === 'cut') return 'cut';
  return start === 'whole' && end === 'whole' ? 'whole' : 'clitic-cut';
}

/** Between the two surrogates of one character. */
function isInsidePair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** Enough to see a few letters and their marks. */
const LOOK_AHEAD = 24;
const NOT_LETTERS = new RegExp(IGNORABLE, 'gu');
/** These write no spaces, so that any place between two of their letters may be the edge of a word. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Bidi and zero-width controls: unlike a mark or a tatweel they may be left behind by a quotation. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
const THREE_LETTERS = /^\p{L}{3}/u;
const DEFINITE = /^[اٱ]ل\p{L}{2}/u;

/** `lead` is the part of the word in front of the range, `rest` how the range begins. */
function judgeStart(lead: string, rest: string): Edges {
  const letters = lead.replace(NOT_LETTERS, '');
  if (letters === '' || SPACELESS.test(letters.at(-1) ?? '')) return 'whole';
  const following = rest.replace(NOT_LETTERS, '');
  if (/^[وف]$/u.test(letters) && THREE_LETTERS.test(following)) return 'clitic-cut';
  if (/^[وف]?[بك]$/u.test(letters) && DEFINITE.test(following)) return 'clitic-cut';
  return 'cut';
}

/** `rest` is the part of the word behind the range. A mark in it belongs to a letter in the range, so it counts. */
function judgeEnd(rest: string): Edges {
  const left = rest.replace(UNSEEN, '');
  if (left === '' || SPACELESS.test(left.charAt(0))) return 'whole';
  return /^['’]s$/iu.test(left) ? 'clitic-cut' : 'cut';
}
