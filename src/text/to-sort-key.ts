import { remember } from './remember.ts';

/** Articles that no index sorts by: «ال» of a name that goes on with letters, and those of English as words of their own. */
const ARTICLES: Readonly<Record<string, RegExp>> = {
  ar: /^\u0627\u0644(?=\p{L}{2})/u, // ال
  en: /^(?:the|an?)\s+/i,
};

/** Letters that carry hamza or madda stand with the letter that carries them. */
const CARRIERS: Readonly<Record<string, string>> = {
  '\u0622': '\u0627', // آ
  '\u0623': '\u0627', // أ
  '\u0625': '\u0627', // إ
  '\u0671': '\u0627', // ٱ
  '\u0624': '\u0648', // ؤ
  '\u0626': '\u064A', // ئ
  '\u0649': '\u064A', // ى
};

/** A name as an index sorts it: without quotation marks, vowel marks and an article at its start. */
export function toSortKey(name: string, language: string): string {
  const bare = name.replace(/[\u064B-\u0652\u0640]/g, '').replace(/^[^\p{L}\p{N}]+/u, '');
  const article = ARTICLES[language.split('-')[0] ?? ''];
  return article === undefined ? bare : bare.replace(article, '');
}

/** The letter under which an index lists a sort key; `#` for one that begins with none. */
export function toIndexLetter(key: string): string {
  const [first = ''] = key;
  if (!/\p{L}/u.test(first)) return '#';
  const [base = first] = first.normalize('NFD');
  return CARRIERS[first] ?? base.toUpperCase();
}

/** Compares names as a language sorts them: articles at their start set aside, numbers by their value. */
export const findComparer: (language: string) => (a: string, b: string) => number = remember((language) => {
  const collator = new Intl.Collator(language, { numeric: true });
  return (a, b) => collator.compare(toSortKey(a, language), toSortKey(b, language)) || collator.compare(a, b);
});
