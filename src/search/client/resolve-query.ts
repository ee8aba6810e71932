import { analyseText, type AnalysedToken } from '../analyser/analyse-text.ts';
import { countTypingErrors } from '../analyser/edit-distance.ts';
import { isEnglishKin, toEnglishRoot } from '../analyser/english-kinship.ts';
import { toNameKey } from '../analyser/name-key.ts';
import { listNumerals } from '../analyser/numerals.ts';
import {
  findKinship,
  isArabicStem,
  listRootSkeletons,
  listVerbSkeletons,
  toSkeleton,
  type Kinship,
} from '../analyser/skeleton.ts';
import { readQuestion } from './read-question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A stem of the index that a word of a query may mean. */
export interface WeightedStem {
  readonly stem: string;
  /** From 0 to 1: how much a hit of this stem says about the word. */
  readonly weight: number;
}

/** One telling word of a query. */
export interface QueryTerm {
  readonly written: string;
  readonly normal: string;
  /** By what it was found; `nothing` when the site has no word like it. */
  readonly by: 'reading' | 'family' | 'sound' | 'prefix' | 'typing-error' | 'root' | 'nothing';
  readonly stems: readonly WeightedStem[];
  /** Relatives, for when few documents have the word itself. */
  readonly relatives: readonly WeightedStem[];
}

export interface ResolvedQuery {
  /** The query as it was read, to be shown to whoever finds nothing. */
  readonly normal: string;
  readonly terms: readonly QueryTerm[];
  /** By base of kinds: how much likelier than others such documents are to be meant. */
  readonly wanted: ReadonlyMap<string, number>;
  /** Ids of documents whose whole name this is. */
  readonly bestBets: readonly string[];
}

const WEIGHTS = {
  plain: 1,
  article: 0.95,
  ending: 0.9,
  /** A particle taken off a word that the site does not have as a whole, or has less often. */
  proclitic: 0.95,
  /** The same where the whole is the commoner word. */
  doubtful: 0.4,
  pointer: 0.8,
  sound: 0.7,
  oneError: 0.6,
  twoErrors: 0.36,
  numeral: 0.6,
  verb: 0.5,
  root: 0.3,
} as const;
/** What a relative counts beside the word itself. */
const BESIDE_THE_WORD = 0.8;
const KINSHIP: Readonly<Record<Kinship, number>> = { nisba: 0.8, spelling: 0.6, plural: 0.55, loose: 0.3, none: 0 };
const PREFIX = { least: 0.25, most: 0.75 } as const;

const LEAST_PREFIX = 2;
const MOST_PREFIXED = 8;
/** Below so many letters a changed letter makes another word; below so many, two do. */
const LEAST_FOR_ONE_ERROR = 4;
const LEAST_FOR_TWO_ERRORS = 7;
const LEAST_FOR_TWO_ERRORS_IN_A_NAME = 6;
const MOST_MENDED = 4;
/** Shorter words sound like too many others. */
const LEAST_TRANSCRIBED = 3;
const MOST_RESPELT = 0.6;
const MOST_RELATIVES = 6;
/** In longer queries the other words already say what is meant. */
const MOST_TERMS_WITH_RELATIVES = 2;
const MOST_RELATIVES_OF_MANY = 2;
/** A word of so many documents needs no help from words that must be fetched first. */
const RARE = 10;
/** A text pasted whole is not a question; its first words are. */
const MOST_TERMS = 24;

/** Reads a query with the words of the site: what each of its words may be in the index. */
export async function resolveQuery(query: string, vocabulary: Vocabulary): Promise<ResolvedQuery> {
  const tokens = analyseText(query);
  const { wanted, isFrame } = readQuestion(tokens);
  const telling = tokens.filter((token) => !token.isStopWord && !isFrame(token)).slice(0, MOST_TERMS);
  const last = tokens.at(-1);
  const isTyping = last?.token.end === query.length;
  const relativesWanted = telling.length <= MOST_TERMS_WITH_RELATIVES;
  const terms = await Promise.all(
    telling.map((token) =>
      resolveWord(token, query, vocabulary, {
        mayBeBeginning: token === last && isTyping,
        relativesWanted,
      }),
    ),
  );
  return {
    normal: tokens.map(({ normal }) => normal).join(' '),
    terms,
    wanted,
    bestBets: await findBestBets(tokens, terms, vocabulary),
  };
}

interface WordSettings {
  readonly mayBeBeginning: boolean;
  readonly relativesWanted: boolean;
}

async function resolveWord(
  token: AnalysedToken,
  query: string,
  vocabulary: Vocabulary,
  { mayBeBeginning, relativesWanted }: WordSettings,
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
    stems: keepBest(stems),
    relatives: keepBest(relatives).filter(({ stem }) => stems.every((one) => one.stem !== stem)),
  });

  const known = findReadings(token, vocabulary);
  const bases = known.length > 0 ? known.map(({ stem }) => stem) : [readings[0].stem];
  const family = bases.flatMap((stem) => findRelatives(stem, token, vocabulary)).slice(0, MOST_RELATIVES);
  if (known.length > 0) {
    const numerals = await findNumerals(token, vocabulary);
    const isRare = bases.every((stem) => (vocabulary.stem(stem)?.documents ?? 0) < RARE);
    const farther =
      isRare && relativesWanted && token.script === 'arabic' ? await findFarther(token, bases, vocabulary) : [];
    const relatives = [...numerals, ...family, ...farther].map(({ stem, weight }) => ({
      stem,
      weight: weight * BESIDE_THE_WORD,
    }));
    return term('reading', known, relatives.slice(0, relativesWanted ? MOST_RELATIVES : MOST_RELATIVES_OF_MANY));
  }
  const numerals = await findNumerals(token, vocabulary);
  if (numerals.length > 0) return term('family', numerals);
  if (token.script === 'digits') return term('nothing', mayBeBeginning ? await findBeginnings(token, vocabulary) : []);

  const verbs = await findVerbForms(
    readings.map(({ stem }) => stem),
    vocabulary,
  );
  if (family.length + verbs.length > 0) return term('family', [...family, ...verbs].slice(0, MOST_RELATIVES));
  const kin = token.script === 'latin' && !mayBeBeginning ? await findFarther(token, bases, vocabulary) : [];
  if (kin.length > 0) return term('family', kin);
  if (mayBeBeginning) {
    const beginnings = await findBeginnings(token, vocabulary);
    if (beginnings.length > 0) return term('prefix', beginnings);
  }
  const sounding = await findSounding(token, vocabulary);
  const mended = await findMended(token, vocabulary);
  if (sounding.length > 0) return term('sound', [...sounding, ...mended]);
  if (mended.length > 0) return term('typing-error', mended);
  const derived = await findDerived(readings[0].stem, vocabulary);
  return term(derived.length > 0 ? 'root' : 'nothing', derived);
}

/** The readings that the site has. */
function findReadings({ readings, scaled }: AnalysedToken, vocabulary: Vocabulary): readonly WeightedStem[] {
  const whole = vocabulary.stem(readings[0].stem)?.documents ?? 0;
  const found: WeightedStem[] = [];
  for (const { stem, taken } of readings) {
    const entry = vocabulary.stem(stem);
    if (entry !== undefined) {
      const weight = taken === 'proclitic' && entry.documents <= whole ? WEIGHTS.doubtful : WEIGHTS[taken];
      found.push({ stem, weight });
    }
    // What the site has only with a particle in front.
    if (taken === 'plain') {
      found.push(...vocabulary.pointer(stem).map((target) => ({ stem: target, weight: WEIGHTS.pointer })));
    }
  }
  if (scaled !== undefined && vocabulary.stem(scaled) !== undefined)
    found.push({ stem: scaled, weight: WEIGHTS.plain });
  return found;
}

function findRelatives(stem: string, { bare }: AnalysedToken, vocabulary: Vocabulary): readonly WeightedStem[] {
  if (!isArabicStem(stem)) return [];
  const found: (WeightedStem & { readonly documents: number; readonly kinship: Kinship })[] = [];
  for (const { stem: other, documents, surfaces, targets } of vocabulary.family(toSkeleton(stem))) {
    if (other === stem) continue;
    const isFeminine = bare === `${stem}ه` || surfaces.includes(`${other}ه`);
    const near = findKinship(stem, other);
    const kinship = near === 'loose' && isFeminine ? 'plural' : near;
    const weight = KINSHIP[kinship] * (targets[0] === other ? 1 : WEIGHTS.pointer);
    if (weight > 0) found.push(...targets.map((target) => ({ stem: target, weight, documents, kinship })));
  }
  const sure = found.filter(({ kinship }) => kinship !== 'loose');
  return (sure.length > 0 ? sure : found).toSorted(
    (a, b) => b.weight - a.weight || b.documents - a.documents || (a.stem < b.stem ? -1 : 1),
  );
}

/** The same number in words or in digits. */
async function findNumerals({ bare }: AnalysedToken, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const stems = [
    ...new Set(listNumerals(bare).flatMap((word) => analyseText(word).map(({ readings }) => readings[0].stem))),
  ];
  await vocabulary.load(stems.map(toSkeleton), 'exact');
  return stems.filter((stem) => vocabulary.stem(stem) !== undefined).map((stem) => ({ stem, weight: WEIGHTS.numeral }));
}

/** Relatives that stand in other files of the vocabulary. */
async function findFarther(
  { script, readings }: AnalysedToken,
  bases: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly WeightedStem[]> {
  if (script === 'arabic')
    return [...(await findVerbForms(bases, vocabulary)), ...(await findDerived(readings[0].stem, vocabulary))];
  const [stem] = bases;
  if (script !== 'latin' || stem === undefined) return [];
  await vocabulary.load([toEnglishRoot(stem)], 'prefix');
  return [...vocabulary.words()]
    .filter(({ stem: other }) => isEnglishKin(stem, other))
    .map(({ stem: other }) => ({ stem: other, weight: WEIGHTS.verb }));
}

/** Other forms of a verb, and its noun. */
async function findVerbForms(stems: readonly string[], vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const skeletons = [...new Set(stems.flatMap(listVerbSkeletons))];
  await vocabulary.load(skeletons, 'exact');
  return skeletons
    .flatMap((skeleton) => vocabulary.family(skeleton))
    .filter(({ stem, isName }) => !isName || stem.length > LEAST_FOR_ONE_ERROR)
    .toSorted((a, b) => b.documents - a.documents || (a.stem < b.stem ? -1 : 1))
    .flatMap(({ targets }) => targets.map((target) => ({ stem: target, weight: WEIGHTS.verb })))
    .slice(0, MOST_RELATIVES);
}

/** Names that sound alike, in either script. */
async function findSounding({ bare }: AnalysedToken, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const key = toNameKey(bare);
  if (key === undefined) return [];
  await vocabulary.load([key], 'exact');
  return vocabulary
    .sounding(key)
    .filter((stem) => isAlike(bare, stem))
    .map((stem) => ({ stem, weight: WEIGHTS.sound }));
}

/**
 * In one script a name that sounds alike is also written alike: مهاجمة is not مجموعة. Latin letters leave more ways to write
 * a sound (Filibin), and another script leaves all.
 */
function isAlike(word: string, stem: string): boolean {
  if (isArabicStem(word) !== isArabicStem(stem)) return word.length >= LEAST_TRANSCRIBED;
  const most = isArabicStem(word) ? Math.max(1, Math.floor(word.length / 4)) : Math.floor(word.length * MOST_RESPELT);
  return (
    countTypingErrors(word, stem, most) <= most || countTypingErrors(word.slice(0, stem.length), stem, most) <= most
  );
}

/** Words of the same root, when the site has none nearer. */
async function findDerived(stem: string, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const skeletons = listRootSkeletons(stem);
  await vocabulary.load(skeletons, 'exact');
  return skeletons
    .flatMap((skeleton) => vocabulary.family(skeleton))
    .flatMap(({ targets }) => targets.map((target) => ({ stem: target, weight: WEIGHTS.root })))
    .slice(0, MOST_RELATIVES);
}

/** Words that begin with what was typed. */
async function findBeginnings(token: AnalysedToken, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
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

/** Words that one or two typing errors may have made of others. */
async function findMended(token: AnalysedToken, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const forms = [...new Set([token.bare, ...token.readings.map(({ stem }) => stem)])].filter(
    ({ length }) => length >= LEAST_FOR_ONE_ERROR - 1,
  );
  if (token.bare.length < LEAST_FOR_ONE_ERROR || token.script === 'digits') return [];
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
      const length = Math.min(surface.length, token.bare.length);
      const isLong = length >= (isName ? LEAST_FOR_TWO_ERRORS_IN_A_NAME : LEAST_FOR_TWO_ERRORS);
      const most = Math.min(least - 1, isLong ? 2 : length >= LEAST_FOR_ONE_ERROR ? 1 : 0);
      const errors = most === 0 ? 1 : countTypingErrors(token.bare, surface, most);
      if (errors <= most) least = errors;
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
