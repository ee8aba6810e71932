/** Where the words of a result wait for the page they are to be marked on. */
export const WORDS_KEY = 'sanad-search-words';

/** What is kept: the address that was followed and the words as they are written there. */
export interface KeptWords {
  readonly href: string;
  readonly words: readonly string[];
}
