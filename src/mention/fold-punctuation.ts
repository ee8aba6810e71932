import { IGNORABLE } from '../text/split-words.ts';

const IGNORED = new RegExp(IGNORABLE, 'gu');
const DASHES = /[\u2010-\u2015\u2212]/g;
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u2039\u203A`\u00B4]/g;
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033\u00AB\u00BB]/g;
const WHITE_SPACE = /\s+/g;

/**
 * What stands between the words of a name, so that two ways of writing it are equal: dashes and quotation marks of one
 * shape, each stretch of white space (no-break space and newline included) one space, invisible characters dropped.
 */
export function foldPunctuation(gap: string): string {
  return gap
    .replace(IGNORED, '')
    .replace(DASHES, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(WHITE_SPACE, ' ');
}
