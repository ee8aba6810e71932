import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toIndexTerm } from '../../src/search/end-mark.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import type { IndexedDocument } from '../../src/search/index-document.ts';
import { fetchRuntime, packChunk, toChunkPath, writeDocumentList } from '../../src/search/pagefind-format.ts';
import { createPostings, writeEntry } from '../../src/search/posting-lists.ts';
import { openIndex, type Engine } from '../../src/search/client/search-index.ts';
import { searchDocuments } from '../../src/search/client/search-documents.ts';
import { buildIndexFiles } from './support/build-index-files.ts';
import { openIndexFolder, startEngine } from './support/open-index-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanad-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is known of Pagefind', () => {
  const RECORDS: readonly IndexedDocument[] = [
    toIndexed([['دول'], [], ['ناتو', 'وناتو'], ['3.5'], ['حلف']], ['اسم']),
    toIndexed([['دولار'], ['ناتو'], ['حلف'], ['خانۓ']], []),
    toIndexed([], ['belgium']),
  ];
  let engine: Engine;
  beforeAll(async () => {
    const place = join(folder, 'known');
    const runtime = await fetchRuntime();
    const postings = createPostings();
    RECORDS.forEach((record, number) => postings.add(number, record));
    const { words, find: findWord } = postings.finish();
    // A chunk for each word: what stands in another one is found as well.
    const chunks = words.map((word) => {
      const list = findWord(word);
      return { word, ...packChunk(list === undefined ? [] : [writeEntry(word, [list])]) };
    });
    const places = chunks.map(({ word, name }) => ({ from: word, to: word, name }));
    const listed = ['a', 'b', 'c'].map((id, at) => [id, RECORDS[at]?.positions.length ?? 0] as const);
    const files = [
      ...runtime.files,
      ...chunks.map(({ name, content }) => ({ path: toChunkPath(name), content })),
      ...writeDocumentList(runtime, listed, places),
    ];
    await writeFiles(place, new Map(files.map(({ path, content }) => [path, content])));
    engine = await startEngine(place);
  });
  const find = async (stem: string): Promise<readonly (readonly [string, readonly number[]])[]> =>
    ((await engine.search(toIndexTerm(stem)))?.results ?? [])
      .map(({ id, words }) => [id, words] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));

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

  test('a letter that takes its hamza as a mark is found, which the runtime takes off what it is asked', async () => {
    expect(await find('خانۓ')).toEqual([['b', [3]]]);
  });

  test('a word counts by how rare it is', async () => {
    const score = async (stem: string): Promise<number> =>
      (await engine.search(toIndexTerm(stem)))?.results.find(({ id }) => id === 'a')?.score ?? 0;
    // Both stand once in the first of three documents; one stands in another as well.
    const rarity = (holding: number): number => Math.log(1 + (3 - holding + 0.5) / (holding + 0.5));
    expect(await score('دول')).toBeGreaterThan(0);
    expect((await score('دول')) / (await score('حلف'))).toBeCloseTo(rarity(1) / rarity(2), 3);
  });
});

const DOCUMENTS: readonly SearchDocument[] = [
  toDocument('x/one', 'منارة', 'تقف المنارة على الرأس، ولم ترها بلجيكا.'),
  toDocument('x/two', 'Tower', 'The tower has 212 steps; it was lit in 1861.'),
  toDocument('x/three', 'بلجيكا', 'دولة ودولار'),
];

describe('the files of an index', () => {
  test('are the same bytes for the same documents', async () => {
    const [a, b] = [await buildIndexFiles(DOCUMENTS), await buildIndexFiles(DOCUMENTS)];
    expect([...a.keys()]).toEqual([...b.keys()]);
    for (const [path, content] of a) expect(Buffer.from(content).equals(Buffer.from(b.get(path) ?? ''))).toBe(true);
  });

  test('have other names when only the printed words change', async () => {
    const respelt = DOCUMENTS.map((one) =>
      one.id === 'x/one' ? toDocument('x/one', 'منارة', 'تقف المنارة على الرأْس، ولم ترها بلجيكا.') : one,
    );
    const names = async (documents: readonly SearchDocument[]): Promise<readonly string[]> =>
      [...(await buildIndexFiles(documents)).keys()].filter((path) => path.startsWith('records/'));
    const [before, after] = [await names(DOCUMENTS), await names(respelt)];
    expect(before.filter((path) => !after.includes(path))).toHaveLength(1);
  });
});

describe('an index whose files cannot be had', () => {
  const place = join(folder, 'failing');
  beforeAll(async () => writeFiles(place, await buildIndexFiles(DOCUMENTS)));

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
      startEngine: () => Promise.resolve({ search: () => Promise.resolve({ results: [] }) }),
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
    await buildIndexFiles([toDocument('x/a', 'أ', 'دولة كبيرة'), toDocument('x/b', 'ب', 'سعر الدولار')]),
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

function toIndexed(positions: IndexedDocument['positions'], title: readonly string[]): IndexedDocument {
  return { positions, title, starts: [0], spans: new Map() };
}

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
