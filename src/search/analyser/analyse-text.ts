import { analyseWord, type AnalysedWord } from './analyse-word.ts';
import { readAmount, type Amount } from './read-amount.ts';
import { splitTokens, type Token } from './split-tokens.ts';

/** A token with what it may be found by. */
export interface AnalysedToken extends AnalysedWord {
  /** Offsets into the text, half-open. */
  readonly token: Token;
  /** The number that begins here, where words say it: «33 ألفا» is also 33000, «سبعة» also 7. */
  readonly amount: Amount | undefined;
}

/** Reads one written word; `analyseWord`, or one that remembers what it read. */
export type ReadWord = typeof analyseWord;

/** Every token of a text, in order; token `i` is word `i` of the index. */
export function analyseText(text: string, readWord: ReadWord = analyseWord): readonly AnalysedToken[] {
  const tokens = splitTokens(text);
  const words = tokens.map(({ start, end, script }) => readWord(text.slice(start, end), script));
  let next = 0;
  return words.map((word, at): AnalysedToken => {
    const { normal, bare, readings, script, isStopWord } = word;
    const token = tokens[at] ?? { start: 0, end: 0, script };
    const amount = at < next ? undefined : readAmount(words, at);
    if (amount !== undefined) next = at + amount.tokens;
    return { normal, bare, readings, script, isStopWord, token, amount };
  });
}

/** So many words of a script are remembered; a language has more, but hardly uses them. */
const MOST_REMEMBERED = 200_000;

/** `analyseText` for many texts: most of their words are the same ones. */
export function createAnalyser(): (text: string) => readonly AnalysedToken[] {
  const known = new Map<Token['script'], Map<string, AnalysedWord>>();
  const readWord: ReadWord = (written, script) => {
    let own = known.get(script);
    if (own === undefined) known.set(script, (own = new Map<string, AnalysedWord>()));
    let word = own.get(written);
    if (word !== undefined) return word;
    word = analyseWord(written, script);
    if (own.size < MOST_REMEMBERED) own.set(written, word);
    return word;
  };
  return (text) => analyseText(text, readWord);
}
