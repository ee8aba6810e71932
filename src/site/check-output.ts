import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { examineFile, explainWant, hashFile, hashListed, type OutputProblem, type Want } from './examine-file.ts';
import type { Examination } from './examine-all.ts';
import { examineFiles } from './examine-files.ts';
import { openHashList, type SealedHashList } from './hash-list.ts';
import type { SiteRoot } from './locate-address.ts';
import { createOutputMemory, openOutputMemory, type FileHashes, type OutputMemory } from './output-memory.ts';
import { isChecked, readFileFacts } from './read-file-facts.ts';
import { listSiteFiles } from './list-site-files.ts';
import type { SiteFile } from './site-file.ts';
import { normalizeBase } from './urls.ts';

export { OUTPUT_FAULTS, type OutputFault, type OutputProblem } from './examine-file.ts';

export interface OutputSettings {
  /** The finished site, before it is published. */
  readonly folder: string;
  /** Path under which it will stand. */
  readonly base: string;
  /** Its address, of which only the origin counts. */
  readonly siteUrl: string;
  /** All that lies in it, where that is known; else it is looked for. */
  readonly list?: readonly SiteFile[] | undefined;
  /** Where it is kept what the site was found to hold, for the next time. */
  readonly memory?: OutputMemorySettings;
}

export interface OutputMemorySettings {
  readonly file: string;
  /** Of the code that checks, and all settings. */
  readonly key: string;
  /** Identifies the last site, in which nothing was wrong. */
  readonly last: string | undefined;
}

export interface OutputReport {
  readonly pages: number;
  readonly files: number;
  /** All of them, in no order. */
  readonly list: readonly SiteFile[];
  /** How many files were read. */
  readonly examined: number;
  /** Sorted by file; at most 10,000. */
  readonly problems: readonly OutputProblem[];
  /** How many more there were. */
  readonly untold: number;
}

/** A site that was checked, and what is to be remembered of it. */
export interface CheckedOutput extends OutputReport {
  /** To be called when it stands in its place, with what identifies it; only where there is no problem. */
  readonly remember: (id: string) => void;
  /** To be called in any case. */
  readonly close: () => void;
}

/** A site with more faults than this has one fault many times. */
const MOST_PROBLEMS = 10_000;

/**
 * Holds a finished site against itself: that every link, fragment, file, canonical and alternate address, and every
 * address in sitemaps, feeds, JSON-LD, previews and the search index leads somewhere, that ids are used once, and that
 * every page is led to.
 *
 * Files are examined one by one: each has things that others may ask for, and wants things of others, all as hashes. A file
 * that is known from the last site, on the same place of the disk, of the same size and time, is not examined again. Only
 * where something is wanted that nothing has are the files read once more, to say what it is.
 */
export async function checkOutput(settings: OutputSettings): Promise<CheckedOutput> {
  const { memory: kept } = settings;
  const known = kept?.last === undefined ? undefined : openOutputMemory(kept.file, kept.last, kept.key);
  const memory = known ?? (kept && createOutputMemory(kept.file));
  try {
    const { isRemembered, ...report } = await (known === undefined
      ? checkAll(settings, memory)
      : checkChanges(settings, known));
    return {
      ...report,
      remember: (id) => {
        if (kept === undefined || memory === undefined) return;
        if (isRemembered) memory.commit(id, kept.key);
        else rmSync(kept.file, { force: true });
      },
      close: () => memory?.close(),
    };
  } catch (error) {
    memory?.close();
    throw error;
  }
}

type Checked = OutputReport & { readonly isRemembered: boolean };

async function checkAll(settings: OutputSettings, memory: OutputMemory | undefined): Promise<Checked> {
  const { folder } = settings;
  const root = toRoot(settings);
  const list = settings.list ?? listSiteFiles(folder).files;
  const files = list.map(({ path }) => path);
  const checked = list.filter(({ path }) => isChecked(path));
  const survey = openSurvey();
  let faults = 0;
  await examineFiles(checked, { folder, root }, (batch, examination) => {
    faults += examination.faulty;
    survey.add(examination);
    batch.forEach((file, at) => memory?.set(file, takeHashes(examination, at)));
  });
  for (const file of list) if (!isChecked(file.path)) memory?.set(file, NO_HASHES);
  const report = toReport(list, checked.length);
  if (faults === 0 && survey.isSound(files)) return { ...report, isRemembered: true };
  return { ...report, ...explain(files, folder, root), isRemembered: false };
}

async function checkChanges(settings: OutputSettings, memory: OutputMemory): Promise<Checked> {
  const { folder } = settings;
  const root = toRoot(settings);
  const list = settings.list ?? listSiteFiles(folder).files;
  const files = list.map(({ path }) => path);
  const changes = findChanges(list, memory);
  const checked = changes.fresh.filter(({ path }) => isChecked(path));
  const hashes = new Map<string, FileHashes>();
  let faults = 0;
  await examineFiles(checked, { folder, root }, (batch, examination) => {
    faults += examination.faulty;
    batch.forEach(({ path }, at) => hashes.set(path, takeHashes(examination, at)));
  });
  const report = toReport(list, checked.length);
  if (faults > 0 || !isStillSound(files, changes, hashes, memory))
    return { ...report, ...explain(files, folder, root), isRemembered: false };
  for (const path of changes.gone) memory.remove(path);
  for (const file of changes.fresh) memory.set(file, hashes.get(file.path) ?? NO_HASHES);
  return { ...report, isRemembered: true };
}

function toRoot({ siteUrl, base }: OutputSettings): SiteRoot {
  return { origin: new URL(siteUrl).origin, base: normalizeBase(base) };
}

function toReport(list: readonly SiteFile[], examined: number): OutputReport {
  const pages = list.filter(({ path }) => path.endsWith('.html')).length;
  return { pages, files: list.length, list, examined, problems: [], untold: 0 };
}

function takeHashes({ haves, wants, ends }: Examination, at: number): FileHashes {
  const [have, want] = at === 0 ? [0, 0] : [ends[at * 2 - 2], ends[at * 2 - 1]];
  return { haves: haves.subarray(have, ends[at * 2]), wants: wants.subarray(want, ends[at * 2 + 1]) };
}

const NO_HASHES: FileHashes = { haves: new Float64Array(), wants: new Float64Array() };

/** How a site differs from the last one. */
interface Changes {
  /** Files that were not there, or were other ones. */
  readonly fresh: readonly SiteFile[];
  /** Files of the last site that are not there any more, or other ones. */
  readonly gone: readonly string[];
}

function findChanges(files: readonly SiteFile[], memory: OutputMemory): Changes {
  const last = new Map<string, SiteFile>();
  for (const file of memory.files()) last.set(file.path, file);
  const fresh: SiteFile[] = [];
  for (const file of files) {
    const { size, time, node } = last.get(file.path) ?? {};
    if (size === file.size && time === file.time && node === file.node) last.delete(file.path);
    else fresh.push(file);
  }
  return { fresh, gone: [...last.keys()] };
}

/**
 * Whether everything that is wanted is still there. In the last site it was: so only what was lost, and what is wanted now
 * and was not, need be looked for.
 */
function isStillSound(
  files: readonly string[],
  { gone }: Changes,
  fresh: ReadonlyMap<string, FileHashes>,
  memory: OutputMemory,
): boolean {
  // Where pages are listed for the first time, all of them are looked for.
  if (files.some(isSitemap) && !gone.some(isSitemap) && [...fresh.keys()].some(isSitemap)) return false;
  const [haves, wants] = [new Set(addHashes(files)), new Set<number>()];
  for (const own of fresh.values()) {
    for (const hash of own.haves) haves.add(hash);
    for (const hash of own.wants) wants.add(hash);
  }
  const lost = new Set(gone.map(hashFile).filter((hash) => !haves.has(hash)));
  const wantedBefore = new Set<number>();
  const removed = gone.map((path) => memory.hashes(path));
  for (const own of removed) {
    for (const hash of own.haves) if (!haves.has(hash)) lost.add(hash);
    for (const hash of own.wants) wantedBefore.add(hash);
  }
  const doubtful = new Set(lost);
  for (const hash of wants) if (!haves.has(hash) && !wantedBefore.has(hash)) doubtful.add(hash);
  if (doubtful.size === 0) return true;
  for (const path of gone) memory.remove(path);
  // No file has another: where only files are in doubt, none of the others can have them.
  if (doubtful.difference(new Set(gone.map(hashFile))).size > 0)
    for (const own of memory.allHaves()) for (const hash of own) doubtful.delete(hash);
  if ([...doubtful].some((hash) => wants.has(hash))) return false;
  if (doubtful.size === 0) return true;
  for (const own of memory.allWants()) for (const hash of own) if (doubtful.has(hash)) return false;
  return true;
}

/** What the site has without a file being read: its files, and, where nothing lists pages, that all are listed. */
function* addHashes(files: readonly string[]): Generator<number> {
  const hasSitemap = files.some(isSitemap);
  for (const file of files) {
    yield hashFile(file);
    if (!hasSitemap && file.endsWith('.html')) yield hashListed(file);
  }
}

function isSitemap(file: string): boolean {
  return /^sitemap[^/]*\.xml$/.test(file);
}

/** What all files of a site have and want. */
interface Survey {
  readonly add: (examination: Examination) => void;
  readonly isSound: (files: readonly string[]) => boolean;
}

function openSurvey(): Survey {
  const [all, wanted] = [openHashList(), openHashList()];
  return {
    add: ({ haves, wants }) => {
      for (const hash of haves) all.add(hash);
      for (const hash of wants) wanted.add(hash);
    },
    isSound: (files) => {
      for (const hash of addHashes(files)) all.add(hash);
      return wanted.seal().without(all.seal()).size === 0;
    },
  };
}

/** Reads all files again and says what is wrong with them. Of the others, eight bytes for each thing are in memory. */
function explain(files: readonly string[], folder: string, root: SiteRoot): Pick<OutputReport, 'problems' | 'untold'> {
  const checked = files.filter(isChecked);
  const problems: OutputProblem[] = [];
  let found = 0;
  const tell = (problem: OutputProblem | undefined): void => {
    if (problem === undefined) return;
    found += 1;
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  const list = openHashList();
  for (const hash of addHashes(files)) list.add(hash);
  const examine = (file: string, notes: Parameters<typeof examineFile>[3]): void =>
    examineFile(file, readFileFacts(file, readFileSync(join(folder, file), 'utf8')), root, notes);
  for (const file of checked) examine(file, { have: (hash) => list.add(hash), want: () => undefined, tell });
  const haves: SealedHashList = list.seal();
  const isThere = (file: string): boolean => haves.has(hashFile(file));
  for (const file of checked) {
    const told = new Set<string>();
    const explainOnce = (want: Want): void => {
      const problem = explainWant(file, want, isThere);
      if (problem === undefined || told.has(problem.fault + problem.message)) return;
      told.add(problem.fault + problem.message);
      tell(problem);
    };
    examine(file, {
      have: () => undefined,
      want: (hash, toWant) => {
        if (!haves.has(hash)) explainOnce(toWant());
      },
      tell: () => undefined,
    });
  }
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    problems: problems.toSorted(
      (a, b) => compare(a.file, b.file) || compare(a.fault, b.fault) || compare(a.message, b.message),
    ),
    untold: found - problems.length,
  };
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
