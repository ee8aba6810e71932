import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { removeFile, sweepFolder } from '../../../src/compiler/sweep-folder.ts';
import { listSiteFiles } from '../../../src/site/site-file.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

let root = '';
beforeEach(() => {
  root = makeFolder();
  for (const file of ['a/b/one', 'a/two', 'c/d/e/three', 'f/four', 'five']) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
});

const list = (): readonly string[] => listSiteFiles(root).map(({ path }) => path);

test('only what shall stay is left, and no empty folder', () => {
  const kept = sweepFolder(root, (path) => path.startsWith('a/'));
  expect([...kept].toSorted()).toEqual(['a/b/one', 'a/two']);
  expect(list()).toEqual(['a/b/one', 'a/two']);
  expect(existsSync(join(root, 'c'))).toBe(false);
});

test('nobody looks into a folder that is spared', () => {
  const asked: string[] = [];
  const isKept = (path: string): boolean => asked.push(path) < 0;
  sweepFolder(root, isKept, new Set(['c', 'f']));
  expect(asked.toSorted()).toEqual(['a/b/one', 'a/two', 'five']);
  expect(list()).toEqual(['c/d/e/three', 'f/four']);
});

test('what is on the disk is told with each path', () => {
  const sizes = new Map<string, number>();
  sweepFolder(root, (path, { size }) => sizes.set(path, size).has(path));
  expect(sizes.get('c/d/e/three')).toBe('c/d/e/three'.length);
  expect(list()).toHaveLength(5);
});

test('with a file go the folders that are empty then, and no other', () => {
  removeFile(root, 'c/d/e/three');
  removeFile(root, 'a/b/one');
  expect(existsSync(join(root, 'c'))).toBe(false);
  expect(list()).toEqual(['a/two', 'f/four', 'five'].toSorted());
  removeFile(root, 'five');
  expect(existsSync(root)).toBe(true);
});
