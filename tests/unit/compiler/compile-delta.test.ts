import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../../src/compiler/compile.ts';
import { compileIfChanged } from '../../../src/compiler/compile-if-changed.ts';
import { findChangedGroups } from '../../../src/compiler/knowledge-base.ts';
import { startRandom } from '../../bench/random.ts';
import { openEditedCorpus } from '../../support/edited-corpus.ts';
import { readRows } from '../../support/read-rows.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

/** More of both are tried by hand: `DELTA_ROUNDS=1000 DELTA_SEED=7`. */
const ROUNDS = Number(process.env['DELTA_ROUNDS'] ?? 100);
const SEED = Number(process.env['DELTA_SEED'] ?? 20_161_125);
/** After so many edits the pages are drawn, from what was recorded since. */
const BETWEEN_DRAWINGS = 3;

test(
  'after any edits of entities and articles what was compiled of them alone has the rows, the diagnostics and the locks of a compile from nothing',
  async () => {
    const random = startRandom(SEED);
    const root = makeFolder();
    // Each writes its own locks.
    const [own, other] = ['own', 'other'].map((name) => join(root, name)) as [string, string];
    const [warmFolder, coldFolder] = [join(root, 'warm'), join(root, 'cold')];
    const [last, drawn] = [join(root, 'last.sqlite'), join(root, 'drawn.sqlite')];
    const corpus = openEditedCorpus();
    const written = new Map<string, string>();
    const statuses = { patched: 0, compiled: 0, refused: 0, unchanged: 0 };
    const knowledgeBaseFile = join(warmFolder, 'knowledge.sqlite');
    write();
    await compileIfChanged({ contentFolder: own, cacheFolder: warmFolder, locks: 'write' });
    await compile({ contentFolder: other, cacheFolder: coldFolder, locks: 'write' });
    for (let round = 0; round < ROUNDS; round += 1) {
      takeLink(last);
      if (round % BETWEEN_DRAWINGS === 0) takeLink(drawn);
      const edits = `round ${round}: ${corpus.edit(random).join('; ')}`;
      write();
      const warm = await compileIfChanged({ contentFolder: own, cacheFolder: warmFolder, locks: 'write' });
      const cold = await compile({ contentFolder: other, cacheFolder: coldFolder, locks: 'write' });
      statuses[warm.status] += 1;
      expect(toPlain(warm.diagnostics), edits).toEqual(toPlain(cold.diagnostics));
      expect(warm.status === 'refused', edits).toBe(cold.status === 'refused');
      if (cold.status === 'compiled') {
        const [found, wanted] = [readRows(knowledgeBaseFile), readRows(cold.knowledgeBaseFile)];
        for (const [table, rows] of Object.entries(wanted)) expect(found[table], `${edits}: ${table}`).toEqual(rows);
        expect(Object.keys(found)).toEqual(Object.keys(wanted));
        expect(readLocks(own), edits).toEqual(readLocks(other));
      } else corpus.undo();
      if (warm.status === 'patched') {
        expect(findChangedGroups(last, knowledgeBaseFile), edits).toEqual(compareFiles(last));
        expect(compareFiles(drawn).isSubsetOf(findChangedGroups(drawn, knowledgeBaseFile)), edits).toBe(true);
      }
      rmSync(coldFolder, { recursive: true, force: true });
    }

    expect(statuses.patched).toBeGreaterThan(ROUNDS / 2);
    // Others concern more than what was edited, or are wrong.
    expect(statuses.compiled).toBeGreaterThan(0);
    expect(statuses.refused).toBeGreaterThan(0);

    function write(): void {
      for (const [path, text] of Object.entries(corpus.files())) {
        if (written.get(path) === text) continue;
        written.set(path, text);
        for (const folder of [own, other]) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
      }
    }

    function takeLink(name: string): void {
      rmSync(name, { force: true });
      linkSync(knowledgeBaseFile, name);
    }

    /** The groups by the rows themselves: nothing is recorded of a file in another place. */
    function compareFiles(before: string): ReadonlySet<string> {
      const elsewhere = join(root, 'elsewhere.sqlite');
      rmSync(elsewhere, { force: true });
      linkSync(knowledgeBaseFile, elsewhere);
      return findChangedGroups(before, elsewhere);
    }
  },
  20_000 + ROUNDS * 2000,
);

function readLocks(contentFolder: string): readonly string[] {
  const folder = join(contentFolder, 'articles');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`);
}

function toPlain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
