import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../../src/compiler/compile.ts';
import { compileIfChanged } from '../../../src/compiler/compile-if-changed.ts';
import { findChangedGroups } from '../../../src/compiler/knowledge-base.ts';
import { startRandom } from '../../bench/random.ts';
import { openEditedCorpus } from '../../support/edited-entities.ts';
import { readRows } from '../../support/read-rows.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 120);

test(
  'after any edits of entities what was compiled of them alone has the rows and the diagnostics of a compile from nothing',
  async () => {
    const random = startRandom(Number(process.env['SEED'] ?? 20_161_125));
    const root = makeFolder();
    const contentFolder = join(root, 'content');
    const corpus = openEditedCorpus();
    const written = new Map<string, string>();
    const tally = { patched: 0, compiled: 0, refused: 0, unchanged: 0 };
    write();
    const first = await compileIfChanged({ contentFolder, cacheFolder: join(root, 'warm'), locks: 'write' });
    expect(first.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (let round = 0; round < ROUNDS; round += 1) {
      const edits = `round ${round}: ${corpus.edit(random).join('; ')}`;
      write();
      const warm = await compileIfChanged({ contentFolder, cacheFolder: join(root, 'warm'), locks: 'write' });
      const cold = await compile({ contentFolder, cacheFolder: join(root, 'cold'), locks: 'write' });
      tally[warm.status] += 1;
      expect(JSON.parse(JSON.stringify(warm.diagnostics)), edits).toEqual(JSON.parse(JSON.stringify(cold.diagnostics)));
      if (cold.status === 'refused') expect(warm.status, edits).toBe('refused');
      else if (warm.status === 'refused') expect(warm.status, edits).toBe('compiled');
      else {
        const [own, other] = [readRows(warm.knowledgeBaseFile), readRows(cold.knowledgeBaseFile)];
        for (const [table, rows] of Object.entries(other)) expect(own[table], `${edits}: ${table}`).toEqual(rows);
        expect(Object.keys(own)).toEqual(Object.keys(other));
      }
      rmSync(join(root, 'cold'), { recursive: true, force: true });
    }
    console.log(tally);
    expect(tally.patched).toBeGreaterThan(ROUNDS / 2);

    function write(): void {
      for (const [path, text] of Object.entries(corpus.files())) {
        const file = join(contentFolder, path);
        if (written.get(path) === text && !path.startsWith('people/unnamed')) continue;
        written.set(path, text);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  },
  20_000 + ROUNDS * 1000,
);
