/** Named references that a renderer of our own or of Astro writes. */
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Elements that never have an end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * The words of each passage as a finished page shows them, by the passage's id: with the numbers and charts that the text
 * itself only points to, without the marks of citations. HTML must be well formed, as that of a renderer is.
 */
export function readPassageTexts(html: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open: { readonly name: string; readonly passage: string | undefined; readonly isSkipped: boolean }[] = [];
  const write = (text: string): void => {
    if (open.some(({ isSkipped }) => isSkipped)) return;
    const passage = open.findLast((one) => one.passage !== undefined)?.passage;
    if (passage !== undefined) texts.set(passage, (texts.get(passage) ?? '') + unescape(text));
  };
  let at = 0;
  for (const match of html.matchAll(/<!--.*?-->|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gs)) {
    write(html.slice(at, match.index));
    at = match.index + match[0].length;
    const [, slash, name = '', attributes = ''] = match;
    if (name === '') continue;
    const lower = name.toLowerCase();
    if (slash === '/') {
      const opened = open.findLastIndex((one) => one.name === lower);
      if (opened >= 0) open.length = opened;
    } else if (VOID.test(lower)) {
      if (lower === 'br') write(' ');
    } else if (!attributes.endsWith('/')) {
      open.push({
        name: lower,
        passage: / data-passage="([^"]+)"/.exec(attributes)?.[1],
        isSkipped: /^(?:script|style|sup|svg|button)$/.test(lower),
      });
    }
  }
  return new Map(
    [...texts].map(([id, text]) => [
      id,
      text
        .replace(/\s+/g, ' ')
        .replace(/ ([.,;:،؛؟!])/g, '$1')
        .trim(),
    ]),
  );
}

function unescape(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return REFERENCES[name ?? ''] ?? whole;
  });
}
