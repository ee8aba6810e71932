// Never approximate: a figure that is one digit off is a different claim. A quotation stands in the article letter for
// letter, or in another spelling of the same text, or in another spelling of the same words; anything else is missing.
import { type FoldedText, type Folding, foldedText, foldText, unfoldRange } from '../text/fold-text.ts';
import type { Range } from '../text/range.ts';
import { findFigures } from './find-figures.ts';
import { indexWords, type WordIndex } from './index-words.ts';
import { judgeEdges } from './judge-edges.ts';

/** What an author writes: the quoted text and, when it stands in several places, the text right before or behind it. */
export interface Quotation {
  readonly quote: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** How much spelling was set aside to find the quotation; `exact` is none. */
export type Grade = 'exact' | Folding;

/** Where a quotation stands in an article, or why it has no single place. Ranges are offsets into the raw text. */
export type Anchoring =
  | { readonly status: 'anchored'; readonly grade: Grade; readonly range: Range }
  | { readonly status: 'ambiguous'; readonly grade: Grade; readonly ranges: readonly Range[] }
  | { readonly status: 'missing' };

/**
 * An article's text with what anchoring needs to know of it. Each part is worked out when first asked for and then kept:
 * an article whose quotations are all exact is never folded.
 */
export interface AnchorText {
  readonly text: string;
  readonly folded: Readonly<Record<Folding, () => FoldedText>>;
  readonly figures: () => readonly Range[];
  readonly words: () => WordIndex;
}

/** The text of one article, made ready for any number of quotations. */
export function prepareAnchorText(text: string): AnchorText {
  const folded = {
    'same-text': once(() => foldText(text, 'same-text')),
    'same-words': once(() => foldText(text, 'same-words')),
  };
  return {
    text,
    folded,
    figures: once(() => findFigures(text)),
    words: once(() => indexWords(folded['same-words']().text)),
  };
}

/**
 * Finds the one place of a quotation. The grades are tried in their order and the first that has a hit decides. A hit is a
 * place where at this grade
 *
 * - quote, prefix and suffix stand side by side (white space apart): a context that contradicts the text is an error of
 *   the author, so it makes even a quote that stands there once `missing`;
 * - neither end cuts a figure («12%» is not in «112%») nor a word («رجل» is not in «رجلان»). Only clitics may be cut off,
 *   as in «الدول» out of «والدول», and only where no hit consists of whole words.
 */
export function anchorQuote(article: AnchorText, quotation: Quotation): Anchoring {
  for (const grade of GRADES) {
    const [range, ...others] = findHits(article, quotation, grade);
    if (range === undefined) continue;
    if (others.length === 0) return { status: 'anchored', grade, range };
    return { status: 'ambiguous', grade, ranges: [range, ...others] };
  }
  return { status: 'missing' };
}

const GRADES: readonly Grade[] = ['exact', 'same-text', 'same-words'];
/** Unicode counts the tatweel (U+0640) among the letters; it says nothing. */
const LETTER_OR_DIGIT = /[[\p{L}\p{N}]--\u0640]/v;
const WHITE_SPACE = /\s/u;

/** The article at one grade: its text at that grade, and the way back to the raw one. */
interface Layer {
  readonly text: string;
  readonly fold: (text: string) => string;
  readonly toRaw: (range: Range) => Range | undefined;
}

function findHits(article: AnchorText, quotation: Quotation, grade: Grade): readonly Range[] {
  const layer = toLayer(article, grade);
  const quote = layer.fold(quotation.quote).trim();
  if (!LETTER_OR_DIGIT.test(quote)) return [];
  const prefix = layer.fold(quotation.prefix ?? '').trim();
  const suffix = layer.fold(quotation.suffix ?? '').trim();

  const whole: Range[] = [];
  const cliticCut: Range[] = [];
  for (let at = layer.text.indexOf(quote); at !== -1; at = layer.text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    if (!isPreceded(layer.text, at, prefix) || !isFollowed(layer.text, end, suffix)) continue;
    const range = layer.toRaw({ start: at, end });
    if (range === undefined) continue;
    const edges = judgeEdges(article, range);
    if (edges === 'whole') whole.push(range);
    else if (edges === 'clitic-cut') cliticCut.push(range);
  }
  return whole.length > 0 ? whole : cliticCut;
}

function toLayer(article: AnchorText, grade: Grade): Layer {
  if (grade === 'exact') return { text: article.text, fold: (text) => text, toRaw: (range) => range };
  const folded = article.folded[grade]();
  return {
    text: folded.text,
    fold: (text) => foldedText(text, grade),
    toRaw: (range) => (cutsCharacter(folded, range) ? undefined : unfoldRange(folded, range)),
  };
}

/** Whether an end falls between units of one raw character: inside ﻻ, inside «…», between two surrogates. */
function cutsCharacter({ starts }: FoldedText, { start, end }: Range): boolean {
  return starts[start - 1] === starts[start] || starts[end - 1] === starts[end];
}

function isPreceded(text: string, at: number, prefix: string): boolean {
  let end = at;
  while (WHITE_SPACE.test(text.charAt(end - 1))) end--;
  return end >= prefix.length && text.startsWith(prefix, end - prefix.length);
}

function isFollowed(text: string, at: number, suffix: string): boolean {
  let start = at;
  while (WHITE_SPACE.test(text.charAt(start))) start++;
  return text.startsWith(suffix, start);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
