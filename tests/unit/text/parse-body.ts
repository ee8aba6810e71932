import type { Root } from 'mdast';
import { parseMdx } from '../../../src/source/parse-mdx.ts';

/** The tree of a body that can be read. */
export function parseBody(body: string): Root {
  const reading = parseMdx(body, 'body.mdx');
  if (reading.status === 'refused') throw new Error(reading.diagnostics[0]?.message);
  return reading.tree;
}
