import { hashText } from './hash-list.ts';
import { locateAddress, toAddressPath, type SiteRoot } from './locate-address.ts';
import type { FileFacts } from './read-file-facts.ts';

export const OUTPUT_FAULTS = [
  'address-forbidden',
  'alternate-broken',
  'base-missed',
  'canonical-wrong',
  'file-broken',
  'fragment-broken',
  'id-duplicate',
  'link-broken',
  'page-orphaned',
  'reference-broken',
  'sitemap-wrong',
] as const;
export type OutputFault = (typeof OUTPUT_FAULTS)[number];

/** One thing wrong with a finished site. */
export interface OutputProblem {
  readonly fault: OutputFault;
  /** Path in the output folder, with POSIX slashes. */
  readonly file: string;
  /** What is wrong, with the address that is, in whole sentences. */
  readonly message: string;
  /** One sentence in the imperative. */
  readonly fix: string;
}

/**
 * What one file says must be there. Each is a hash that some file of the site must have:
 * - `file`: a file; `fragment`: an element of a page; these two with the address that leads there
 * - `pair`: the same page in another language, naming this one
 * - `named`: a page that stands for itself, where a sitemap names it
 * - `led`: a page that leads to this one; `listed`: a sitemap that names this page
 */
export type Want =
  | { readonly type: 'file'; readonly address: string; readonly target: string; readonly fault: OutputFault }
  | { readonly type: 'fragment'; readonly address: string; readonly target: string }
  | { readonly type: 'pair'; readonly address: string; readonly target: string; readonly lang: string }
  | { readonly type: 'named'; readonly address: string; readonly target: string }
  | { readonly type: 'led' | 'listed' };

/** Takes what a file has and wants, as hashes of all of a site. */
export interface Notes {
  readonly have: (hash: number) => void;
  readonly want: (hash: number, toWant: () => Want) => void;
  /** Something wrong with the file by itself, whatever else there is. */
  readonly tell: (problem: OutputProblem) => void;
}

type PageFacts = Extract<FileFacts, { type: 'page' }>;

const LINK_FIX = 'Correct the address where it was written, or write the page it should lead to.';
const OUR_FAULT = 'This is a fault of the generator: please report it with the';

/** That there is a file. */
export function hashFile(file: string): number {
  return hashText(`f ${file}`);
}

const hashElement = (file: string, id: string): number => hashText(`# ${file}#${id}`);
const hashPair = (from: string, to: string): number => hashText(`p ${from} ${to}`);
/** Some page leads to this one. */
const hashLed = (file: string): number => hashText(`o ${file}`);
/** A sitemap names this page. */
export const hashListed = (file: string): number => hashText(`s ${file}`);
/** This page stands for itself. */
const hashStanding = (file: string): number => hashText(`l ${file}`);

/** Notes what a file of a finished site has, what it asks of the others, and what is wrong with it by itself. */
export function examineFile(file: string, facts: FileFacts, root: SiteRoot, notes: Notes): void {
  const tell = (fault: OutputFault, message: string, fix: string): void => notes.tell({ fault, file, message, fix });
  /** The file of the site that an address leads to; it must be there. */
  const locate = (
    address: string,
    fault: OutputFault,
  ): { readonly file: string; readonly fragment: string } | undefined => {
    const location = locateAddress(address, file, root);
    if (location.status === 'outside') return undefined;
    if (location.status === 'inside') {
      notes.want(hashFile(location.file), () => ({ type: 'file', address, target: location.file, fault }));
      return location;
    }
    if (location.status === 'forbidden')
      tell(
        'address-forbidden',
        `It holds the address \`${address}\`, which no page may lead to.`,
        'Write an address that begins with https://, mailto: or a slash.',
      );
    else
      tell(
        'base-missed',
        `\`${address}\` does not lie under \`${root.base}\`, where the site will stand.`,
        `Write it with \`${root.base}\` in front, or build with another --base.`,
      );
    return undefined;
  };
  const wantElement = (address: string, target: string, fragment: string): void => {
    if (fragment !== '' && target.endsWith('.html'))
      notes.want(hashElement(target, fragment), () => ({ type: 'fragment', address, target }));
  };

  if (facts.type === 'page') examinePage(facts);
  else {
    for (const fault of facts.faults) tell('file-broken', fault, `${OUR_FAULT} file.`);
    for (const address of facts.links) {
      const place = locate(address, 'link-broken');
      if (place !== undefined) wantElement(address, place.file, place.fragment);
    }
    for (const address of facts.pages) {
      const place = locateAddress(address, file, root);
      if (place.status !== 'inside') continue;
      notes.have(hashListed(place.file));
      notes.want(hashStanding(place.file), () => ({ type: 'named', address, target: place.file }));
    }
  }

  function examinePage(page: PageFacts): void {
    const ids = new Set<string>();
    for (const id of page.ids) {
      if (ids.has(id)) tell('id-duplicate', `Two elements have the id \`${id}\`.`, 'Give one of them another id.');
      else notes.have(hashElement(file, id));
      ids.add(id);
    }
    for (const id of page.references) {
      if (!ids.has(id))
        tell(
          'reference-broken',
          `An element refers to the id \`${id}\`, which the page does not have.`,
          'Correct the reference, or give the element that is meant this id.',
        );
    }
    const own = page.alternates.flatMap(({ href }) => locate(href, 'alternate-broken')?.file ?? []);
    for (const address of [...page.links, ...(page.refreshTo === undefined ? [] : [page.refreshTo])]) {
      const place = locate(address, 'link-broken');
      if (place === undefined) continue;
      if (place.file === file) {
        if (!isFragmentOf(place.fragment, ids)) notes.tell(toFragmentProblem(file, address, file));
        continue;
      }
      wantElement(address, place.file, place.fragment);
      // Another language's page of the same thing, and a page that only stands for another, lead nobody here.
      if (!own.includes(place.file) && page.refreshTo === undefined) notes.have(hashLed(place.file));
    }
    for (const address of page.named) locate(address, 'link-broken');
    for (const fault of page.faults) tell('file-broken', fault, `${OUR_FAULT} page.`);
    examineNames(page);
  }

  /** Canonical and alternate addresses: a page is called what it is, and languages know each other. */
  function examineNames(page: PageFacts): void {
    const stands = !page.isHidden && page.refreshTo === undefined;
    if (page.canonical === undefined) {
      if (stands) tell('canonical-wrong', 'The page does not say its own address.', 'Give it a canonical address.');
    } else {
      const place = locate(page.canonical, 'canonical-wrong');
      const isAbsolute = page.canonical.startsWith(root.origin);
      if (place === undefined ? !isAbsolute : stands && (place.file !== file || !isAbsolute))
        tell(
          'canonical-wrong',
          `The page calls itself \`${page.canonical}\`, and stands at \`${root.origin}${root.base}${toAddressPath(file)}\`.`,
          'Check --url and --base; a page is called by its own address.',
        );
    }
    for (const { lang, href } of page.alternates) {
      const place = locateAddress(href, file, root);
      if (lang === 'x-default' || place.status !== 'inside') continue;
      notes.have(hashPair(file, place.file));
      notes.want(hashPair(place.file, file), () => ({ type: 'pair', address: href, target: place.file, lang }));
    }
    if (!stands) return;
    if (file !== 'index.html') notes.want(hashLed(file), () => ({ type: 'led' }));
    notes.want(hashListed(file), () => ({ type: 'listed' }));
    notes.have(hashStanding(file));
  }
}

/**
 * What is to be said of something that a file wants and no file has; nothing where something else says it already.
 * `isThere` tells of a file whether the site has it.
 */
export function explainWant(file: string, want: Want, isThere: (file: string) => boolean): OutputProblem | undefined {
  const say = (fault: OutputFault, message: string, fix: string): OutputProblem => ({ fault, file, message, fix });
  // An address that leads to no file leads to no element of it either.
  if ('target' in want && want.type !== 'file' && !isThere(want.target)) return undefined;
  switch (want.type) {
    case 'file': {
      const isFolder = isThere(`${want.target}/index.html`);
      return say(
        want.fault,
        `\`${want.address}\` leads nowhere: ${isFolder ? 'the address of that page ends with a slash' : `the site has no file \`${want.target}\``}.`,
        isFolder ? 'Write the slash at its end.' : LINK_FIX,
      );
    }
    case 'fragment':
      return toFragmentProblem(file, want.address, want.target);
    case 'pair':
      return say(
        'alternate-broken',
        `It names \`${want.address}\` as the same page in \`${want.lang}\`, and that page does not name this one.`,
        'Let both name each other, or neither.',
      );
    case 'named':
      return say(
        'sitemap-wrong',
        `It names \`${want.address}\`, which is kept out of search engines or leads elsewhere.`,
        'Name only pages that stand for themselves.',
      );
    case 'led':
      return say(
        'page-orphaned',
        'No other page leads to this one.',
        'Link to it from a page that readers find, or remove it.',
      );
    case 'listed':
      return say('sitemap-wrong', 'No sitemap names this page.', `${OUR_FAULT} page.`);
  }
}

function toFragmentProblem(file: string, address: string, target: string): OutputProblem {
  return {
    fault: 'fragment-broken',
    file,
    message: `\`${address}\` leads to ${target === file ? 'its own page' : `\`${target}\``}, which has no element of that id.`,
    fix: LINK_FIX,
  };
}

/** `top` is the top of any page (WHATWG HTML, «select the indicated part»). */
function isFragmentOf(fragment: string, ids: ReadonlySet<string>): boolean {
  return fragment === '' || ids.has(fragment) || fragment.toLowerCase() === 'top';
}
