import { WORDS_KEY, type KeptWords } from './draw-hit.ts';

/** Marks the words that a result was found by in the place it leads to. Most readers did not come from a search. */
async function markArrival(): Promise<void> {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('search-words');
  const kept = readKept();
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (kept === undefined || place === null) return;
  const { paintWords } = await import('./paint-words.ts');
  paintWords(place, kept.words);
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
