import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashGroup } from '../compiler/hash-group.ts';
import { removeEmpty, removeFile } from '../compiler/sweep-folder.ts';
import { INDEX_FOLDER } from '../search/index-files.ts';
import type { PagePath } from '../site/press/draw-pages.ts';
import type { DrawnSite } from '../site/press/drawn-site.ts';
import { keepFile } from '../site/press/keep-file.ts';
import { toFile } from '../site/press/to-file.ts';
import { SHARE } from '../site/share/write-share-images.ts';
import { listSiteFiles } from '../site/list-site-files.ts';
import { describeFile, isSameFile, type SiteFile } from '../site/site-file.ts';

/** The site that stands, where nothing but its content has changed. */
export interface LastSite {
  readonly drawn: DrawnSite;
  readonly folder: string;
  /** Groups of rows that are others now. */
  readonly changed: ReadonlySet<string>;
  /** Its files that belong to the pages' code: they are what they were. */
  readonly pressFiles: readonly string[];
}

/** A new folder, in which files of the last site lie that may stay. */
export interface BegunFolder {
  /** Brings a file of the last site into the folder if it is not there yet; tells whether there is one, as it was written. */
  readonly keep: (file: string) => boolean;
  /** Keeps all pages that are drawn from what they were drawn from, and returns the others, none of which lies there. */
  readonly keepPages: (pages: readonly PagePath[]) => readonly PagePath[];
  /** What was kept and lies there now. */
  readonly files: () => Iterable<SiteFile>;
  /** Sitemaps name pages and nothing else: keeps them where there are the same pages, and tells whether it did. */
  readonly keepSitemaps: (pages: readonly PagePath[]) => boolean;
}

/**
 * Begins the folder of a site with what lies in it, which nobody need know, or with nothing. Search index and cards look after
 * folders of their own.
 */
export function beginFolder(folder: string, last: LastSite | undefined): BegunFolder {
  mkdirSync(folder, { recursive: true });
  if (last === undefined)
    return { keep: () => false, keepPages: (pages) => pages, keepSitemaps: () => false, files: () => [] };
  const { drawn, pressFiles } = last;
  const owners = drawn.pagesWithout(new Set([...last.changed].map(hashGroup)));
  const inPlace = sweep(folder, new Set([...[...owners.keys()].map(toFile), ...pressFiles]), drawn);
  const keep = (file: string): boolean => {
    if (inPlace.has(file)) return true;
    if (!keepFile(file, drawn, last.folder, folder)) return false;
    inPlace.set(file, describeFile(folder, file));
    return true;
  };
  return {
    keep,
    keepPages: (pages) => {
      const missing = pages.filter(({ path, owner }) => owners.get(path) !== owner || !keep(toFile(path)));
      const staying = new Set(pages).difference(new Set(missing));
      const files = new Set([...[...staying].map(({ path }) => toFile(path)), ...pressFiles]);
      // Whoever writes into one of these would write into the site that stands.
      for (const file of inPlace.keys()) {
        if (files.has(file)) continue;
        removeFile(folder, file);
        inPlace.delete(file);
      }
      return missing;
    },
    files: () => inPlace.values(),
    keepSitemaps: (pages) => {
      if (pages.length !== owners.size || !pages.every(({ path }) => owners.has(path))) return false;
      const files = Array.from(drawn.files('sitemap'), ({ path }) => path);
      if (files.length > 0 && files.every(keep)) return true;
      for (const file of files) {
        rmSync(join(folder, file), { force: true });
        inPlace.delete(file);
      }
      return false;
    },
  };
}

/** Leaves in a folder of an older site those of the files that are the very ones of the last. */
function sweep(folder: string, files: ReadonlySet<string>, last: DrawnSite): Map<string, SiteFile> {
  const { files: found, empty } = listSiteFiles(folder, new Set([INDEX_FOLDER, SHARE]));
  const kept = new Map<string, SiteFile>();
  for (const file of found) {
    if (files.has(file.path) && isSameFile(last.file(file.path), file)) kept.set(file.path, file);
    else removeFile(folder, file.path);
  }
  for (const path of empty) removeEmpty(folder, path);
  return kept;
}
