import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Drawing } from '../render/drawing.ts';
import { renderBody, type BodyBlock } from '../render/render-body.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { Document } from '../source/document.ts';
import { parseDocument } from '../source/parse-document.ts';
import { parseMdx, splitFrontMatter } from '../source/parse-mdx.ts';
import type { SourceFile } from '../source/read-content.ts';
import type { Body } from '../text/body.ts';
import { readBody } from '../text/read-body.ts';

/** Work on one file that depends on nothing else, so that any thread can do it. Plain data in, plain data out. */
export type Task =
  | { readonly type: 'read'; readonly file: SourceFile; readonly site: SiteConfig }
  | { readonly type: 'render'; readonly file: SourceFile; readonly drawing: Drawing };

export interface FileReading {
  /** Absent when the front matter could not be understood. */
  readonly document: Document | undefined;
  /** Absent when the body could not be. */
  readonly body: Body | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function runTask(task: Extract<Task, { type: 'read' }>): FileReading;
export function runTask(task: Extract<Task, { type: 'render' }>): readonly BodyBlock[];
export function runTask(task: Task): FileReading | readonly BodyBlock[];
export function runTask(task: Task): FileReading | readonly BodyBlock[] {
  return task.type === 'read' ? readFile(task.file, task.site) : renderFile(task.file, task.drawing);
}

function readFile(file: SourceFile, site: SiteConfig): FileReading {
  const { document, tree, diagnostics } = parseDocument(file, site);
  const body = document && tree ? readBody(tree, file.text, findMainLang(document, site)) : undefined;
  return { document, body, diagnostics };
}

function renderFile(file: SourceFile, drawing: Drawing): readonly BodyBlock[] {
  const reading = parseMdx(splitFrontMatter(file.text).body, file.path);
  if (reading.status === 'refused')
    throw new Error(`This is a bug in Sanad: ${file.path} was read once and cannot be read again.`);
  return renderBody(reading.tree, drawing);
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
