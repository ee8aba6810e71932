/** One word of a query with other spellings under which a text may hold it. */
export interface Term {
  readonly forms: readonly Form[];
}

export interface Form {
  /** What Pagefind is asked; in quotation marks it may not fall back on a word that merely begins alike. */
  readonly text: string;
  /** From 0 to 1: how much a hit of this form says about the word. */
  readonly weight: number;
  /**
   * A word that was found must hold one of these. Pagefind compares stems, and the stem of a word with a particle in front
   * may be that of quite another word; a word it does not know it replaces by the longest beginning that it knows.
   */
  readonly cores: readonly string[];
}

/** Particles that Arabic writes onto the next word: and, so, by, for, as. */
const PROCLITICS: readonly string[] = ['و', 'ف', 'ب', 'ل', 'ك'];

/** Shorter rests are too often another word. */
const LEAST_REST = 3;

/** Inflection changes the end of a word; so many letters of its beginning stay. */
const SURE_START = 3;

/** Words that carry no subject of their own; they count only when a query has no others. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'في من على إلى الى عن مع هو هي ما هل كم أن ان إن أو او ثم قد لا بين كل أي اي متى أين اين كيف',
    'هذا هذه ذلك تلك التي الذي الذين كان كانت',
    'the a an of in on to and or is are was were what which who how did does',
  ].flatMap((words) => words.split(' ')),
);

const ARABIC = /\p{Script=Arabic}/u;

/**
 * The words of a query. The index keeps Arabic words as they are written, particles included, so each word is also looked
 * for with a particle in front and, if it seems to begin with one, without it.
 */
export function expandQuery(query: string): readonly Term[] {
  const words = query.normalize('NFC').match(/[\p{L}\p{M}\p{N}%]+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  return [...new Set(telling.length > 0 ? telling : words)].map((word) => ({ forms: listForms(word) }));
}

function listForms(word: string): readonly Form[] {
  const bare = word.replace(/\u0640|\p{M}/gu, ''); // tatweel and vowel marks
  const rest = ARABIC.test(bare) ? findRest(bare) : undefined;
  const bases = rest === undefined ? [bare] : [bare, rest];
  // Before the article a particle is nothing else; before other letters the whole may be a word.
  const meant = rest?.startsWith('ال') === true ? [rest] : bases;
  const forms: Form[] = [{ text: bare, weight: 1, cores: meant.map((base) => toCore(base).slice(0, SURE_START)) }];
  if (!ARABIC.test(bare)) return forms;
  if (rest !== undefined) forms.push({ text: `"${rest}"`, weight: 0.8, cores: [toCore(rest)] });
  for (const base of bases) {
    for (const particle of PROCLITICS) {
      const text = `"${attach(particle, base)}"`;
      if (forms.every((form) => form.text !== text)) forms.push({ text, weight: 0.7, cores: [toCore(base)] });
    }
  }
  return forms;
}

/** The word without the particle it seems to begin with. */
function findRest(word: string): string | undefined {
  const particle = PROCLITICS.find((one) => word.startsWith(one));
  if (particle === undefined) return undefined;
  // «للناتو» is ل before «الناتو», which loses its alef.
  const rest = word.startsWith('لل') ? `ا${word.slice(1)}` : word.slice(1);
  return rest.length >= LEAST_REST ? rest : undefined;
}

/** Without the article, whose alef is lost after ل. */
function toCore(word: string): string {
  return foldLetters(word.startsWith('ال') && word.length > LEAST_REST + 1 ? word.slice(2) : word);
}

/** Without marks and tatweel, and with one shape for the letters that writers mix. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u2066-\u2069]/gu, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase()
    .trim();
}

function attach(particle: string, word: string): string {
  return particle === 'ل' && word.startsWith('ال') ? `لل${word.slice(2)}` : particle + word;
}
