import type { Range } from './range.ts';

/**
 * Numbers joined by dashes, hyphens, slashes or colons, with a percent sign behind them: «18,000–22,000», «10-15%»,
 * «2016-07-14». Not a dash that parts clauses («2015 — 7»), and nothing that touches a Latin letter (F-16).
 *
 * Only of European digits: Arabic-Indic ones run from right to left on both sides of a dash whatever stands around them.
 */
const RUN =
  /(?<![\p{Script=Latin}\d_@#/.,:–—-])\d+(?:[.,]\d+)*%?(?:(?:\s?[-‐‑–]\s?|[—−/:])\d+(?:[.,]\d+)*%?)+(?![\p{Script=Latin}\d_@/–—-])/gu;

/**
 * The runs of numbers of a text that a paragraph written from right to left would show in the wrong order: behind an Arabic
 * letter the two ends of a range change places (Unicode Bidirectional Algorithm, rules W2 and N1), unless they are isolated.
 */
export function findNumberRuns(text: string): Range[] {
  return Array.from(text.matchAll(RUN), ({ index, 0: run }) => ({ start: index, end: index + run.length }));
}

/** A text in pieces, each a run of numbers or what stands between two; together they are the text. */
export function cutAtNumberRuns(text: string): readonly { readonly text: string; readonly isRun: boolean }[] {
  const pieces: { text: string; isRun: boolean }[] = [];
  let at = 0;
  for (const { start, end } of findNumberRuns(text)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isRun: false });
    pieces.push({ text: text.slice(start, end), isRun: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isRun: false });
  return pieces;
}
