// Words as a reader sees them, for matching and for marking. `\b` and `\w` know no Arabic letter, and Intl.Segmenter
// joins words across a stop and changes with every ICU; these rules are the same on every machine. One pass, linear.
import type { Range } from './range.ts';

/** A written word: a run of one script, UTF-16 offsets into the text that was split. */
export interface Word extends Range {
  readonly script: 'arabic' | 'latin' | 'digits' | 'other';
}

/**
 * Source of a character class (for `new RegExp(IGNORABLE, 'gu')`): what may stand inside a word without being a letter
 * of it. Marks of any script; tatweel U+0640; soft hyphen U+00AD; zero-width U+200B–200D, 2060–2064, FEFF; bidi
 * controls U+061C, 200E–200F, 202A–202E, 2066–206F.
 */
export const IGNORABLE = String.raw`[\p{M}\u0640\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]`;

// What one character does to the word it meets. The first four are the scripts, in the order of SCRIPTS.
const SEPARATOR = 0;
const ARABIC = 1;
const LATIN = 2;
const DIGIT = 3;
const OTHER = 4;
/** Belongs to the character before it: combining marks, and U+200D, which shapes the letter it follows. */
const MARK = 5;
const TATWEEL = 6;
/** Invisible; part of a word only when letters of that word stand on both sides. */
const INVISIBLE = 7;
const APOSTROPHE = 8;

const SPACE = 0x20;

const SCRIPTS = ['other', 'arabic', 'latin', 'digits', 'other'] as const;

const ANY_MARK = /^[\p{M}\u200D]$/u;
const ANY_INVISIBLE = new RegExp(`^${IGNORABLE}$`, 'u');
const ARABIC_LETTER = /^[\p{Script=Arabic}&&\p{L}]$/v;
// U+02BB, 02BC, 02BE, 02BF are the apostrophe-like letters of transliterated names: they have no script of their own.
const LATIN_LETTER = /^[[\p{Script=Latin}&&\p{L}]\u02BB\u02BC\u02BE\u02BF]$/v;
const OTHER_LETTER = /^\p{L}$/u;
const NUMBER = /^\p{N}$/u;
const APOSTROPHES = /^['\u2018\u2019]$/u;

/** Most text lies below this code point; above it each character is asked about by itself. */
const TABLE_SIZE = 0x2070;
const TABLE: Readonly<Uint8Array> = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => classify(code));

/**
 * The words of `text`, in order. A word is a run of letters of one script, or of digits: «7أعضاء» and «الـNATO» are two
 * words each, hyphens and stops split. Marks, tatweel, zero-width and bidi controls inside a word do not split it;
 * invisible characters around it are left out. An apostrophe between two Latin letters belongs to the word (don't,
 * O’Neill). Emoji, symbols and punctuation are in no word.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let script = SEPARATOR;
  let start = 0;
  let end = 0;
  /** Start of tatweel that stands before any letter («ـه»): it belongs to the Arabic word that follows. */
  let lead: number | undefined;
  const close = (): void => {
    if (script !== SEPARATOR) words.push({ start, end, script: SCRIPTS[script] ?? 'other' });
    script = SEPARATOR;
    lead = undefined;
  };

  let next: number;
  // The end of the text parts words like a space.
  for (let at = 0; at <= text.length; at = next) {
    const code = text.codePointAt(at) ?? SPACE;
    next = at + (code > 0xffff ? 2 : 1);
    const kind = classOf(code);
    if (kind === SEPARATOR) {
      close();
    } else if (kind === MARK) {
      end = next;
    } else if (kind === TATWEEL) {
      if (script === ARABIC) end = next;
      else {
        if (script !== SEPARATOR) close();
        lead ??= at;
      }
    } else if (kind === APOSTROPHE) {
      // Only marks may stand between a letter and the apostrophe.
      if (end !== at || classOf(text.codePointAt(next) ?? SPACE) !== LATIN) close();
    } else if (kind !== INVISIBLE) {
      if (kind !== script) {
        const before = kind === ARABIC ? lead : undefined;
        close();
        script = kind;
        start = before ?? at;
      }
      end = next;
    }
  }
  return words;
}

/**
 * `range` grown so that neither end stands inside a written word: a mark drawn around it never cuts Arabic joining.
 * Looks only at the words the two ends touch. An end that already lies between words stays where it is.
 */
export function expandToWords(text: string, range: Range): Range {
  return {
    start: findWordAround(text, range.start)?.start ?? range.start,
    end: findWordAround(text, range.end)?.end ?? range.end,
  };
}

/** The word that has characters on both sides of the offset. Every word ends at a space, so the text between two is enough. */
function findWordAround(text: string, offset: number): Range | undefined {
  const from = text.lastIndexOf(' ', offset - 1) + 1;
  const space = text.indexOf(' ', offset);
  const inside = offset - from;
  const around = text.slice(from, space === -1 ? undefined : space);
  const word = splitWords(around).find((each) => each.start < inside && inside < each.end);
  return word && { start: from + word.start, end: from + word.end };
}

function classOf(code: number): number {
  return code < TABLE_SIZE ? (TABLE[code] ?? SEPARATOR) : classify(code);
}

function classify(code: number): number {
  const character = String.fromCodePoint(code);
  if (code === 0x0640) return TATWEEL;
  if (ANY_MARK.test(character)) return MARK;
  if (ANY_INVISIBLE.test(character)) return INVISIBLE;
  if (APOSTROPHES.test(character)) return APOSTROPHE;
  if (ARABIC_LETTER.test(character)) return ARABIC;
  if (LATIN_LETTER.test(character)) return LATIN;
  if (NUMBER.test(character)) return DIGIT;
  return OTHER_LETTER.test(character) ? OTHER : SEPARATOR;
}
