import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { fillSpare, keepSpare, takeSpare } from '../../../src/cli/spare-folder.ts';
import { listSiteFiles } from '../../../src/site/list-site-files.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

let root = '';
beforeEach(() => {
  root = makeFolder();
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Files that are one and the same have one number. */
const describe = (folder: string): ReadonlyMap<string, number> =>
  new Map(listSiteFiles(join(root, folder)).files.map(({ path, node }) => [path, node]));

test('a site that was replaced is the folder of the next', () => {
  write('old/index.html', 'old');
  keepSpare(join(root, 'old'), join(root, 'cache/spare'));
  expect(existsSync(join(root, 'old'))).toBe(false);
  expect(takeSpare(join(root, 'cache/spare'), join(root, 'new'))).toBe(true);
  expect(read('new/index.html')).toBe('old');
  expect(takeSpare(join(root, 'cache/spare'), join(root, 'newer'))).toBe(false);
});

test('a site that was replaced is gone where there is a spare folder already', () => {
  write('spare/index.html', 'older');
  write('old/index.html', 'old');
  keepSpare(join(root, 'old'), join(root, 'spare'));
  expect(existsSync(join(root, 'old'))).toBe(false);
  expect(read('spare/index.html')).toBe('older');
});

test('a spare folder is filled with the files of the site, whatever lay there, and none of them is written into', () => {
  write('site/index.html', 'new');
  write('site/a/index.html', 'a');
  write('site/b/c/index.html', 'c');
  write('site/d', 'd');
  write('spare/index.html', 'old');
  write('spare/gone/deep/index.html', 'gone');
  write('spare/b', 'a file where there is a folder now');
  write('spare/d/index.html', 'a folder where there is a file now');
  fillSpare(join(root, 'site'), join(root, 'spare'));
  expect(describe('spare')).toEqual(describe('site'));
  fillSpare(join(root, 'site'), join(root, 'spare'));
  expect(describe('spare')).toEqual(describe('site'));
  expect([read('site/index.html'), read('site/d')]).toEqual(['new', 'd']);
  expect(existsSync(join(root, 'spare/gone'))).toBe(false);
});

test('there is no spare folder where it cannot be filled', () => {
  write('site/index.html', 'new');
  symlinkSync('/nowhere', join(root, 'spare'));
  fillSpare(join(root, 'site'), join(root, 'spare'));
  expect(statSync(join(root, 'spare'), { throwIfNoEntry: false })).toBeUndefined();
  expect(read('site/index.html')).toBe('new');
});
