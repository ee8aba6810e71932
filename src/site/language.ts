export type Direction = 'rtl' | 'ltr';

/** Scripts that run from right to left, by ISO 15924. */
const RIGHT_TO_LEFT: readonly string[] = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/** A text with the language it is really in. */
export interface TextInLanguage {
  readonly text: string;
  readonly lang: string;
  readonly dir: Direction;
}

/** The direction in which a language is written, by its most likely script. */
export function toDirection(language: string): Direction {
  const script = new Intl.Locale(language).maximize().script;
  return script !== undefined && RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr';
}

export function inLanguage(text: string, lang: string): TextInLanguage {
  return { text, lang, dir: toDirection(lang) };
}

/** The name of `language` in `inLanguage`; its own name when the two are the same. */
export function nameLanguage(language: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language;
}

/** For plain attributes, where there is no `<bdi>`: the text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
