// What each character becomes when a text is folded: lists that a reader of Arabic can check, made into tables once.

/**
 * What each UTF-16 unit becomes, and how. `units` holds the folded unit, of an expansion the first one (so that neighbours
 * see an ellipsis as a stop, even where `kinds` makes it a space).
 */
export interface FoldTable {
  readonly units: Uint16Array;
  readonly kinds: Uint8Array;
  readonly expansions: ReadonlyMap<number, string>;
  /** whether a Latin combining mark that composes with nothing stays, or is set aside like an accent */
  readonly keepsLooseMarks: boolean;
}

/**
 * How a character is folded: as `units` says (`keep`), to nothing (`drop`), to nothing but with the letter before it (`mark`),
 * into one space with its neighbours (`space`), to several units (`expand`), into the letter before it (`combine`), as half of
 * a pair (`astral`), or as its neighbours decide (`punctuation`, `percent`).
 */
export const KIND = {
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

/** U+0020, to which all white space folds. */
export const SPACE = 0x20;

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
const ALL_UNITS = Array.from(UNITS, (code) => String.fromCharCode(code)).join('');

/** What is not read aloud is set aside. */
export const SAME_TEXT_TABLE: FoldTable = buildSameTextTable();
/** Built on the other one, so that what is the same text is always the same words. */
export const SAME_WORDS_TABLE: FoldTable = buildSameWordsTable(SAME_TEXT_TABLE);

function buildSameTextTable(): FoldTable {
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

function buildSameWordsTable(sameText: FoldTable): FoldTable {
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
