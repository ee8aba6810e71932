import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSiteFiles } from '../../../src/site/list-site-files.ts';
import type { SiteFile } from '../../../src/site/site-file.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

function write(root: string, path: string, text = path): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

const sort = (files: readonly SiteFile[]): readonly SiteFile[] => files.toSorted((a, b) => (a.path < b.path ? -1 : 1));

test('every file is described, however deep it lies, and folders in which nothing is are told', () => {
  const root = makeFolder();
  for (const path of ['index.html', 'a/b/c/page', 'a/index.html', 'pagefind/x/y', '.hosting/z']) write(root, path);
  mkdirSync(join(root, 'a/hollow/more'), { recursive: true });
  const { files, empty } = listSiteFiles(root);
  expect(sort(files).map(({ path }) => path)).toEqual([
    '.hosting/z',
    'a/b/c/page',
    'a/index.html',
    'index.html',
    'pagefind/x/y',
  ]);
  expect(empty).toEqual(['a/hollow/more']);
  const { size, mtimeMs, ino } = statSync(join(root, 'a/index.html'));
  expect(files.find(({ path }) => path === 'a/index.html')).toEqual({
    path: 'a/index.html',
    size,
    time: mtimeMs,
    node: ino,
  });
});

test('nobody looks into a folder that is spared, only into others of its name', () => {
  const root = makeFolder();
  for (const path of ['pagefind/a', 'en/pagefind/b', 'c']) write(root, path);
  const { files } = listSiteFiles(root, new Set(['pagefind']));
  expect(sort(files).map(({ path }) => path)).toEqual(['c', 'en/pagefind/b']);
});
