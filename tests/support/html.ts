import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** An element of a finished page, with what tests ask of it. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What a reader sees, pictures and comments aside. */
  readonly text: string;
  /** What stands in it directly, not in elements within. */
  readonly ownText: string;
  readonly parent: HtmlElement | undefined;
  readonly children: readonly HtmlElement[];
}

/** The root element of a page, parsed as browsers do. */
export function parseHtml(html: string): HtmlElement {
  const root = parse(html).childNodes.find((node) => node.nodeName === 'html');
  if (root === undefined) throw new Error('The page has no root element.');
  return toElement(root as DefaultTreeAdapterTypes.Element, undefined);
}

/** All elements below one, in the order of the page, that `fits` accepts. */
export function findAll(root: HtmlElement, fits: (element: HtmlElement) => boolean): HtmlElement[] {
  return root.children.flatMap((child) => [...(fits(child) ? [child] : []), ...findAll(child, fits)]);
}

export function findAllByTag(root: HtmlElement, tag: string): HtmlElement[] {
  return findAll(root, (element) => element.tag === tag);
}

export function findAllByClass(root: HtmlElement, name: string): HtmlElement[] {
  return findAll(root, (element) => hasClass(element, name));
}

export function findById(root: HtmlElement, id: string): HtmlElement | undefined {
  return findAll(root, ({ attributes }) => attributes.id === id)[0];
}

export function hasClass({ attributes }: HtmlElement, name: string): boolean {
  return (attributes.class ?? '').split(/\s+/).includes(name);
}

/** The nearest element around one, itself included, that `fits` accepts. */
export function findAround(element: HtmlElement, fits: (element: HtmlElement) => boolean): HtmlElement | undefined {
  if (fits(element)) return element;
  return element.parent && findAround(element.parent, fits);
}

function toElement(node: DefaultTreeAdapterTypes.Element, parent: HtmlElement | undefined): HtmlElement {
  const children: HtmlElement[] = [];
  const element: HtmlElement = {
    tag: node.tagName,
    attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
    text: textOf(node),
    ownText: node.childNodes
      .filter(({ nodeName }) => nodeName === '#text')
      .map(textOf)
      .join(' '),
    parent,
    children,
  };
  // The content of a template is no part of the page until a script takes it out.
  for (const child of node.childNodes) if ('tagName' in child) children.push(toElement(child, element));
  return element;
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (node.nodeName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
