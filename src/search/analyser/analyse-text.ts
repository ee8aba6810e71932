import { analyseWord, type AnalysedWord } from './analyse-word.ts';
import { splitTokens, type Token } from './split-tokens.ts';

/** A token with what it may be found by. */
export interface AnalysedToken extends AnalysedWord {
  /** Offsets into the text, half-open. */
  readonly token: Token;
  /** Digits before a word of scale as one number: «33 ألفا» is also 33000. */
  readonly scaled: string | undefined;
}

/** Words of scale in normal form. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ...['الف', 'الفا', 'الاف', 'thousand', 'thousands'].map((word) => [word, 1e3] as const),
  ...['مليون', 'مليونا', 'ملايين', 'million', 'millions'].map((word) => [word, 1e6] as const),
  ...['مليار', 'مليارا', 'مليارات', 'بليون', 'بلايين', 'billion', 'billions'].map((word) => [word, 1e9] as const),
]);

/** Every token of a text, in order; token `i` is word `i` of the index. */
export function analyseText(text: string): readonly AnalysedToken[] {
  const tokens = splitTokens(text).map((token) => ({
    ...analyseWord(text.slice(token.start, token.end), token.script),
    token,
  }));
  return tokens.map((token, at) => ({ ...token, scaled: toScaled(token, tokens[at + 1]) }));
}

function toScaled(word: AnalysedWord, next: AnalysedWord | undefined): string | undefined {
  if (word.script !== 'digits' || next === undefined) return undefined;
  const scale = SCALES.get(next.normal);
  const value = Number(word.normal) * (scale ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
}
