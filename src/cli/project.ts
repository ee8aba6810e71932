import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandOptions } from './parse-arguments.ts';

/** Where Sanad itself stands. */
export const INSTALLATION = fileURLToPath(new URL('../../', import.meta.url));

/** Where a command works, as absolute paths. */
export interface Project {
  readonly contentFolder: string;
  readonly outputFolder: string;
  /** Knowledge base, cache and half-built sites of this content folder. */
  readonly cacheFolder: string;
  /** How files of the content folder are named in messages: relative to where the command was typed, with a final slash. */
  readonly shownFolder: string;
}

export type ProjectReading =
  { readonly status: 'found'; readonly project: Project } | { readonly status: 'refused'; readonly message: string };

/** Finds the content folder; refuses an output folder that would swallow it. */
export function findProject(
  { content, out }: CommandOptions,
  cwd: string,
  need: 'needed' | 'optional' = 'needed',
): ProjectReading {
  const contentFolder = resolve(cwd, content);
  const outputFolder = resolve(cwd, out);
  if (need === 'needed' && !(existsSync(contentFolder) && statSync(contentFolder).isDirectory())) {
    return { status: 'refused', message: `There is no folder \`${content}\`. Name the content folder: --content DIR.` };
  }
  if (isWithin(contentFolder, outputFolder) || isWithin(outputFolder, contentFolder) || isWithin(cwd, outputFolder)) {
    return {
      status: 'refused',
      message: `The site cannot be written to \`${out}\`: everything in that folder is replaced. Name another one: --out DIR.`,
    };
  }
  const key = createHash('sha256').update(contentFolder).digest('hex').slice(0, 8);
  const shown = relative(cwd, contentFolder).split(sep).join('/');
  return {
    status: 'found',
    project: {
      contentFolder,
      outputFolder,
      cacheFolder: join(cwd, '.sanad', key),
      shownFolder: shown === '' ? '' : `${shown}/`,
    },
  };
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path.split(sep)[0] !== '..' && resolve(outer, path) === inner);
}
