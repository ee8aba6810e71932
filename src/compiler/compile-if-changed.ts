import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { describeContent } from '../source/read-content.ts';
import { hashCompiler, toKey } from './cache.ts';
import { compile, type Compilation, type CompileOptions } from './compile.ts';
import { isKnowledgeBase, openKnowledgeBase } from './knowledge-base.ts';

/** The knowledge base that is there was made from this very content. */
export interface Unchanged {
  readonly status: 'unchanged';
  readonly site: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
  readonly knowledgeBaseFile: string;
}

interface Stamp {
  readonly key: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles, unless no file of the content was touched since it was compiled last by the same compiler. */
export async function compileIfChanged(options: CompileOptions): Promise<Compilation | Unchanged> {
  const stampFile = join(options.cacheFolder, 'compiled.json');
  const knowledgeBaseFile = join(options.cacheFolder, 'knowledge.sqlite');
  const key = toKey(hashCompiler(), options.contentFolder, describeContent(options.contentFolder));
  const stamp = readStamp(stampFile);
  if (stamp?.key === key && isKnowledgeBase(knowledgeBaseFile)) {
    return {
      status: 'unchanged',
      site: readSite(knowledgeBaseFile),
      diagnostics: stamp.diagnostics,
      knowledgeBaseFile,
    };
  }
  rmSync(stampFile, { force: true });
  const compilation = await compile(options);
  // A lock that was brought up to date is a touched file: the next compile reads it.
  if (compilation.status === 'compiled' && compilation.lockUpdates.length === 0) {
    writeFileSync(stampFile, JSON.stringify({ key, diagnostics: compilation.diagnostics } satisfies Stamp));
  }
  return compilation;
}

function readStamp(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    // Nothing was compiled yet, or not to its end.
    return undefined;
  }
}

function readSite(file: string): SiteConfig {
  const kb = openKnowledgeBase(file);
  try {
    return kb.site;
  } finally {
    kb.close();
  }
}
