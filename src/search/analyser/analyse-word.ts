import { toNormalForm } from './normal-form.ts';
import { readArabic, toBareForm, type Reading } from './stem-arabic.ts';
import { stemEnglish } from './stem-english.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './split-tokens.ts';

export type { Reading };

/** A written word as the index and a query see it: the same function reads both. */
export interface AnalysedWord {
  /** Without marks, tatweel, capitals and shades of spelling. */
  readonly normal: string;
  /** `normal` without article: what is compared with what a reader types. */
  readonly bare: string;
  /** The likeliest first; never empty. */
  readonly readings: readonly [Reading, ...Reading[]];
  readonly script: Token['script'];
  /** Says nothing by itself. */
  readonly isStopWord: boolean;
}

/** Analyses one token of a text. The normal form of a token that has letters or digits is never empty. */
export function analyseWord(written: string, script: Token['script']): AnalysedWord {
  const folded = toNormalForm(written);
  const normal = script === 'digits' ? toPlainNumber(folded) : script === 'latin' ? folded.replaceAll('.', '') : folded;
  // Marks alone, such as a lone tatweel with a vowel, stand for themselves.
  const safe = normal === '' ? written : normal;
  const [first, ...others] = script === 'arabic' ? readArabic(safe, written) : [];
  const plain: Reading = { stem: script === 'latin' ? stemEnglish(safe) : safe, taken: 'plain' };
  return {
    normal: safe,
    bare: script === 'arabic' ? toBareForm(safe, written) : safe,
    readings: [first ?? plain, ...others],
    script,
    isStopWord: isStopWord(safe),
  };
}

/** 18,000 and 18٬000 are 18000; a decimal comma is a stop. */
function toPlainNumber(number: string): string {
  return number
    .replace(/[,\u066C](?=\d{3}(?!\d))/g, '')
    .replace(/[\u066B,]/g, '.')
    .replace(/\.$/, '');
}
