// Folding for names is weaker than folding for quotations: a name must survive the spellings of one word, and must not
// become another word. Above all ى is not ي: with that folding «على» would name every علي.
import { IGNORABLE } from '../text/split-words.ts';

const INVISIBLE = new RegExp(`(?!\\p{M})${IGNORABLE}`, 'gu');
const MARKS = /\p{M}/gu;
/** Letter shapes stored as characters of their own, ligatures among them. */
const PRESENTATION_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]/g;
const LATIN = /\p{Script=Latin}/u;
const ARABIC_OR_DIGITS = /[\p{Script=Arabic}\p{N}]/u;
/** Quotation marks and letters that all stand for the apostrophe of a name (O’Neill, Qurʾān). */
const APOSTROPHES = /[\u2018\u2019\u02BB\u02BC\u02BE\u02BF]/g;
/** Small letters above and below the line of Quran editions: marks in all but name. */
const SMALL_LETTERS = '\u06E5\u06E6';

/** Alef forms, ta marbuta, and the Persian and Urdu letters that stand for an Arabic one. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ا: 'أإآٱٲٳ', ه: 'ةۀہۂۃەھ', ك: 'ک', ي: 'یے', '': SMALL_LETTERS }).flatMap(([to, from]) =>
    Array.from(from, (letter) => [letter, to] as const),
  ),
);
const FOLDED_LETTERS = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');
/** Arabic-Indic and Persian digits; their values are the last four bits of the code point. */
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/**
 * The form under which two spellings of one word of a name are equal: marks, tatweel and invisible characters dropped,
 * أإآٱ → ا, ة → ه, Persian letters and digits as Arabic ones, Latin without case and accents.
 * For one word as `splitWords` cuts it; not for whole texts, and not for comparing quotations.
 */
export function foldName(word: string): string {
  return foldSpelling(word).toLowerCase();
}

/** As `foldName`, but with the case as written: for names that only their capitals tell from a common word (US, us). */
export function foldSpelling(word: string): string {
  const visible = word.replace(PRESENTATION_FORMS, toLetters).replace(INVISIBLE, '');
  if (LATIN.test(visible)) return visible.normalize('NFKD').replace(MARKS, '').replace(APOSTROPHES, "'");
  // Composed first, so that و with a hamza above it stays ؤ when marks go. In other scripts marks may be vowels: kept.
  const composed = visible.normalize('NFC');
  if (!ARABIC_OR_DIGITS.test(composed)) return composed;
  return composed
    .replace(MARKS, '')
    .replace(FOLDED_LETTERS, (letter) => LETTERS.get(letter) ?? letter)
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Shapes of marks come with a space to stand on. */
function toLetters(shape: string): string {
  return shape.normalize('NFKC').trim();
}
