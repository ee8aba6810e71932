import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchDocuments } from '../../src/search/client/search-documents.ts';
import type { SearchIndex } from '../../src/search/client/search-index.ts';
import type { BrowseSettings } from '../../src/search/finish-index.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { buildIndexFiles } from './support/build-index-files.ts';
import { openIndexFolder } from './support/open-index-folder.ts';

const TOWERS = ['الشرق', 'الغرب', 'الشمال', 'الجنوب', 'الوسط', 'القرية', 'الوادي', 'الجبل', 'السهل'];

const DOCUMENTS: readonly SearchDocument[] = [
  ...TOWERS.map((place, at) => toDocument(`towers/${String(at)}`, [], `بني برج قديم من حجر في ${place}.`)),
  toDocument('coasts/long', [], 'بنيت أبراج قديمة من حجر على الساحل.'),
  toDocument('islands/paros', ['Paros'], 'An island of white stone.', 'islands'),
  toDocument('islands/naxos', ['Naxos'], 'Wine and marble.', 'islands'),
  toDocument('coasts/far', [], 'Islands, islands and islands again.'),
  toDocument(
    'lights/halder',
    ['منارة هالدر', 'هالدر'],
    'تقف منارة هالدر على الرأس. في هالدر جرس، وفيها للضباب بوق. من هالدر نودي على الناس. إلى هالدر عادت القوارب.',
  ),
  toDocument(
    'articles/night#p1',
    [],
    'في تلك الليلة نودي على القوارب بجرس الضباب من منارة هالدر فعادت كلها.',
    'passage',
  ),
  ...['a', 'b', 'c', 'd'].map((letter) =>
    toDocument(`boats/${letter}`, [`قارب الضباب ${letter}`], 'قارب الضباب من القوارب. سمع جرس الضباب، جرس القوارب.'),
  ),
];

const ISLANDS = {
  id: 'islands',
  label: { ar: { one: 'جزيرة', other: 'الجزر' }, en: { one: 'Island', other: 'Islands' } },
  properties: {},
};
const BROWSE = { languages: ['ar', 'en'], kinds: { islands: ISLANDS } } as unknown as BrowseSettings;

const folder = mkdtempSync(join(tmpdir(), 'sanad-ranking-'));
let index: SearchIndex;
beforeAll(async () => {
  for (const [path, content] of await buildIndexFiles(DOCUMENTS, { browse: BROWSE })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  index = await openIndexFolder(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const find = async (query: string, language = 'ar'): Promise<readonly string[]> => {
  const findings = await searchDocuments(index, { query, language, filters: {} });
  return (await findings.hits(0, 20)).map(({ document }) => document);
};

test('how strong a stem is in a document does not depend on how rare it is', async () => {
  const readStrength = async (stem: string): Promise<number> => {
    const hits = await index.findStem(stem);
    const ids = await Promise.all(hits.map(async ({ id }) => (await index.readRecord(id)).id));
    return hits[ids.indexOf('towers/0')]?.strength ?? 0;
  };
  // Each stands there once; one is in nine documents, the other in one.
  expect(await readStrength('برج')).toBeGreaterThan(0);
  expect(await readStrength('شرق')).toBeCloseTo(await readStrength('برج'), 3);
});

test('a rare relative of a word does not come before the word', async () => {
  const found = await find('برج');
  expect(found).toHaveLength(TOWERS.length + 1);
  expect(found.at(-1)).toBe('coasts/long');
});

test('a name whose stem is no word is found as it sounds', async () => {
  expect(await find('باروس')).toEqual(['islands/paros']);
  expect(await find('Parros', 'en')).toEqual(['islands/paros']);
});

test('a typing error is mended behind a particle, too', async () => {
  expect((await find('هالددر'))[0]).toBe('lights/halder');
  expect((await find('وهالددر'))[0]).toBe('lights/halder');
});

test('a passage that is the query word for word comes before what a part of the query names', async () => {
  expect((await find('هالدر'))[0]).toBe('lights/halder');
  expect((await find('نودي على القوارب بجرس الضباب من منارة هالدر'))[0]).toBe('articles/night#p1');
});

test('a passage that holds every word is among the first three, however often others hold them', async () => {
  const found = await find('جرس القوارب الضباب');
  expect(found[0]).toMatch(/^boats\//);
  expect(found.indexOf('articles/night#p1')).toBeLessThan(3);
});

test('the name of a kind leads to all of it, first to what has the word, before anything else that has it', async () => {
  expect(await find('Islands', 'en')).toEqual(['islands/paros', 'islands/naxos', 'coasts/far']);
  expect((await find('الجزر')).toSorted()).toEqual(['islands/naxos', 'islands/paros']);
  expect(await find('white islands', 'en')).toEqual(['islands/paros']);
});

function toDocument(id: string, names: readonly string[], text: string, kind = 'things'): SearchDocument {
  const lang = /[a-z]/.test(text) ? 'en' : 'ar';
  const view = { href: `/${id}/`, title: names[0] ?? id, summary: undefined, summaryLanguage: undefined };
  return {
    id,
    kind,
    views: { ar: view, en: view },
    names,
    epithets: [],
    filters: { kind: [kind] },
    sections: [{ text, lang, fragment: 't1', shownIn: ['ar', 'en'], mentions: [] }],
  };
}
