import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compile, type Compilation } from '../../../src/compiler/compile.ts';
import { editContent } from '../../support/edit-content.ts';
import { ROOT } from '../../support/sites.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-warm-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Rounds of edits; `ROUNDS=200` takes minutes. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 25);

async function compileIn(contentFolder: string, cacheFolder: string): Promise<Compilation> {
  return compile({ contentFolder, cacheFolder, locks: 'write' });
}

/** All that a compile gives, but for where it put it. */
function toResult(compilation: Compilation): unknown {
  if (compilation.status === 'refused') return compilation;
  const { graph, diagnostics, drift, lockUpdates, knowledgeBaseFile } = compilation;
  return { graph, diagnostics, drift, lockUpdates, bytes: readFileSync(knowledgeBaseFile).toString('base64') };
}

test(
  'after any edits a compile with what it kept gives the bytes of one that begins with nothing',
  async () => {
    const content = join(root, 'content');
    cpSync(join(ROOT, 'tests/fixtures/lighthouses/content'), content, { recursive: true });
    const warm = join(root, 'warm');
    const statuses = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const edits = editContent(content, round);
      // Both begin with the same passage locks, which a compile brings up to date.
      const [copy, cold] = [join(root, 'copy'), join(root, 'cold')];
      for (const folder of [copy, cold]) rmSync(folder, { recursive: true, force: true });
      cpSync(content, copy, { recursive: true });
      const first = await compileIn(content, warm);
      const second = await compileIn(copy, cold);
      statuses.add(first.status);
      expect(toResult(first), `round ${round}: ${edits.join('; ')}`).toEqual(toResult(second));
      expect(existsSync(join(cold, 'cache.sqlite'))).toBe(true);
    }
    // Edits that stop the compile were among them, and such that do not.
    expect(statuses).toEqual(new Set(['compiled', 'refused']));
  },
  20_000 + ROUNDS * 4000,
);
