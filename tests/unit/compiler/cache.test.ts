import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashCompiler, openCache, toKey } from '../../../src/compiler/cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('finds next time what was kept, whatever its shape', () => {
  const values = [{ a: [1, null, 'نهر'] }, 'text', 0, false, [], null];
  const first = openCache(folder);
  values.forEach((value, at) => first.keep(`k${at}`, value));
  first.close();
  const second = openCache(folder);
  expect(values.map((_, at) => second.find(`k${at}`))).toEqual(values);
  expect(second.find('constructor')).toBeUndefined();
  second.close();
});

test('forgets what a run did not ask for', () => {
  const first = openCache(folder);
  first.keep('used', 1);
  first.keep('unused', 1);
  first.close();
  const second = openCache(folder);
  second.find('used');
  second.close();
  const third = openCache(folder);
  expect([third.find('used'), third.find('unused')]).toEqual([1, undefined]);
  third.close();
});

test('begins anew when its file is damaged', () => {
  writeFileSync(join(folder, 'cache.sqlite'), 'not a database at all, but long enough to look like one'.repeat(50));
  const cache = openCache(folder);
  expect(cache.find('k')).toBeUndefined();
  cache.keep('k', 1);
  cache.close();
  const again = openCache(folder);
  expect(again.find('k')).toBe(1);
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
