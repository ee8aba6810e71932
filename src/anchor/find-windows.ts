// Where in a long text a quotation may stand that does not stand there letter for letter: its words and those of its context
// vote for the place where it would begin. Only the best-voted windows need to be measured, however long the text is.
import type { Range } from '../text/range.ts';
import type { AnchorText } from './anchor-quote.ts';
import { indexWords } from './index-words.ts';

/** A quotation folded as the text it is sought in (`same-words`); `prefix` and `suffix` are empty where none is given. */
export interface Query {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Votes are gathered in bins of so many characters, since lost and added letters shift where a quotation would begin. */
const BIN = 16;
const MOST_WINDOWS = 6;
/** A word this frequent says nothing about the place. */
const MOST_OCCURRENCES = 2000;

/**
 * The stretches of the folded text, at most six and the likeliest first, in which most words of the query stand where they
 * would, were the quotation there; none when no word of it stands in the text. `errors`: how many letters may be wrong. A
 * rare word has more say than a frequent one, a long one more than a short one.
 */
export function findWindows(article: AnchorText, { quote, prefix, suffix }: Query, errors: number): Range[] {
  const whole = `${prefix} ${quote} ${suffix}`;
  // A quotation of which only the end stands in the text would begin before it.
  const before = Math.ceil(whole.length / BIN) + 1;
  const bins = Math.ceil(article.folded['same-words']().text.length / BIN) + 1;
  const votes = new Float64Array(before + bins + before);
  const words = article.words();
  for (const [word, offsets] of indexWords(whole)) {
    const places = words.get(word) ?? [];
    if (places.length > MOST_OCCURRENCES) continue;
    const weight = word.length / (1 + Math.log2(places.length));
    for (const offset of offsets) {
      for (const place of places) {
        const bin = before + Math.round((place - offset + prefix.length + 1) / BIN);
        votes[bin] = (votes[bin] ?? 0) + weight;
      }
    }
  }
  const slack = 2 * BIN + errors;
  return findPeaks(votes).map((bin) => {
    const start = (bin - before) * BIN;
    return { start: Math.max(0, start - slack), end: Math.max(0, start) + quote.length + slack };
  });
}

/** The bins with most votes, those of both neighbours counted; no two side by side. */
function findPeaks(votes: Float64Array): number[] {
  const weights = votes.map((vote, bin) => (vote === 0 ? 0 : (votes[bin - 1] ?? 0) + vote + (votes[bin + 1] ?? 0)));
  const peaks: number[] = [];
  while (peaks.length < MOST_WINDOWS) {
    let best = 0;
    for (let bin = 1; bin < weights.length; bin++) if ((weights[bin] ?? 0) > (weights[best] ?? 0)) best = bin;
    if ((weights[best] ?? 0) === 0) break;
    peaks.push(best);
    weights.fill(0, best - 1, best + 2);
  }
  return peaks;
}
