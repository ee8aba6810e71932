// What the author may have meant by a quotation that has no single place. It only suggests, for an error message; nothing
// found here ever anchors. The windows for which its words and those of its context vote (`find-windows.ts`) are measured
// letter by letter (Myers' bit-parallel algorithm, in approx-string-match).
import search from 'approx-string-match';
import { foldedText, unfoldRange } from '../text/fold-text.ts';
import type { Range } from '../text/range.ts';
import { type AnchorText, anchorQuote, type Quotation } from './anchor-quote.ts';
import { type DiffPart, diffWords } from './diff-words.ts';
import { findWindows, type Query } from './find-windows.ts';

/** A place that reads like the quotation. */
export interface Candidate {
  /** whole words of the raw text */
  readonly range: Range;
  /** 0 to 1: the share of the quotation's letters that stand there, spelling set aside; 1 is every word */
  readonly similarity: number;
  /** 0 to 1: the same for the prefix and suffix beside it; `undefined` if the author gave none */
  readonly contextSimilarity: number | undefined;
  /** from the author's quotation to the words of the article */
  readonly diff: readonly DiffPart[];
}

/** Context that would decide for one place. */
export interface DecidingContext {
  readonly side: 'prefix' | 'suffix';
  readonly text: string;
}

/**
 * At most three places, the likeliest first. More than one only when there is no clear leader; none when nothing is near
 * enough to be worth an author's look. A similarity of 1 says: the words stand here, but not beside the given context.
 */
export function findCandidates(article: AnchorText, quotation: Quotation): Candidate[] {
  const query = toQuery(quotation);
  if (query.quote === '') return [];
  const voted = measureWindows(article, query, findWindows(article, query, countErrors(query)));
  const found = voted.length > 0 ? voted : measureWindows(article, query, [wholeText(article)]);
  const best = Math.max(...found.map(({ score }) => score));
  return found
    .filter(({ score }) => score > best - LEAD)
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, MOST_CANDIDATES)
    .map((match) => toCandidate(article, quotation, match));
}

/**
 * The shortest run of whole words before the range (or behind it, if that is shorter) with which `quote` anchors just there;
 * `undefined` if no context of reasonable length does. `quote` is what the author wrote; without it, the words of the range.
 */
export function shortestContext(
  article: AnchorText,
  range: Range,
  quote = article.text.slice(range.start, range.end),
): DecidingContext | undefined {
  const before = toWords(article.text.slice(0, range.start).slice(-CONTEXT_REACH));
  const after = toWords(article.text.slice(range.end, range.end + CONTEXT_REACH));
  for (let count = 1; count <= MOST_CONTEXT_WORDS; count++) {
    const prefix = before.slice(-count).join(' ');
    if (isDecisive(article, range, { quote, prefix })) return { side: 'prefix', text: prefix };
    const suffix = after.slice(0, count).join(' ');
    if (isDecisive(article, range, { quote, suffix })) return { side: 'suffix', text: suffix };
  }
  return undefined;
}

const MOST_CANDIDATES = 3;
/** Two places closer in score than this are a guess; the author sees both. */
const LEAD = 0.03;
/** Beyond a third of its letters a quotation is another one. */
const MOST_ERRORS = 0.35;
const CONTEXT_SHARE = 0.25;
const MOST_CONTEXT_WORDS = 24;
const CONTEXT_REACH = 600;

/**
 * From which similarity on a place is worth an author's look, given how much of the context agrees. Measured: quotations
 * with every tenth letter wrong pass nearly all, quotations of another text nearly none.
 */
const GATES_WITH_CONTEXT = [
  { similarity: 0.9, context: 0.25 },
  { similarity: 0.75, context: 0.35 },
  { similarity: 0.65, context: 0.5 },
] as const;
const GATES_WITHOUT_CONTEXT = [
  { similarity: 0.85, letters: 0 },
  { similarity: 0.75, letters: 60 },
] as const;

/** Offsets into the folded text. */
interface Match extends Range {
  readonly similarity: number;
  readonly contextSimilarity: number | undefined;
  readonly score: number;
}

function toQuery({ quote, prefix = '', suffix = '' }: Quotation): Query {
  const fold = (text: string): string => foldedText(text, 'same-words').trim();
  return { quote: fold(quote), prefix: fold(prefix), suffix: fold(suffix) };
}

/** How many letters may be wrong. */
function countErrors({ quote }: Query): number {
  return Math.floor(quote.length * MOST_ERRORS);
}

function wholeText(article: AnchorText): Range {
  return { start: 0, end: article.folded['same-words']().text.length };
}

/** The best match of each window that passes the gates; overlapping windows may find one and the same. */
function measureWindows(article: AnchorText, query: Query, windows: readonly Range[]): Match[] {
  const { text } = article.folded['same-words']();
  const matches = new Map<number, Match>();
  for (const window of windows) {
    const part = text.slice(window.start, window.end);
    const nearest = search(part, query.quote, countErrors(query));
    for (const { start, end, errors } of nearest.slice(0, MOST_CANDIDATES)) {
      const match = measure(text, query, { start: window.start + start, end: window.start + end }, errors);
      const known = matches.get(match.start);
      if (isWorthALook(match, query) && (known === undefined || known.score < match.score))
        matches.set(match.start, match);
    }
  }
  return Array.from(matches.values());
}

function measure(text: string, query: Query, found: Range, errors: number): Match {
  const range = snapToWords(text, found);
  const snapped = Math.abs(range.start - found.start) + Math.abs(range.end - found.end);
  const similarity = Math.max(0, 1 - (errors + snapped) / query.quote.length);
  const contextSimilarity = measureContext(text, query, range);
  const score =
    contextSimilarity === undefined ? similarity : similarity * (1 - CONTEXT_SHARE) + contextSimilarity * CONTEXT_SHARE;
  return { ...range, similarity, contextSimilarity, score };
}

/** Moves each end to the nearer edge of the word it stands in. */
function snapToWords(text: string, { start, end }: Range): Range {
  const snappedStart = nearestWordEdge(text, start);
  const snappedEnd = Math.max(snappedStart, nearestWordEdge(text, end));
  return {
    start: text.charAt(snappedStart) === ' ' ? snappedStart + 1 : snappedStart,
    end: text.charAt(snappedEnd - 1) === ' ' ? snappedEnd - 1 : snappedEnd,
  };
}

function nearestWordEdge(text: string, at: number): number {
  const before = at === 0 ? 0 : text.lastIndexOf(' ', at - 1) + 1;
  const space = text.indexOf(' ', at);
  const after = space === -1 ? text.length : space;
  return at - before < after - at ? before : after;
}

function measureContext(text: string, { prefix, suffix }: Query, { start, end }: Range): number | undefined {
  const reach = (context: string): number => context.length + Math.ceil(context.length / 4) + 1;
  const sides: number[] = [];
  if (prefix !== '') sides.push(measureLikeness(text.slice(Math.max(0, start - reach(prefix)), start), prefix));
  if (suffix !== '') sides.push(measureLikeness(text.slice(end, end + reach(suffix)), suffix));
  return sides.length === 0 ? undefined : sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

function measureLikeness(text: string, context: string): number {
  const errors = search(text, context, context.length)[0]?.errors ?? context.length;
  return 1 - errors / context.length;
}

function isWorthALook({ start, end, similarity, contextSimilarity }: Match, { quote }: Query): boolean {
  if (end <= start) return false;
  if (similarity === 1) return true;
  if (contextSimilarity === undefined) {
    return GATES_WITHOUT_CONTEXT.some((gate) => similarity >= gate.similarity && quote.length >= gate.letters);
  }
  return GATES_WITH_CONTEXT.some((gate) => similarity >= gate.similarity && contextSimilarity >= gate.context);
}

function toCandidate(article: AnchorText, { quote }: Quotation, match: Match): Candidate {
  const range = unfoldRange(article.folded['same-words'](), match);
  const { similarity, contextSimilarity } = match;
  return { range, similarity, contextSimilarity, diff: diffWords(quote, article.text.slice(range.start, range.end)) };
}

function toWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** Empty context decides nothing. */
function isDecisive(article: AnchorText, range: Range, quotation: Quotation): boolean {
  if (quotation.prefix === '' || quotation.suffix === '') return false;
  const anchoring = anchorQuote(article, quotation);
  return anchoring.status === 'anchored' && anchoring.range.start === range.start && anchoring.range.end === range.end;
}
