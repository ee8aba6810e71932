import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText, openHashList, type HashList, type SealedHashList } from './hash-list.ts';
import { locateAddress, toAddressPath, type SiteRoot } from './locate-address.ts';
import { isChecked, readFileFacts, type FileFacts } from './read-file-facts.ts';
import { normalizeBase } from './urls.ts';

export interface OutputSettings {
  /** The finished site, before it is published. */
  readonly folder: string;
  /** Path under which it will stand. */
  readonly base: string;
  /** Its address, of which only the origin counts. */
  readonly siteUrl: string;
  /** Facts of a file that is known to be unchanged since they were kept: it is not read again. */
  readonly findFacts?: ((file: string) => FileFacts | undefined) | undefined;
  /** Takes the facts of every file that was read. */
  readonly keepFacts?: ((file: string, facts: FileFacts) => void) | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

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

export interface OutputReport {
  readonly pages: number;
  readonly files: number;
  /** Sorted by file; at most 10,000. */
  readonly problems: readonly OutputProblem[];
  /** How many more there were. */
  readonly untold: number;
}

/** A site with more faults than this has one fault many times. */
const MOST_PROBLEMS = 10_000;

const LINK_FIX = 'Correct the address where it was written, or write the page it should lead to.';

/**
 * Holds a finished site against itself: that every link, fragment, file, canonical and alternate address, and every
 * address in sitemaps, feeds, JSON-LD, previews and the search index leads somewhere, that ids are used once, and that
 * every page is led to. One file is in memory at a time; of the others, eight bytes for each id and link to an id.
 */
export function checkOutput(settings: OutputSettings): OutputReport {
  const survey = openSurvey(settings);
  let done = 0;
  for (const file of listFiles(settings.folder)) {
    if (!isChecked(file)) continue;
    survey.add(file, readFacts(settings, file));
    settings.onProgress?.((done += 1));
  }
  const missing = survey.findMissing();
  // Only now is it known what nothing led to: whoever named it is looked up, if there is anything to look up.
  if (missing.isAny)
    for (const file of listFiles(settings.folder)) if (isChecked(file)) missing.tell(file, readFacts(settings, file));
  return survey.report();
}

function readFacts({ folder, findFacts, keepFacts }: OutputSettings, file: string): FileFacts {
  const known = findFacts?.(file);
  if (known !== undefined) return known;
  const facts = readFileFacts(file, readFileSync(join(folder, file), 'utf8'));
  keepFacts?.(file, facts);
  return facts;
}

/** Every file under a folder, in the order of its names, one folder at a time. */
function* listFiles(folder: string, under = ''): Generator<string> {
  const entries = readdirSync(join(folder, under), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) yield* listFiles(folder, path);
    else yield path;
  }
}

interface Survey {
  add(file: string, facts: FileFacts): void;
  findMissing(): Missing;
  report(): OutputReport;
}

interface Missing {
  readonly isAny: boolean;
  /** Reports what this file asks for and nothing has. */
  tell(file: string, facts: FileFacts): void;
}

/** What must be there and what is. */
interface Ledger {
  readonly have: HashList;
  readonly want: HashList;
}

function openSurvey(settings: OutputSettings): Survey {
  const root: SiteRoot = { origin: new URL(settings.siteUrl).origin, base: normalizeBase(settings.base) };
  const files = hashFiles(settings.folder);
  const problems: OutputProblem[] = [];
  let found = 0;
  let pages = 0;
  let hasSitemap = false;
  const fragments = openLedger();
  const pairs = openLedger();
  const sitemap = openLedger();
  const listed = openLedger();
  const led = openHashList();
  const seen = new Set<number>();
  const needLinks = openHashList();

  const tell = (fault: OutputFault, file: string, message: string, fix: string): void => {
    found += 1;
    if (problems.length < MOST_PROBLEMS) problems.push({ fault, file, message, fix });
  };

  /** The file that an address leads to, if it is one of the site; tells what is wrong with it otherwise. */
  const locate = (
    address: string,
    from: string,
    fault: OutputFault,
  ): { file: string; fragment: string } | undefined => {
    const location = locateAddress(address, from, root);
    if (location.status === 'outside') return undefined;
    if (location.status === 'forbidden') {
      tell(
        'address-forbidden',
        from,
        `It holds the address \`${address}\`, which no page may lead to.`,
        'Write an address that begins with https://, mailto: or a slash.',
      );
    } else if (location.status === 'astray') {
      tell(
        'base-missed',
        from,
        `\`${address}\` does not lie under \`${root.base}\`, where the site will stand.`,
        `Write it with \`${root.base}\` in front, or build with another --base.`,
      );
    } else if (files.has(hashText(location.file))) return location;
    else {
      const isFolder = files.has(hashText(`${location.file}/index.html`));
      tell(
        fault,
        from,
        `\`${address}\` leads nowhere: ${isFolder ? 'the address of that page ends with a slash' : `the site has no file \`${location.file}\``}.`,
        isFolder ? 'Write the slash at its end.' : LINK_FIX,
      );
    }
    return undefined;
  };

  const addPage = (file: string, facts: Extract<FileFacts, { type: 'page' }>): void => {
    pages += 1;
    const ids = new Set<string>();
    for (const id of facts.ids) {
      if (ids.has(id))
        tell('id-duplicate', file, `Two elements have the id \`${id}\`.`, 'Give one of them another id.');
      else fragments.have.add(hashText(`${file}#${id}`));
      ids.add(id);
    }
    for (const id of facts.references) {
      if (!ids.has(id))
        tell(
          'reference-broken',
          file,
          `An element refers to the id \`${id}\`, which the page does not have.`,
          'Correct the reference, or give the element that is meant this id.',
        );
    }
    const own = facts.alternates.flatMap(({ href }) => {
      const place = locate(href, file, 'alternate-broken');
      return place === undefined ? [] : [place.file];
    });
    for (const address of [...facts.links, ...(facts.refreshTo === undefined ? [] : [facts.refreshTo])]) {
      const place = locate(address, file, 'link-broken');
      if (place === undefined) continue;
      if (place.file === file) {
        if (!isFragmentOf(place.fragment, ids)) tellFragment(file, address, place.file);
        continue;
      }
      if (place.fragment !== '' && place.file.endsWith('.html'))
        fragments.want.add(hashText(`${place.file}#${place.fragment}`));
      // Another language's page of the same thing, and a page that only stands for another, lead nobody here.
      const target = hashText(place.file);
      if (!seen.has(target) && !own.includes(place.file) && facts.refreshTo === undefined) {
        seen.add(target);
        led.add(target);
      }
    }
    for (const address of facts.named) locate(address, file, 'link-broken');
    for (const fault of facts.faults)
      tell('file-broken', file, fault, 'This is a fault of the generator: please report it with the page.');
    addNames(file, facts);
  };

  /** Canonical and alternate addresses: a page is called what it is, and languages know each other. */
  const addNames = (file: string, facts: Extract<FileFacts, { type: 'page' }>): void => {
    const stands = !facts.isHidden && facts.refreshTo === undefined;
    if (facts.canonical === undefined) {
      if (stands)
        tell('canonical-wrong', file, 'The page does not say its own address.', 'Give it a canonical address.');
    } else {
      const place = locate(facts.canonical, file, 'canonical-wrong');
      const isAbsolute = facts.canonical.startsWith(root.origin);
      if (place === undefined ? !isAbsolute : stands && (place.file !== file || !isAbsolute))
        tell(
          'canonical-wrong',
          file,
          `The page calls itself \`${facts.canonical}\`, and stands at \`${root.origin}${root.base}${toAddressPath(file)}\`.`,
          'Check --url and --base; a page is called by its own address.',
        );
    }
    for (const { lang, href } of facts.alternates) {
      const place = locateAddress(href, file, root);
      if (lang === 'x-default' || place.status !== 'inside') continue;
      pairs.have.add(hashText(`${file} ${place.file}`));
      pairs.want.add(hashText(`${place.file} ${file}`));
    }
    if (!stands) return;
    if (file !== 'index.html') needLinks.add(hashText(file));
    sitemap.want.add(hashText(file));
    listed.have.add(hashText(file));
  };

  const addOther = (file: string, { links, pages: named, faults }: Extract<FileFacts, { type: 'other' }>): void => {
    for (const fault of faults)
      tell('file-broken', file, fault, 'This is a fault of the generator: please report it with the file.');
    for (const address of links) {
      const place = locate(address, file, 'link-broken');
      if (place !== undefined && place.fragment !== '' && place.file.endsWith('.html'))
        fragments.want.add(hashText(`${place.file}#${place.fragment}`));
    }
    for (const address of named) {
      hasSitemap = true;
      const place = locateAddress(address, file, root);
      if (place.status !== 'inside' || !files.has(hashText(place.file))) continue;
      sitemap.have.add(hashText(place.file));
      listed.want.add(hashText(place.file));
    }
  };

  const tellFragment = (file: string, address: string, target: string): void =>
    tell(
      'fragment-broken',
      file,
      `\`${address}\` leads to ${target === file ? 'its own page' : `\`${target}\``}, which has no element of that id.`,
      LINK_FIX,
    );

  return {
    add: (file, facts) => (facts.type === 'page' ? addPage(file, facts) : addOther(file, facts)),
    findMissing: () => {
      const lost = findLost(fragments);
      const oneSided = findLost(pairs);
      const orphans = needLinks.seal().without(led.seal());
      const unlisted = hasSitemap ? findLost(sitemap) : new Set<number>();
      const mislisted = findLost(listed);
      return {
        isAny: [lost, oneSided, orphans, unlisted, mislisted].some(({ size }) => size > 0),
        tell(file, facts) {
          const links =
            facts.type === 'page' && facts.refreshTo !== undefined ? [...facts.links, facts.refreshTo] : facts.links;
          for (const address of links) {
            const place = locateAddress(address, file, root);
            if (
              place.status === 'inside' &&
              place.file !== file &&
              lost.has(hashText(`${place.file}#${place.fragment}`))
            )
              tellFragment(file, address, place.file);
          }
          if (facts.type === 'page') {
            const own = hashText(file);
            if (orphans.has(own))
              tell(
                'page-orphaned',
                file,
                'No other page leads to this one.',
                'Link to it from a page that readers find, or remove it.',
              );
            if (unlisted.has(own))
              tell(
                'sitemap-wrong',
                file,
                'No sitemap names this page.',
                'This is a fault of the generator: please report it with the page.',
              );
          }
          for (const address of facts.type === 'other' ? facts.pages : []) {
            const place = locateAddress(address, file, root);
            if (place.status === 'inside' && mislisted.has(hashText(place.file)))
              tell(
                'sitemap-wrong',
                file,
                `It names \`${address}\`, which is kept out of search engines or leads elsewhere.`,
                'Name only pages that stand for themselves.',
              );
          }
          for (const { lang, href } of facts.type === 'page' ? facts.alternates : []) {
            const place = locateAddress(href, file, root);
            if (
              lang !== 'x-default' &&
              place.status === 'inside' &&
              files.has(hashText(place.file)) &&
              oneSided.has(hashText(`${place.file} ${file}`))
            )
              tell(
                'alternate-broken',
                file,
                `It names \`${href}\` as the same page in \`${lang}\`, and that page does not name this one.`,
                'Let both name each other, or neither.',
              );
          }
        },
      };
    },
    report: () => ({
      pages,
      files: files.size,
      problems: problems.toSorted(
        (a, b) => compare(a.file, b.file) || compare(a.fault, b.fault) || compare(a.message, b.message),
      ),
      untold: found - problems.length,
    }),
  };
}

/** `top` is the top of any page (WHATWG HTML, «select the indicated part»). */
function isFragmentOf(fragment: string, ids: ReadonlySet<string>): boolean {
  return fragment === '' || ids.has(fragment) || fragment.toLowerCase() === 'top';
}

function hashFiles(folder: string): SealedHashList {
  const files = openHashList();
  for (const file of listFiles(folder)) files.add(hashText(file));
  return files.seal();
}

function openLedger(): Ledger {
  return { have: openHashList(), want: openHashList() };
}

function findLost({ have, want }: Ledger): ReadonlySet<number> {
  return want.seal().without(have.seal());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The problems as people read them in a terminal, each with the file in the output folder, and how many they are. */
export function printOutputProblems({ problems, untold }: OutputReport, shown: number): string {
  const blocks = problems
    .slice(0, shown)
    .map(({ fault, file, message, fix }) => `${file}  error  ${fault}\n  ${message}\n  Fix: ${fix}`);
  const count = problems.length + untold;
  const more = count > shown ? [`… and ${count - shown} more of these`] : [];
  return `${[...blocks, ...more, `The finished site has ${count === 1 ? 'one fault' : `${count} faults`}`].join('\n\n')}\n`;
}
