import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolder, type FolderWatch } from '../../../src/cli/watch-folder.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

/** In milliseconds: far longer than a change takes to be told, where none is to come. */
const QUIET = 400;

function open(): { readonly path: (name: string) => string; readonly changes: FolderWatch } {
  const folder = makeFolder();
  mkdirSync(join(folder, 'people'));
  const changes = watchFolder(folder, (name) => !name.startsWith('.') && !name.endsWith('.json'));
  onTestFinished(() => changes.close());
  return { path: (name) => join(folder, name), changes };
}

test.each([
  ['a file that is written', (path: (name: string) => string) => writeFileSync(path('people/amin.mdx'), 'one')],
  ['a file in the folder itself', (path) => writeFileSync(path('site.yaml'), 'one')],
  [
    'a file that is exchanged, as editors do',
    (path) => {
      writeFileSync(path('people/.amin.swp'), 'one');
      renameSync(path('people/.amin.swp'), path('people/amin.mdx'));
    },
  ],
  ['a folder that goes', (path) => rmSync(path('people'), { recursive: true })],
] satisfies readonly (readonly [string, (path: (name: string) => string) => void])[])(
  'tells of %s',
  async (_what, change) => {
    const { path, changes } = open();
    const next = changes.next();
    change(path);
    await next;
  },
);

test('tells of files in folders that came later, in each other and under the name of one that went', async () => {
  const { path, changes } = open();
  for (const [folder, file] of [
    ['places/ports', 'places/ports/sara.mdx'],
    ['people', 'people/amin.mdx'],
  ] as const) {
    rmSync(path(folder), { recursive: true, force: true });
    mkdirSync(path(folder), { recursive: true });
    await changes.next();
    await wait(QUIET);
    const next = changes.next();
    writeFileSync(path(file), 'one');
    await next;
  }
});

test('tells what changed while the last change was dealt with, and changes that come together once', async () => {
  const { path, changes } = open();
  for (const name of ['a', 'b', 'c']) writeFileSync(path(`people/${name}.mdx`), 'one');
  await wait(QUIET);
  await changes.next();
  const again = changes.next().then(() => 'told');
  expect(await Promise.race([again, wait(QUIET).then(() => 'quiet')])).toBe('quiet');
});

test('does not tell of files that are not to be heard', async () => {
  const { path, changes } = open();
  const next = changes.next().then(() => 'told');
  for (const name of ['amin.json', '.amin.swp']) writeFileSync(path(`people/${name}`), '{}');
  expect(await Promise.race([next, wait(QUIET).then(() => 'quiet')])).toBe('quiet');
});
