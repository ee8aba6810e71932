import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKnowledgeBase, writeKnowledgeBase } from '../../../src/compiler/knowledge-base.ts';
import { createPageContext, type PageContext } from '../../../src/site/page-context.ts';
import { prove } from '../in-memory.ts';

/** A site of some content, seen in one language. Its file is gone at once: what is open can still be read. */
export function openContext(content: Readonly<Record<string, string>>, language: string, base = '/'): PageContext {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-site-'));
  try {
    const file = join(folder, 'knowledge.sqlite');
    const { graph, bodies } = prove(content);
    writeKnowledgeBase(file, { graph, bodies, drawings: new Map() });
    return createPageContext(openKnowledgeBase(file), { base, siteUrl: 'https://example.org/' }, language);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
