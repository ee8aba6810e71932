import { decode, scanPage, type PageFacts } from './scan-page.ts';

/** What the checks must know of one file of a finished site, of whatever type. */
export type FileFacts =
  | (PageFacts & { readonly type: 'page'; readonly named: readonly string[]; readonly faults: readonly string[] })
  | {
      readonly type: 'other';
      /** Addresses it leads to or loads. */
      readonly links: readonly string[];
      /** Addresses of pages that it tells machines of, to be held against the pages: those of a sitemap. */
      readonly pages: readonly string[];
      /** What is wrong with it by itself, in whole sentences. */
      readonly faults: readonly string[];
    };

/** Types of file that hold addresses. */
const READ = /\.(?:html|css|m?js|xml|json|webmanifest|csv)$|^(?:robots\.txt|_redirects)$/;
/** A file of these is opened by nothing but Pagefind's own program, and holds no address of the site. */
const PAGEFIND = /^pagefind\/(?!records\/)/;

/** Whether a file of a finished site has something to be checked in it. */
export function isChecked(file: string): boolean {
  return READ.test(file) && !PAGEFIND.test(file);
}

/** Reads the facts of one file from its text. The same text of the same file always gives the same facts. */
export function readFileFacts(file: string, text: string): FileFacts {
  if (file.endsWith('.html')) return readPage(text);
  const other = readOther(file, text);
  return { type: 'other', links: [...new Set(other.links)], pages: other.pages ?? [], faults: other.faults ?? [] };
}

function readPage(html: string): FileFacts {
  const { data, ...facts } = scanPage(html);
  const found = data.map(readLinkedData);
  return {
    ...facts,
    data: [],
    type: 'page',
    links: [...new Set([...facts.links, ...found.flatMap(({ links }) => links)])],
    named: [...new Set(found.flatMap(({ named }) => named))],
    faults: found.some(({ isBroken }) => isBroken) ? ['Its JSON-LD is not JSON.'] : [],
  };
}

/** Addresses in JSON-LD: those that lead somewhere, and ids, which name a thing of a page that need not be an element. */
function readLinkedData(text: string): { links: string[]; named: string[]; isBroken: boolean } {
  const links: string[] = [];
  const named: string[] = [];
  const value = parseJson(text);
  if (value === undefined) return { links, named, isBroken: true };
  eachText(value.json, '', (one, key) => {
    if (!/^https?:/.test(one) || key === '@context' || key === '@type') return;
    if (key === '@id') named.push(one);
    else links.push(one);
  });
  return { links, named, isBroken: false };
}

interface OtherFacts {
  readonly links: readonly string[];
  readonly pages?: readonly string[];
  readonly faults?: readonly string[];
}

function readOther(file: string, text: string): OtherFacts {
  if (file.endsWith('.css')) return { links: readStyles(text) };
  if (/\.m?js$/.test(file)) return { links: readImports(text) };
  if (file.endsWith('.xml')) return readXml(file, text);
  if (file === '_redirects') return { links: readRedirects(text) };
  if (/\.(?:json|webmanifest)$/.test(file)) return readJson(file, text);
  return { links: findAddresses(text) };
}

function readStyles(text: string): string[] {
  const found = text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']+)["']/g);
  return [...found].map(([, double, single, bare, imported]) => double ?? single ?? bare ?? imported ?? '');
}

/** Modules that a bundle loads: it names them relative to itself. */
function readImports(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)].map(([, path = '']) => path);
}

function readXml(file: string, text: string): OtherFacts {
  const addresses = findAddresses(text);
  const isSitemap = /^sitemap[^/]*\.xml$/.test(file);
  const listed = isSitemap ? [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, one = '']) => decode(one.trim())) : [];
  return { links: addresses, pages: listed.filter((one) => !one.endsWith('.xml')) };
}

/** A rule of `_redirects` leads to its second word, unless that is made of parts of the first. */
function readRedirects(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [from = '', to] = line.trim().split(/\s+/);
    return from === '' || from.startsWith('#') || to === undefined || /[:*]\w*/.test(to.replace(/^https?:/, ''))
      ? []
      : [to];
  });
}

/** What stands behind links to some entities, by addresses without what every address of the language begins with. */
interface Previews {
  readonly entities: Readonly<Record<string, unknown>>;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** What is shown of documents that were found, by their numbers. */
type SearchRecords = Readonly<
  Record<
    string,
    {
      readonly views: Readonly<Record<string, { readonly href: string }>>;
      readonly sections: readonly { readonly fragment: string; readonly shownIn: readonly string[] }[];
    }
  >
>;

function readJson(file: string, text: string): OtherFacts {
  const value = parseJson(text);
  if (value === undefined) return { links: [], faults: ['It is not JSON.'] };
  if (/(?:^|\/)previews\//.test(file)) {
    const { entities, evidence } = value.json as Previews;
    return { links: [...Object.keys(entities), ...Object.keys(evidence)].map((one) => `../${one}`) };
  }
  if (file.startsWith('pagefind/records/')) return { links: readSearchRecords(value.json as SearchRecords) };
  const links: string[] = [];
  eachText(value.json, '', (one) => {
    if (/^https?:/.test(one)) links.push(one);
  });
  return { links };
}

/** Every place to which a hit may lead: the page in each language, and each passage where it is shown. */
function readSearchRecords(records: SearchRecords): string[] {
  return Object.values(records).flatMap(({ views, sections }) =>
    Object.entries(views).flatMap(([language, { href }]) => [
      href,
      ...sections
        .filter(({ fragment, shownIn }) => fragment !== '' && shownIn.includes(language))
        .map(({ fragment }) => `${href}#${encodeURIComponent(fragment)}`),
    ]),
  );
}

/** Whole addresses in a text of any format. */
function findAddresses(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s"'<>`{}]+/g)].map(([address]) => decode(address));
}

function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined; // The caller says so, with the file.
  }
}

function eachText(value: unknown, key: string, see: (text: string, key: string) => void): void {
  if (typeof value === 'string') see(value, key);
  else if (Array.isArray(value)) for (const one of value) eachText(one, key, see);
  else if (value !== null && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) eachText(one, name, see);
}
