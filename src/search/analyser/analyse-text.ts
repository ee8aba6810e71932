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

/** Reads one written word; `analyseWord`, or one that remembers what it read. */
export type ReadWord = typeof analyseWord;

/** Every token of a text, in order; token `i` is word `i` of the index. */
export function analyseText(text: string, readWord: ReadWord = analyseWord): readonly AnalysedToken[] {
  const tokens = splitTokens(text);
  const words = tokens.map(({ start, end, script }) => readWord(text.slice(start, end), script));
  return words.map((word, at): AnalysedToken => {
    const { normal, bare, readings, script, isStopWord } = word;
    const token = tokens[at] ?? { start: 0, end: 0, script };
    return { normal, bare, readings, script, isStopWord, token, scaled: toScaled(word, words[at + 1]) };
  });
}

/** So many words are remembered; a language has more, but hardly uses them. */
const MOST_REMEMBERED = 200_000;

/** `analyseText` for many texts: most of their words are the same ones. */
export function createAnalyser(): (text: string) => readonly AnalysedToken[] {
  const known = new Map<string, AnalysedWord>();
  const readWord: ReadWord = (written, script) => {
    const key = `${script}${written}`;
    let word = known.get(key);
    if (word !== undefined) return word;
    word = analyseWord(written, script);
    if (known.size < MOST_REMEMBERED) known.set(key, word);
    return word;
  };
  return (text) => analyseText(text, readWord);
}

function toScaled(word: AnalysedWord, next: AnalysedWord | undefined): string | undefined {
  if (word.script !== 'digits' || next === undefined) return undefined;
  const scale = SCALES.get(next.normal);
  const value = Number(word.normal) * (scale ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
}
