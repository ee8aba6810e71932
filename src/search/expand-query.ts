/** One word of a query with other spellings under which a text may hold it. */
export interface Term {
  readonly forms: readonly Form[];
}

export interface Form {
  /** What Pagefind is asked; in quotation marks it may not fall back on a word that merely begins alike. */
  readonly text: string;
  /** From 0 to 1: how much a hit of this form says about the word. */
  readonly weight: number;
}

/** Particles that Arabic writes onto the next word: and, so, by, for, as. */
const PROCLITICS: readonly string[] = ['و', 'ف', 'ب', 'ل', 'ك'];

/** Shorter rests are too often another word. */
const LEAST_REST = 3;

/** Words that carry no subject of their own; they count only when a query has no others. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  ...['في', 'من', 'على', 'إلى', 'الى', 'عن', 'مع', 'هو', 'هي', 'ما', 'هل', 'كم', 'أن', 'ان', 'إن', 'أو', 'او', 'ثم', 'قد', 'لا'],
  ...['هذا', 'هذه', 'ذلك', 'تلك', 'التي', 'الذي', 'الذين', 'كان', 'كانت', 'بين', 'كل', 'أي', 'اي', 'متى', 'أين', 'اين', 'كيف'],
  ...['the', 'a', 'an', 'of', 'in', 'on', 'to', 'and', 'or', 'is', 'are', 'was', 'were', 'what', 'which', 'who', 'how', 'did', 'does'],
]);

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
  const bare = word.replace(/[\u0640\u064B-\u065F\u0670]/g, ''); // tatweel and vowel marks
  if (!ARABIC.test(bare)) return [{ text: word, weight: 1 }];
  const forms = new Map<string, number>([[bare, 1]]);
  const add = (text: string, weight: number): void => {
    if (!forms.has(text)) forms.set(text, weight);
  };
  const rest = findRest(bare);
  if (rest !== undefined) add(`"${rest}"`, 0.8);
  for (const base of rest === undefined ? [bare] : [bare, rest]) {
    for (const particle of PROCLITICS) add(`"${attach(particle, base)}"`, 0.7);
  }
  return [...forms].map(([text, weight]) => ({ text, weight }));
}

/** The word without the particle it seems to begin with. */
function findRest(word: string): string | undefined {
  const particle = PROCLITICS.find((one) => word.startsWith(one));
  if (particle === undefined) return undefined;
  // «للناتو» is ل before «الناتو», which loses its alef.
  const rest = word.startsWith('لل') ? `ا${word.slice(1)}` : word.slice(1);
  return rest.length >= LEAST_REST ? rest : undefined;
}

function attach(particle: string, word: string): string {
  return particle === 'ل' && word.startsWith('ال') ? `لل${word.slice(2)}` : particle + word;
}
