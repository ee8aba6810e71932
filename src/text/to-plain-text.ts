import type { InlineCode, Nodes, Text } from 'mdast';
import type { Range } from './range.ts';

/** A stretch of plain text that one node of the tree holds. */
export interface Segment extends Range {
  readonly node: Text | InlineCode;
}

export interface PlainText {
  /** What a reader reads, without marks of Markdown. */
  readonly text: string;
  /** In order; between them stand only line breaks that the tree writes as nodes. */
  readonly segments: readonly Segment[];
  /** What each component and link covers of `text`; empty when it has no words of its own. */
  readonly covers: readonly { readonly node: Nodes; readonly range: Range }[];
}

/** The plain text of a block of prose. Pictures, references of footnotes and components without words of their own add nothing. */
export function toPlainText(block: Nodes): PlainText {
  let text = '';
  const segments: Segment[] = [];
  const covers: { node: Nodes; range: Range }[] = [];
  const add = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode') {
      segments.push({ start: text.length, end: text.length + node.value.length, node });
      text += node.value;
      return;
    }
    if (node.type === 'break') {
      text += '\n';
      return;
    }
    const start = text.length;
    if ('children' in node) for (const child of node.children) add(child);
    if (node.type === 'mdxJsxTextElement' || node.type === 'link' || node.type === 'linkReference') {
      covers.push({ node, range: { start, end: text.length } });
    }
  };
  add(block);
  return { text, segments, covers };
}
