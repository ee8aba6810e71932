import { type AnchorText, anchorQuote, prepareAnchorText, type Quotation } from '../../src/anchor/anchor-quote.ts';
import { findCandidates } from '../../src/anchor/find-candidates.ts';
import { foldedText } from '../../src/text/fold-text.ts';
import type { Range } from '../../src/text/range.ts';
import { RESPELLINGS, wear } from './damage.ts';
import { generateText } from './generate-text.ts';
import { type Random, startRandom } from './random.ts';
import { type Row, toRow } from './row.ts';

/** A quotation of 3 to 36 words with the whole words of 32 characters on both sides, and where it was taken from. */
export interface Taken {
  readonly quotation: Required<Quotation> & { readonly prefix: string; readonly suffix: string };
  readonly place: Range;
}

const CONTEXT = 32;

/** Quotations that stand once in the text. */
export function takeQuotations(text: string, count: number, random: Random): Taken[] {
  const article = prepareAnchorText(text);
  const words = Array.from(text.matchAll(/\S+/g), ({ index, 0: word }) => ({ start: index, end: index + word.length }));
  const taken: Taken[] = [];
  while (taken.length < count) {
    const first = random.below(words.length - 40);
    const [start, end] = [words[first]?.start ?? 0, words[first + 2 + random.below(34)]?.end ?? 0];
    const quote = text.slice(start, end);
    const prefix = text
      .slice(Math.max(0, start - CONTEXT), start)
      .replace(/^\S*\s/, '')
      .trim();
    const suffix = text
      .slice(end, end + CONTEXT)
      .replace(/\s\S*$/, '')
      .trim();
    if (quote.includes('\n') || !/\p{L}/u.test(quote)) continue;
    const quotation = { quote, prefix, suffix };
    if (anchorQuote(article, quotation).status === 'anchored') taken.push({ quotation, place: { start, end } });
  }
  return taken;
}

/** The same change to all three parts. */
export function change({ quote, prefix, suffix }: Taken['quotation'], respell: (text: string) => string): Quotation {
  return { quote: respell(quote), prefix: respell(prefix), suffix: respell(suffix) };
}

/** How much of both ranges is common to them, 0 to 1. */
function shareOf(a: Range, b: Range): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, common) / Math.max(a.end - a.start, b.end - b.start);
}

export interface AnchoringSizes {
  /** Words of the text that quotations are sought in. */
  readonly words: number;
  readonly quotations: number;
  /** Quotations that stand nowhere, by the words of the text. */
  readonly absent: readonly { readonly words: number; readonly count: number }[];
}

export function measureAnchoring({ words, quotations, absent }: AnchoringSizes): Row[] {
  const { text } = generateText(11, words);
  const article = prepareAnchorText(text);
  const taken = takeQuotations(text, quotations, startRandom(12));
  const wrong = { count: 0 };
  return [
    measureRespellings(article, taken, wrong),
    measureSuggestions(article, taken, wrong),
    ...measureAbsent(absent, wrong),
  ];
}

interface Tally {
  count: number;
}

function measureRespellings(article: AnchorText, taken: readonly Taken[], wrong: Tally): Row {
  const random = startRandom(13);
  const found = RESPELLINGS.map(({ name, respell }) => {
    const hits = taken.filter(({ quotation, place }) => {
      const anchoring = anchorQuote(
        article,
        change(quotation, (part) => respell(part, random)),
      );
      if (anchoring.status !== 'anchored') return false;
      const share = shareOf(anchoring.range, place);
      if (share === 0) wrong.count += 1;
      return share > 0.8;
    });
    return { name, percent: (100 * hits.length) / taken.length };
  });
  const worst = found
    .filter(({ percent }) => percent < 100)
    .map(({ name, percent }) => `${name} ${percent.toFixed(1)}`);
  return toRow(
    {
      what: 'Quotations found in another spelling, worst kind',
      better: 'more',
      unit: '%',
      digits: 1,
      must: [99.5],
      good: [100],
    },
    [Math.min(...found.map(({ percent }) => percent))],
    [`${found.length} kinds of ${taken.length}`, ...worst].join('; '),
  );
}

function measureSuggestions(article: AnchorText, taken: readonly Taken[], wrong: Tally): Row {
  const misled: string[] = [];
  const right = [0.05, 0.1, 0.15, 0.2].map((chance) => {
    const random = startRandom(14 + 100 * chance);
    let [hits, others] = [0, 0];
    for (const { quotation, place } of taken) {
      const worn = change(quotation, (part) => wear(part, random, chance));
      const anchoring = anchorQuote(article, worn);
      const range = anchoring.status === 'anchored' ? anchoring.range : findCandidates(article, worn)[0]?.range;
      if (range === undefined) continue;
      const share = shareOf(range, place);
      if (share > 0.5) hits += 1;
      else others += 1;
      if (share === 0 && anchoring.status === 'anchored') wrong.count += 1;
    }
    misled.push(((100 * others) / taken.length).toFixed(1));
    return (100 * hits) / taken.length;
  });
  return toRow(
    {
      what: 'Right suggestion first, 5 / 10 / 15 / 20 % of the characters worn',
      better: 'more',
      unit: '%',
      digits: 1,
      must: [99, 97, 93, 85],
      good: [100, 99, 98, 96],
    },
    right,
    `elsewhere ${misled.join(' / ')} %`,
  );
}

function measureAbsent(absent: AnchoringSizes['absent'], wrong: Tally): Row[] {
  const measured = absent.map(({ words, count }) => {
    const article = prepareAnchorText(generateText(21, words).text);
    const folded = article.folded['same-words']().text;
    const strangers = takeQuotations(generateText(22, 20_000).text, count, startRandom(23)).filter(
      // Words that stand in both texts are not absent.
      ({ quotation }) => !folded.includes(foldedText(quotation.quote, 'same-words').trim()),
    );
    const passing = strangers.filter(
      ({ quotation }) =>
        anchorQuote(article, quotation).status === 'anchored' ||
        anchorQuote(article, { quote: quotation.quote }).status === 'anchored',
    ).length;
    const suggested = strangers.filter(({ quotation }) => findCandidates(article, quotation).length > 0).length;
    return { words, count: strangers.length, passing, suggested: (100 * suggested) / strangers.length };
  });
  const sizes = measured.map(({ words, count }) => `${count} at ${words / 1000} k words`).join(', ');
  const zeros = measured.map(() => 0);
  return [
    toRow(
      { what: 'Quotations that pass at a wrong place', better: 'less', must: [0], good: [0] },
      [wrong.count],
      'in all rows above',
    ),
    toRow(
      { what: 'Absent quotations that pass', better: 'less', must: zeros, good: zeros },
      measured.map(({ passing }) => passing),
      sizes,
    ),
    toRow(
      {
        what: 'Absent quotations given a suggestion',
        better: 'less',
        unit: '%',
        digits: 1,
        must: measured.map(() => 3),
        good: measured.map(() => 1),
      },
      measured.map(({ suggested }) => suggested),
      sizes,
    ),
  ];
}
