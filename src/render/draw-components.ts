import type { Nodes, Parents, RootContent, PhrasingContent, BlockContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { resolveClaim } from '../graph/corpus.ts';
import { pickText } from '../schema/local-text.ts';
import { toDirection } from '../text/is-right-to-left.ts';
import type { Drawing } from './drawing.ts';
import { formatQuantity } from '../text/format-quantity.ts';
import { toElement } from './to-element.ts';

type Component = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * Letters that stand right before or behind a link that a component drew are part of its word (و<Entity …/>): they are
 * taken into the link, because an element that begins within a word breaks the joining of Arabic letters.
 */
function takeInLetters(children: readonly Nodes[]): Nodes[] {
  const drawn = [...children];
  drawn.forEach((node, at) => {
    if (!isWordLink(node)) return;
    const before = drawn[at - 1];
    const clitic = before?.type === 'text' ? (/[\p{L}\p{M}\u0640]+$/u.exec(before.value)?.[0] ?? '') : '';
    if (before?.type === 'text' && clitic !== '') {
      drawn[at - 1] = { ...before, value: before.value.slice(0, -clitic.length) };
      node.children = [{ type: 'text', value: clitic }, ...node.children];
    }
    const after = drawn[at + 1];
    const suffix = after?.type === 'text' ? (/^[\p{L}\p{M}\u0640]+/u.exec(after.value)?.[0] ?? '') : '';
    if (after?.type === 'text' && suffix !== '') {
      drawn[at + 1] = { ...after, value: after.value.slice(suffix.length) };
      node.children = [...node.children, { type: 'text', value: suffix }];
    }
  });
  return drawn.filter((node) => node.type !== 'text' || node.value !== '');
}

interface WordLink {
  readonly type: string;
  children: RootContent[];
}

function isWordLink(node: Nodes): node is Nodes & WordLink {
  const { data } = node as { data?: { hName?: string; hProperties?: { className?: readonly string[] } } };
  return data?.hName === 'a' && ['entity', 'cite'].some((name) => data.hProperties?.className?.includes(name) ?? false);
}

/** Replaces the components of the vocabulary by what readers see. Others are left as they are: free pages have their own. */
export function drawComponents(parent: Parents, lang: string, drawing: Drawing, numbers: Map<string, number>): void {
  const children = parent.children as Nodes[];
  const drawn = children.flatMap((child): Nodes[] => {
    if ('children' in child) drawComponents(child, lang, drawing, numbers);
    if (child.type !== 'mdxJsxTextElement' && child.type !== 'mdxJsxFlowElement') return [child];
    const draw = child.name !== null && Object.hasOwn(DRAWERS, child.name) ? DRAWERS[child.name] : undefined;
    return draw ? draw(child, { lang, drawing, numbers }) : [child];
  });
  parent.children = takeInLetters(drawn) as typeof parent.children;
}

interface Context {
  readonly lang: string;
  readonly drawing: Drawing;
  /** Numbers of the claims cited so far in this language. */
  readonly numbers: Map<string, number>;
}

const DRAWERS: Readonly<Record<string, (node: Component, context: Context) => Nodes[]>> = {
  Cite: drawCite,
  Entity: drawEntity,
  Stat: drawStat,
  Quote: drawQuote,
  Note: (node, { lang }) => [toElement('aside', { className: ['note'], lang, dir: toDirection(lang) }, node.children)],
  Chart: (node) => [toElement('div', { className: ['chart'], dataMeasure: attribute(node, 'measure') }, [])],
  Figure: drawFigure,
};

function drawCite(node: Component, { lang, drawing, numbers }: Context): Nodes[] {
  const id = resolveClaim(attribute(node, 'claim'), drawing.document);
  const href = toEvidence(id, drawing);
  if (node.children.length > 0) return [toElement('a', { className: ['cite'], href, dataClaim: id }, node.children)];
  const key = `${lang} ${id}`;
  const number = numbers.get(key) ?? [...numbers.keys()].filter((one) => one.startsWith(`${lang} `)).length + 1;
  numbers.set(key, number);
  const link = toElement('a', { href, dataClaim: id }, [{ type: 'text', value: String(number) }]);
  return [toElement('sup', { className: ['cite'] }, [link])];
}

function drawEntity(node: Component, { lang, drawing }: Context): Nodes[] {
  const id = attribute(node, 'id');
  const entity = drawing.entities[id];
  if (!entity) return node.children;
  const label = pickText(entity.label, lang);
  const isForeign = label.language !== lang;
  const words: readonly RootContent[] =
    node.children.length > 0
      ? node.children
      : isForeign
        ? [toElement('bdi', { lang: label.language }, [{ type: 'text', value: label.text }])]
        : [{ type: 'text', value: label.text }];
  return [toElement('a', { className: ['entity'], dataKind: entity.kind, href: `sanad:entity/${id}` }, words)];
}

function drawStat(node: Component, { lang, drawing }: Context): Nodes[] {
  const id = attribute(node, 'id');
  const statistic = drawing.statistics[id];
  if (!statistic) return [];
  const { amount, unit, unitLang, after } = formatQuantity(statistic.quantity, lang);
  const words: PhrasingContent[] = [toElement('bdi', {}, [{ type: 'text', value: amount }])];
  if (unit !== '') {
    words.push({ type: 'text', value: ' ' });
    words.push(
      unitLang === lang
        ? { type: 'text', value: unit }
        : toElement('bdi', { lang: unitLang }, [{ type: 'text', value: unit }]),
    );
  }
  if (after !== '') words.push({ type: 'text', value: ` ${after}` });
  return [toElement('a', { className: ['stat'], dataKind: statistic.kind, href: `sanad:entity/${id}` }, words)];
}

function drawQuote(node: Component, { lang, drawing }: Context): Nodes[] {
  const id = resolveClaim(attribute(node, 'claim'), drawing.document);
  const evidence = drawing.claims[id]?.evidence;
  if (!evidence) return [];
  const title = pickText(evidence.title, lang);
  const words = toElement('p', {}, [{ type: 'text', value: evidence.words }]);
  const link = toElement('a', { href: toEvidence(id, drawing), dataClaim: id }, [
    toElement('bdi', title.language === lang ? {} : { lang: title.language }, [{ type: 'text', value: title.text }]),
  ]);
  return [
    toElement('figure', { className: ['quotation'] }, [
      toElement('blockquote', { lang: evidence.lang, dir: toDirection(evidence.lang) }, [words]),
      toElement('figcaption', {}, [link]),
    ]),
  ];
}

function drawFigure(node: Component): Nodes[] {
  const source = attribute(node, 'src').replace(/^\//, '');
  const image = toElement(
    'img',
    { src: `sanad:asset/${source}`, alt: attribute(node, 'alt'), loading: 'lazy', decoding: 'async' },
    [],
  );
  const caption: BlockContent[] = node.children.length > 0 ? [toElement('figcaption', {}, node.children)] : [];
  return [toElement('figure', {}, [image, ...caption])];
}

function toEvidence(claim: string, { claims }: Drawing): string {
  const evidence = claims[claim]?.evidence;
  return evidence ? `sanad:evidence/${evidence.article}#${evidence.anchor}` : `sanad:claim/${claim}`;
}

function attribute(node: Component, name: string): string {
  const found = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return found && typeof found.value === 'string' ? found.value : '';
}
