import { toRelativeAddress, type FoundFile, type SiteFiles } from './site-files.ts';

/** A page that works wherever its folder lies, and what it needs. */
export interface PortablePage {
  readonly html: string;
  /** Files that it links to, shows or loads. */
  readonly files: ReadonlySet<string>;
  /** Modules that it runs, to be made classic scripts. */
  readonly modules: ReadonlySet<string>;
  /** Files, or folders with a final slash, that its scripts read. */
  readonly data: ReadonlySet<string>;
}

/** The script that every page runs first. */
export const START_SCRIPT = 'portable.js';

/** As strict as that of a published site; `file:` for browsers in which a page on a disk is nobody's own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file:",
  "img-src 'self' file: data:",
  "font-src 'self' file:",
  "base-uri 'none'",
  "form-action 'self' file:",
].join('; ');

const LINKS = /^(?:href|src|action|formaction|poster|data|xlink:href)$/;
/** What is of use to search engines and to pages that come over a network. */
const UNUSED_RELATION =
  /\b(?:canonical|alternate|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest|search)\b/;
const TAG = /<!--.*?-->|<([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/gs;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

interface Attribute {
  readonly name: string;
  /** As written, references included; nothing for an attribute without a value. */
  readonly value: string | undefined;
}

/** Makes all addresses of a page relative and its scripts classic. `file` is its path in the site. */
export function rewritePage(file: string, html: string, site: SiteFiles): PortablePage {
  const files = new Set<string>();
  const modules = new Set<string>();
  const data = new Set<string>();

  const lead = (address: string, needs: Set<string>): string => {
    const found = site.find(unescape(address));
    if (found === undefined) return address;
    needs.add(found.path);
    return escape(toRelativeAddress(file, found));
  };
  const rewriteAttribute = ({ name, value }: Attribute, needs: Set<string>): Attribute => {
    if (value === undefined) return { name, value };
    if (LINKS.test(name)) return { name, value: lead(value, needs) };
    if (name.startsWith('data-')) return { name, value: lead(value, data) };
    if (name === 'srcset' || name === 'imagesrcset') {
      const sources = value
        .split(',')
        .map((source) => source.trim().replace(/^\S+/, (address) => lead(address, files)));
      return { name, value: sources.join(', ') };
    }
    return { name, value };
  };

  const rewriteTag = (whole: string, tag: string | undefined, text: string, close: string): string => {
    if (tag === undefined) return whole;
    const name = tag.toLowerCase();
    const attributes = readAttributes(text);
    const read = (wanted: string): string => attributes.find((one) => one.name === wanted)?.value ?? '';
    if (name === 'link' && UNUSED_RELATION.test(read('rel'))) return '';
    if (name === 'meta') {
      const rule = read('http-equiv').toLowerCase();
      if (rule === 'content-security-policy') return '';
      if (rule === 'refresh')
        return writeTag(
          tag,
          attributes.map((one) => rewriteRefresh(one, (address) => lead(address, files))),
          close,
        );
      return attributes.some((one) => one.name === 'charset') ? whole + start : whole;
    }
    const isModule = name === 'script' && read('type') === 'module';
    const kept = attributes
      // Their files are made anew, and are nobody else's.
      .filter((one) => !/^(?:integrity|crossorigin)$/.test(one.name) && !(isModule && one.name === 'type'))
      .map((one) => rewriteAttribute(one, isModule ? modules : files));
    return writeTag(tag, isModule ? [{ name: 'defer', value: undefined }, ...kept] : kept, close);
  };

  const toStart: FoundFile = { path: START_SCRIPT, suffix: '' };
  const start = `<meta http-equiv="Content-Security-Policy" content="${escape(POLICY)}"><script src="${escape(toRelativeAddress(file, toStart))}"></script>`;
  return { html: html.replace(TAG, rewriteTag), files, modules, data };
}

function rewriteRefresh({ name, value }: Attribute, lead: (address: string) => string): Attribute {
  return {
    name,
    value:
      name === 'content'
        ? value?.replace(/(url=)(.*)$/is, (_, before: string, address: string) => before + lead(address))
        : value,
  };
}

function readAttributes(text: string): readonly Attribute[] {
  return [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => ({
    name,
    value: double ?? single?.replaceAll('"', '&quot;') ?? bare,
  }));
}

function writeTag(tag: string, attributes: readonly Attribute[], close: string): string {
  const text = attributes.map(({ name, value }) => (value === undefined ? ` ${name}` : ` ${name}="${value}"`)).join('');
  return `<${tag}${text}${close === '' ? '' : ' /'}>`;
}

function unescape(text: string): string {
  return text
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&#39;/g, "'");
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Makes the addresses of a style sheet relative; says which files it needs. */
export function rewriteStyles(
  file: string,
  css: string,
  site: SiteFiles,
): { readonly css: string; readonly files: ReadonlySet<string> } {
  const files = new Set<string>();
  const rewritten = css.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _quote: string, address: string) => {
    const found = site.find(address);
    if (found === undefined) return whole;
    files.add(found.path);
    return `url("${toRelativeAddress(file, found)}")`;
  });
  return { css: rewritten, files };
}
