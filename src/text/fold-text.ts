// Two spellings of one text are equal when they fold to the same string.
//
// One pass over the text, one table look-up per character: what a character becomes is decided once, when the tables are
// built below; only signs that depend on their neighbours (spaces, marks to be composed, punctuation beside digits) cost more.
import type { Range } from './range.ts';

/**
 * `same-text` sets aside what is not read aloud: marks, tatweel, invisible controls, the kind of white space, the shape of
 * quotation marks, dashes, digits and percent signs, presentation forms. `same-words` also sets aside how alef, hamza, ya
 * and ta marbuta are spelt, Latin case and accents, and punctuation (but nothing that belongs to a number).
 */
export type Folding = 'same-text' | 'same-words';

/**
 * A folded text and the way back. Unit `i` (UTF-16) of `text` was given by the raw characters `[starts[i], ends[i])`, marks
 * that were set aside included. Both arrays never fall. Units with one and the same start come from one raw character.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Folds a text and keeps, for each folded unit, where it came from. Folding twice changes nothing more. */
export function foldText(text: string, folding: Folding): FoldedText {
  const table = TABLES[folding];
  const { units, kinds, expansions, keepsLooseMarks } = table;
  let capacity = text.length + 16;
  let folded = new Uint16Array(capacity);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let size = 0;

  for (let at = 0; at < text.length; at++) {
    if (size + LONGEST_EXPANSION >= capacity) {
      capacity *= 2;
      folded = enlarge(folded, new Uint16Array(capacity));
      starts = enlarge(starts, new Int32Array(capacity));
      ends = enlarge(ends, new Int32Array(capacity));
    }
    const code = text.charCodeAt(at);
    let unit = units[code] ?? code;
    let end = at + 1;
    switch (kinds[code]) {
      case KIND.keep:
        break;
      case KIND.space:
        unit = SPACE;
        break;
      case KIND.drop:
        continue;
      case KIND.mark:
        extendLast(folded, ends, size, end);
        continue;
      case KIND.combine: {
        const composed = size === 0 ? 0 : compose(folded[size - 1] ?? 0, code);
        if (composed !== 0) {
          folded[size - 1] = units[composed] ?? composed;
          ends[size - 1] = end;
          continue;
        }
        if (keepsLooseMarks && !isArabicMark(code)) break;
        extendLast(folded, ends, size, end);
        continue;
      }
      case KIND.expand: {
        const expansion = expansions.get(code) ?? '';
        for (let i = 0; i < expansion.length; i++) {
          folded[size] = expansion.charCodeAt(i);
          starts[size] = at;
          ends[size] = end;
          size++;
        }
        continue;
      }
      case KIND.astral: {
        const low = text.charCodeAt(at + 1);
        if (!(low >= 0xdc00 && low <= 0xdfff)) break;
        at++;
        if (code === TAGS_AND_SELECTORS) continue;
        end = at + 1;
        folded[size] = code;
        starts[size] = at - 1;
        ends[size] = end;
        folded[size + 1] = low;
        starts[size + 1] = at - 1;
        ends[size + 1] = end;
        size += 2;
        continue;
      }
      case KIND.punctuation:
        if (!isPartOfNumber(text, at, folded[size - 1] ?? SPACE, table)) unit = SPACE;
        break;
      case KIND.percent:
        // «10 %» and «10%» are the same words; in «10 %15» the sign belongs to the digits after it.
        if (isDigit(folded[size - 2]) && folded[size - 1] === SPACE && !isDigit(unitAfter(text, at, table))) {
          size--;
        }
        break;
    }
    if (unit === SPACE && size > 0 && folded[size - 1] === SPACE) {
      ends[size - 1] = end;
      continue;
    }
    folded[size] = unit;
    starts[size] = at;
    ends[size] = end;
    size++;
  }
  return { text: toText(folded, size), starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

/** The folded string alone, to hash or to compare; when places matter, use `foldText`. */
export function foldedText(text: string, folding: Folding): string {
  return foldText(text, folding).text;
}

/** Folded range → raw range. It covers whole raw characters, each with its marks. */
export function unfoldRange(folded: FoldedText, range: Range): Range {
  const start = folded.starts[range.start] ?? folded.ends.at(-1) ?? 0;
  if (range.end <= range.start) return { start, end: start };
  return { start, end: folded.ends[range.end - 1] ?? folded.ends.at(-1) ?? 0 };
}

// ── signs that depend on their neighbours ───────────────────────────────────────────────────────────────────────────────

/** A mark belongs to the letter before it: whoever takes the letter takes the mark. A space carries none. */
function extendLast(folded: Uint16Array, ends: Int32Array, size: number, end: number): void {
  if (size > 0 && folded[size - 1] !== SPACE) ends[size - 1] = end;
}

/** The one character that base and mark make together, or 0. */
function compose(base: number, mark: number): number {
  // Alef maqsura under a hamza has no composed form in Unicode, yet it is written and read as ئ.
  if (base === ALEF_MAQSURA && mark === HAMZA_ABOVE) return YA_WITH_HAMZA;
  const composed = String.fromCharCode(base, mark).normalize('NFC');
  return composed.length === 1 ? composed.charCodeAt(0) : 0;
}

/**
 * Whether a punctuation mark says something about a number, so that `same-words` keeps it: a separator between digits
 * (3.5, 18-22, 10:30), a minus sign (also «- 5»; but not the hyphen of «كوفيد-19»), the stop of «.5».
 */
function isPartOfNumber(text: string, at: number, previous: number, table: Table): boolean {
  const sign = table.units[text.charCodeAt(at)];
  const next = unitAfter(text, at, table);
  if (isDigit(previous) && isDigit(next) && BETWEEN_DIGITS.has(sign ?? 0)) return true;
  if (LETTER.test(String.fromCharCode(previous))) return false;
  if (sign === HYPHEN) return isNumberAfter(text, at, table);
  return sign === STOP && !isDigit(previous) && isDigit(next) && unitBefore(text, at, table) !== STOP;
}

/** Whether digits follow, after white space or a leading decimal stop if there is one. */
function isNumberAfter(text: string, at: number, table: Table): boolean {
  let next = indexAfter(text, at, table);
  while (next < text.length && table.units[text.charCodeAt(next)] === SPACE) next = indexAfter(text, next, table);
  const unit = table.units[text.charCodeAt(next)];
  if (isDigit(unit) || unit === PERCENT) return true;
  const isEllipsis = table.kinds[text.charCodeAt(next)] === KIND.space;
  return unit === STOP && !isEllipsis && isDigit(unitAfter(text, next, table));
}

function unitAfter(text: string, at: number, table: Table): number | undefined {
  return table.units[text.charCodeAt(indexAfter(text, at, table))];
}

function unitBefore(text: string, at: number, table: Table): number | undefined {
  let index = at - 1;
  while (index >= 0 && isSetAside(table.kinds[text.charCodeAt(index)])) index--;
  return table.units[text.charCodeAt(index)];
}

function indexAfter(text: string, at: number, table: Table): number {
  let index = at + 1;
  while (index < text.length && isSetAside(table.kinds[text.charCodeAt(index)])) index++;
  return index;
}

function isSetAside(kind: number | undefined): boolean {
  return kind === KIND.drop || kind === KIND.mark || kind === KIND.combine;
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x30 && unit <= 0x39;
}

function isArabicMark(code: number): boolean {
  return code >= 0x0600;
}

// ── buffers ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

function enlarge<Units extends Uint16Array | Int32Array>(from: Units, to: Units): Units {
  to.set(from);
  return to;
}

/** Not TextDecoder: it would turn a lone surrogate into another character. Chunks, because arguments are limited. */
function toText(units: Uint16Array, size: number): string {
  let text = '';
  for (let at = 0; at < size; at += 8192) {
    text += String.fromCharCode.apply(null, units.subarray(at, Math.min(at + 8192, size)) as unknown as number[]);
  }
  return text;
}

// ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * What each UTF-16 unit becomes, and how. `units` holds the folded unit, of an expansion the first one (so that neighbours
 * see an ellipsis as a stop, even where `kinds` makes it a space).
 */
interface Table {
  readonly units: Uint16Array;
  readonly kinds: Uint8Array;
  readonly expansions: ReadonlyMap<number, string>;
  /** whether a Latin combining mark that composes with nothing stays, or is set aside like an accent */
  readonly keepsLooseMarks: boolean;
}

const KIND = {
  keep: 0,
  drop: 1,
  mark: 2,
  space: 3,
  expand: 4,
  combine: 5,
  astral: 6,
  punctuation: 7,
  percent: 8,
} as const;

const SPACE = 0x20;
const PERCENT = 0x25;
const HYPHEN = 0x2d;
const STOP = 0x2e;
const HAMZA_ABOVE = 0x0654;
const ALEF_MAQSURA = 0x0649;
const YA_WITH_HAMZA = 0x0626;
/** The high surrogate of U+E0000–E03FF: tag characters and variation selectors, all invisible. */
const TAGS_AND_SELECTORS = 0xdb40;
/** Of the presentation forms that are expanded, none gives more (ﷴ and its like give four, «…» three). */
const LONGEST_EXPANSION = 8;
const LETTER = /\p{L}/u;
const BETWEEN_DIGITS: ReadonlySet<number> = new Set(toCodes(`.,:/-'·`));

type CodeRange = readonly [first: number, last: number];

const INVISIBLE: readonly CodeRange[] = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // Arabic letter mark
  [0x180e, 0x180e],
  [0x200b, 0x200f], // zero-width space and joiners, left-to-right and right-to-left marks
  [0x202a, 0x202e], // embeddings and overrides
  [0x2060, 0x206f], // word joiner, invisible operators, isolates
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
  [0xfff9, 0xfffb], // interlinear annotation
];

const ARABIC_MARKS: readonly CodeRange[] = [
  [0x0610, 0x061a],
  [0x0640, 0x0640], // tatweel: not a mark, but set aside with its letter in the same way
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06ed],
  [0x08ca, 0x08ff],
];

/** Madda, hamza above, hamza below: they make another letter of the one before. */
const COMPOSED_MARKS: readonly CodeRange[] = [[0x0653, 0x0655]];
const LATIN_MARKS: readonly CodeRange[] = [[0x0300, 0x036f]];

const WHITE_SPACE: readonly CodeRange[] = [
  [0x0009, 0x000d],
  [0x0020, 0x0020],
  [0x0085, 0x0085],
  [0x00a0, 0x00a0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];

/** Forms that NFKC may unfold. Not the whole of Unicode: it would read 10² as 102. */
const PRESENTATION_FORMS: readonly CodeRange[] = [
  [0x2025, 0x2026], // ‥ …
  [0xfb00, 0xfb4f], // Latin, Armenian and Hebrew ligatures
  [0xfb50, 0xfdf9], // Arabic letters and ligatures; U+FDFA ﷺ and U+FDFB ﷻ stand for whole phrases and stay as they are
  [0xfdfc, 0xfdfc],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe44],
  [0xfe47, 0xfe6b],
  [0xfe70, 0xfefc],
  [0xff01, 0xff5e], // full-width ASCII
];

/** Each character of the first string becomes the one character of the second. */
const SAME_TEXT: readonly (readonly [from: string, to: string])[] = [
  ['«»“”„‟″〝〞❝❞', '"'],
  ['‹›‘’‚‛′ʼ`´', "'"],
  ['‐‑‒–—―−⁃', '-'],
  ['\u066a', '%'], // Arabic percent sign
  ['\u0609', '‰'],
  ['\u060a', '‱'],
  ['\u066b', '.'], // Arabic decimal separator
  ['\u066c', ','], // Arabic thousands separator
  ['\u06a9', '\u0643'], // ک keheh → ك
  ['\u06cc', '\u064a'], // ی Farsi yeh → ي
  ['\u2126', '\u03a9'], // ohm, kelvin, ångström: letters by another number
  ['\u212a', 'K'],
  ['\u212b', '\u00c5'],
];

const SAME_WORDS: readonly (readonly [from: string, to: string])[] = [
  ['\u0622\u0623\u0625\u0671\u0672\u0673\u0675', '\u0627'], // آ أ إ ٱ … → ا
  ['\u0624\u0676', '\u0648'], // ؤ → و
  ['\u0626\u0649\u0678\u06d2\u06d3', '\u064a'], // ئ ى ے … → ي
  ['\u0629\u06c0\u06c1\u06c2\u06c3\u06d5\u06be', '\u0647'], // ة ہ ۃ ھ … → ه
  ['\u060c', ','], // matters between digits only; elsewhere punctuation becomes a space
  ['\u060d', '/'], // Arabic date separator
];

/** ء and its high form ٴ are dropped with the letter before: شيء and شي are the same word to a hurried hand. */
const LONE_HAMZAS: readonly number[] = [0x0621, 0x0674];

/** Every UTF-16 unit once, at its own index, to be asked which of them are letters of a script, or punctuation. */
const UNITS = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
const ALL_UNITS = toText(UNITS, UNITS.length);

const SAME_TEXT_TABLE = buildSameTextTable();
const TABLES: Readonly<Record<Folding, Table>> = {
  'same-text': SAME_TEXT_TABLE,
  'same-words': buildSameWordsTable(SAME_TEXT_TABLE),
};

function buildSameTextTable(): Table {
  const units = UNITS.slice();
  const kinds = new Uint8Array(0x10000);
  const expansions = new Map<number, string>();
  fill(kinds, [[0xd800, 0xdbff]], KIND.astral);
  fill(kinds, ARABIC_MARKS, KIND.mark);
  fill(kinds, [...COMPOSED_MARKS, ...LATIN_MARKS], KIND.combine);
  fill(kinds, INVISIBLE, KIND.drop);
  fill(kinds, WHITE_SPACE, KIND.space);
  fill(units, WHITE_SPACE, SPACE);
  for (const [from, to] of SAME_TEXT) for (const code of toCodes(from)) units[code] = to.charCodeAt(0);
  for (let digit = 0; digit <= 9; digit++) {
    units[0x0660 + digit] = 0x30 + digit;
    units[0x06f0 + digit] = 0x30 + digit;
  }
  for (const code of codesIn(PRESENTATION_FORMS)) {
    // NFKC shows a lone mark on a space or a tatweel of its own: no part of the text.
    const letters = toCodes(String.fromCharCode(code).normalize('NFKC')).filter(
      (letter) => kinds[letter] === KIND.keep,
    );
    const expansion = letters.map((letter) => units[letter] ?? letter);
    units[code] = expansion[0] ?? SPACE;
    kinds[code] = expansion.length === 0 ? KIND.mark : expansion.length === 1 ? KIND.keep : KIND.expand;
    if (expansion.length > 1) expansions.set(code, String.fromCharCode(...expansion));
  }
  return { units, kinds, expansions, keepsLooseMarks: true };
}

function buildSameWordsTable(sameText: Table): Table {
  const wordUnits = UNITS.slice();
  for (const { index } of ALL_UNITS.matchAll(/\p{Script=Latin}/gu)) wordUnits[index] = toPlainLatin(index);
  for (const [from, to] of SAME_WORDS) for (const code of toCodes(from)) wordUnits[code] = to.charCodeAt(0);
  const loneHamzas = new Set(LONE_HAMZAS);
  const punctuation = new Set(Array.from(ALL_UNITS.matchAll(/\p{P}/gu), ({ index }) => index));
  const percents = new Set(toCodes('%‰‱'));

  const units = sameText.units.map((unit) => wordUnits[unit] ?? unit);
  const kinds = sameText.kinds.slice();
  for (const [code, kind] of sameText.kinds.entries()) {
    if (kind !== KIND.keep) continue;
    const unit = units[code] ?? code;
    if (loneHamzas.has(sameText.units[code] ?? code)) kinds[code] = KIND.mark;
    else if (percents.has(unit)) kinds[code] = KIND.percent;
    else if (punctuation.has(unit)) kinds[code] = KIND.punctuation;
  }
  const expansions = new Map<number, string>();
  for (const [code, expansion] of sameText.expansions) {
    const letters = toCodes(expansion).filter((letter) => kinds[letter] === KIND.keep);
    if (letters.length === 0) kinds[code] = KIND.space;
    expansions.set(code, String.fromCharCode(...letters.map((letter) => units[letter] ?? letter)));
  }
  return { units, kinds, expansions, keepsLooseMarks: false };
}

/** «É» → «e»; what has no plain small letter of one unit stays. */
function toPlainLatin(code: number): number {
  const plain = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain.charCodeAt(0) : code;
}

function fill(table: Uint16Array | Uint8Array, ranges: readonly CodeRange[], value: number): void {
  for (const [first, last] of ranges) table.fill(value, first, last + 1);
}

function codesIn(ranges: readonly CodeRange[]): number[] {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

function toCodes(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
