import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { findRole } from '../source/parse-document.ts';
import { describeAgain, describeContent, isPicture } from '../source/read-content.ts';
import { hashCompiler, toKey } from './cache.ts';
import { compileApart } from './compile-apart.ts';
import { compileDelta, type DeltaCompilation } from './compile-delta.ts';
import { compile, type Compilation, type CompileOptions } from './compile.ts';
import { findLocked, type LockUpdate } from './find-lock-updates.ts';
import { findTouched, listPaths } from './find-touched.ts';
import { forgetChanges, identifyFile, recordChanges } from './known-changes.ts';
import { isKnowledgeBase, openKnowledgeBase } from './knowledge-base.ts';
import { findEditedArticles } from './read-edited.ts';
import { dropSpare } from './spare-knowledge-base.ts';

/** The knowledge base that is there was made from this very content, or only what was edited was compiled. */
export interface Unchanged {
  readonly status: 'unchanged' | 'patched';
  readonly site: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
  readonly knowledgeBaseFile: string;
  /** Groups of its rows that changed. */
  readonly groups: ReadonlySet<string>;
  /** Paths of all pictures. */
  readonly pictures: readonly string[];
}

interface Stamp {
  readonly key: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What the knowledge base was made from that it tells of: another may have been written in its place since. */
  readonly source: string;
}

/** More files are compiled with all others: that many seldom keep all names. */
const MOST_EDITED = 200;
/** Of more articles, with all who cite them, the compile of everything is as quick: it has threads. */
const MOST_ARTICLES = 50;

/** With fewer files a compile holds little that could be given back. */
const LEAST_APART = 2000;

/** Whether what stands here may be proved without all others. */
function isProvable(path: string, site: SiteConfig): boolean {
  const { role } = findRole(path, site);
  return role === 'entity' || role === 'article' || findLocked(path) !== undefined;
}

/**
 * Compiles, unless no file of the content was touched since it was compiled last by the same compiler; only what was
 * edited, where that was a few entities and articles and concerns nothing else.
 */
export async function compileIfChanged(options: CompileOptions): Promise<Compilation | Unchanged> {
  const { contentFolder, cacheFolder } = options;
  const stampFile = join(cacheFolder, 'compiled.json');
  const listFile = join(cacheFolder, 'compiled-files.txt');
  const knowledgeBaseFile = join(cacheFolder, 'knowledge.sqlite');
  const version = hashCompiler();
  const listing = describeContent(contentFolder);
  const toStampKey = (files: string): string => toKey(version, contentFolder, files);
  const key = toStampKey(listing);
  const known = readKnown(knowledgeBaseFile);
  const last = readStamp(stampFile);
  const stamp = known && last?.source === known.source ? last : undefined;
  const pictures = listPaths(listing).filter(isPicture);
  if (known && stamp?.key === key) {
    const [{ site }, { diagnostics }] = [known, stamp];
    return { status: 'unchanged', site, diagnostics, knowledgeBaseFile, groups: new Set(), pictures };
  }
  const keepStamp = (diagnostics: readonly Diagnostic[], lockUpdates: readonly LockUpdate[]): void => {
    const source = readKnown(knowledgeBaseFile)?.source ?? '';
    // Locks that were brought up to date are part of what was compiled.
    const written = lockUpdates.map(({ path }) => path);
    const files = written.length === 0 ? listing : describeAgain(contentFolder, listing, written);
    writeFileSync(listFile, files);
    writeFileSync(stampFile, JSON.stringify({ key: toStampKey(files), diagnostics, source } satisfies Stamp));
  };
  const before = stamp && readList(listFile);
  if (known && stamp && before !== undefined && stamp.key === toStampKey(before)) {
    const file = identifyFile(knowledgeBaseFile);
    const delta = compileEdited(before, known.site, stamp.diagnostics);
    if (delta) {
      const { site, diagnostics, groups, lockUpdates } = delta;
      if (groups.size > 0) recordChanges(knowledgeBaseFile, file, groups);
      keepStamp(diagnostics, lockUpdates);
      return { status: 'patched', site, diagnostics, knowledgeBaseFile, groups, pictures };
    }
  }
  const compilation = await (listPaths(listing).length < LEAST_APART ? compile : compileApart)(options);
  // What is refused leaves the knowledge base as it was, and all that is known of it.
  if (compilation.status === 'refused') return compilation;
  forgetChanges(knowledgeBaseFile);
  dropSpare(knowledgeBaseFile);
  keepStamp(compilation.diagnostics, compilation.lockUpdates);
  return compilation;

  function compileEdited(
    before: string,
    site: SiteConfig,
    diagnostics: readonly Diagnostic[],
  ): DeltaCompilation | undefined {
    const edited = findTouched(before, listing, MOST_EDITED);
    if (!edited?.every((path) => isProvable(path, site))) return undefined;
    if (findEditedArticles(edited).length > MOST_ARTICLES) return undefined;
    return compileDelta({ options, version, knowledgeBaseFile, edited, assets: pictures, diagnostics });
  }
}

function readStamp(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    // Nothing was compiled yet, or not to its end.
    return undefined;
  }
}

function readList(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Without the list of files everything is compiled.
    return undefined;
  }
}

/** What the knowledge base that is there was made from. */
function readKnown(file: string): { readonly site: SiteConfig; readonly source: string } | undefined {
  if (!isKnowledgeBase(file)) return undefined;
  const kb = openKnowledgeBase(file);
  try {
    return { site: kb.site, source: kb.source() };
  } finally {
    kb.close();
  }
}
