import { readFileSync } from 'node:fs';
import { buildNameIndex } from '../../src/mention/build-name-index.ts';
import { findMentions } from '../../src/mention/find-mentions.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { MENTION_CASES, printMentions } from '../unit/mention/mention-cases.ts';
import { NATO_NAMES } from '../unit/mention/nato-names.ts';
import {
  ARABIC_NUMBERS,
  ENGLISH_NUMBERS,
  NO_ARABIC_QUANTITIES,
  NO_ENGLISH_QUANTITIES,
  printNumbers,
} from '../unit/text/number-cases.ts';
import { readMarked, SENTENCE_CASES } from '../unit/text/sentence-cases.ts';
import { SEED_TEXT } from './generate-text.ts';
import { type Row, toRow } from './row.ts';

/** A line of a list that was made by hand, reading the article. */
function readList(kind: 'sentences' | 'mentions'): string[] {
  const file = new URL(`../fixtures/texts/nato-against-isis.${kind}.txt`, import.meta.url);
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

/** The statistics of the article, read by hand; `~` is «about», `>=` «at least», `<=` «up to». */
const STATISTICS = '7 27 7 ~1/3 18000..22000 33000 >=5000 <=10%'.split(' ');
const COUNTRIES = 'belgium canada denmark france netherlands turkey uk usa iraq syria philippines bangladesh'.split(
  ' ',
);

/** How the lists made by hand from one real article, and the cases of the unit tests, are met. */
export function measureSeed(): Row[] {
  return [...measureSentences(), ...measureMentions(), ...measureNumbers()];
}

function measureSentences(): Row[] {
  const expected = readList('sentences');
  const found = splitSentences(SEED_TEXT).map(({ start, end }) => SEED_TEXT.slice(start, end));
  const { precision, recall } = compare(found, expected);
  const score = (2 * precision * recall) / (precision + recall);
  const cases = SENTENCE_CASES.filter(([, marked]) => {
    const { text, sentences } = readMarked(marked);
    return isSame(
      splitSentences(text).map(({ start, end }) => text.slice(start, end)),
      sentences,
    );
  });
  return [
    toRow(
      {
        what: 'Sentences of the article, F1; its stray mark left out',
        better: 'more',
        digits: 2,
        must: [1],
        good: [1],
      },
      [score],
      `${found.length} of ${expected.length}`,
    ),
    toRow(
      { what: 'Sentences, cases', better: 'more', unit: '%', must: [90], good: [100] },
      [(100 * cases.length) / SENTENCE_CASES.length],
      `${cases.length} of ${SENTENCE_CASES.length}`,
    ),
  ];
}

function measureMentions(): Row[] {
  const expected = toPlaced(readList('mentions'));
  const mentions = findMentions(SEED_TEXT, buildNameIndex(NATO_NAMES));
  const found = mentions.map(({ start, entities }) => `${start} ${entities.join('|')} `);
  const foundForms = mentions.map(({ start, end }, at) => (found[at] ?? '') + SEED_TEXT.slice(start, end));
  const { precision, recall } = compare(foundForms, expected);
  const countries = new Set(
    mentions.flatMap(({ entities }) => entities).filter((entity) => COUNTRIES.includes(entity)),
  );
  const cases = Object.values(MENTION_CASES).flat();
  const met = cases.filter(([, names, text, result]) => isSame(printMentions(names, text), result));
  return [
    toRow(
      { what: 'Mentions of the article, P / R', better: 'more', digits: 2, must: [0.95, 0.98], good: [1, 1] },
      [precision, recall],
      `${expected.length}, of them 2 reported as ambiguous`,
    ),
    toRow(
      { what: 'Mentions, cases', better: 'more', unit: '%', must: [90], good: [100] },
      [(100 * met.length) / cases.length],
      `${met.length} of ${cases.length}`,
    ),
    toRow({ what: 'Countries of the article, by their names', better: 'more', must: [12], good: [12] }, [
      countries.size,
    ]),
  ];
}

/** `offset entity written words`, the lines being in the order of the article. */
function toPlaced(lines: readonly string[]): string[] {
  let from = 0;
  return lines.map((line) => {
    const [entity = '', ...words] = line.split(' ');
    const form = words.join(' ');
    const found = new RegExp(`(?<![\\p{L}\\p{M}])${form}(?![\\p{L}\\p{M}])`, 'u').exec(SEED_TEXT.slice(from));
    if (found === null) throw new Error(`${form} does not stand behind offset ${from} of the article.`);
    const start = from + found.index;
    from = start + form.length;
    return `${start} ${entity} ${form}`;
  });
}

function measureNumbers(): Row[] {
  const found = printNumbers(SEED_TEXT)
    .split(' ')
    .filter((reading) => !reading.startsWith('«'));
  const { hits } = compare(found, STATISTICS);
  const cases = [
    ...[...ARABIC_NUMBERS, ...ENGLISH_NUMBERS].map(([text, readings]) => printNumbers(text) === readings),
    ...[...NO_ARABIC_QUANTITIES, ...NO_ENGLISH_QUANTITIES].map(([text]) => printNumbers(text) === ''),
  ];
  const met = cases.filter((isMet) => isMet).length;
  return [
    toRow({ what: 'Statistics of the article found, of 8', better: 'more', must: [7], good: [8] }, [hits]),
    toRow({ what: 'Numbers of the article that are no statistic', better: 'less', must: [1], good: [0] }, [
      found.length - hits,
    ]),
    toRow(
      { what: 'Numbers, cases', better: 'more', unit: '%', must: [83], good: [97] },
      [(100 * met) / cases.length],
      `${met} of ${cases.length}`,
    ),
  ];
}

function compare(
  found: readonly string[],
  expected: readonly string[],
): { readonly precision: number; readonly recall: number; readonly hits: number } {
  const left = [...expected];
  const hits = found.filter((item) => {
    const at = left.indexOf(item);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
  return { precision: hits / found.length, recall: hits / expected.length, hits };
}

function isSame(found: readonly string[], expected: readonly string[]): boolean {
  return found.length === expected.length && found.every((item, at) => item === expected[at]);
}
