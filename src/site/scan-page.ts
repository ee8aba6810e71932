/** What the checks of a finished site must know of one page: plain data, so that it can be kept and asked for again. */
export interface PageFacts {
  /** Ids of its elements, in order; one that is used twice stands here twice. */
  readonly ids: readonly string[];
  /** Addresses that it leads to or loads, each once, as written but for character references. */
  readonly links: readonly string[];
  /** Ids that its own attributes refer to, such as `aria-labelledby`. */
  readonly references: readonly string[];
  readonly canonical: string | undefined;
  /** The same page in other languages and in its own. */
  readonly alternates: readonly { readonly lang: string; readonly href: string }[];
  /** Kept out of search engines: it stands for another page, or for none. */
  readonly isHidden: boolean;
  /** Leads elsewhere at once. */
  readonly refreshTo: string | undefined;
  /** Texts of its JSON-LD. */
  readonly data: readonly string[];
}

/** A start tag. Names are in small letters, values without character references. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands between it and its end tag, of elements that hold plain text only. */
  readonly text: string | undefined;
}

/** Elements whose content is text to a parser, whatever signs stand in it. */
const TEXT_ONLY: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'xmp']);
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'poster', 'cite', 'data'];
const REFERENCES = ['for', 'popovertarget', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details'];

const WANTED: ReadonlySet<string> = new Set([
  ...ADDRESSES,
  ...REFERENCES,
  ...[
    'id',
    'rel',
    'hreflang',
    'srcset',
    'type',
    'name',
    'property',
    'content',
    'http-equiv',
    'data-index',
    'data-previews',
    'data-shelves',
  ],
]);
/** The program that is loaded from a folder with a search index. */
const INDEX_PROGRAM = 'pagefind.js';

/** Reads a finished page once, without building a tree. */
export function scanPage(html: string): PageFacts {
  const ids: string[] = [];
  const links = new Set<string>();
  const references = new Set<string>();
  const alternates: { lang: string; href: string }[] = [];
  const data: string[] = [];
  let canonical: string | undefined;
  let refreshTo: string | undefined;
  let isHidden = false;
  scanTags(
    html,
    ({ name, attributes, text }) => {
      if (attributes.size === 0) return;
      const id = attributes.get('id');
      if (id !== undefined) ids.push(id);
      for (const attribute of REFERENCES) {
        for (const one of attributes.get(attribute)?.split(/\s+/) ?? []) if (one !== '') references.add(one);
      }
      if (name === 'meta') {
        const content = attributes.get('content') ?? '';
        if (attributes.get('name') === 'robots' && /\bnoindex\b/.test(content)) isHidden = true;
        if (attributes.get('http-equiv')?.toLowerCase() === 'refresh') refreshTo = /url=(.*)$/i.exec(content)?.[1];
        if (/^(?:og|twitter):(?:image|url)$/.test(attributes.get('property') ?? attributes.get('name') ?? ''))
          links.add(content);
        return;
      }
      const rel = name === 'link' ? (attributes.get('rel') ?? '').split(' ') : [];
      const href = attributes.get('href');
      if (rel.includes('canonical')) canonical = href;
      else if (rel.includes('alternate') && attributes.has('hreflang'))
        alternates.push({ lang: attributes.get('hreflang') ?? '', href: href ?? '' });
      else {
        for (const attribute of ADDRESSES) {
          const address = attributes.get(attribute);
          if (address !== undefined) links.add(address);
        }
        for (const one of attributes.get('srcset')?.split(',') ?? []) {
          const [address = ''] = one.trim().split(/\s/);
          if (address !== '') links.add(address);
        }
      }
      const previews = attributes.get('data-previews');
      // Shelves are numbered from 0; where the last one stands the others do.
      if (previews !== undefined) links.add(`${previews}${Number(attributes.get('data-shelves') ?? 1) - 1}.json`);
      const index = attributes.get('data-index');
      if (index !== undefined) links.add(index + INDEX_PROGRAM);
      if (name === 'script' && attributes.get('type') === 'application/ld+json') data.push(text ?? '');
    },
    WANTED,
  );
  return { ids, links: [...links], references: [...references], canonical, alternates, isHidden, refreshTo, data };
}

/**
 * Tells every start tag of a page, in order, by the rules by which browsers find them (WHATWG HTML, tokenization), as
 * far as finished pages need them: comments, quotation marks, elements that hold plain text. What stands in a
 * `<template>` is no part of the page and is left out. With `wanted`, other attributes are passed over.
 */
export function scanTags(html: string, see: (tag: Tag) => void, wanted?: ReadonlySet<string>): void {
  let at = html.indexOf('<');
  let templates = 0;
  while (at !== -1) {
    const next = html.charCodeAt(at + 1);
    if (isLetter(next)) {
      const { name, attributes, end } = readTag(html, at + 1, wanted);
      // One that the file ends within is none.
      if (end === undefined) return;
      const close = TEXT_ONLY.has(name) ? findClose(html, name, end) : end;
      const text = close === end && !TEXT_ONLY.has(name) ? undefined : html.slice(end, close);
      if (templates === 0) see({ name, attributes, text });
      if (name === 'template') templates += 1;
      at = close;
    } else if (next === SLASH && isLetter(html.charCodeAt(at + 2))) {
      const { name, end } = readTag(html, at + 2, NOTHING);
      if (templates > 0 && name === 'template') templates -= 1;
      at = end ?? html.length;
    } else if (html.startsWith('<!--', at)) at = findCommentEnd(html, at);
    else if (next === 0x21 /* ! */ || next === 0x3f /* ? */ || next === SLASH) at = skipPast(html, '>', at);
    else at += 1;
    at = html.indexOf('<', at);
  }
}

interface TagReading {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Offset behind its `>`; nothing when there is none. */
  readonly end: number | undefined;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NOTHING: ReadonlySet<string> = new Set();
const SLASH = 0x2f;

/** Reads a tag, opening or closing, whose name begins at `start`. */
function readTag(html: string, start: number, wanted: ReadonlySet<string> | undefined): TagReading {
  let at = start;
  while (at < html.length && !isEndOfName(html.charCodeAt(at))) at += 1;
  const name = html.slice(start, at).toLowerCase();
  if (html.charCodeAt(at) === 0x3e /* > */) return { name, attributes: NO_ATTRIBUTES, end: at + 1 };
  const attributes = new Map<string, string>();
  for (;;) {
    while (isSpace(html.charCodeAt(at)) || html.charCodeAt(at) === SLASH) at += 1;
    if (at >= html.length || html.charCodeAt(at) === 0x3e /* > */) break;
    const keyStart = at;
    at += 1; // Even `=` may begin a name.
    while (at < html.length && !isEndOfName(html.charCodeAt(at)) && html.charCodeAt(at) !== 0x3d /* = */) at += 1;
    const key = html.slice(keyStart, at).toLowerCase();
    const value = readValue(html, at);
    at = value.end;
    // Of two attributes of one name browsers take the first.
    if (wanted?.has(key) !== false && !attributes.has(key))
      attributes.set(key, decode(html.slice(value.start, value.stop)));
  }
  return { name, attributes, end: at < html.length ? at + 1 : undefined };
}

/** Where the value of an attribute stands, whose name ends at `at`; an empty range if it has none. */
function readValue(html: string, at: number): { readonly start: number; readonly stop: number; readonly end: number } {
  let next = at;
  while (isSpace(html.charCodeAt(next))) next += 1;
  if (html.charCodeAt(next) !== 0x3d /* = */) return { start: at, stop: at, end: at };
  next += 1;
  while (isSpace(html.charCodeAt(next))) next += 1;
  const sign = html.charCodeAt(next);
  if (sign === 0x22 /* " */ || sign === 0x27 /* ' */) {
    const close = html.indexOf(html.charAt(next), next + 1);
    const stop = close === -1 ? html.length : close;
    return { start: next + 1, stop, end: Math.min(stop + 1, html.length) };
  }
  let stop = next;
  while (stop < html.length && !isSpace(html.charCodeAt(stop)) && html.charCodeAt(stop) !== 0x3e /* > */) stop += 1;
  return { start: next, stop, end: stop };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;
}

function isEndOfName(code: number): boolean {
  return code === 0x3e /* > */ || code === SLASH || isSpace(code);
}

function findClose(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}[\\s/>]`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

/** A comment ends at `-->`, which may share its lines with the beginning, or at `--!>`, which may not. */
function findCommentEnd(html: string, start: number): number {
  const short = /^<!--?>/.exec(html.slice(start, start + 5));
  if (short !== null) return start + short[0].length;
  const plain = skipPast(html, '-->', start + 2);
  const odd = html.slice(start + 4, plain).indexOf('--!>');
  return odd === -1 ? plain : start + 4 + odd + '--!>'.length;
}

function skipPast(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at === -1 ? html.length : at + sign.length;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** Character references as our own printers write them: by number, or one of six names. */
export function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos|nbsp));/gi, (all, hex, number, name) => {
    if (hex !== undefined) return toCharacter(Number.parseInt(String(hex), 16), all);
    if (number !== undefined) return toCharacter(Number(number), all);
    return NAMED[String(name)] ?? all;
  });
}

function toCharacter(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
