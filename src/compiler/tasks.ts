import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Drawing } from '../render/drawing.ts';
import { packTree, unpackTree } from '../render/pack-tree.ts';
import { renderBody, type BodyBlock } from '../render/render-body.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { Document } from '../source/document.ts';
import { parseDocument } from '../source/parse-document.ts';
import { splitFrontMatter } from '../source/parse-mdx.ts';
import type { SourceFile } from '../source/read-content.ts';
import type { Body, Use } from '../text/body.ts';
import { readBody } from '../text/read-body.ts';
import { toBodyTexts, type TaskTexts } from './task-texts.ts';

/** Work on one file that depends on nothing else, so that any thread can do it. Plain data in, plain data out. */
export type Task =
  | { readonly type: 'read'; readonly file: SourceFile; readonly site: SiteConfig }
  /** `tree`: as reading packed it. */
  | { readonly type: 'render'; readonly path: string; readonly tree: string; readonly drawing: Drawing };

export interface FileReading {
  /** Absent when the front matter could not be understood. */
  readonly document: Document | undefined;
  /** Absent when the body could not be. */
  readonly body: Body | undefined;
  /** What is drawn of an article or an entity, packed; free pages are drawn by the site. */
  readonly tree: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function runTask(task: Extract<Task, { type: 'read' }>): FileReading;
export function runTask(task: Extract<Task, { type: 'render' }>): readonly BodyBlock[];
export function runTask(task: Task): FileReading | readonly BodyBlock[];
export function runTask(task: Task): FileReading | readonly BodyBlock[] {
  return task.type === 'read' ? readFile(task.file, task.site) : renderBody(unpackTree(task.tree), task.drawing);
}

/** What is at hand of every document: all but the words of its body. */
export interface ReadingHead {
  readonly document: Document | undefined;
  /** Absent when the body could not be read. */
  readonly uses: readonly Use[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Does a task and gives what is kept of it, as JSON: of reading the `ReadingHead`, the passages of the body and its tree, of
 * rendering the blocks and their languages, each language once.
 */
export function runTaskToTexts(task: Task): TaskTexts {
  if (task.type === 'read') {
    const { document, body, tree, diagnostics } = runTask(task);
    const head: ReadingHead = { document, uses: body?.uses, diagnostics };
    return [JSON.stringify(head), JSON.stringify(body?.passages ?? []), tree ?? ''];
  }
  return toBodyTexts(runTask(task));
}

function readFile(file: SourceFile, site: SiteConfig): FileReading {
  const { document, tree, diagnostics } = parseDocument(file, site);
  if (!document || !tree) return { document, body: undefined, tree: undefined, diagnostics };
  const body = readBody(tree, splitFrontMatter(file.text).body, findMainLang(document, site));
  return { document, body, tree: document.type === 'page' ? undefined : packTree(tree), diagnostics };
}

/** The language in which a body begins. */
export function findMainLang(document: Document, site: SiteConfig): string {
  switch (document.type) {
    case 'article':
      return document.matter.lang;
    case 'page':
      return document.lang;
    case 'entity':
      return site.languages[0] ?? 'en';
  }
}
