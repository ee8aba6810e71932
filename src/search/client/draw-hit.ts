import { WORDS_KEY, type KeptWords } from './kept-words.ts';
import { groupByRun } from './group-by-run.ts';
import type { ExcerptPart, Hit } from './to-hit.ts';

/** An item of the list of results: one link, the kind, the sentence. */
export function drawHit(hit: Hit, kindNames: ReadonlyMap<string, string>): HTMLElement {
  const item = document.createElement('li');
  item.dataset['kind'] = hit.kind;
  if (hit.isBestBet) item.dataset['bestBet'] = '';
  const link = document.createElement('a');
  link.href = hit.href;
  link.append(isolate(hit.title));
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) link.href = addWords(hit);
    else link.href = followWith(hit);
  });
  for (const type of ['auxclick', 'contextmenu'] as const) {
    link.addEventListener(type, () => (link.href = addWords(hit)));
  }
  item.append(link);
  const kind = kindNames.get(hit.kind);
  if (kind !== undefined) {
    const name = document.createElement('span');
    name.className = 'kind-name';
    name.append(isolate(kind));
    item.append(' ', name);
  }
  item.append(drawExcerpt(hit, 'p'));
  if (hit.facts.length > 0) item.append(drawFacts(hit.facts));
  return item;
}

/** What is said of an entity in a few words. */
function drawFacts(facts: readonly string[]): HTMLElement {
  const line = document.createElement('p');
  line.className = 'search-facts';
  line.append(...facts.flatMap((fact, at) => [at === 0 ? '' : ' · ', isolate(fact)]));
  return line;
}

/** The sentence with the words found marked. */
export function drawExcerpt({ excerpt, language }: Hit, tag: 'p' | 'span'): HTMLElement {
  const element = document.createElement(tag);
  element.className = 'search-excerpt';
  element.dir = 'auto';
  element.lang = language;
  element.append(...drawText(excerpt));
  return element;
}

/** A text by itself among others: neither its direction nor theirs changes the other's. */
export function isolate(text: string): HTMLElement {
  return make('bdi', ...drawText([{ text, isMarked: false }]));
}

/** Runs of numbers are isolated as they are in pages: from right to left the ends of a range would change places. */
function drawText(excerpt: readonly ExcerptPart[]): readonly (string | HTMLElement)[] {
  return groupByRun(excerpt).flatMap(({ isRun, parts }) => {
    const drawn = parts.map(({ text, isMarked }) => (isMarked ? make('mark', text) : text));
    return isRun ? [make('bdi', ...drawn)] : drawn;
  });
}

function make(tag: 'bdi' | 'mark', ...content: readonly (string | HTMLElement)[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

/** The address to follow in this window, whose storage carries the words; in it, where the storage is closed to the page. */
export function followWith({ href, words }: Hit): string {
  // Pages on a disk may each have a storage of their own.
  if (location.protocol === 'file:') return addWords({ href, words });
  try {
    if (words.length === 0) sessionStorage.removeItem(WORDS_KEY);
    else sessionStorage.setItem(WORDS_KEY, JSON.stringify({ href, words } satisfies KeptWords));
    return href;
  } catch {
    return addWords({ href, words });
  }
}

/** The address with the words in it, for other windows and for other readers. */
function addWords({ href, words }: Pick<Hit, 'href' | 'words'>): string {
  if (words.length === 0) return href;
  const address = new URL(href, location.href);
  address.searchParams.set('q', words.join(' '));
  return address.href;
}
