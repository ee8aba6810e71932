import { splitWords, type Word } from '../../text/split-words.ts';

/** A written word or number; UTF-16 offsets into the text, half-open. */
export type Token = Word;

/** A dot, comma or Arabic separator between digits belongs to the number. */
const SEPARATOR = /^[.,\u066B\u066C]$/;

/** Letters with stops between: the last of those that were joined so far. */
const LAST_LETTER = /(?:^|\.)\p{L}\p{M}*$/u;

/**
 * The words of a text as the index counts them: those of `splitWords`, but a number with its separators is one token
 * (18,000 and 3.5), so that a page that writes 18000 is found as well, and so are Latin letters with stops between
 * (U.S., C.I.A).
 */
export function splitTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const word of splitWords(text)) {
    const last = tokens.at(-1);
    if (
      last?.script === 'digits' &&
      word.script === 'digits' &&
      SEPARATOR.test(text.slice(last.end, word.start)) &&
      isPartOfNumber(text.slice(last.end, word.start), word.end - word.start)
    ) {
      tokens[tokens.length - 1] = { ...last, end: word.end };
    } else if (
      last?.script === 'latin' &&
      word.script === 'latin' &&
      word.start === last.end + 1 &&
      text[last.end] === '.' &&
      LAST_LETTER.test(text.slice(last.start, last.end)) &&
      LAST_LETTER.test(text.slice(word.start, word.end))
    ) {
      tokens[tokens.length - 1] = { ...last, end: word.end };
    } else tokens.push(word);
  }
  return tokens;
}

/** A comma groups three digits; «5,7» may be a list or a decimal, a date «14.7» is none of our business: kept apart. */
function isPartOfNumber(separator: string, length: number): boolean {
  return separator === '.' || separator === '\u066B' ? true : length === 3;
}
