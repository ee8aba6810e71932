import type { Element, Nodes, Root, RootContent, Text } from 'hast';
import { cutAtNumberRuns } from '../text/find-number-runs.ts';
import { toDirection } from '../text/is-right-to-left.ts';

/**
 * Mends what readers would stumble over: heading levels under the page's own heading, links that leave the site, runs of
 * numbers in languages written from right to left. `lang` is the language of what says none itself, such as footnotes.
 */
export function rehypeReader({ lang = 'und' }: { readonly lang?: string } = {}) {
  return (tree: Root): void => {
    isolateNumbers(tree, lang);
    const shift = hasHeadingOne(tree) ? 1 : 0;
    visit(tree, (element) => {
      const level = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (level !== undefined) element.tagName = `h${Math.min(6, Number(level) + shift)}`;
      if (element.tagName === 'a') mendLink(element);
    });
  };
}

/** «18,000–22,000» stays in its order. Text nodes are cut, never changed. */
function isolateNumbers(parent: Root | Element, lang: string): void {
  parent.children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'text' && toDirection(lang) === 'rtl') return toIsolated(child);
    if (child.type !== 'element' || child.tagName === 'code') return [child];
    const { lang: own } = child.properties;
    isolateNumbers(child, typeof own === 'string' ? own : lang);
    return [child];
  });
}

function toIsolated({ value }: Text): (Element | Text)[] {
  return cutAtNumberRuns(value).map(({ text, isRun }) =>
    isRun
      ? { type: 'element', tagName: 'bdi', properties: {}, children: [{ type: 'text', value: text }] }
      : { type: 'text', value: text },
  );
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
