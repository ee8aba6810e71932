import type { Properties } from 'hast';
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';

/**
 * A node that remark-rehype turns into this element: mdast-util-to-hast gives any node the name and properties that
 * its data asks for.
 */
export function toElement(
  name: string,
  properties: Properties,
  children: readonly RootContent[],
): PhrasingContent & BlockContent {
  const node = { type: 'drawn', data: { hName: name, hProperties: properties }, children };
  return node as unknown as PhrasingContent & BlockContent;
}
