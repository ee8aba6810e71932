import type { Root } from 'mdast';

/**
 * A tree as text, to be kept until it is drawn: without places and without the syntax of expressions, neither of which is drawn.
 * To parse a body of some paragraphs once more takes fifty times as long.
 */
export function packTree(tree: Root): string {
  return JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'estree' ? undefined : value));
}

export function unpackTree(packed: string): Root {
  return JSON.parse(packed) as Root;
}
