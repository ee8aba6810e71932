/** Letters that come and go inside an Arabic word family: alef, waw, ya, hamza. */
const WEAK = /[اويء]/g;

/**
 * The consonants of an Arabic stem, under which singular and broken plural, spellings of a foreign name, and noun and
 * adjective meet: مدينة and مدن, أميركا and أمريكا, عراق and عراقي. A doubled last consonant counts once (حد, حدود). A stem
 * that is left with less than two consonants stands for itself. For other scripts, the stem itself.
 */
export function toSkeleton(stem: string): string {
  if (!isArabicStem(stem)) return stem;
  const consonants = stem.replace(WEAK, '').replace(/(.)\1$/u, '$1');
  return consonants.length < 2 ? stem : consonants;
}

export function isArabicStem(stem: string): boolean {
  const code = stem.charCodeAt(0);
  return code >= 0x0600 && code <= 0x06ff;
}

/** Kinds of relation between two stems of one skeleton, by how sure it is that they are one word. */
export type Kinship = 'nisba' | 'spelling' | 'plural' | 'none';

/** Shapes of broken plurals, written on stems (so without ta marbuta and final alef); C is any letter that is not weak. */
const PLURAL_SHAPES: readonly RegExp[] = [
  'اCCاC?[ءي]?', // أفعال: أعضاء, أقلام
  'اCواC', // أفعال of hollow roots: أقوال, أنواع
  'اCياC', // أعياد
  'CCوC?', // فعول: حروب
  'CCاC', // فعال: جبال
  'CواCC', // فواعل: عوامل
  'CواCيC', // فواعيل
  'CCاCC', // مفاعل, فعالل: مدارس, عناصر
  'CCاCيC', // مفاعيل: تقارير
  'CCاءC', // فعائل: رسائل
  'CCاي', // فعالى
  'CCاCي', // أراضي and its like with three consonants
  'اCاCي', // أراضي
  'CCCاء', // فعلاء: زعماء
  'اCCCاء', // أفعلاء: أصدقاء
  'اCCC', // أفعلة, أفعل: أسلحة, أشهر
  'CCC?', // فُعَل, فُعُل: مدن, دول
  'CCCي', // فعلى: قتلى
  'CوC', // فُعَل of hollow roots: صور
  'CCCاC', // فعلان and the like: بلدان
  'اCCاC', // أتراك
  'CCCC', // فعاللة without its alef in transcriptions
].map((shape) => new RegExp(`^${shape.replaceAll('C', '[^اويء]')}$`, 'u'));

/** How two different Arabic stems of one skeleton are related. Symmetric. */
export function findKinship(a: string, b: string): Kinship {
  if (a === b) return 'none';
  if (isNisba(a, b) || isNisba(b, a)) return 'nisba';
  if (isSpelling(a, b)) return 'spelling';
  if (isPlural(a) || isPlural(b)) return 'plural';
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

/** Between how many neighbouring consonants the weak letters differ. */
function countWeakDifferences(a: string, b: string): number {
  const split = (stem: string): readonly string[] => stem.split(/[^اويء]/u);
  const gaps = split(a);
  const others = split(b);
  if (gaps.length !== others.length) return Infinity;
  return gaps.filter((gap, at) => gap !== others[at]).length;
}

function isPlural(stem: string): boolean {
  return PLURAL_SHAPES.some((shape) => shape.test(stem));
}
