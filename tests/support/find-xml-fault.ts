const NAME = '[\\p{L}_:][\\p{L}\\p{N}_:.-]*';
const ATTRIBUTE = `\\s+(?:${NAME})\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
/** All that may stand in a document, one after the other: what begins here as none of them is a fault. */
const PART = new RegExp(
  [
    '<\\?[^]*?\\?>|<!--(?:(?!--)[^])*-->|<!\\[CDATA\\[[^]*?\\]\\]>',
    `</(?<closed>${NAME})\\s*>`,
    `<(?<opened>${NAME})(?<attributes>(?:${ATTRIBUTE})*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'uy',
);
/** A sign that begins a reference and does not: https://www.w3.org/TR/xml/#NT-Reference, without names of one's own. */
const BARE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/;
/** https://www.w3.org/TR/xml/#NT-Char */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** The first place at which a text is not well-formed XML, in a sentence; undefined where it is. */
export function findXmlFault(xml: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  const fault = (what: string): string => `Line ${xml.slice(0, at).split('\n').length}: ${what}.`;
  while (at < xml.length) {
    PART.lastIndex = at;
    const found = PART.exec(xml);
    if (found === null) return fault(`no part begins with ${JSON.stringify(xml.slice(at, at + 20))}`);
    const { closed, opened, attributes = '', empty, text = '' } = found.groups ?? {};
    const inner = attributes + text;
    if (BARE.test(inner)) return fault('a reference has no known name');
    if (FORBIDDEN.test(found[0])) return fault('a sign may not stand in a document');
    if (text.includes(']]>')) return fault('a section ends that has not begun');
    if (open.length === 0 && text.trim() !== '') return fault('text stands outside of the root');
    if (opened !== undefined) {
      if (open.length === 0) roots += 1;
      const names = [...attributes.matchAll(new RegExp(`(${NAME})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'gu'))].map(
        ([, name]) => name,
      );
      if (new Set(names).size < names.length) return fault(`\`${opened}\` has an attribute twice`);
      if (empty === '') open.push(opened);
    } else if (closed !== undefined && open.pop() !== closed)
      return fault(`\`${closed}\` ends, but was not the last to begin`);
    at = PART.lastIndex;
  }
  const [left] = open.slice(-1);
  if (left !== undefined) return fault(`\`${left}\` has no end`);
  return roots === 1 ? undefined : fault(`there are ${roots} roots`);
}
