import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../../src/site/clean-svg.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 80">';
const svg = (inner: string): string => `${open}${inner}</svg>`;

function clean(source: string): string {
  const cleaning = cleanSvg(source);
  if (cleaning.status === 'refused') throw new Error(cleaning.reason);
  return cleaning.text;
}

const inside = (source: string): string =>
  clean(svg(source))
    .replace(/^<svg[^>]*?\/?>/, '')
    .replace(/<\/svg>\n$/, '')
    .trim();

describe('a drawing keeps', () => {
  test.each([
    ['shapes', '<path d="M14 80 17 20h6l3 60z"/><circle cx="20" cy="14" r="6"/>'],
    [
      'groups and paint',
      '<g fill="#fff" stroke="currentColor" transform="rotate(3 1 1)"><rect width="3" height="4"/></g>',
    ],
    [
      'gradients of its own',
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#a)"/>',
    ],
    [
      'words, Arabic ones too',
      '<title>برج &amp; بحر</title><text x="1" direction="rtl">نهر <tspan dy="1">النيل</tspan></text>',
    ],
    ['symbols that it repeats', '<symbol id="a"><path d="M0 0"/></symbol><use href="#a"/>'],
  ])('%s', (_what, inner) => {
    expect(inside(inner)).toBe(inner);
  });

  test('the older way of saying what it repeats', () => {
    expect(inside('<g id="a"/><use xlink:href="#a"/>')).toBe('<g id="a"/><use href="#a"/>');
  });

  test('paint that was written as a style', () => {
    expect(inside('<path style="fill:#f00; stroke : none;font-family:Amiri"/>')).toBe(
      '<path fill="#f00" stroke="none" font-family="Amiri"/>',
    );
  });

  test('its size', () => {
    expect(cleanSvg(svg(''))).toMatchObject({ width: 40, height: 80 });
    expect(cleanSvg('<svg width="10px" height="20"/>')).toMatchObject({ width: 10, height: 20 });
  });

  test('everything when it is cleaned twice', () => {
    const once = clean(
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b">${svg('<g style="fill:red" onclick="a"><!-- a --><text>a &lt; b</text></g>')}`,
    );
    expect(clean(once)).toBe(once);
  });
});

describe('a drawing loses', () => {
  test.each([
    ['scripts', '<script>alert(1)</script>'],
    ['scripts in CDATA', '<script><![CDATA[alert(1)]]></script>'],
    ['scripts with a prefix', '<svg:script>alert(1)</svg:script>'],
    [
      'HTML',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example"/></body></foreignObject>',
    ],
    ['HTML in other capitals', '<foreignobject><p/></foreignobject>'],
    ['links', '<a href="javascript:alert(1)"><text>x</text></a>'],
    ['pictures', '<image href="https://evil.example/a.png"/><image href="data:image/svg+xml,a"/>'],
    ['filters that load', '<feImage href="https://evil.example/a.svg"/>'],
    [
      'animations that change a link',
      '<set attributeName="href" to="javascript:alert(1)"/><animate attributeName="onclick" values="a"/>',
    ],
    [
      'handlers of events in another vocabulary',
      '<handler type="application/ecmascript">alert(1)</handler><listener event="click"/>',
    ],
    ['comments and instructions', '<!-- <script> --><?xml-stylesheet href="https://evil.example/a.css"?>'],
    ['data of an editor', '<metadata><rdf:RDF/></metadata><sodipodi:namedview/>'],
  ])('%s', (_what, inner) => {
    expect(inside(inner)).toBe('');
  });

  test.each([
    ['events', 'onclick="alert(1)"'],
    ['events in other capitals', 'OnLoad="alert(1)"'],
    ['addresses elsewhere', 'href="https://evil.example/a.svg#a"'],
    ['addresses of code', 'xlink:href="javascript:alert(1)"'],
    ['an address of code in pieces', 'href="java&#10;script:alert(1)"'],
    ['paint from elsewhere', 'fill="url(https://evil.example/a.svg#a)"'],
    ['paint from elsewhere with a space', 'fill="url( &#34;//evil.example/a#b&#34; )"'],
    ['a style that loads', 'style="background:url(https://evil.example/a)"'],
    ['a style that loads, hidden by an escape', 'style="fill:u\\rl(https://evil.example/a)"'],
    ['a style in a style', 'style="style:fill:red"'],
    ['classes', 'class="a"'],
    ['another namespace', 'xmlns:a="https://evil.example" a:b="c"'],
    ['another base', 'xml:base="https://evil.example/"'],
  ])('%s', (_what, attribute) => {
    expect(inside(`<path ${attribute}/>`)).toBe('<path/>');
  });
});

describe('a drawing is refused', () => {
  test.each([
    ['that declares entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`, 'declares', 0],
    ['that uses them', svg('<text>&a;</text>'), 'entity', 99],
    ['with a style sheet', svg('<style>path{fill:url(https://evil.example)}</style>'), 'style sheet', open.length],
    ['that is not closed', '<svg><g>', 'not closed', 8],
    ['closed in another order', '<svg><g></svg></g>', 'closed', 8],
    ['with an attribute without quotation marks', '<svg width=1/>', 'not written as XML', 4],
    ['that is HTML', '<!doctype html><html><body/></html>', 'not an SVG', 0],
    ['that is two', '<svg/><svg/>', 'two drawings', 6],
    ['that is nothing', '', 'nothing', 0],
    [
      'that repeats what repeats',
      svg('<g id="a"><path/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>'),
      'repeats',
      0,
    ],
    ['that repeats itself', svg('<g id="a"><use href="#a"/></g>'), 'repeats', 0],
    ['that stands too deep', `${'<svg>'.repeat(200)}${'</svg>'.repeat(200)}`, 'deep', 505],
  ])('%s', (_what, source, reason, offset) => {
    const cleaning = cleanSvg(source);
    expect(cleaning).toMatchObject({ status: 'refused', reason: expect.stringContaining(reason) as string });
    if (cleaning.status === 'refused' && offset > 0) expect(cleaning.offset).toBeGreaterThanOrEqual(offset - 20);
  });
});

test('whatever the pieces, what is written holds nothing that runs or loads, also for those who read it as HTML', () => {
  const piece = fc.constantFrom(
    ...[
      '<g>',
      '</g>',
      '<path ',
      '/>',
      '>',
      '"',
      "'",
      '<',
      '&lt;',
      '&#60;',
      '&quot;',
      ' onload="a"',
      ' fill="',
      'url(#a)',
    ],
    ...['<script>', '</script>', 'javascript:a', 'href="', '<a href="#b">', '</a>', '<![CDATA[', ']]>', '<!--', '-->'],
    ...[
      '<text>',
      '</text>',
      '<title>',
      '</title>',
      '<style>',
      '</style>',
      '<foreignObject>',
      '</foreignObject>',
      '<p>',
    ],
    ...['<desc>', '</desc>', '<img src=x onerror=a>', 'style="fill:', '\u2028', 'نهر'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const cleaning = cleanSvg(svg(pieces.join('')));
      if (cleaning.status === 'refused') return;
      expect(findUnsafe(parse(cleaning.text)), cleaning.text).toEqual([]);
      expect(clean(cleaning.text)).toBe(cleaning.text);
    }),
    { numRuns: 5000 },
  );
});

const HARMLESS = /^(?:html|head|body|svg|g|path|text|title|desc)$/;

function findUnsafe(node: DefaultTreeAdapterTypes.Node): string[] {
  const own =
    'tagName' in node
      ? [
          ...(HARMLESS.test(node.tagName) ? [] : [node.tagName]),
          ...node.attrs.filter(({ name }) => /^on|style|src/i.test(name)).map(({ name }) => name),
          ...node.attrs
            .filter(({ name, value }) => name === 'href' && !value.startsWith('#'))
            .map(({ value }) => value),
        ]
      : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(findUnsafe) : [])];
}
