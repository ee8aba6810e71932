import { toNormalForm } from '../analyser/normal-form.ts';
import { splitTokens } from '../analyser/split-tokens.ts';

const HIGHLIGHT = 'search-words';

/** Marks whole words of an element, however they are spelt, without touching its text. */
export function paintWords(place: HTMLElement, written: readonly string[]): void {
  const words = new Set(written.map(toNormalForm));
  const { text, nodes } = readText(place);
  const highlight = new Highlight();
  for (const { start, end } of splitTokens(text)) {
    if (!words.has(toNormalForm(text.slice(start, end)))) continue;
    const first = findNode(nodes, start);
    const last = findNode(nodes, end - 1);
    if (first === undefined || last === undefined) continue;
    const range = new Range();
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    highlight.add(range);
  }
  if (highlight.size > 0) CSS.highlights.set(HIGHLIGHT, highlight);
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
