// Our own rules and not Intl.Segmenter: it breaks after titles and initials, inside quotations, and differently with every
// release of ICU, while a sentence that has been numbered once must keep its number on every machine.
import { enclosingRange } from './enclosing-range.ts';
import type { Range } from './range.ts';

/**
 * The sentences of a text, in order, each without the white space around it. A line break always ends one; a stretch with
 * no letter or digit belongs to none. The text may be of any language written with Arabic or Latin punctuation.
 */
export function splitSentences(text: string): Range[] {
  const sentences: Range[] = [];
  for (const line of findLines(text)) {
    const enclosures = findEnclosures(text, line);
    let start = line.start;
    for (const stop of findStops(text, line)) {
      if (!isSentenceEnd(text, start, stop)) continue;
      const end = skipClosers(text, stop.end, enclosures.ends);
      if (enclosingRange(enclosures.spans, end) !== undefined || isContinued(text, end)) continue;
      pushSentence(sentences, text, { start, end });
      start = end;
    }
    pushSentence(sentences, text, { start, end: line.end });
  }
  return sentences;
}

/** Further away than this, an opening sign has been forgotten rather than closed. */
const LONGEST_ENCLOSURE = 400;

/** Bidi marks and zero-width signs, which stand between characters without being seen. */
const UNSEEN = '\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';

const LINE = /[^\n\r\u2028\u2029]+/gu;
const STOPS = new RegExp(`[.!?؟…۔](?:[${UNSEEN}]*[.!?؟…۔])*`, 'gu');
const CLOSERS = new RegExp(`["'»”’›)\\]}﴾${UNSEEN}]`, 'u');
const STRAIGHT_MARKS: ReadonlySet<string> = new Set(['"', "'"]);
const CONTINUATION = /^\s*(?:[،,؛;:]|\p{Lowercase})/u;
/** Unicode counts the tatweel (U+0640) among the letters; it says nothing. */
const LETTER_OR_DIGIT = /[[\p{L}\p{N}]--\u0640]/v;

/** ، ؛ : are not in the table on purpose: a list is one sentence. Straight quotation marks close themselves. */
const CLOSER_OF: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['﴿', '﴾'],
  ['"', '"'],
]);

const OPENERS = /[«“„([{﴿"]/gu;

/** Titles and references that end in a stop and never end a sentence. Single letters (د. م. J.) need no list. */
const TITLES: ReadonlySet<string> = new Set(
  'أد صص مج تح mr mrs ms mme dr prof sr jr st gen col lt sgt capt maj gov sen rep rev hon vs cf eg ie approx'.split(
    ' ',
  ),
);

/** Shortened words that only lean on a number after them: «No. 5», but «The answer is no.» */
const NUMBERED: ReadonlySet<string> = new Set(
  'no nos vol fig p pp art sec ch par jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);

/** After a number these are its era, hour or unit, so that «عام 1648 م.» and «at 5 p.m.» may end a sentence. */
const AFTER_NUMBER = /\p{N}[\s\u00a0]*(?:ق\.م|ب\.م|م|هـ?|ص|[ap]\.?m|b\.?c|a\.?d|(?:b\.?)?c\.?e|m)$/iu;

function findLines(text: string): Range[] {
  return Array.from(text.matchAll(LINE), ({ index, 0: line }) => ({ start: index, end: index + line.length }));
}

function findStops(text: string, line: Range): Range[] {
  const stops = text.slice(line.start, line.end).matchAll(STOPS);
  return Array.from(stops, ({ index, 0: stop }) => {
    const start = line.start + index;
    return { start, end: start + stop.length };
  });
}

/** The quotations and brackets of one line: outermost spans, from the opening sign to behind the closing one, and all ends. */
interface Enclosures {
  readonly spans: readonly Range[];
  readonly ends: ReadonlySet<number>;
}

function findEnclosures(text: string, line: Range): Enclosures {
  const spans: Range[] = [];
  const ends = new Set<number>();
  let straightEnd = line.start;
  for (const { index, 0: opener } of text.slice(line.start, line.end).matchAll(OPENERS)) {
    const start = line.start + index;
    const isStraight = opener === '"';
    if (isStraight && start < straightEnd) continue;
    const end = findCloser(text, start, Math.min(line.end, start + LONGEST_ENCLOSURE));
    if (end === undefined) continue;
    if (isStraight) straightEnd = end;
    ends.add(end);
    const last = spans.at(-1);
    if (last === undefined || start >= last.end) spans.push({ start, end });
    else spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return { spans, ends };
}

/** The offset behind the sign that closes the one at `start`, with pairs of the same kind in between. */
function findCloser(text: string, start: number, limit: number): number | undefined {
  const opener = text.charAt(start);
  const closer = CLOSER_OF.get(opener);
  let depth = 1;
  for (let at = start + 1; at < limit; at++) {
    const sign = text.charAt(at);
    if (sign === closer) depth--;
    else if (sign === opener) depth++;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** Closing signs after a stop belong to its sentence; a straight quotation mark only if it closes one, or stands free. */
function skipClosers(text: string, start: number, enclosureEnds: ReadonlySet<number>): number {
  let at = start;
  while (CLOSERS.test(text.charAt(at))) {
    const isOpener = STRAIGHT_MARKS.has(text.charAt(at)) && LETTER_OR_DIGIT.test(text.charAt(at + 1));
    if (isOpener && !enclosureEnds.has(at + 1)) break;
    at++;
  }
  return at;
}

/** «؟»، قال» and «Yahoo! said» go on: a comma or a small letter never begins a sentence. */
function isContinued(text: string, at: number): boolean {
  return CONTINUATION.test(readSeen(text, at, at + LOOK_AROUND));
}

/** Whether this run of end marks ends the sentence that began at `start`. */
function isSentenceEnd(text: string, start: number, stop: Range): boolean {
  const marks = text.slice(stop.start, stop.end).replace(/[^.!?؟…۔]/gu, '');
  if (/^(?:\.{3,}|\.*…[.…]*)$/u.test(marks)) return false;
  const before = readSeen(text, Math.max(start, stop.start - LOOK_AROUND), stop.start);
  const after = readSeen(text, stop.end, stop.end + LOOK_AROUND);
  if (isInsideLatin(before, after)) return false;
  if (marks !== '.') return true;
  if (/\p{N}$/u.test(before) && /^\p{N}/u.test(after)) return false;
  return !isListNumber(before) && !isShortening(before, after);
}

/** Longer than any abbreviation with its number; keeps the work per stop constant. */
const LOOK_AROUND = 40;
const ALL_UNSEEN = new RegExp(`[${UNSEEN}]`, 'gu');

function readSeen(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(ALL_UNSEEN, '');
}

/** nato.int, U.S., a.php?x=1; but «members.But» and «in 2015.But» are two sentences that lost their space. */
function isInsideLatin(before: string, after: string): boolean {
  if (!/[\p{Script=Latin}\p{N}/]$/u.test(before) || !/^[\p{Script=Latin}\p{N}/]/u.test(after)) return false;
  if (/\p{N}$/u.test(before) && /^\p{N}/u.test(after)) return false;
  const isGluedSentence = /[\p{Ll}\p{N}]{2}$/u.test(before) && /^\p{Lu}/u.test(after);
  return !isGluedSentence;
}

/** «1. » and «(12. » at the very start count the items of a list. */
function isListNumber(before: string): boolean {
  return /^[\s([]*\p{N}{1,3}$/u.test(before);
}

function isShortening(before: string, after: string): boolean {
  const word = before.slice(before.search(/[\p{L}\p{M}ـ]*$/u));
  const letters = word.replace(/[\p{M}ـ]/gu, '').toLowerCase();
  if (TITLES.has(letters)) return true;
  if (NUMBERED.has(letters) && /^\s*\p{N}/u.test(after)) return true;
  if (Array.from(letters).length !== 1) return false;
  const isChained = /^\p{L}(?!\p{L})/u.test(after);
  return isChained || !AFTER_NUMBER.test(before);
}

function pushSentence(sentences: Range[], text: string, range: Range): void {
  const raw = text.slice(range.start, range.end);
  if (!LETTER_OR_DIGIT.test(raw)) return;
  const start = range.start + raw.length - raw.trimStart().length;
  sentences.push({ start, end: start + raw.trim().length });
}
