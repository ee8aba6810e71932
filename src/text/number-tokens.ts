import { foldText } from './fold-text.ts';
import type { Range } from './range.ts';

/** A run of digits with its separators, a word, or any other sign: what numbers are read from. Offsets are raw. */
export interface Token extends Range {
  readonly kind: 'digits' | 'word' | 'mark';
  /** Folded as the same text (no marks, ASCII digits and signs); of words also the spelling of alef, ya and ta marbuta. */
  readonly text: string;
  /** As written, marks included: only they tell «خُمس» from «خمس». */
  readonly raw: string;
  /** No white space between this token and the one before it. */
  readonly isGlued: boolean;
  /** The first token of a line. */
  readonly opensLine: boolean;
}

const TOKEN = /(?<digits>\d+(?:[.,،]\d+)*)|(?<word>[\p{L}\p{M}]+(?:'\p{L}+)?)|\S/gu;

/** Spaces that group digits, as in French and technical writing: no-break, thin and narrow no-break space. */
const GROUPING_SPACE = /^[\u00a0\u2009\u202f]$/;

/** Cuts a text into the tokens of its numbers, words and signs. */
export function toTokens(text: string): Token[] {
  const folded = foldText(text, 'same-text');
  const tokens: Token[] = [];
  for (const { 0: found, index, groups } of folded.text.matchAll(TOKEN)) {
    const start = folded.starts[index] ?? 0;
    const end = folded.ends[index + found.length - 1] ?? text.length;
    const previous = tokens.at(-1);
    const between = text.slice(previous?.end ?? 0, start);
    const kind = groups?.['digits'] !== undefined ? 'digits' : groups?.['word'] !== undefined ? 'word' : 'mark';
    if (kind === 'digits' && previous !== undefined && isNextGroup(previous.text, between, found)) {
      const grouped = `${previous.text},${found}`;
      tokens[tokens.length - 1] = { ...previous, text: grouped, raw: text.slice(previous.start, end), end };
      continue;
    }
    tokens.push({
      kind,
      text: toPlainSpelling(found),
      raw: text.slice(start, end),
      start,
      end,
      isGlued: previous !== undefined && !/\s/.test(between),
      opensLine: previous === undefined || between.includes('\n'),
    });
  }
  return tokens;
}

/** «18 000»: any grouping space before three digits; a plain space only before three noughts, else it may be a list. */
function isNextGroup(previous: string, between: string, digits: string): boolean {
  if (!/^\d{3}$/.test(digits) || !/^[1-9]\d{0,2}(?:,\d{3})*$/.test(previous)) return false;
  return GROUPING_SPACE.test(between) || (between === ' ' && digits === '000');
}

/** The folded text of a token; empty before the first and after the last. */
export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

/** Words in plain spelling, to be found as they stand. */
export function toWordSet(words: string): ReadonlySet<string> {
  return new Set(toWords(words));
}

/** The same with the conjunctions and prepositions that Arabic writes onto a word: «عام» also finds «وعام», «لعام». */
export function toWordSetWithClitics(words: string): ReadonlySet<string> {
  return new Set(toWords(words).flatMap((word) => [word, ...(word.length < SHORTEST_HOST ? [] : toCliticForms(word))]));
}

const CLITICS = ['و', 'ف', 'ب', 'ل', 'وب', 'ول', 'فب', 'فل'];

/** Shorter words with a letter before them are other words: «ص» is a page, «لص» a thief. */
const SHORTEST_HOST = 3;

/** The article swallows its alef behind «ل»: «المادة», «للمادة». */
function toCliticForms(word: string): string[] {
  return CLITICS.map((clitic) =>
    clitic.endsWith('ل') && word.startsWith('ال') ? clitic + word.slice(1) : clitic + word,
  );
}

function toWords(words: string): string[] {
  return words.trim().split(/\s+/).map(toPlainSpelling);
}

/**
 * One spelling for what writers spell in several ways: أ إ آ → ا, ى ئ → ي, ة → ه, ؤ → و, lone hamza dropped, Latin lower
 * case. So «مئة», «مائة» differ only by the alef, and the word lists of numbers are written through the same function.
 */
export function toPlainSpelling(word: string): string {
  return word
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئ]/g, 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ء', '');
}
