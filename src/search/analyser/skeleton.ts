/** Letters that come and go inside an Arabic word family: alef, waw, ya, hamza. */
const WEAK = /[اويء]/g;

/**
 * The consonants of an Arabic stem, under which singular and broken plural, spellings of a foreign name, and noun and
 * adjective meet: مدينة and مدن, أميركا and أمريكا, عراق and عراقي. A doubled last consonant counts once (حد, حدود). A stem
 * that is left with less than two consonants stands for itself. For other scripts, the stem itself.
 */
export function toSkeleton(stem: string): string {
  if (!isArabicStem(stem)) return stem;
  // Behind the alef of a plural shape (أولاد) or at the very beginning (ولد), و and ي are consonants.
  const body = stem.startsWith('ا') ? stem.slice(1) : stem;
  const consonants = body.replace(WEAK, (letter, at: number) => (at === 0 && /[وي]/.test(letter) ? letter : ''));
  const plain = consonants.replace(/(.)\1$/u, '$1');
  // سياسة has one consonant twice, and needs both.
  const sure = plain.length < 2 ? consonants : plain;
  return sure.length < 2 ? stem : sure;
}

export function isArabicStem(stem: string): boolean {
  const code = stem.charCodeAt(0);
  return code >= 0x0600 && code <= 0x06ff;
}

/** Kinds of relation between two stems of one skeleton, by how sure it is that they are one word. */
export type Kinship = 'nisba' | 'spelling' | 'plural' | 'loose' | 'none';

/**
 * Broken plurals: the shape of the plural and those of its singulars, on stems (so without ta marbuta and final alef).
 * C is any letter but alef, S one that is not weak; other letters are themselves. Skeletons being equal, the consonants are the same ones.
 */
const PLURALS: readonly (readonly [RegExp, RegExp])[] = (
  [
    ['اCCاC', 'CCC|CاC|CCيC|CاCC|CCCي|CCوC'], // أفعال: أقلام, أنواع, أبواب, أشراف, أصحاب, أتراك
    ['اCCاء', 'CC[وي]?|اCC|CCا'], // أعضاء, أبناء, أسماء
    ['CCCاء|اCCCاء|اCCيء|اCCياء', 'CCيC|CاCC|CCي'], // فعلاء, أفعلاء: زعماء, علماء, أصدقاء, أغنياء
    ['CCوC', 'CCC|CاCC|CC|CيC|CCيC'], // فعول: حروب, شهود, حقوق, بيوت
    ['CCا[^اء]', 'CCC|CCيC|CاCC|CاC'], // فعال: جبال, كبار, حراس
    ['CواCC', 'CاCC|CCC|CوCC'], // فواعل: عوامل
    ['CواCيC', 'CاCوC|CاCيC|CوCيC|CيCاC'], // فواعيل: قوانين
    ['[اC]CاCC', '[اC]CCC'], // فعالل: مدارس, عناصر, أماكن
    ['[اC]CاCيC', '[اC]CC[اوي]C'], // فعاليل: تقارير, أساليب
    ['CCاءC', 'CCيC|CCاC|CCوC|CاCC|CيCC'], // فعائل: رسائل, وسائل
    ['CCاي|CCاCي', 'CCي|CCCي|CCCا?'], // قضايا
    ['اCاCي', 'اCC'], // أراضي
    ['اCCC', 'CCاC|CCيC|CCC'], // أفعلة, أفعل: أسلحة, أشهر
    ['SSS', 'CCاC|CCوC'], // فُعُل: كتب, رسل
    ['ايام', 'يوم'],
  ] as const
).map(([plural, singular]) => [toShape(plural), toShape(singular)]);

/**
 * فعلى (قتلى, قتيل): its alef maqsura is written like the ya of مدني, which is no relative of مدينة. فُعُل of فعيل: مدن and
 * طرق, but حلف is no plural of حليف; where the singular has a ta marbuta (مدينة) there is no doubt.
 */
const LOOSE_PLURALS: typeof PLURALS = [
  [toShape('CCCي'), toShape('CCيC')],
  [toShape('SSS'), toShape('CCيC')],
];

function toShape(shape: string): RegExp {
  const letters = shape.replaceAll('[اC]', '([^ويء])').replaceAll('S', '([^اوي])').replaceAll('C', '([^ا])');
  return new RegExp(`^(?:${letters})$`, 'u');
}

/** How two different Arabic stems of one skeleton are related. Symmetric. */
export function findKinship(a: string, b: string): Kinship {
  if (a === b) return 'none';
  if (isNisba(a, b) || isNisba(b, a)) return 'nisba';
  if (isSpelling(a, b)) return 'spelling';
  if (isPlural(a, b, PLURALS) || isPlural(b, a, PLURALS)) return 'plural';
  if (isPlural(a, b, LOOSE_PLURALS) || isPlural(b, a, LOOSE_PLURALS)) return 'loose';
  return 'none';
}

/** عراق and عراقي; سوري is both land and people. */
function isNisba(noun: string, adjective: string): boolean {
  return noun.length >= 3 && adjective === `${noun}ي`;
}

/** Weak letters differ in at most two places, of which at least one consonant on each side says that it is one word. */
function isSpelling(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4) return false;
  const places = countWeakDifferences(a, b);
  return places === 1 ? true : places === 2 && Math.min(a.length, b.length) >= 5;
}

/** Between how many neighbouring consonants the weak letters differ. A و is no hamza: قاوم and قائم are two words. */
function countWeakDifferences(a: string, b: string): number {
  const split = (stem: string): readonly string[] => stem.split(/[^اويء]/u);
  const gaps = split(a);
  const others = split(b);
  if (gaps.length !== others.length || gaps.some((gap, at) => isOtherLetter(gap, others[at] ?? ''))) return Infinity;
  return gaps.filter((gap, at) => gap !== others[at]).length;
}

function isOtherLetter(gap: string, other: string): boolean {
  return gap !== other && gap.replace('و', 'ء') === other.replace('و', 'ء');
}

function isPlural(plural: string, singular: string, shapes: typeof PLURALS): boolean {
  const fits = (many: string, one: string): boolean =>
    shapes.some(([manyShape, oneShape]) => haveSameRoot(manyShape.exec(many), oneShape.exec(one)));
  if (fits(plural, singular)) return true;
  // An alef at the head of both is a hamza, a consonant like any other (أصل, أصول).
  return plural.startsWith('ا') && singular.startsWith('ا') && fits(`ء${plural.slice(1)}`, `ء${singular.slice(1)}`);
}

/**
 * Where both shapes name as many letters of the root they are the same letters, weak ones too: روسي is no plural of رئيس.
 * A shape that names fewer has a weak letter of its own (بيت: C ي C).
 */
function haveSameRoot(many: RegExpExecArray | null, one: RegExpExecArray | null): boolean {
  if (many === null || one === null) return false;
  const [root, other] = [many, one].map(([, ...letters]) => letters.filter(Boolean).map(toWeakClass));
  return root?.length !== other?.length || root?.join('') === other?.join('');
}

/** Of the weak letters one may stand for another in a root (ميناء, موانئ), but not for a hamza. */
function toWeakClass(letter: string): string {
  return letter === 'ي' ? 'و' : letter;
}

/** What a verb of the present has before its stem, and verbal nouns such as تحذير. */
const VERB_PREFIXES: readonly string[] = ['ي', 'ت', 'ن'];

/**
 * Skeletons of words that differ from `stem` by the prefix of a verb or of its noun: يتراجع and تراجع, يحذر and تحذير. None
 * for stems of too few consonants, among which there are too many others.
 */
export function listVerbSkeletons(stem: string): readonly string[] {
  if (!isArabicStem(stem)) return [];
  const bare = VERB_PREFIXES.filter((prefix) => stem.startsWith(prefix)).map((prefix) =>
    toSkeleton(stem.slice(prefix.length)),
  );
  const roots = [...bare, toSkeleton(stem)].filter(({ length }) => length >= LEAST_ROOT);
  const own = toSkeleton(stem);
  return [...new Set(roots.flatMap((root) => [root, ...VERB_PREFIXES.map((prefix) => prefix + root)]))].filter(
    (skeleton) => skeleton !== own,
  );
}

/** What verbs, participles and verbal nouns put before the consonants of their root. Longest first. */
const FORMATIVES: readonly string[] = ['مست', 'يست', 'تست', 'ست', 'مت', 'يت', 'تت', 'من', 'ين', 'م', 'ي', 'ت', 'ن'];
const LEAST_ROOT = 3;

/** The skeletons that words of the same root as `stem` may have; none when too few consonants are left to tell. */
export function listRootSkeletons(stem: string): readonly string[] {
  const skeleton = toSkeleton(stem);
  if (!isArabicStem(stem)) return [];
  const before = FORMATIVES.find((one) => skeleton.startsWith(one) && skeleton.length - one.length >= LEAST_ROOT);
  const root = before === undefined ? skeleton : skeleton.slice(before.length);
  return root.length < LEAST_ROOT ? [] : [root, ...FORMATIVES.map((one) => one + root)];
}
