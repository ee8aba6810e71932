import type { Range } from '../text/range.ts';

/**
 * The figures of a text, in order: a number as one cannot cut it without changing it. To its digits belong what joins them
 * (3.5, 18-22, 10:30, 18 000, 94ر6), its sign, a percent sign on either side, and Latin letters glued to it (5k, F16). Arabic
 * letters glued to it do not: the «و» of «و22» is a word of its own.
 */
export function findFigures(text: string): Range[] {
  const figures: Range[] = [];
  let previousEnd = 0;
  for (const { index, 0: digits } of text.matchAll(DIGITS)) {
    const before = text.slice(Math.max(previousEnd, index - LOOK_BACK), index);
    const lead = LEAD.exec(before)?.[0].length ?? 0;
    previousEnd = index + digits.length;
    figures.push({ start: index - lead, end: previousEnd });
  }
  return figures;
}

/** Invisible signs that may stand between the parts of a figure: bidi and zero-width controls, soft hyphen. */
const UNSEEN = '[\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]*';
const PERCENT = '[%\\u066a\\uff05\\ufe6a\\u2030\\u0609\\u2031\\u060a]';
/** Between two digits: stops and commas of both scripts, ':', '/', apostrophes, dashes, and the Egyptian decimal ر. */
const JOINT = "[.,:/'\\u2019\\u00b7\\u066b\\u066c\\u060c\\u060d\\u0631\\-\\u2010-\\u2015\\u2212]";
const GROUPED = '(?<!\\p{N})\\p{N}{1,3}(?:[ \\u00a0\\u2009\\u202f]\\p{N}{3}(?!\\p{N}))+';
const JOINED = `\\p{N}(?:${UNSEEN}(?:${JOINT}${UNSEEN})?\\p{N})*`;
/** «10 %15»: the second sign belongs to the digits behind it. */
const TAIL = `(?:${UNSEEN}\\s?${UNSEEN}${PERCENT}(?!${UNSEEN}\\p{N}))?\\p{Script=Latin}*`;
const DIGITS = new RegExp(`(?:${GROUPED}(?:${JOINT}\\p{N}+)*|${JOINED})${TAIL}`, 'gu');

/** Before the digits: letters glued to them, or a percent sign, or a sign and a decimal stop that no word owns. */
const LEAD = new RegExp(
  `(?:\\p{Script=Latin}+` +
    `|(?<![\\p{N}]${UNSEEN})${PERCENT}${UNSEEN}` +
    `|(?<![\\p{L}\\p{N}.…]${UNSEEN})(?:[-+±\\u2010-\\u2013\\u2212]${UNSEEN})?(?:[.\\u066b]${UNSEEN})?)$`,
  'u',
);
/** Longer than any lead; keeps the work per number constant. */
const LOOK_BACK = 24;
