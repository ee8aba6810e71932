import type { AnalysedToken } from '../analyser/analyse-text.ts';
import { isArabicStem, toSkeleton } from '../analyser/skeleton.ts';
import { findBeginnings, findMended, findSounding } from './find-misspelt.ts';
import { findDerived, findFarther, findForms, findRelatives } from './find-relatives.ts';
import { readQueryWords } from './read-query-words.ts';
import { readQuestion } from './read-question.ts';
import type { Vocabulary } from './vocabulary.ts';
import { KINSHIP, MOST_RELATIVES, WEIGHTS, type WeightedStem } from './weighted-stem.ts';

/** One telling word of a query. */
export interface QueryTerm {
  readonly written: string;
  readonly normal: string;
  /** By what it was found; `nothing` when the site has no word like it. */
  readonly by: 'reading' | 'family' | 'sound' | 'prefix' | 'typing-error' | 'root' | 'nothing';
  readonly stems: readonly WeightedStem[];
  /** Relatives, for when few documents have the word itself. */
  readonly relatives: readonly WeightedStem[];
  /** Which word of the query it is, from 0, those counted that are not asked for. */
  readonly place: number;
  /** The number of the phrase in quotation marks that it stands in, from 0. */
  readonly phrase: number | undefined;
}

export interface ResolvedQuery {
  /** The query as it was read, to be shown to whoever finds nothing. */
  readonly normal: string;
  readonly terms: readonly QueryTerm[];
  /** By base of kinds: how much likelier than others such documents are to be meant. */
  readonly wanted: ReadonlyMap<string, number>;
  /** Whether it asks, and does not only name words. */
  readonly isQuestion: boolean;
  /** Ids of documents whose whole name this is. */
  readonly bestBets: readonly string[];
}

/** What a relative counts beside the word itself. */
const BESIDE_THE_WORD = 0.8;
/** In longer queries the other words already say what is meant. */
const MOST_TERMS_WITH_RELATIVES = 2;
const MOST_RELATIVES_OF_MANY = 2;
/** A word of so many documents needs no help from words that must be fetched first. */
const RARE = 10;
/** A text pasted whole is not a question; its first words are. */
const MOST_TERMS = 24;

/** Reads a query with the words of the site: what each of its words may be in the index. */
export async function resolveQuery(query: string, vocabulary: Vocabulary): Promise<ResolvedQuery> {
  const tokens = await readQueryWords(query, vocabulary);
  const { wanted, isFrame, isQuestion } = readQuestion(tokens);
  const telling = tokens.filter((token) => !token.isStopWord && !isFrame(token)).slice(0, MOST_TERMS);
  const last = tokens.at(-1);
  const isTyping = last?.token.end === query.length;
  const relativesWanted = telling.length <= MOST_TERMS_WITH_RELATIVES;
  const terms = await Promise.all(
    telling.map((token) =>
      resolveWord(token, query, vocabulary, {
        mayBeBeginning: token === last && isTyping,
        relativesWanted,
        place: tokens.indexOf(token),
        phrase: findPhrase(query, token.token.start),
      }),
    ),
  );
  return {
    normal: tokens.map(({ normal }) => normal).join(' '),
    terms,
    wanted,
    isQuestion,
    bestBets: await findBestBets(tokens, terms, vocabulary),
  };
}

/** «…», “…” and "…": the words between stand one after the other in what is sought. An open mark closes at the end. */
const PHRASE = /[«“"][^«»“”"]*[»”"]?/gu;

function findPhrase(query: string, offset: number): number | undefined {
  const found = [...query.matchAll(PHRASE)].findIndex(
    ({ index, 0: phrase }) => phrase.length > 1 && index <= offset && offset < index + phrase.length,
  );
  return found < 0 ? undefined : found;
}

interface WordSettings {
  readonly mayBeBeginning: boolean;
  readonly relativesWanted: boolean;
  readonly place: number;
  readonly phrase: number | undefined;
}

async function resolveWord(
  token: AnalysedToken,
  query: string,
  vocabulary: Vocabulary,
  { mayBeBeginning, relativesWanted, place, phrase }: WordSettings,
): Promise<QueryTerm> {
  const written = query.slice(token.token.start, token.token.end);
  const { normal, readings } = token;
  await vocabulary.load(
    readings.map(({ stem }) => toSkeleton(stem)),
    'exact',
  );
  const term = (
    by: QueryTerm['by'],
    stems: readonly WeightedStem[],
    relatives: readonly WeightedStem[] = [],
  ): QueryTerm => ({
    written,
    normal,
    by,
    place,
    phrase,
    stems: keepBest(stems),
    relatives: keepBest(relatives).filter(({ stem }) => stems.every((one) => one.stem !== stem)),
  });

  const known = findReadings(token, vocabulary);
  // Of a word that the site does not have, any reading may have relatives there: «بمدينة» where it has مدن.
  const bases = (known.length > 0 ? known : readings).map(({ stem }) => stem);
  const family = bases.flatMap((stem) => findRelatives(stem, token, vocabulary)).slice(0, MOST_RELATIVES);
  if (known.length > 0) {
    const isRare = bases.every((stem) => (vocabulary.stem(stem)?.documents ?? 0) < RARE);
    const farther =
      isRare && relativesWanted && token.script !== 'digits' ? await findFarther(token, bases, vocabulary) : [];
    const relatives = [...family, ...farther].map(({ stem, weight }) => ({
      stem,
      weight: weight * BESIDE_THE_WORD,
    }));
    return term('reading', known, relatives.slice(0, relativesWanted ? MOST_RELATIVES : MOST_RELATIVES_OF_MANY));
  }
  if (token.script === 'digits') return term('nothing', mayBeBeginning ? await findBeginnings(token, vocabulary) : []);

  const verbs = await findForms(token, bases, vocabulary);
  if (family.length + verbs.length > 0) {
    // Words of the root beside them: «يحارب» is also told by حرب.
    const derived = family.length === 0 && relativesWanted ? await findDerived(readings[0].stem, vocabulary) : [];
    return term('family', [...family, ...verbs].slice(0, MOST_RELATIVES), derived);
  }
  if (mayBeBeginning) {
    const beginnings = await findBeginnings(token, vocabulary);
    if (beginnings.length > 0) return term('prefix', beginnings);
  }
  const kin = token.script === 'latin' ? await findFarther(token, bases, vocabulary) : [];
  if (kin.length > 0) return term('family', kin);
  const sounding = await findSounding(token, vocabulary);
  // What sounds alike and is written in the same letters is the word that was meant.
  const isCertain = sounding.some(({ stem }) => isArabicStem(stem) === (token.script === 'arabic'));
  const mended = isCertain ? [] : await findMended(token, vocabulary);
  if (sounding.length > 0) return term('sound', [...sounding, ...mended]);
  if (mended.length > 0) return term('typing-error', mended);
  const derived = await findDerived(readings[0].stem, vocabulary);
  return term(derived.length > 0 ? 'root' : 'nothing', derived);
}

/** The readings that the site has. */
function findReadings({ readings, amount }: AnalysedToken, vocabulary: Vocabulary): readonly WeightedStem[] {
  // A number in several words is not one of them.
  const number = amount === undefined ? [] : [{ stem: amount.digits, weight: WEIGHTS.plain }];
  if (amount !== undefined && amount.tokens > 1) return number;
  const whole = vocabulary.stem(readings[0].stem)?.documents ?? 0;
  const found: WeightedStem[] = [...number];
  for (const { stem, taken } of readings) {
    const entry = vocabulary.stem(stem);
    if (entry !== undefined) {
      const weight = taken === 'proclitic' && entry.documents <= whole ? WEIGHTS.doubtful : WEIGHTS[taken];
      found.push({ stem, weight });
    }
    // What the site has only with a particle in front, or with an ending.
    if (taken === 'plain' || (taken === 'proclitic' && whole === 0)) {
      found.push(...vocabulary.pointer(stem).map((target) => ({ stem: target, weight: WEIGHTS.pointer })));
    }
  }
  return found;
}

/** One entry for each stem, the heaviest. */
function keepBest(stems: readonly WeightedStem[]): readonly WeightedStem[] {
  const best = new Map<string, number>();
  for (const { stem, weight } of stems) best.set(stem, Math.max(weight, best.get(stem) ?? 0));
  return [...best].map(([stem, weight]) => ({ stem, weight })).toSorted((a, b) => b.weight - a.weight);
}

const MOST_SPELLINGS = 24;

/** Documents whose whole name the query is, in any spelling under which its words were found. */
async function findBestBets(
  tokens: readonly AnalysedToken[],
  terms: readonly QueryTerm[],
  vocabulary: Vocabulary,
): Promise<readonly string[]> {
  if (terms.length === 0) {
    const name = tokens.map(({ readings }) => readings[0].stem).join(' ');
    if (name !== '') await vocabulary.load([toSkeleton(name.split(' ')[0] ?? '')], 'exact');
    return vocabulary.name(name);
  }
  let names: readonly string[] = [''];
  for (const { stems, relatives, by } of terms) {
    if (by === 'prefix') return [];
    if (by === 'nothing') continue;
    const choices = [...stems, ...relatives.filter(({ weight }) => weight >= KINSHIP.spelling)].slice(0, 4);
    names = names.flatMap((name) => choices.map(({ stem }) => `${name} ${stem}`.trim())).slice(0, MOST_SPELLINGS);
  }
  await vocabulary.load([...new Set(names.map((name) => toSkeleton(name.split(' ')[0] ?? name)))], 'exact');
  const [first, ...others] = names.map((name) => vocabulary.name(name)).filter((places) => places.length > 0);
  return first === undefined ? [] : [...new Set([...first, ...others.flat()])];
}
