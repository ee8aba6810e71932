import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileTwice } from '../../support/compile-twice.ts';
import { editContent } from '../../support/edit-content.ts';
import { ROOT, SITES } from '../../support/sites.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

/** Rounds of edits; `npm run bench:warm` does many more. */
const ROUNDS = 25;

test(
  'after any edits a compile with what it kept gives the bytes of one that begins with nothing',
  async () => {
    const root = makeFolder();
    cpSync(ROOT + SITES.lighthouses.content, join(root, 'content'), { recursive: true });
    const statuses = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const edits = editContent(join(root, 'content'), round);
      const { status, warm, cold } = await compileTwice(root);
      statuses.add(status);
      expect(warm, `round ${round}: ${edits.join('; ')}`).toEqual(cold);
      expect(existsSync(join(root, 'cold', 'cache.sqlite'))).toBe(true);
    }
    // Edits that stop the compile were among them, and such that do not.
    expect(statuses).toEqual(new Set(['compiled', 'refused']));
  },
  20_000 + ROUNDS * 4000,
);
