import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toIndexTerm } from '../../src/search/end-mark.ts';
import { buildIndexFiles } from '../../src/search/build-search-index.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { buildPagefindIndex, type PagefindRecord } from '../../src/search/pagefind-format.ts';
import { openIndex, type Engine } from '../../src/search/client/search-index.ts';
import { searchDocuments } from '../../src/search/client/search-documents.ts';
import { openIndexFolder, startEngine } from './support/open-index-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanad-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is known of Pagefind', () => {
  const RECORDS: readonly PagefindRecord[] = [
    { address: 'a', positions: [['دول'], [], ['ناتو', 'وناتو'], ['3.5']], title: ['اسم'], filters: { kind: ['x'] } },
    { address: 'b', positions: [['دولار'], ['ناتو']], title: [], filters: { kind: ['y'] } },
    { address: 'c', positions: [], title: ['belgium'], filters: {} },
  ];
  let engine: Engine;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const built = await buildPagefindIndex(RECORDS);
    ids = built.ids;
    await writeFiles(join(folder, 'known'), built.files);
    engine = await startEngine(join(folder, 'known'));
  });
  const find = async (stem: string): Promise<readonly [string | undefined, readonly number[]][]> =>
    ((await engine.search(toIndexTerm(stem)))?.results ?? [])
      .map(({ id, words }): [string | undefined, readonly number[]] => [
        [...ids].find(([, own]) => own === id)?.[0],
        words,
      ])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));

  test('a stem is found whole, never as the beginning of another', async () => {
    expect(await find('دول')).toEqual([['a', [0]]]);
    expect(await find('دو')).toEqual([]);
    expect(await find('دولارات')).toEqual([]);
  });

  test('two readings stand at one place, and a stop word holds its place', async () => {
    expect(await find('ناتو')).toEqual([
      ['a', [2]],
      ['b', [1]],
    ]);
    expect(await find('وناتو')).toEqual([['a', [2]]]);
  });

  test('a number with a stop is one word, and a name is found without a place', async () => {
    expect(await find('3.5')).toEqual([['a', [3]]]);
    expect(await find('3')).toEqual([]);
    expect(await find('belgium')).toEqual([['c', []]]);
  });

  test('all documents of a value can be listed', async () => {
    const found = await engine.search(null, { filters: { kind: 'y' } });
    expect(found?.results.map(({ id }) => id)).toEqual([ids.get('b')]);
  });
});

const DOCUMENTS: readonly SearchDocument[] = [
  toDocument('x/one', 'منارة', 'تقف المنارة على الرأس، ولم ترها بلجيكا.'),
  toDocument('x/two', 'Tower', 'The tower has 212 steps; it was lit in 1861.'),
  toDocument('x/three', 'بلجيكا', 'دولة ودولار'),
];

describe('the files of an index', () => {
  test('are the same bytes for the same documents', async () => {
    const [a, b] = [await buildIndexFiles(DOCUMENTS, {}), await buildIndexFiles(DOCUMENTS, {})];
    expect([...a.keys()]).toEqual([...b.keys()]);
    for (const [path, content] of a) expect(Buffer.from(content).equals(Buffer.from(b.get(path) ?? ''))).toBe(true);
  });

  test('have other names when only the printed words change', async () => {
    const respelt = DOCUMENTS.map((one) =>
      one.id === 'x/one' ? toDocument('x/one', 'منارة', 'تقف المنارة على الرأْس، ولم ترها بلجيكا.') : one,
    );
    const names = async (documents: readonly SearchDocument[]): Promise<readonly string[]> =>
      [...(await buildIndexFiles(documents, {})).keys()].filter((path) => path.startsWith('records/'));
    const [before, after] = [await names(DOCUMENTS), await names(respelt)];
    expect(before.filter((path) => !after.includes(path))).toHaveLength(1);
  });
});

describe('an index whose files cannot be had', () => {
  const place = join(folder, 'failing');
  beforeAll(async () => writeFiles(place, await buildIndexFiles(DOCUMENTS, {})));

  test('says so, and answers when they are back', async () => {
    let isOnline = false;
    const index = openIndex({
      readText: (path) =>
        isOnline || !path.startsWith('words/')
          ? Promise.resolve(readFileSync(join(place, path), 'utf8'))
          : Promise.reject(new Error('offline')),
      startEngine: () => startEngine(place),
    });
    const search = async (): Promise<number> =>
      (await searchDocuments(await index, { query: 'منارة', language: 'ar', filters: {} })).count;
    await expect(search()).rejects.toThrow('offline');
    isOnline = true;
    expect(await search()).toBe(1);
  });

  test('does not call a missing chunk an empty answer', async () => {
    const index = await openIndexFolder(place);
    const silent = await openIndex({
      readText: (path) => Promise.resolve(readFileSync(join(place, path), 'utf8')),
      startEngine: () =>
        Promise.resolve({ search: () => Promise.resolve({ results: [] }), filters: () => Promise.resolve({}) }),
    });
    expect((await searchDocuments(index, { query: 'tower', language: 'en', filters: {} })).count).toBe(1);
    await expect(searchDocuments(silent, { query: 'tower', language: 'en', filters: {} })).rejects.toThrow(
      'could not be read',
    );
  });
});

test('دولة does not find دولار, nor دولار دولة', async () => {
  const place = join(folder, 'alike');
  await writeFiles(
    place,
    await buildIndexFiles([toDocument('x/a', 'أ', 'دولة كبيرة'), toDocument('x/b', 'ب', 'سعر الدولار')], {}),
  );
  const index = await openIndexFolder(place);
  const find = async (query: string): Promise<readonly string[]> => {
    const findings = await searchDocuments(index, { query, language: 'ar', filters: {} });
    return (await findings.hits(0, 10)).map(({ document }) => document);
  };
  expect(await find('دولة')).toEqual(['x/a']);
  expect(await find('دول')).toEqual(['x/a']);
  expect(await find('دولار')).toEqual(['x/b']);
});

function toDocument(id: string, title: string, text: string): SearchDocument {
  const view = { href: `/${id}/`, title, summary: undefined, summaryLanguage: undefined };
  return {
    id,
    kind: 'x',
    views: { ar: view, en: view },
    names: [title],
    epithets: [],
    filters: { kind: ['x'] },
    sections: [{ text, lang: 'ar', fragment: 't1', shownIn: ['ar', 'en'], mentions: [] }],
  };
}

async function writeFiles(place: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), content);
  }
}
