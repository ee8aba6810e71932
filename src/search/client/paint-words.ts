import { analyseText } from '../analyser/analyse-text.ts';
import { toNormalForm } from '../analyser/normal-form.ts';
import { splitTokens } from '../analyser/split-tokens.ts';

const HIGHLIGHT = 'search-words';
/** A longer query is a text, not words to look for. */
const MOST_WORDS = 24;

/** Marks words and runs of words of an element, whole and however they are spelt, without touching its text. */
export function paintForms(place: HTMLElement, written: readonly string[]): void {
  const { text, nodes } = readText(place);
  const tokens = splitTokens(text);
  const forms = tokens.map(({ start, end }) => toNormalForm(text.slice(start, end)));
  const painted = new Set<number>();
  for (const run of written) {
    const asked = splitTokens(run).map(({ start, end }) => toNormalForm(run.slice(start, end)));
    if (asked.length === 0) continue;
    forms.forEach((_, first) => {
      if (asked.every((form, at) => forms[first + at] === form)) asked.forEach((_form, at) => painted.add(first + at));
    });
  }
  paint(
    tokens.filter((_, at) => painted.has(at)),
    nodes,
  );
}

/** Marks the words of an element that may be the same words as those of a query, particles and endings aside. */
export function paintQuery(place: HTMLElement, query: string): void {
  const asked = analyseText(query)
    .filter(({ isStopWord }) => !isStopWord)
    .slice(0, MOST_WORDS);
  const likeliest = new Set(asked.map(({ readings }) => readings[0].stem));
  const all = new Set(asked.flatMap(({ readings }) => readings.map(({ stem }) => stem)));
  const { text, nodes } = readText(place);
  paint(
    analyseText(text)
      // A letter that may be a particle is taken off on one side at a time.
      .filter(({ readings }) => all.has(readings[0].stem) || readings.some(({ stem }) => likeliest.has(stem)))
      .map(({ token }) => token),
    nodes,
  );
}

interface TextPiece {
  readonly node: Text;
  readonly start: number;
}

function paint(tokens: readonly { readonly start: number; readonly end: number }[], nodes: readonly TextPiece[]): void {
  const highlight = new Highlight();
  for (const { start, end } of tokens) {
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

const BLOCKS =
  'p, li, dt, dd, td, th, div, section, aside, figure, figcaption, blockquote, h1, h2, h3, h4, h5, h6, summary';

/**
 * The text of an element, and which node each part of it is from. A word may lie in several nodes, but not in several
 * blocks: between those stands a line break that no node holds.
 */
function readText(element: HTMLElement): { readonly text: string; readonly nodes: readonly TextPiece[] } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('script, style, template') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: TextPiece[] = [];
  let text = '';
  let block: Element | null | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const own = node.parentElement?.closest(BLOCKS);
    if (block !== undefined && own !== block) text += '\n';
    block = own;
    nodes.push({ node: node as Text, start: text.length });
    text += node.nodeValue ?? '';
  }
  return { text, nodes };
}

function findNode(nodes: readonly TextPiece[], offset: number): TextPiece | undefined {
  return nodes.findLast(({ start }) => start <= offset);
}
