import type { AnalysedToken } from '../analyser/analyse-text.ts';
import { countTypingErrors } from '../analyser/edit-distance.ts';
import { LONG_NAME_KEY, mayTranscribe, toNameKey } from '../analyser/name-key.ts';
import { isArabicStem, toSkeleton } from '../analyser/skeleton.ts';
import type { Vocabulary } from './vocabulary.ts';
import { WEIGHTS, type WeightedStem } from './weighted-stem.ts';

const PREFIX = { least: 0.25, most: 0.75 } as const;
const LEAST_PREFIX = 2;
const MOST_PREFIXED = 8;
/** Below so many letters a changed letter makes another word; below so many, two do. Names are further apart. */
const LEAST_FOR_ONE_ERROR = 5;
const LEAST_FOR_ONE_ERROR_IN_A_NAME = 4;
const LEAST_FOR_TWO_ERRORS = 7;
const LEAST_FOR_TWO_ERRORS_IN_A_NAME = 6;
const MOST_MENDED = 4;
const LEAST_MENDED = 3;
/** Shorter words sound like too many others. */
const LEAST_TRANSCRIBED = 3;
const MOST_RESPELT = 0.6;
const MOST_RESPELT_SHORT = 0.4;

/** Names that sound alike, in either script. */
export async function findSounding({ bare }: AnalysedToken, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const key = toNameKey(bare);
  if (key === undefined) return [];
  await vocabulary.load([key], 'exact');
  return vocabulary
    .sounding(key)
    .filter(({ form }) => isAlike(bare, form))
    .map(({ stem }) => ({ stem, weight: WEIGHTS.sound }));
}

/**
 * In one script a name that sounds alike is also written alike: مهاجمة is not مجموعة. Latin letters leave more ways to write
 * a sound (Filibin), and another script leaves all.
 */
function isAlike(word: string, name: string): boolean {
  if (isArabicStem(word) !== isArabicStem(name)) return word.length >= LEAST_TRANSCRIBED && mayTranscribe(word, name);
  const share = (toNameKey(word)?.length ?? 0) < LONG_NAME_KEY ? MOST_RESPELT_SHORT : MOST_RESPELT;
  const most = isArabicStem(word) ? Math.max(1, Math.floor(word.length / 4)) : Math.floor(word.length * share);
  return (
    countTypingErrors(word, name, most) <= most || countTypingErrors(word.slice(0, name.length), name, most) <= most
  );
}

/** Words that begin with what was typed. */
export async function findBeginnings(token: AnalysedToken, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const { bare, normal } = token;
  if (bare.length < LEAST_PREFIX) return [];
  await vocabulary.load([toSkeleton(bare)], 'prefix');
  const found: (WeightedStem & { readonly documents: number })[] = [];
  for (const { stem, surfaces, documents, targets } of vocabulary.words()) {
    const form = [stem, ...surfaces].find((one) => one.startsWith(bare) || one.startsWith(normal));
    if (form === undefined) continue;
    const share = bare.length / form.length;
    const weight = PREFIX.least + (PREFIX.most - PREFIX.least) * share;
    found.push(...targets.map((target) => ({ stem: target, documents, weight })));
  }
  return found
    .toSorted((a, b) => b.weight - a.weight || b.documents - a.documents || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_PREFIXED);
}

/** Words that one or two typing errors may have made of others: of the word as it is, or without what may be a particle. */
export async function findMended(token: AnalysedToken, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const whole = await mend(token, token.bare, vocabulary);
  if (whole.length > 0) return whole;
  const rests = token.readings.filter(({ taken }) => taken === 'proclitic').map(({ stem }) => stem);
  for (const rest of rests.filter(({ length }) => length >= LEAST_FOR_ONE_ERROR)) {
    const mended = await mend(token, rest, vocabulary);
    if (mended.length > 0) return mended;
  }
  return [];
}

/** The same of one form of a word. */
async function mend(token: AnalysedToken, written: string, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const forms = [...new Set([written, ...token.readings.map(({ stem }) => stem)])].filter(
    ({ length }) => length >= LEAST_FOR_ONE_ERROR_IN_A_NAME - 1,
  );
  if (written.length < LEAST_MENDED || token.script === 'digits') return [];
  // Arabic leaves out its short vowels: four letters are as much as six in Latin.
  const leastInName = token.script === 'arabic' ? LEAST_FOR_ONE_ERROR_IN_A_NAME : LEAST_FOR_ONE_ERROR;
  const skeletons = forms.map(toSkeleton);
  await vocabulary.load(
    skeletons.flatMap((one) => [one, one.slice(1), one.charAt(0) + one.slice(2)]),
    'exact',
  );
  const found: { readonly stem: string; readonly errors: number; readonly documents: number }[] = [];
  for (const { stem, surfaces, documents, isName, targets } of vocabulary.words()) {
    if (isArabicStem(stem) !== (token.script === 'arabic') || /^\d/.test(stem)) continue;
    let least = 3;
    for (const surface of [stem, ...surfaces]) {
      const shorter = Math.min(surface.length, written.length);
      // A letter more or less leaves all others as they are: the longer word tells how sure that is.
      const length = surface.length === written.length ? shorter : shorter + 1;
      const isLong = shorter >= (isName ? LEAST_FOR_TWO_ERRORS_IN_A_NAME : LEAST_FOR_TWO_ERRORS);
      const isEnough = length >= (isName ? leastInName : LEAST_FOR_ONE_ERROR);
      const most = Math.min(least - 1, isLong ? 2 : isEnough ? 1 : 0);
      const errors = most === 0 ? 1 : countTypingErrors(written, surface, most);
      if (errors <= most && (errors < 2 || isPlausible(written, surface))) least = errors;
    }
    if (least <= 2) found.push(...targets.map((target) => ({ stem: target, errors: least, documents })));
  }
  const fewest = Math.min(...found.map(({ errors }) => errors));
  return found
    .filter(({ errors }) => errors === fewest)
    .toSorted((a, b) => b.documents - a.documents || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_MENDED)
    .map(({ stem, errors }) => ({ stem, weight: errors === 1 ? WEIGHTS.oneError : WEIGHTS.twoErrors }));
}

/** Two errors leave the first letter as it is, and in a shorter Arabic word all consonants but one: اقتصاد is not استعاد. */
function isPlausible(word: string, surface: string): boolean {
  if (!surface.startsWith(word.charAt(0))) return false;
  const isShort = Math.min(word.length, surface.length) <= LEAST_FOR_TWO_ERRORS;
  return !isShort || !isArabicStem(word) || countTypingErrors(toSkeleton(word), toSkeleton(surface), 1) <= 1;
}
