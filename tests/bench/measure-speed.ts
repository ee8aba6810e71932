// How fast, beside something plain that is timed in the same run: on a busy machine the ratio says more than the seconds.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { alignPassages } from '../../src/anchor/align-passages.ts';
import { anchorQuote, prepareAnchorText } from '../../src/anchor/anchor-quote.ts';
import { findCandidates } from '../../src/anchor/find-candidates.ts';
import { buildNameIndex, type Name } from '../../src/mention/build-name-index.ts';
import { findMentions } from '../../src/mention/find-mentions.ts';
import { RESPELLINGS, wear } from './damage.ts';
import { buildVocabulary, generateText } from './generate-text.ts';
import { change, takeQuotations } from './measure-anchoring.ts';
import { startRandom } from './random.ts';
import { type Row, toRow } from './row.ts';

export interface SpeedSizes {
  readonly words: number;
  readonly quotations: number;
  readonly entities: number;
  readonly mentionWords: number;
  readonly passages: number;
}

export function measureSpeed(sizes: SpeedSizes): Row[] {
  return [measureQuotations(sizes), ...measureMentions(sizes), measureAlignmentTime(sizes)];
}

/** Seconds of processor time, the best of so many runs: what else the machine does adds little to it. */
function time(runs: number, run: () => void): number {
  let best = Infinity;
  for (let count = 0; count < runs; count += 1) {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, user + system);
  }
  return best / 1e6;
}

function measureQuotations({ words, quotations }: SpeedSizes): Row {
  const { text } = generateText(51, words);
  const random = startRandom(52);
  const exact = takeQuotations(text, quotations, random).map(({ quotation }) => quotation);
  const respelled = exact.map((quotation, at) =>
    change(quotation, (part) => RESPELLINGS[at % RESPELLINGS.length]?.respell(part, random) ?? part),
  );
  const worn = exact.map((quotation) => change(quotation, (part) => wear(part, random, 0.1)));
  const article = prepareAnchorText(text);
  const perSecond = (count: number, seconds: number): number => count / seconds;
  const plain = perSecond(
    quotations,
    time(5, () => {
      for (const { quote } of exact) if (!text.includes(quote)) throw new Error('A quotation got lost.');
    }),
  );
  const rates = [
    perSecond(
      quotations,
      time(5, () => exact.forEach((quotation) => anchorQuote(article, quotation))),
    ),
    perSecond(
      quotations,
      time(5, () => respelled.forEach((quotation) => anchorQuote(article, quotation))),
    ),
    perSecond(
      quotations,
      time(3, () => worn.forEach((quotation) => findCandidates(article, quotation))),
    ),
  ];
  const ratios = rates.map((rate) => (plain / rate).toFixed(plain / rate < 10 ? 1 : 0)).join(' / ');
  return toRow(
    {
      what: `Quotations a second in ${words / 1000} k words, exact / respelled / worn`,
      better: 'more',
      must: [20_000, 2000, 300],
      good: [50_000, 8000, 2000],
    },
    rates,
    `${ratios} times an indexOf`,
  );
}

/** Articles of a thousand words in which every thirtieth word or so is a name. */
function generateNamedTexts(names: readonly Name[], words: number): string[] {
  const random = startRandom(62);
  return Array.from({ length: Math.ceil(words / 1000) }, (_, at) =>
    generateText(1000 + at, 940)
      .text.split(' ')
      .map((word) =>
        random.next() < 0.03 ? `${random.pick(['', '', 'و', 'ب', 'ل'])}${random.pick(names).text}` : word,
      )
      .join(' '),
  );
}

/** Three labels for each: a long name, its first two words, and a name of one word. */
function generateNames(entities: number): Name[] {
  const random = startRandom(61);
  const vocabulary = buildVocabulary().filter((word) => word.length > 4);
  return Array.from({ length: entities }, (_, at): Name[] => {
    const words = Array.from({ length: 3 }, () => random.pick(vocabulary));
    const texts = [
      words.join(' '),
      words.slice(0, 2).join(' '),
      `${words[2] ?? ''}${random.pick(['ستان', 'ابيا', 'وف'])}${String(at)}`,
    ];
    return texts.map((text) => ({ entity: `e${at}`, text, lang: 'ar' }));
  }).flat();
}

function measureMentions({ entities, mentionWords }: SpeedSizes): Row[] {
  const names = generateNames(entities);
  const texts = generateNamedTexts(names, mentionWords);
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let index = buildNameIndex([]);
  const build = time(3, () => {
    index = buildNameIndex(names);
  });
  let found = 0;
  const scan = time(3, () => {
    found = texts.reduce((sum, text) => sum + findMentions(text, index).length, 0);
  });
  collectGarbage();
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  const plain = time(3, () => {
    for (const text of texts) text.match(/\p{L}+/gu);
  });
  // As one expression of all labels, on a tenth of the texts.
  const tenth = texts.slice(0, Math.ceil(texts.length / 10));
  const expression = new RegExp(
    `(?<!\\p{L})[وف]?[بكل]?(?:${[...new Set(names.map(({ text }) => text))].toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})`,
    'gu',
  );
  const alternatives = time(1, () => {
    for (const text of tenth) text.match(expression);
  });
  return [
    toRow(
      {
        what: `${entities / 1000} k entities of 3 names over ${(words / 1e6).toFixed(2)} M words: scan / build / memory`,
        better: 'less',
        digits: 2,
        must: [3, 1, 300],
        good: [1, 0.3, 200],
      },
      [scan, build, memory],
      `s / s / MB; ${found} mentions; ${(scan / plain).toFixed(1)} times a scan for words; one regular expression takes ${((alternatives * texts.length) / tenth.length).toFixed(1)} s`,
    ),
  ];
}

/** No target is set for it: a limit of one second keeps an edit of a long article unnoticed. */
function measureAlignmentTime({ passages }: SpeedSizes): Row {
  const texts = generateText(71, passages * 50).paragraphs.slice(0, passages);
  const { lock } = alignPassages(
    undefined,
    texts.map((text) => ({ text })),
  );
  const touched = texts.map((text) => ({ text: text.replace(' ', ' لمسة ') }));
  const plain = time(3, () => void JSON.parse(JSON.stringify(lock)));
  const seconds = time(3, () => void alignPassages(lock, touched));
  return toRow(
    {
      what: `Passages aligned, ${texts.length}, each of them touched`,
      better: 'less',
      unit: 's',
      digits: 2,
      must: [2],
      good: [1],
    },
    [seconds],
    `${(seconds / plain).toFixed(0)} times a copy through JSON`,
  );
}
