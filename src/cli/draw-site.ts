import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChangedGroups, isKnowledgeBase, openKnowledgeBase } from '../compiler/knowledge-base.ts';
import { openDrawers, type PagePath } from '../site/press/draw-pages.ts';
import { openDrawnSite, recordSite, type DrawnSite, type SiteRecord } from '../site/press/drawn-site.ts';
import { makePress, toSiteFolder, type Press } from '../site/press/make-press.ts';
import { describeFile, type SiteFile } from '../site/site-file.ts';
import { normalizeBase } from '../site/urls.ts';
import { SHARE_DRAWING, writeShareImages } from '../site/share/write-share-images.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { beginFolder } from './begin-folder.ts';
import type { CommandOptions } from './parse-arguments.ts';
import { INSTALLATION, SITE_MARK, type Project } from './project.ts';
import { dropSpare, takeSpare } from './spare-folder.ts';

export interface DrawOptions {
  readonly project: Project;
  readonly options: CommandOptions;
  readonly site: SiteConfig;
  readonly knowledgeBaseFile: string;
  /** A new folder on the same disk as the finished site. */
  readonly folder: string;
  /** Where a folder of an older site lies that may become the new one. */
  readonly spare: string;
  readonly onProgress: (done: number, total: number) => void;
  /** Called before pages are drawn: from here on the search can be indexed beside it. */
  readonly onGroundwork: (groundwork: Groundwork) => void;
}

/** What is known of a site before its pages are drawn. */
export interface Groundwork {
  /** Of all settings and code. */
  readonly key: string;
  /** Where its finished free pages lie. */
  readonly pagesFolder: string;
  /** The site that stands, what was recorded of it, and the groups of rows that changed since. */
  readonly last:
    { readonly id: string; readonly recordFile: string; readonly changed: ReadonlySet<string> } | undefined;
}

export type Drawing =
  /** The site that would be drawn stands there already, whole. */
  | { readonly status: 'standing'; readonly pages: number }
  | {
      readonly status: 'drawn';
      /** All pages of the site, and how many of them were drawn now. */
      readonly pages: number;
      readonly drawn: number;
      /** Those of the last site lie in the folder: there are the same pages. */
      readonly hasSitemaps: boolean;
      /** All its pages and what belongs to their code, where most of them were kept: the others need not be looked for. */
      readonly files: readonly SiteFile[] | undefined;
      /** Identifies this site: to be written into its mark. */
      readonly id: string;
      /** Remembers what was drawn from what, once the site stands in its place. */
      readonly remember: (files: Iterable<SiteFile>) => void;
    };

/**
 * Draws the pages of a site into a new folder. A page of the last site is kept as it is when nothing that it was drawn
 * from has changed: recorded while it was drawn, not guessed.
 */
export async function drawSite(draw: DrawOptions): Promise<Drawing> {
  const { project, knowledgeBaseFile, folder, spare, onProgress } = draw;
  const recordFile = join(project.cacheFolder, 'drawn.sqlite');
  const lastKnowledge = join(project.cacheFolder, 'drawn-knowledge.sqlite');
  const press = await preparePress(draw);
  const last = openDrawnSite(recordFile);
  const siteUrl = draw.options.url ?? draw.site.url;
  const code = hashCode();
  const key = hash([press.key, siteUrl, code, String(SHARE_DRAWING)]);
  const usable = last?.key === key && isStanding(last, project.outputFolder) && isKnowledgeBase(lastKnowledge);
  if (usable && isOneFile(lastKnowledge, knowledgeBaseFile) && isWhole(last, project.outputFolder)) {
    last.close();
    return { status: 'standing', pages: last.pages + countPages(press) };
  }
  const drawers = openDrawers({ press, siteUrl });
  let record: SiteRecord | undefined;
  let isDrawn = false;
  try {
    // A thread loads the pages' code and lists them while it is found out here what has changed.
    const listing = drawers.list();
    listing.catch(() => undefined);
    const changed = usable ? findChangedGroups(lastKnowledge, knowledgeBaseFile) : undefined;
    // Before the search begins to write into it.
    if (changed === undefined || !takeSpare(spare, folder)) dropSpare(spare);
    draw.onGroundwork({
      key,
      pagesFolder: toSiteFolder(press),
      last: last && changed && { id: last.id, recordFile, changed },
    });
    const begun = beginFolder(
      folder,
      last && changed && { drawn: last, folder: project.outputFolder, changed, pressFiles: press.files },
    );
    const pages = await listing;
    const wanted = begun.keepPages(pages);
    const recording = (record = recordSite(recordFile, changed ? 'taken over' : 'forgotten'));
    // Threads draw pages, and this one the cards.
    const cards = drawShareImages(draw, press.base, siteUrl);
    cards.catch(() => undefined);
    let done = 0;
    onProgress(0, wanted.length);
    const written: string[] = [];
    await drawers.draw(wanted, folder, (batch, drawn) => {
      recording.add(batch, drawn);
      for (const { file } of drawn) written.push(file);
      onProgress((done += batch.length), wanted.length);
    });
    written.push(...copyPressFiles(press, folder, begun.keep));
    const hasSitemaps = begun.keepSitemaps(pages);
    const source = await cards;
    // Of what the site is made from and not of where: the same site has the same id on every machine.
    const id = hash([press.content, siteUrl, code, source]);
    isDrawn = true;
    return {
      status: 'drawn',
      pages: pages.length + countPages(press),
      // Free pages and the like come with the press: with a site of which nothing is kept they are as new as all others.
      drawn: changed ? wanted.length : pages.length + countPages(press),
      hasSitemaps,
      files: changed && [...begun.files(), ...written.map((file) => describeFile(folder, file))],
      id,
      remember: (files) => remember({ record: recording, id, key, pages, files, knowledgeBaseFile, lastKnowledge }),
    };
  } finally {
    if (!isDrawn) record?.close();
    last?.close();
    await drawers.close();
  }
}

/** The bundle of the pages' code, made anew when something that it was made from has changed. */
async function preparePress({ project, options, site, knowledgeBaseFile, folder }: DrawOptions): Promise<Press> {
  // As Astro takes it: it finds no page of an encoded one.
  const base = decodeURI(normalizeBase(options.base));
  return makePress({
    folder: join(INSTALLATION, '.sanad', `press-${hash([project.cacheFolder])}`),
    project: project.cacheFolder,
    base,
    toConfig: async () => {
      const { toSiteConfig } = await import('./to-site-config.ts');
      return toSiteConfig({ ...project, outputFolder: folder }, knowledgeBaseFile, site, options);
    },
    settings: JSON.stringify([
      ...[base, options.url ?? site.url, knowledgeBaseFile, project.contentFolder, process.version],
      listPictures(project.contentFolder),
    ]),
    root: INSTALLATION,
    knowledgeBaseFile,
  });
}

/** Whether the folder still holds the site that was recorded. */
function isStanding({ id }: DrawnSite, place: string): boolean {
  try {
    return readFileSync(join(place, SITE_MARK), 'utf8').includes(id);
  } catch {
    return false;
  }
}

/** Of the code that writes the rest of the site, which the press knows nothing of: search index, feeds, headers. */
function hashCode(): string {
  const folders = ['cli', 'compiler', 'export', 'search', 'site'].map((name) => join(INSTALLATION, 'src', name));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return hash(files.toSorted().map((file) => readFileSync(file)));
}

/** Two names of one file: nothing was compiled since. */
function isOneFile(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b)];
  return one.ino === other.ino && one.dev === other.dev;
}

/** Whether every file of the last site is as it was written. */
function isWhole(last: DrawnSite, place: string): boolean {
  for (const { path, size, time } of last.files()) {
    const found = statSync(join(place, path), { throwIfNoEntry: false });
    if (found?.size !== size || found.mtimeMs !== time) return false;
  }
  return true;
}

/** Returns those that had to be copied. */
function copyPressFiles(press: Press, folder: string, keep: (file: string) => boolean): readonly string[] {
  const from = toSiteFolder(press);
  const missing = press.files.filter((file) => !keep(file));
  for (const file of missing) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(from, file), join(folder, file));
  }
  return missing;
}

/** Returns what identifies the content. */
async function drawShareImages(
  { project, knowledgeBaseFile, folder }: DrawOptions,
  base: string,
  siteUrl: string,
): Promise<string> {
  const kb = openKnowledgeBase(knowledgeBaseFile);
  try {
    await writeShareImages(kb, {
      base,
      siteUrl,
      outputFolder: folder,
      cacheFolder: join(project.cacheFolder, 'share'),
    });
    return kb.source();
  } finally {
    kb.close();
  }
}

function countPages({ files }: Press): number {
  return files.filter((file) => file.endsWith('.html')).length;
}

interface Memory {
  readonly record: SiteRecord;
  readonly id: string;
  readonly key: string;
  readonly pages: readonly PagePath[];
  readonly files: Iterable<SiteFile>;
  readonly knowledgeBaseFile: string;
  readonly lastKnowledge: string;
}

function remember({ record, id, key, pages, files, knowledgeBaseFile, lastKnowledge }: Memory): void {
  rmSync(lastKnowledge, { force: true });
  record.finish(id, key, pages, files);
  // The compiler writes a new file each time, so a second name keeps this one.
  linkSync(knowledgeBaseFile, lastKnowledge);
}

/** Pictures of the content folder with their contents: they are copied when the press is made. */
function listPictures(folder: string): readonly (readonly [string, string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => [file, hash([readFileSync(file)])]);
}

function hash(parts: readonly (string | Uint8Array)[]): string {
  const made = createHash('sha256');
  for (const part of parts) made.update(`${part.length}:`).update(part);
  return made.digest('hex').slice(0, 24);
}
