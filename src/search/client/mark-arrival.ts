import { WORDS_KEY, type KeptWords } from './kept-words.ts';

/**
 * Marks the words that a result was found by in the place it leads to: those that the search kept, or those that the
 * address itself carries as `?q=`. Most readers did not come from a search.
 */
async function markArrival(): Promise<void> {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('search-words');
  const kept = readKept();
  // The page of the search has its own use of the address.
  const asked = document.querySelector('[data-search]') ? null : new URLSearchParams(location.search).get('q');
  if (kept === undefined && (asked ?? '').trim() === '') return;
  const fragment = decodeURIComponent(location.hash.slice(1));
  const place = fragment === '' ? document.querySelector('main') : document.getElementById(fragment);
  if (!(place instanceof HTMLElement)) return;
  const { paintForms, paintQuery } = await import('./paint-words.ts');
  if (kept !== undefined) paintForms(place, kept.words);
  else paintQuery(place, asked ?? '');
}

function readKept(): KeptWords | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(WORDS_KEY) ?? 'null') as KeptWords | null;
    if (kept === null) return undefined;
    const { pathname, hash } = new URL(kept.href, location.href);
    return pathname === location.pathname && hash === location.hash ? kept : undefined;
  } catch {
    // Storage may be forbidden, or another script may have written there.
    return undefined;
  }
}

// Marks are a courtesy: without them the page is as it was.
const mark = (): void => void markArrival().catch(() => undefined);
mark();
window.addEventListener('hashchange', mark);
