import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type Compilation } from '../../src/compiler/compile.ts';

export interface CompiledTwice {
  readonly status: Compilation['status'];
  /** All that a compile gives, but for where it put it: from what was kept, and from nothing. */
  readonly warm: unknown;
  readonly cold: unknown;
}

/** Compiles `root/content` with what `root/warm` keeps, and a copy of it in `root/copy` with nothing kept. */
export async function compileTwice(root: string): Promise<CompiledTwice> {
  const [content, copy, cold] = [join(root, 'content'), join(root, 'copy'), join(root, 'cold')];
  for (const folder of [copy, cold]) rmSync(folder, { recursive: true, force: true });
  // Both begin with the same passage locks, which a compile brings up to date.
  cpSync(content, copy, { recursive: true });
  const first = await compile({ contentFolder: content, cacheFolder: join(root, 'warm'), locks: 'write' });
  const second = await compile({ contentFolder: copy, cacheFolder: cold, locks: 'write' });
  return { status: first.status, warm: toResult(first), cold: toResult(second) };
}

function toResult(compilation: Compilation): unknown {
  if (compilation.status === 'refused') return compilation;
  const { site, diagnostics, drift, lockUpdates, knowledgeBaseFile } = compilation;
  return { site, diagnostics, drift, lockUpdates, bytes: readFileSync(knowledgeBaseFile).toString('base64') };
}
