import type { Properties } from 'hast';
import type { InlineCode, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import type { PlainText } from '../text/to-plain-text.ts';
import type { Range } from '../text/range.ts';
import type { Mark } from './drawing.ts';
import { toElement } from './to-element.ts';

/** How many evidence ranges that had to be drawn in several pieces a style sheet can tell apart. */
const MAX_NUMBERS = 48;

/** Numbers the evidence of a document that is drawn in pieces, so that all pieces light up when the first is the target. */
export interface PieceCounter {
  readonly pieces: Map<string, Properties[]>;
}

/**
 * Wraps ranges of a passage in links and marks. Text nodes are cut, never changed, so the words stay what they are.
 * Elements cannot overlap: a link stays whole, evidence that crosses a link, another range or inline markup is drawn in
 * several pieces, the first of which carries the id.
 */
export function drawMarks(block: Parents, plain: PlainText, marks: readonly Mark[], counter: PieceCounter): void {
  if (marks.length === 0) return;
  const replacements = new Map<Nodes, readonly PhrasingContent[]>();
  for (const { node, start, end } of plain.segments) {
    const inside = marks.filter(({ range }) => range.start < end && start < range.end);
    if (inside.length > 0) replacements.set(node, drawRange({ start, end }, inside, { node, offset: start, counter }));
  }
  replaceNodes(block, replacements);
}

/** Gives the pieces of every range that has more than one a number; called once the whole document is drawn. */
export function numberPieces({ pieces }: PieceCounter): void {
  let number = 0;
  for (const properties of pieces.values()) {
    if (properties.length < 2 || number >= MAX_NUMBERS) continue;
    number += 1;
    for (const one of properties) one['dataRange'] = String(number);
  }
}

interface Segment {
  readonly node: Text | InlineCode;
  readonly offset: number;
  readonly counter: PieceCounter;
}

function drawRange(within: Range, marks: readonly Mark[], segment: Segment): PhrasingContent[] {
  const drawn: PhrasingContent[] = [];
  let at = within.start;
  let open = clip(marks, within);
  while (open.length > 0) {
    const outer = open.reduce((best, mark) => (isOuter(mark, best) ? mark : best));
    const link = outer.type === 'evidence' ? findCrossedLink(outer.range, open) : undefined;
    const end = link?.range.start ?? outer.range.end;
    if (outer.range.start > at) drawn.push(cut({ start: at, end: outer.range.start }, segment));
    const range = { start: outer.range.start, end };
    const others = open.filter((mark) => mark !== outer);
    drawn.push(wrap(outer, drawRange(range, others, segment), segment));
    at = end;
    open = clip(link ? open : others, { start: end, end: within.end });
  }
  if (at < within.end) drawn.push(cut({ start: at, end: within.end }, segment));
  return drawn;
}

/** Earlier first; of those that begin together the longer; a link around evidence of the same words. */
function isOuter(mark: Mark, other: Mark): boolean {
  if (mark.range.start !== other.range.start) return mark.range.start < other.range.start;
  if (mark.range.end !== other.range.end) return mark.range.end > other.range.end;
  return false;
}

/** A link that begins inside the range and ends beyond it. */
function findCrossedLink(range: Range, marks: readonly Mark[]): Mark | undefined {
  return marks.find(
    (mark) =>
      mark.type === 'mention' &&
      range.start < mark.range.start &&
      mark.range.start < range.end &&
      range.end < mark.range.end,
  );
}

function clip(marks: readonly Mark[], within: Range): Mark[] {
  return marks
    .map((mark) => ({
      ...mark,
      range: { start: Math.max(mark.range.start, within.start), end: Math.min(mark.range.end, within.end) },
    }))
    .filter(({ range }) => range.start < range.end);
}

function cut({ start, end }: Range, { node, offset }: Segment): PhrasingContent {
  return { type: node.type, value: node.value.slice(start - offset, end - offset) };
}

function wrap(mark: Mark, children: readonly PhrasingContent[], { counter }: Segment): PhrasingContent {
  if (mark.type === 'mention') {
    return toElement(
      'a',
      { className: ['entity'], dataKind: mark.kind, href: `sanad:entity/${mark.entity}` },
      children,
    );
  }
  const pieces = counter.pieces.get(mark.anchor) ?? [];
  const properties: Properties = { className: ['evidence'] };
  if (pieces.length === 0 && mark.carriesId) properties.id = mark.anchor;
  counter.pieces.set(mark.anchor, [...pieces, properties]);
  return toElement('span', properties, children);
}

function replaceNodes(parent: Parents, replacements: ReadonlyMap<Nodes, readonly PhrasingContent[]>): void {
  const children: readonly Nodes[] = parent.children;
  const drawn = children.flatMap((child): readonly Nodes[] => {
    const replacement = replacements.get(child);
    if (replacement) return replacement;
    if ('children' in child) replaceNodes(child, replacements);
    return [child];
  });
  parent.children = drawn as typeof parent.children;
}
