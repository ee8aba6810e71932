import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTouched, listPaths } from '../../../src/compiler/find-touched.ts';
import { describeAgain, describeContent } from '../../../src/source/read-content.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

function fill(): { readonly folder: string; readonly write: (path: string, text: string) => void } {
  const folder = makeFolder();
  mkdirSync(join(folder, 'people'));
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  for (const path of ['site.yaml', 'people/amin.mdx', 'people/maryam.mdx']) write(path, 'one');
  return { folder, write };
}

test('tells the files that were written, and no others', () => {
  const { folder, write } = fill();
  const before = describeContent(folder);
  expect(listPaths(before)).toEqual(['people/amin.mdx', 'people/maryam.mdx', 'site.yaml']);
  expect(findTouched(before, describeContent(folder), 9)).toEqual([]);
  write('people/amin.mdx', 'another');
  expect(findTouched(before, describeContent(folder), 9)).toEqual(['people/amin.mdx']);
});

test.each([
  ['a file that came', (folder: string) => writeFileSync(join(folder, 'people/new.mdx'), '')],
  ['a file that went', (folder: string) => rmSync(join(folder, 'people/amin.mdx'))],
  ['a new name', (folder: string) => renameSync(join(folder, 'people/amin.mdx'), join(folder, 'people/emin.mdx'))],
  ['something that is refused', (folder: string) => writeFileSync(join(folder, 'site.yaml'), ' '.repeat(4_000_001))],
])('does not account for %s', (_what, change) => {
  const { folder } = fill();
  const before = describeContent(folder);
  change(folder);
  expect(findTouched(before, describeContent(folder), 9)).toBeUndefined();
});

test('gives up where more was written than was asked for', () => {
  const { folder, write } = fill();
  const before = describeContent(folder);
  write('people/amin.mdx', 'another');
  write('people/maryam.mdx', 'another');
  expect(findTouched(before, describeContent(folder), 1)).toBeUndefined();
  expect(findTouched(before, describeContent(folder), 2)).toHaveLength(2);
});

test('what somebody wrote himself is described again, old or new, and what others wrote meanwhile is not', () => {
  const { folder, write } = fill();
  const before = describeContent(folder);
  write('people/amin.mdx', 'another');
  write('people/amin.passages.json', '{}');
  expect(describeAgain(folder, before, ['people/amin.passages.json', 'people/amin.mdx'])).toBe(describeContent(folder));
  write('people/maryam.mdx', 'another');
  const described = describeAgain(folder, before, ['people/amin.passages.json', 'people/amin.mdx']);
  expect(findTouched(described, describeContent(folder), 9)).toEqual(['people/maryam.mdx']);
});
