// Two spellings of one text are equal when they fold to the same string.
//
// One pass over the text, one table look-up per character: what a character becomes was decided when the tables were built
// (`fold-tables.ts`). Only signs that depend on their neighbours cost more: marks to be composed, punctuation beside digits.
import { type FoldTable, KIND, SPACE, SAME_TEXT_TABLE, SAME_WORDS_TABLE } from './fold-tables.ts';
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
        const composed = compose(folded[size - 1] ?? 0, code);
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
    if (unit === SPACE && folded[size - 1] === SPACE) {
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

const TABLES: Readonly<Record<Folding, FoldTable>> = { 'same-text': SAME_TEXT_TABLE, 'same-words': SAME_WORDS_TABLE };

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
const BETWEEN_DIGITS: ReadonlySet<number> = new Set(Array.from(`.,:/-'·`, (sign) => sign.charCodeAt(0)));

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
function isPartOfNumber(text: string, at: number, previous: number, table: FoldTable): boolean {
  const sign = table.units[text.charCodeAt(at)];
  const next = unitAfter(text, at, table);
  if (isDigit(previous) && isDigit(next) && BETWEEN_DIGITS.has(sign ?? 0)) return true;
  if (LETTER.test(String.fromCharCode(previous))) return false;
  if (sign === HYPHEN) return isNumberAfter(text, at, table);
  return sign === STOP && !isDigit(previous) && isDigit(next) && unitBefore(text, at, table) !== STOP;
}

/** Whether digits follow, after white space or a leading decimal stop if there is one. */
function isNumberAfter(text: string, at: number, table: FoldTable): boolean {
  let next = indexAfter(text, at, table);
  while (table.units[text.charCodeAt(next)] === SPACE) next = indexAfter(text, next, table);
  const unit = table.units[text.charCodeAt(next)];
  if (isDigit(unit) || unit === PERCENT) return true;
  const isEllipsis = table.kinds[text.charCodeAt(next)] === KIND.space;
  return unit === STOP && !isEllipsis && isDigit(unitAfter(text, next, table));
}

function unitAfter(text: string, at: number, table: FoldTable): number | undefined {
  return table.units[text.charCodeAt(indexAfter(text, at, table))];
}

function unitBefore(text: string, at: number, table: FoldTable): number | undefined {
  let index = at - 1;
  while (isSetAside(table.kinds[text.charCodeAt(index)])) index--;
  return table.units[text.charCodeAt(index)];
}

function indexAfter(text: string, at: number, table: FoldTable): number {
  let index = at + 1;
  while (isSetAside(table.kinds[text.charCodeAt(index)])) index++;
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
