import type { Hit } from './to-hit.ts';

/** An item of the list of results: one link, the kind, the sentence. */
export function drawHit(hit: Hit, kindNames: ReadonlyMap<string, string>): HTMLElement {
  const item = document.createElement('li');
  item.dataset['kind'] = hit.kind;
  if (hit.isBestBet) item.dataset['bestBet'] = '';
  const link = document.createElement('a');
  link.href = hit.href;
  link.append(isolate(hit.title));
  link.addEventListener('click', () => keepWords(hit));
  link.addEventListener('auxclick', () => keepWords(hit));
  item.append(link);
  const kind = kindNames.get(hit.kind);
  if (kind !== undefined) {
    const name = document.createElement('span');
    name.className = 'kind-name';
    name.append(isolate(kind));
    item.append(' ', name);
  }
  item.append(drawExcerpt(hit, 'p'));
  return item;
}

/** The sentence with the words found marked. */
export function drawExcerpt({ excerpt, language }: Hit, tag: 'p' | 'span'): HTMLElement {
  const element = document.createElement(tag);
  element.className = 'search-excerpt';
  element.dir = 'auto';
  element.lang = language;
  for (const { text, isMarked } of excerpt) {
    if (!isMarked) {
      element.append(text);
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = text;
    element.append(mark);
  }
  return element;
}

export function isolate(text: string): HTMLElement {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
}

/** Where the words of a result wait for the page they are to be marked on. */
export const WORDS_KEY = 'sanad-search-words';

/** What is kept: the address that was followed and the words as they are written there. */
export interface KeptWords {
  readonly href: string;
  readonly words: readonly string[];
}

export function keepWords({ href, words }: Hit): void {
  try {
    if (words.length === 0) sessionStorage.removeItem(WORDS_KEY);
    else sessionStorage.setItem(WORDS_KEY, JSON.stringify({ href, words } satisfies KeptWords));
  } catch {
    // Storage may be forbidden: then the link still leads to the place.
  }
}
