import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { removeFile, sweepFolder } from '../../../src/compiler/sweep-folder.ts';
import { listSiteFiles } from '../../../src/site/list-site-files.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

let root = '';
beforeEach(() => {
  root = makeFolder();
  for (const file of ['a/b/one', 'a/two', 'c/d/e/three', 'f/four', 'five']) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
});

const list = (): readonly string[] =>
  listSiteFiles(root)
    .files.map(({ path }) => path)
    .toSorted();

test('only what shall stay is left, and no empty folder', () => {
  sweepFolder(root, (path) => path.startsWith('a/'));
  expect(list()).toEqual(['a/b/one', 'a/two']);
  expect(existsSync(join(root, 'c'))).toBe(false);
});

test('with a file go the folders that are empty then, and no other', () => {
  removeFile(root, 'c/d/e/three');
  removeFile(root, 'a/b/one');
  expect(existsSync(join(root, 'c'))).toBe(false);
  expect(list()).toEqual(['a/two', 'f/four', 'five'].toSorted());
  removeFile(root, 'five');
  expect(existsSync(root)).toBe(true);
});
