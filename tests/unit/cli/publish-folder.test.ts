import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishFolder, recoverFolder, toBesideFolder } from '../../../src/cli/publish-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sanad-publish-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function make(name: string, text: string): string {
  mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, name, 'index.html'), text);
  return join(root, name);
}

test('a first site stands where there was none, in folders that are made for it', () => {
  publishFolder(make('fresh', 'new'), join(root, 'a/b/dist'));
  expect(readFileSync(join(root, 'a/b/dist/index.html'), 'utf8')).toBe('new');
  expect(existsSync(join(root, 'fresh'))).toBe(false);
});

test('a new site takes the place of the old one, whole, and leaves nothing behind', () => {
  const dist = make('dist', 'old');
  writeFileSync(join(dist, 'gone.html'), 'old');
  publishFolder(make('fresh', 'new'), dist);
  expect(readdirSync(dist)).toEqual(['index.html']);
  expect(readdirSync(root)).toEqual(['dist']);
});

test('leftovers of a build that was cut off are no obstacle', () => {
  make('dist.sanad-old', 'older');
  make('dist.sanad-new', 'half');
  publishFolder(make('fresh', 'new'), make('dist', 'old'));
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('new');
  expect(readdirSync(root)).toEqual(['dist']);
});

test('the old site stays when there is no new one', () => {
  const dist = make('dist', 'old');
  expect(() => publishFolder(join(root, 'nothing'), dist)).toThrow();
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('old');
});

test('a build that ended between the two renames is made good: the old site stands again', () => {
  make('dist.sanad-old', 'old');
  make('dist.sanad-new', 'new');
  recoverFolder(join(root, 'dist'));
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('old');
  expect(readdirSync(root)).toEqual(['dist']);
});

test('a build that ended after them, or before, leaves the site that stands', () => {
  for (const left of ['dist.sanad-old', 'dist.sanad-new']) {
    make('dist', 'whole');
    make(left, 'left');
    recoverFolder(join(root, 'dist'));
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('whole');
    expect(readdirSync(root)).toEqual(['dist']);
  }
});

test('where nothing is, nothing is made good', () => {
  recoverFolder(join(root, 'dist'));
  expect(readdirSync(root)).toEqual([]);
});

test('a site that was built beside its place is put there without a copy', () => {
  const place = make('dist', 'old');
  const beside = toBesideFolder(place);
  make('dist.sanad-new', 'new');
  publishFolder(beside, place);
  expect(readFileSync(join(place, 'index.html'), 'utf8')).toBe('new');
  expect(readdirSync(root)).toEqual(['dist']);
});
