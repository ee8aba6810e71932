import type { AnalysedToken } from '../analyser/analyse-text.ts';
import { isEnglishKin, toEnglishRoot } from '../analyser/english-kinship.ts';
import {
  findKinship,
  isArabicStem,
  listRootSkeletons,
  listVerbSkeletons,
  toSkeleton,
  type Kinship,
} from '../analyser/skeleton.ts';
import { listWeakForms } from '../analyser/weak-roots.ts';
import type { Vocabulary } from './vocabulary.ts';
import { KINSHIP, MOST_RELATIVES, WEIGHTS, type WeightedStem } from './weighted-stem.ts';

/** Shorter names are told from forms of verbs by nothing. */
const LEAST_OF_A_NAME = 5;

/** Words at hand that are of one family with a stem: plurals, spellings, nouns and adjectives. */
export function findRelatives(stem: string, { bare }: AnalysedToken, vocabulary: Vocabulary): readonly WeightedStem[] {
  if (!isArabicStem(stem)) return [];
  const found: (WeightedStem & { readonly documents: number; readonly kinship: Kinship })[] = [];
  for (const { stem: other, documents, surfaces, targets } of vocabulary.family(toSkeleton(stem))) {
    if (other === stem) continue;
    // Behind other endings ta marbuta is written ت: مدينتين.
    const isFeminine = [`${stem}ه`, `${stem}ت`].some((form) => bare.includes(form)) || surfaces.includes(`${other}ه`);
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

/** Relatives that stand in other files of the vocabulary. */
export async function findFarther(
  token: AnalysedToken,
  bases: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly WeightedStem[]> {
  const { script, readings } = token;
  if (script === 'arabic')
    return [...(await findForms(token, bases, vocabulary)), ...(await findDerived(readings[0].stem, vocabulary))];
  const [stem] = bases;
  if (script !== 'latin' || stem === undefined) return [];
  await vocabulary.load([toEnglishRoot(stem)], 'prefix');
  return [...vocabulary.words()]
    .filter(({ stem: other, isName }) => isEnglishKin(stem, other, isName ? 'name' : 'word'))
    .map(({ stem: other }) => ({ stem: other, weight: WEIGHTS.verb }));
}

/** Forms of a word that other rules than plurals and spellings make: of nouns in ان, of what may be a verb, and its nouns. */
export async function findForms(
  { bare }: AnalysedToken,
  stems: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly WeightedStem[]> {
  return [
    ...(await findNisba(bare, stems, vocabulary)),
    ...(await findWeakForms(stems, vocabulary)),
    ...(await findVerbForms(stems, vocabulary)),
  ];
}

/** What looks like a dual, and the adjective of relation in which it is none: إيران and إيراني, ميدان and ميدانية. */
async function findNisba(
  bare: string,
  stems: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly WeightedStem[]> {
  const nouns = stems.filter((stem) => stem.endsWith('اني')).map((stem) => stem.slice(0, -1));
  const adjectives = stems.filter((stem) => bare.endsWith(`${stem}ان`)).map((stem) => `${stem}اني`);
  const found = [...nouns.map((noun) => noun.slice(0, -'ان'.length)), ...adjectives];
  await vocabulary.load(found.map(toSkeleton), 'exact');
  return found
    .filter((stem, at) => {
      const written = nouns[at] ?? stem;
      const word = vocabulary.stem(stem);
      return word !== undefined && (written === stem || word.surfaces.includes(written));
    })
    .map((stem) => ({ stem, weight: KINSHIP.nisba }));
}

/** Forms of a verb and its nouns, where the root has a weak letter. */
async function findWeakForms(stems: readonly string[], vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const forms = [...new Set(stems.flatMap(listWeakForms))];
  await vocabulary.load(forms.map(toSkeleton), 'exact');
  return forms
    .flatMap((form) => vocabulary.family(toSkeleton(form)).filter(({ stem }) => stem === form))
    .flatMap(({ targets }) => targets.map((stem) => ({ stem, weight: WEIGHTS.verb })));
}

/** Other forms of a verb, and its noun. */
async function findVerbForms(stems: readonly string[], vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const skeletons = [...new Set(stems.flatMap(listVerbSkeletons))];
  await vocabulary.load(skeletons, 'exact');
  return skeletons
    .flatMap((skeleton) => vocabulary.family(skeleton))
    .filter(({ stem, isName }) => !isName || stem.length >= LEAST_OF_A_NAME)
    .toSorted((a, b) => b.documents - a.documents || (a.stem < b.stem ? -1 : 1))
    .flatMap(({ targets }) => targets.map((target) => ({ stem: target, weight: WEIGHTS.verb })))
    .slice(0, MOST_RELATIVES);
}

/** Words of the same root, when the site has none nearer. */
export async function findDerived(stem: string, vocabulary: Vocabulary): Promise<readonly WeightedStem[]> {
  const skeletons = listRootSkeletons(stem);
  await vocabulary.load(skeletons, 'exact');
  return skeletons
    .flatMap((skeleton) => vocabulary.family(skeleton))
    .flatMap(({ targets }) => targets.map((target) => ({ stem: target, weight: WEIGHTS.root })))
    .slice(0, MOST_RELATIVES);
}
