import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { startRandom } from '../bench/random.ts';

/**
 * Loaded before a program (`node --require`), also into each of its threads: another machine as far as it can tell. Folders
 * list their files in an order of their own, another one each time they are asked, and there are as many processors as
 * SANAD_TEST_CORES says.
 */
const random = startRandom(Number(process.env['SANAD_TEST_ORDER'] ?? 1));
const cores = Number(process.env['SANAD_TEST_CORES'] ?? 1);

function shuffle<Item>(items: readonly Item[]): Item[] {
  const mixed: Item[] = [];
  for (const item of items) mixed.splice(random.below(mixed.length + 1), 0, item);
  return mixed;
}

type List = (...parts: unknown[]) => unknown;

const { readdirSync, readdir, promises } = fs as unknown as {
  readonly readdirSync: List;
  readonly readdir: List;
  readonly promises: { readdir: List };
};
const { readdir: readdirLater } = promises;
Object.assign(fs, {
  readdirSync: (...parts: unknown[]) => shuffle(readdirSync(...parts) as unknown[]),
  readdir: (...parts: unknown[]) => {
    const answer = parts.pop() as (error: unknown, names?: unknown[]) => void;
    readdir(...parts, (error: unknown, names?: unknown[]) => answer(error, names && shuffle(names)));
  },
});
promises.readdir = async (...parts) => shuffle((await readdirLater(...parts)) as unknown[]);

Object.assign(os, {
  availableParallelism: () => cores,
  cpus: () => Array.from({ length: cores }, () => ({ model: 'none', speed: 0, times: {} })),
});
syncBuiltinESMExports();
