import { splitTokens } from '../analyser/split-tokens.ts';
import { toNormalForm } from '../analyser/normal-form.ts';
import { WORDS_KEY, type KeptWords } from './draw-hit.ts';

const HIGHLIGHT = 'search-words';

/** Marks the words that a result was found by in the place it leads to, without touching the text itself. */
function markArrival(): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(HIGHLIGHT);
  const kept = readKept();
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (kept === undefined || place === null) return;
  const words = new Set(kept.words.map(toNormalForm));
  const { text, nodes } = readText(place);
  const highlight = new Highlight();
  for (const { start, end } of splitTokens(text)) {
    if (!words.has(toNormalForm(text.slice(start, end)))) continue;
    const range = new Range();
    const first = findNode(nodes, start);
    const last = findNode(nodes, end - 1);
    if (first === undefined || last === undefined) continue;
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    highlight.add(range);
  }
  if (highlight.size > 0) CSS.highlights.set(HIGHLIGHT, highlight);
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

interface TextPiece {
  readonly node: Text;
  readonly start: number;
}

/** The text of an element, and which node each part of it is from. A word may lie in several nodes. */
function readText(element: HTMLElement): { readonly text: string; readonly nodes: readonly TextPiece[] } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: TextPiece[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += node.nodeValue ?? '';
  }
  return { text, nodes };
}

function findNode(nodes: readonly TextPiece[], offset: number): TextPiece | undefined {
  return nodes.findLast(({ start }) => start <= offset);
}

markArrival();
window.addEventListener('hashchange', markArrival);
