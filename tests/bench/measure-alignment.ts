import { alignPassages } from '../../src/anchor/align-passages.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { generateText } from './generate-text.ts';
import { type Random, startRandom } from './random.ts';
import { type Row, toRow } from './row.ts';

/** Shares of the passages of an article that an edit takes away, touches (one to three words of each), and adds. */
interface Edit {
  readonly gone: number;
  readonly touched: number;
  readonly added: number;
}

const LIGHT: Edit = { gone: 0.02, touched: 0.05, added: 0.02 };
const HEAVY: Edit = { gone: 0.1, touched: 0.3, added: 0.1 };

export interface AlignmentSizes {
  readonly words: number;
  /** How many articles are edited, each in its own way. */
  readonly rounds: number;
}

/** Each sentence is a passage: the shorter passages are, the harder it is to know them again. */
export function measureAlignment({ words, rounds }: AlignmentSizes): Row[] {
  const results = [LIGHT, HEAVY].map((edit) => {
    const sum = { kept: 0, staying: 0, carried: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const random = startRandom(31 + round);
      const result = alignEdited(toSentences(41 + round, words), toSentences(141 + round, words), edit, random);
      sum.kept += result.kept;
      sum.staying += result.staying;
      sum.carried += result.carried;
    }
    return sum;
  });
  const note = `${results[0]?.staying ?? 0} / ${results[1]?.staying ?? 0} passages of one sentence`;
  return [
    toRow(
      {
        what: 'Passage ids kept, light / heavy edit',
        better: 'more',
        unit: '%',
        digits: 2,
        must: [99, 97],
        good: [100, 99.5],
      },
      results.map(({ kept, staying }) => (100 * kept) / staying),
      note,
    ),
    toRow(
      {
        what: 'Passage ids carried to another passage, light / heavy edit',
        better: 'less',
        must: [0, 0],
        good: [0, 0],
      },
      results.map(({ carried }) => carried),
    ),
  ];
}

function alignEdited(
  article: readonly string[],
  others: readonly string[],
  { gone, touched, added }: Edit,
  random: Random,
): { readonly kept: number; readonly staying: number; readonly carried: number } {
  const first = alignPassages(
    undefined,
    article.map((text) => ({ text })),
  );
  const edited: { text: string; origin: string | undefined }[] = [];
  for (const [at, text] of article.entries()) {
    if (random.next() < added) edited.push({ text: random.pick(others), origin: undefined });
    if (random.next() < gone) continue;
    edited.push({ text: random.next() < touched ? touch(text, others, random) : text, origin: first.ids[at] });
  }
  const { ids } = alignPassages(first.lock, edited);
  const known = new Set(first.ids);
  return {
    kept: edited.filter(({ origin }, at) => origin !== undefined && ids[at] === origin).length,
    staying: edited.filter(({ origin }) => origin !== undefined).length,
    carried: edited.filter(({ origin }, at) => ids[at] !== origin && known.has(ids[at] ?? '')).length,
  };
}

/** One to three words replaced, lost or put in. */
function touch(text: string, others: readonly string[], random: Random): string {
  const words = text.split(' ');
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const stranger = random.pick(random.pick(others).split(' '));
    const at = random.below(words.length);
    if (words.length < 5) words[at] = stranger;
    else words.splice(at, random.below(2), ...(random.below(2) === 0 ? [stranger] : []));
  }
  return words.join(' ');
}

function toSentences(seed: number, words: number): string[] {
  return generateText(seed, words).paragraphs.flatMap((text) =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end)),
  );
}
