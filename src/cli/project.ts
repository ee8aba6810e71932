import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandOptions } from './parse-arguments.ts';
import { findZipProblem } from './portable/find-zip-problem.ts';

/** Where Sanad itself stands. */
export const INSTALLATION = fileURLToPath(new URL('../../', import.meta.url));

/** Where a command works, as absolute paths. */
export interface Project {
  readonly contentFolder: string;
  readonly outputFolder: string;
  /** Where a portable copy of the site goes, if one is asked for. */
  readonly zipFile: string;
  /** Knowledge base, cache and half-built sites of this content folder. */
  readonly cacheFolder: string;
  /** How files of the content folder are named in messages: relative to where the command was typed, with a final slash. */
  readonly shownFolder: string;
}

export type ProjectReading =
  { readonly status: 'found'; readonly project: Project } | { readonly status: 'refused'; readonly message: string };

/** What a command does with the two folders. */
export interface FolderUse {
  readonly content: 'read' | 'unused';
  readonly output: 'replaced' | 'read' | 'unused';
}

/** In every finished site, so that no other folder is ever replaced by one. */
export const SITE_MARK = '.sanad-site';

/** Finds the folders of a command; refuses to replace a folder that holds anything but a site of ours. */
export function findProject({ content, out, portable }: CommandOptions, cwd: string, use: FolderUse): ProjectReading {
  const contentFolder = resolve(cwd, content);
  const outputFolder = followLink(resolve(cwd, out));
  if (use.content === 'read' && !isFolder(contentFolder)) {
    return { status: 'refused', message: `There is no folder \`${content}\`. Name the content folder: --content DIR.` };
  }
  if (use.output === 'replaced') {
    const problem = findOutputProblem(outputFolder, contentFolder, cwd);
    if (problem !== undefined) {
      return {
        status: 'refused',
        message: `The site cannot be written to \`${out}\`: ${problem}. Name another folder: --out DIR.`,
      };
    }
  }
  const zipFile = portable === undefined || portable === '' ? `${outputFolder}.zip` : resolve(cwd, portable);
  if (use.output === 'replaced' && portable !== undefined) {
    const problem = isWithin(zipFile, contentFolder)
      ? 'it would lie in the content folder'
      : findZipProblem(zipFile, SITE_MARK);
    if (problem !== undefined) {
      return {
        status: 'refused',
        message: `The portable copy cannot be written to \`${relative(cwd, zipFile)}\`: ${problem}. Name another file: --portable FILE.`,
      };
    }
  }
  const key = createHash('sha256').update(contentFolder).digest('hex').slice(0, 8);
  const shown = relative(cwd, contentFolder).split(sep).join('/');
  return {
    status: 'found',
    project: {
      contentFolder,
      outputFolder,
      zipFile,
      cacheFolder: join(cwd, '.sanad', key),
      shownFolder: shown === '' ? '' : `${shown}/`,
    },
  };
}

/** Why a folder must not be replaced. */
function findOutputProblem(output: string, content: string, cwd: string): string | undefined {
  if ([content, cwd, INSTALLATION].some((precious) => isWithin(precious, output)) || isWithin(output, content)) {
    return 'everything in that folder is replaced, and more than a site stands in it';
  }
  if (lstatSync(output, { throwIfNoEntry: false }) === undefined) return undefined;
  if (!existsSync(output)) return 'it is a link to a folder that is not there';
  if (!isFolder(output)) return 'there is a file of this name';
  const isOurs = existsSync(join(output, SITE_MARK)) || readdirSync(output).length === 0;
  return isOurs ? undefined : 'it holds files that Sanad did not write, and they would be lost';
}

/** The folder that a link leads to is the one whose site is replaced: the link itself belongs to whoever made it. */
function followLink(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink && existsSync(path) ? realpathSync(path) : path;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path.split(sep)[0] !== '..' && resolve(outer, path) === inner);
}
