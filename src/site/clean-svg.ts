/** A drawing that does nothing but be seen, or why and where (UTF-16 offset) it cannot be made into one. */
export type SvgCleaning =
  | { readonly status: 'cleaned'; readonly text: string; readonly width: number; readonly height: number }
  | { readonly status: 'refused'; readonly offset: number; readonly reason: string };

/** Shapes, words and paint. Whatever may run, load, move or hold HTML is not among them. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath switch marker ' +
    'linearGradient radialGradient stop pattern clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite ' +
    'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG ' +
    'feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile ' +
    'feTurbulence'
  ).split(' '),
);

/** What those take; names that begin with `on`, addresses and styles are not among them. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'id lang xml:lang xml:space x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points width height viewBox version ' +
    'preserveAspectRatio transform rotate pathLength textLength lengthAdjust startOffset method spacing side offset ' +
    'gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits ' +
    'maskContentUnits filterUnits primitiveUnits markerUnits markerWidth markerHeight orient refX refY in in2 result type ' +
    'values mode operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale ' +
    'diffuseConstant specularConstant specularExponent kernelUnitLength limitingConeAngle pointsAtX pointsAtY pointsAtZ ' +
    'azimuth elevation z stdDeviation scale xChannelSelector yChannelSelector radius baseFrequency numOctaves seed ' +
    'stitchTiles tableValues slope intercept amplitude exponent role aria-label aria-hidden aria-labelledby ' +
    'alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters direction ' +
    'display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-family font-size ' +
    'font-stretch font-style font-variant font-weight image-rendering letter-spacing lighting-color marker-end marker-mid ' +
    'marker-start mask mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke ' +
    'stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width ' +
    'text-anchor text-decoration text-rendering unicode-bidi vector-effect visibility word-spacing writing-mode'
  ).split(' '),
);

/** Those of them that hold words, in which nothing is looked up. */
const WORDS: ReadonlySet<string> = new Set([
  'id',
  'lang',
  'xml:lang',
  'aria-label',
  'aria-labelledby',
  'result',
  'in',
  'in2',
]);

const NAMESPACE = 'http://www.w3.org/2000/svg';
const MAX_DEPTH = 100;
const MAX_ELEMENTS = 50_000;

interface SvgElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: (SvgElement | string)[];
}

interface Fault {
  readonly offset: number;
  readonly reason: string;
}

/**
 * Reads an SVG file as strict XML and writes anew what of it is drawing: scripts, event attributes, HTML, animations,
 * links, pictures and fonts from elsewhere, comments and editors' own data are not written. Declarations of `style`
 * attributes become attributes. Refused: what is no well-formed XML, what declares entities, and what cannot be left out
 * without showing another picture (`<style>`).
 */
export function cleanSvg(source: string): SvgCleaning {
  const parsed = parseXml(source.replace(/^\uFEFF/, ' '));
  if ('reason' in parsed) return { status: 'refused', ...parsed };
  if (parsed.name !== 'svg') return { status: 'refused', offset: 0, reason: 'it is not an SVG drawing' };
  const nested = findNestedUse(parsed);
  if (nested)
    return { status: 'refused', offset: 0, reason: 'a `<use>` repeats something that repeats something itself' };
  const size = readSize(parsed);
  return { status: 'cleaned', text: `${writeElement(parsed, 'root')}\n`, ...size };
}

/** Size in pixels, as far as it is said; the view box stands in. */
function readSize({ attributes }: SvgElement): { readonly width: number; readonly height: number } {
  const read = (name: string): string => attributes.find(([own]) => own === name)?.[1] ?? '';
  const [, , boxWidth = 0, boxHeight = 0] = read('viewBox')
    .split(/[\s,]+/)
    .map(Number);
  const toPixels = (text: string): number | undefined =>
    /^\d+(?:\.\d+)?(?:px)?$/.test(text) ? Number.parseFloat(text) : undefined;
  return { width: toPixels(read('width')) ?? boxWidth, height: toPixels(read('height')) ?? boxHeight };
}

/** Drawings that repeat drawings that repeat drawings grow without bound; one step is enough for every icon set. */
function findNestedUse(root: SvgElement): boolean {
  const used = new Set<string>();
  const visit = (
    element: SvgElement,
    around: readonly string[],
    see: (one: SvgElement, ids: readonly string[]) => void,
  ): void => {
    const id = element.attributes.find(([name]) => name === 'id')?.[1];
    const ids = id === undefined ? around : [...around, id];
    see(element, ids);
    for (const child of element.children) if (typeof child !== 'string') visit(child, ids, see);
  };
  visit(root, [], ({ name, attributes }) => {
    if (name !== 'use') return;
    for (const [key, value] of attributes) if (isLink(key)) used.add(value.replace(/^#/, ''));
  });
  let isNested = false;
  visit(root, [], ({ name }, ids) => {
    if (name === 'use' && ids.some((id) => used.has(id))) isNested = true;
  });
  return isNested;
}

function writeElement({ name, attributes, children }: SvgElement, place: 'root' | 'inner'): string {
  const kept = attributes.flatMap(([key, value]) => cleanAttribute(key, value));
  const seen = new Set<string>();
  const own = kept.filter(([key]) => !seen.has(key) && seen.add(key));
  const written = [...(place === 'root' ? ([['xmlns', NAMESPACE]] as const) : []), ...own]
    .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  const inner = children
    .map((child) =>
      typeof child === 'string' ? escapeText(child) : ELEMENTS.has(child.name) ? writeElement(child, 'inner') : '',
    )
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

function cleanAttribute(name: string, value: string): readonly (readonly [string, string])[] {
  // Within the file only; `xlink:href` is the older name of the same.
  if (isLink(name)) return /^#[^\s"'()]+$/.test(value) ? [['href', value]] : [];
  if (name === 'style') {
    return value.split(';').flatMap((declaration) => {
      const [property = '', ...rest] = declaration.split(':');
      return property.trim() === 'style'
        ? []
        : cleanAttribute(property.trim(), rest.join(':').replace('!important', '').trim());
    });
  }
  return ATTRIBUTES.has(name) && (WORDS.has(name) || isHarmless(value)) ? [[name, value]] : [];
}

function isLink(name: string): boolean {
  return name === 'href' || name === 'xlink:href';
}

/** Paint may name another element of the file; nothing may name anything else. */
function isHarmless(value: string): boolean {
  const rest = value.replaceAll(/url\(\s*(["']?)#[^\s"'()\\]+\1\s*\)/gi, '');
  return !/url|image|src|import|expression|[\\@]|:\/\/|javascript/i.test(rest);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** XML 1.0 without declarations of a document type: elements, attributes, texts. What it cannot hold here is left out or refused. */
function parseXml(text: string): SvgElement | Fault {
  const top: SvgElement = { name: '', attributes: [], children: [] };
  const open: SvgElement[] = [top];
  let count = 0;
  let at = 0;
  const fault = (reason: string, offset = at): Fault => ({ offset, reason });
  while (at < text.length) {
    const parent = open.at(-1) ?? top;
    const next = text.indexOf('<', at);
    const words = text.slice(at, next === -1 ? text.length : next);
    if (open.length === 1 && words.trim() !== '') return fault('there are words outside of the drawing');
    const decoded = decodeXml(words);
    if (decoded === undefined) return fault('it uses an entity that XML does not have');
    if (decoded !== '' && open.length > 1) parent.children.push(decoded);
    if (next === -1) break;
    at = next;
    if (text.startsWith('<!--', at)) at = skipPast(text, '-->', at + 4);
    else if (text.startsWith('<?', at)) at = skipPast(text, '?>', at + 2);
    else if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end === -1) return fault('a part of it is not closed');
      if (open.length > 1) parent.children.push(text.slice(at + '<![CDATA['.length, end));
      at = end + ']]>'.length;
    } else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      const end = text.indexOf('>', at);
      if (end === -1 || text.slice(at, end).includes('[')) return fault('its document type declares something');
      at = end + 1;
    } else if (text.charAt(at + 1) === '/') {
      const close = /^<\/([\w.:-]+)\s*>/.exec(text.slice(at, at + 200));
      if (close === null || open.length === 1 || parent.name !== close[1])
        return fault('an element is closed that is not open');
      open.pop();
      at += close[0].length;
    } else {
      const tag = readTag(text, at);
      if ('reason' in tag) return tag;
      const { element, end, isEmpty } = tag;
      if (element.name === 'style') return fault('it holds a style sheet');
      if (open.length === 1 && top.children.length > 0) return fault('there are two drawings in it');
      count += 1;
      if (count > MAX_ELEMENTS) return fault(`it has more than ${MAX_ELEMENTS} elements`);
      if (open.length > MAX_DEPTH) return fault(`its elements stand more than ${MAX_DEPTH} deep within each other`);
      parent.children.push(element);
      if (!isEmpty) open.push(element);
      at = end;
    }
  }
  const [root] = top.children;
  if (open.length > 1) return fault(`\`<${open.at(-1)?.name ?? ''}>\` is not closed`, text.length);
  return root === undefined || typeof root === 'string' ? fault('there is nothing in it', 0) : root;
}

function readTag(
  text: string,
  start: number,
): { readonly element: SvgElement; readonly end: number; readonly isEmpty: boolean } | Fault {
  NAME.lastIndex = start + 1;
  const written = NAME.exec(text)?.[0];
  if (written === undefined) return { offset: start, reason: 'a `<` begins no element' };
  const attributes: (readonly [string, string])[] = [];
  let at = start + 1 + written.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (match === null) break;
    const value = decodeXml(match[2] ?? match[3] ?? '');
    if (value === undefined) return { offset: at, reason: 'it uses an entity that XML does not have' };
    attributes.push([match[1] ?? '', value]);
    at = ATTRIBUTE.lastIndex;
  }
  const end = /^\s*(\/?)>/.exec(text.slice(at, at + 1000));
  if (end === null) return { offset: at, reason: `\`<${written}>\` is not written as XML` };
  return { element: { name: written, attributes, children: [] }, end: at + end[0].length, isEmpty: end[1] === '/' };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Nothing when a reference is none that every XML file has. */
function decodeXml(text: string): string | undefined {
  if (!text.includes('&')) return text;
  const unknown: string[] = [];
  const decoded = text.replaceAll(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+))?;?/g, (all, hex, number, name) => {
    const code = hex === undefined ? Number(number ?? Number.NaN) : Number.parseInt(String(hex), 16);
    const known = Number.isNaN(code)
      ? Object.hasOwn(ENTITIES, String(name)) && ENTITIES[String(name)]
      : code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) && String.fromCodePoint(code);
    if (typeof known === 'string' && all.endsWith(';')) return known;
    unknown.push(all);
    return '';
  });
  return unknown.length === 0 ? decoded : undefined;
}

function skipPast(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? text.length : at + sign.length;
}
