import type { Token } from './number-tokens.ts';
import { textAt, toPlainSpelling, toWordSet, toWordSetWithClitics } from './number-tokens.ts';

/** Whether a number is the number meant, near it, the least or the most it may be. */
export type Bound = 'exact' | 'approximate' | 'minimum' | 'maximum';

const toPhrases = (bound: Bound, phrases: string): [string, Bound][] =>
  phrases.split('|').map((phrase) => [toPlainSpelling(phrase.trim()), bound]);

/** «Above n» and «at least n» are both a minimum: what is claimed is n. */
const BEFORE: ReadonlyMap<string, Bound> = withConjunctions([
  ...toPhrases(
    'approximate',
    `نحو|بنحو|لنحو|حوالي|بحوالي|حوالى|زهاء|قرابة|بقرابة|تقريبا|ما يقارب|بما يقارب|ما يقرب من|بما يقرب من|يقارب|تقارب|يقرب من|يناهز|تناهز
    |ما يناهز|في حدود|بحدود|في حوالي|about|around|roughly|approximately|approx|almost|nearly|some|close to|an estimated|estimated|circa|~|≈`,
  ),
  ...toPhrases(
    'minimum',
    `على الأقل|أكثر من|بأكثر من|لأكثر من|أزيد من|لا يقل عن|لا تقل عن|ما لا يقل عن|بما لا يقل عن|ليس أقل من|لا أقل من|لم يقل عن|ما يزيد على|ما يزيد عن
    |بما يزيد على|بما يزيد عن|يزيد على|يزيد عن|تزيد على|تزيد عن|زاد على|زاد عن|زادت على|زادت عن|فاق|فاقت|يفوق|تفوق|ما يفوق|تجاوز|تجاوزت|يتجاوز|تتجاوز|ما يتجاوز
    |تخطى|تخطت|يتخطى|يربو على|تربو على|ما يربو على|ما ينيف على|فوق|بحد أدنى|كحد أدنى
    |at least|more than|over|above|exceeding|exceeded|upwards of|no less than|not less than|no fewer than|not fewer than
    |a minimum of|minimum of|in excess of|≥|>`,
  ),
  ...toPhrases(
    'maximum',
    `ما يصل إلى|بما يصل إلى|قد يصل إلى|ما قد يصل إلى|لا يتجاوز|لا تتجاوز|لم يتجاوز|لم تتجاوز|لن يتجاوز|بما لا يتجاوز|ما لا يتجاوز|لا يزيد على|لا يزيد عن
    |لا تزيد على|لا تزيد عن|لم يزد على|لم يزد عن|ما لا يزيد على|ما لا يزيد عن|بما لا يزيد على|بما لا يزيد عن|لا يفوق|لا تفوق|لا يتعدى|لا تتعدى|لم يتعد|لم تتعد
    |أقل من|بأقل من|لأقل من|دون|ما دون|ليس أكثر من|لا أكثر من|على الأكثر|بحد أقصى|كحد أقصى
    |up to|as many as|as much as|at most|no more than|not more than|less than|fewer than|under|below|a maximum of|maximum of|≤|<`,
  ),
]);

/** «وأكثر من», «فنحو»: the conjunction belongs to the sentence. */
function withConjunctions(phrases: readonly (readonly [phrase: string, bound: Bound])[]): ReadonlyMap<string, Bound> {
  const joined = phrases.flatMap(([phrase, bound]) =>
    [`و${phrase}`, `ف${phrase}`].map((form) => [form, bound] as const),
  );
  return new Map([...joined, ...phrases]);
}

const AFTER: ReadonlyMap<string, Bound> = new Map([
  ...toPhrases('approximate', 'تقريبا|على وجه التقريب|على التقريب|أو نحو ذلك|or so|approximately|roughly'),
  ...toPhrases(
    'minimum',
    'على الأقل|على أقل تقدير|أو أكثر|فأكثر|وأكثر|فما فوق|كحد أدنى|بحد أدنى|at least|or more|and more|or above|minimum|+',
  ),
  ...toPhrases('maximum', 'على الأكثر|على أكثر تقدير|أو أقل|فأقل|كحد أقصى|بحد أقصى|at most|or less|or fewer|maximum'),
]);

const LONGEST_PHRASE = 4;

/** Words between a bound and its number that say nothing about it: «نحو نسبة 10%», «about the 300». */
const FILLERS = toWordSet('نسبة ال the نسبته عدد عددهم');

/** The bound that the words right before token `first` set; of several («على الأقل نحو 5 آلاف») the one that limits. */
export function findBoundBefore(tokens: readonly Token[], first: number): Bound {
  let bound: Bound = 'exact';
  let end = first;
  while (FILLERS.has(textAt(tokens, end - 1))) end -= 1;
  for (let found = findPhraseEnding(tokens, end); found !== undefined; found = findPhraseEnding(tokens, end)) {
    if (bound !== 'minimum' && bound !== 'maximum') bound = found.bound;
    end = found.start;
  }
  return bound === 'exact' ? findVerbBefore(tokens, end) : bound;
}

/** How many words of the thing counted may stand between a number and its bound («5 آلاف شخص على الأقل»). */
const REACH = 3;

/** Verbs whose subject may stand between them and the number: «تجاوز عدد الضحايا الألف». */
const VERBS_OF_LIMIT = toWordSetWithClitics('تجاوز تجاوزت يتجاوز تتجاوز فاق فاقت يفوق تفوق تخطى تخطت');

const NEGATIONS = toWordSet('لا لم لن ولا ولم ولن');

function findVerbBefore(tokens: readonly Token[], end: number): Bound {
  for (let at = end - 1; at >= Math.max(0, end - REACH - 1) && tokens[at]?.kind === 'word'; at -= 1) {
    if (VERBS_OF_LIMIT.has(textAt(tokens, at))) return NEGATIONS.has(textAt(tokens, at - 1)) ? 'maximum' : 'minimum';
  }
  return 'exact';
}

function findPhraseEnding(tokens: readonly Token[], end: number): { start: number; bound: Bound } | undefined {
  for (let start = Math.max(0, end - LONGEST_PHRASE); start < end; start += 1) {
    const bound = BEFORE.get(join(tokens, start, end));
    if (bound !== undefined) return { start, bound };
  }
  return undefined;
}

/**
 * The bound that the words after token `next` set, at most three words on, in the same clause. A phrase right before
 * another number (`isNumber`) belongs to that number.
 */
export function findBoundAfter(tokens: readonly Token[], next: number, isNumber: (at: number) => boolean): Bound {
  for (let at = next; at <= next + REACH; at += 1) {
    for (let size = LONGEST_PHRASE; size > 0; size -= 1) {
      const bound = AFTER.get(join(tokens, at, at + size));
      if (bound !== undefined) return isNumber(at + size) ? 'exact' : bound;
    }
    if (tokens[at]?.kind !== 'word' || isNumber(at)) return 'exact';
  }
  return 'exact';
}

function join(tokens: readonly Token[], start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ');
}
