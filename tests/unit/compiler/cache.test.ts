import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashCompiler, openCache, toKey } from '../../../src/compiler/cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('finds next time what was kept', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['{"a":"نهر"}', ''],
    ['', 'text'],
    ['one\ntwo', '\u0000'],
  ];
  const first = openCache(folder);
  texts.forEach((pair, at) => first.keep(`k${at}`, ...pair));
  expect(first.second('k1')).toBe('text');
  first.close();
  const second = openCache(folder);
  expect(texts.map((_, at) => [second.first(`k${at}`), second.second(`k${at}`)])).toEqual(texts);
  expect(second.first('constructor')).toBeUndefined();
  expect(second.second('constructor')).toBeUndefined();
  second.close();
});

test('forgets what a run did not ask for', () => {
  const first = openCache(folder);
  for (const key of ['used', 'half used', 'unused']) first.keep(key, '1', '2');
  first.close();
  const second = openCache(folder);
  second.first('used');
  second.second('half used');
  second.close();
  const third = openCache(folder);
  expect(['used', 'half used', 'unused'].map((key) => third.first(key))).toEqual(['1', '1', undefined]);
  third.close();
});

test.each([
  ['damaged', (file: string) => writeFileSync(file, 'not a database, but long enough to look like one'.repeat(50))],
  [
    'of another version',
    (file: string) => {
      const database = new DatabaseSync(file);
      database.exec('CREATE TABLE entry (key TEXT PRIMARY KEY, json TEXT)');
      database.close();
    },
  ],
])('begins anew when its file is %s', (_, spoil) => {
  spoil(join(folder, 'cache.sqlite'));
  const cache = openCache(folder);
  expect(cache.first('k')).toBeUndefined();
  cache.keep('k', '1', '2');
  cache.close();
  const again = openCache(folder);
  expect(again.first('k')).toBe('1');
  again.close();
});

test('keys tell apart where one part ends and the next begins', () => {
  expect(toKey('ab', 'c')).not.toBe(toKey('a', 'bc'));
  expect(toKey('a')).not.toBe(toKey('a', ''));
  expect(toKey('a', 'b')).toBe(toKey('a', 'b'));
});

test('the compiler has one hash as long as it does not change', () => {
  expect(hashCompiler()).toBe(hashCompiler());
});
