import { remember } from '../text/remember.ts';
import { toDirection } from '../text/is-right-to-left.ts';

export type Direction = 'rtl' | 'ltr';

/** A text with the language it is really in. */
export interface TextInLanguage {
  readonly text: string;
  readonly lang: string;
  readonly dir: Direction;
}

export { toDirection };

export function inLanguage(text: string, lang: string): TextInLanguage {
  return { text, lang, dir: toDirection(lang) };
}

const findNames = remember((language) => new Intl.DisplayNames([language], { type: 'language' }));

/** The name of `language` in `inLanguage`; its own name when the two are the same. */
export function nameLanguage(language: string, inLanguage: string): string {
  return findNames(inLanguage).of(language) ?? language;
}

/** For plain attributes, where there is no `<bdi>`: the text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
