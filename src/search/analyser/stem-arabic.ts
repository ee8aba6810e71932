/** One way of reading a written word. */
export interface Reading {
  readonly stem: string;
  /**
   * `plain`: nothing doubtful was taken off. `proclitic`: one letter that may be a particle (و ف ب ل ك س) was taken off.
   * `ending`: a letter that may be an ending was taken off (ت before a pronoun or dual). `article`: ال was left on, because
   * it may belong to the word (ألمانيا written without its hamza).
   */
  readonly taken: 'plain' | 'proclitic' | 'ending' | 'article';
}

/** The article with all that is written before it; only these are beyond doubt. Longest first. */
const ARTICLES: readonly string[] = [
  'وبال',
  'وكال',
  'فبال',
  'فكال',
  'وال',
  'فال',
  'بال',
  'كال',
  'ولل',
  'فلل',
  'لل',
  'ال',
];
/** With ال and لل alone two letters are a word (الحق); with another particle in front they are too often another word (والد). */
const LEAST_AFTER_ARTICLE = 2;
const LEAST_AFTER_PARTICLE_AND_ARTICLE = 3;

/** And, so, by, for, as; and the س of the future, which stands before a verb's prefix. */
const PROCLITICS: readonly string[] = ['و', 'ف', 'ب', 'ل', 'ك', 'س', 'وب', 'ول', 'وك', 'وس', 'فب', 'فل', 'فس'];
const FUTURE = /^[وف]?س(?=[يتنا])/;
const LEAST_AFTER_PROCLITIC = 3;

const PRONOUNS: readonly string[] = ['هما', 'كما', 'ها', 'هم', 'هن', 'كم', 'نا'];
const LEAST_BEFORE_PRONOUN = 3;
/** Sound plurals, duals, and the وا of verbs. */
const PLURALS: readonly string[] = ['ون', 'ين', 'ان', 'وا'];
const LEAST_BEFORE_PLURAL = 3;
const LEAST_BEFORE_ENDING = 3;

/** Words whose other number, or whose form behind the article, has other consonants, by the word under which all are found. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['امراه', 'مراه'],
  ['نساء', 'مراه'],
  ['نسوه', 'مراه'],
  ['مياه', 'ماء'],
  ['امهات', 'ام'],
  ['اباء', 'اب'],
  ['اخوه', 'اخ'],
  ['اخوات', 'اخت'],
  ['بنات', 'بنت'],
  ['ابناء', 'ابن'],
  ['افواه', 'فم'],
  ['شفاه', 'شفه'],
  ['سنوات', 'سنه'],
  ['سنين', 'سنه'],
]);

/**
 * The readings of an Arabic word in normal form, the likeliest first; never none. Only inflection is taken off: the
 * article and what is fused with it, attached pronouns, sound plurals, ta marbuta, the alef of the accusative. The ي of
 * relation stays, because عراق and عراقي are two words. `written` tells whether the word began with a bare alef: that of
 * «ألمانيا» is not an article.
 */
export function readArabic(normal: string, written: string): readonly Reading[] {
  const readings: Reading[] = [];
  const add = (stem: string, taken: Reading['taken']): void => {
    if (stem !== '' && readings.every((one) => one.stem !== stem)) readings.push({ stem, taken });
  };
  const addWithEndings = (base: string, taken: Reading['taken']): void => {
    const stem = stripEndings(base);
    add(stem, taken);
    const irregular = IRREGULAR.get(base);
    if (irregular !== undefined) add(stripEndings(irregular), taken);
    const shorter = stripDoubtfulEnding(base, stem);
    if (shorter !== undefined) add(shorter, taken === 'plain' ? 'ending' : taken);
  };

  const hasHamza = /^[\u0623\u0625\u0622]|^\u0627[\u0653-\u0655]/.test(written.normalize('NFC')); // أ إ آ
  const core = hasHamza ? undefined : stripArticle(normal);
  if (core !== undefined) {
    addWithEndings(core, 'plain');
    // Three ل are written as two: «للاجئين» is ل + اللاجئين.
    const particle = /^[وف]?لل/.exec(normal);
    if (particle !== null) addWithEndings(`ل${normal.slice(particle[0].length)}`, 'article');
    // The letters of an article may also be the word's own: وكالتها, والدته.
    if (!normal.startsWith('ال') || core.length > 2) addWithEndings(normal, 'article');
    return readings;
  }
  addWithEndings(normal, 'plain');
  for (const proclitic of PROCLITICS) {
    if (!normal.startsWith(proclitic)) continue;
    const rest = normal.slice(proclitic.length);
    if (rest.length < LEAST_AFTER_PROCLITIC) continue;
    if (proclitic.endsWith('س') && !FUTURE.test(normal)) continue;
    // «وأل…» never reaches here with its article: that was fused. What is left is taken as it stands.
    addWithEndings(stripShortArticle(rest) ?? rest, 'proclitic');
  }
  return readings;
}

/** The form without article and particles fused with it, endings kept: what a reader would type of the word. */
export function toBareForm(normal: string, written: string): string {
  const hasHamza = /^[\u0623\u0625\u0622]/.test(written.normalize('NFC'));
  return (hasHamza ? undefined : stripArticle(normal)) ?? normal;
}

function stripArticle(word: string): string | undefined {
  for (const article of ARTICLES) {
    if (!word.startsWith(article)) continue;
    const least = article === 'ال' || article === 'لل' ? LEAST_AFTER_ARTICLE : LEAST_AFTER_PARTICLE_AND_ARTICLE;
    const rest = word.slice(article.length);
    // «لل» before ل is the particle before a word that begins with ل and has the article: للغة is ل + اللغة.
    if (article.endsWith('لل') && rest.length === 2 && rest.endsWith('ه')) return `ل${rest}`;
    if (rest.length >= least) return rest;
  }
  return undefined;
}

/** «والحق»: too short for a sure article, but no other word. */
function stripShortArticle(rest: string): string | undefined {
  return rest.startsWith('ال') && rest.length >= 4 ? rest.slice(2) : undefined;
}

function stripEndings(word: string): string {
  let stem = word;
  const pronoun = PRONOUNS.find((one) => stem.endsWith(one) && stem.length - one.length >= LEAST_BEFORE_PRONOUN);
  if (pronoun !== undefined) stem = stem.slice(0, -pronoun.length);
  else if (stem.endsWith('ه') && stem.length >= LEAST_BEFORE_ENDING) stem = stem.slice(0, -1);
  if (stem.endsWith('ات') && stem.length - 2 >= LEAST_BEFORE_ENDING) return stem.slice(0, -2);
  const plural = PLURALS.find((one) => stem.endsWith(one) && stem.length - one.length >= LEAST_BEFORE_PLURAL);
  if (plural !== undefined) stem = stem.slice(0, -plural.length);
  else if (stem.endsWith('ا') && stem.length - 1 >= LEAST_BEFORE_ENDING) stem = stem.slice(0, -1);
  return stem;
}

/**
 * ت is the shape of ta marbuta before an ending (دولتان, قوتهم) and the mark of a verb's past (شاركت); ات after two letters
 * may be a plural (قوات). Each may also belong to the word.
 */
function stripDoubtfulEnding(word: string, stem: string): string | undefined {
  if (stem.endsWith('ات') && stem.length === 4) return stem.slice(0, -2);
  if (stem.endsWith('ت') && stem.length >= LEAST_BEFORE_ENDING) {
    const shorter = stem.slice(0, -1);
    if (shorter.length >= LEAST_BEFORE_ENDING || (word !== stem && shorter.length >= 2)) return shorter;
  }
  // The singular may look like a dual itself, and is read as one: عنوان, عنوانين.
  if (stem.endsWith('ان') && word !== stem && stem.length - 2 >= LEAST_BEFORE_PLURAL) return stem.slice(0, -2);
  // «مكاتبه» and the like end in a pronoun ه after a plural; «القتلى» in an alef maqsura that may be a ya.
  return undefined;
}
