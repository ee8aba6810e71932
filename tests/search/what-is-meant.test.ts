import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchDocuments } from '../../src/search/client/search-documents.ts';
import type { SearchIndex } from '../../src/search/client/search-index.ts';
import type { SearchDocument, SearchSection } from '../../src/search/document.ts';
import { buildIndexFiles } from './support/build-index-files.ts';
import { openIndexFolder } from './support/open-index-folder.ts';

const PASSAGE = 'حذر الحارس من البحر، وهو خلق جو من الخوف، وأضاء المصباح في القرن الأخير.';
const from = PASSAGE.indexOf('وهو خلق');
const to = PASSAGE.indexOf('، وأضاء');

const DOCUMENTS: readonly SearchDocument[] = [
  toDocument(
    'towers/old',
    ['البرج القديم', 'Old Tower'],
    [
      toSection('برج قديم على الرأس.', 'ar', ''),
      { ...toSection('الارتفاع: 27 مترا', 'ar', 'height'), isFact: true },
      { ...toSection('الحارس: عمر', 'ar', 'keeper'), isFact: true },
      { ...toSection('Height: 27 metres', 'en', 'height'), isFact: true },
    ],
  ),
  toDocument('towers/new', ['المنارة الجديدة'], [toSection('منارة بجانب بيت قديم. كان في المكان برج.', 'ar', '')]),
  toDocument('towers/far', ['Far Light'], [toSection('A tower of 33,000 stones. An old man lives near it.', 'en', '')]),
  {
    ...toDocument('articles/coast#p1', [], []),
    kind: 'passage',
    sections: [
      { ...toSection(PASSAGE, 'ar', 'p1'), glosses: [{ start: from, end: to, texts: ['Aim: to create fear'] }] },
    ],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'sanad-meant-'));
let index: SearchIndex;
beforeAll(async () => {
  for (const [path, content] of await buildIndexFiles(DOCUMENTS)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  index = await openIndexFolder(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = async (query: string, language = 'ar') => {
  const findings = await searchDocuments(index, { query, language, filters: {} });
  return findings.hits(0, 10);
};
const find = async (query: string, language?: string): Promise<readonly string[]> =>
  (await ask(query, language)).map(({ document }) => document);

describe('words in quotation marks', () => {
  test('stand one after the other', async () => {
    expect(await find('برج قديم')).toContain('towers/new');
    expect(await find('«برج قديم»')).toEqual(['towers/old']);
    expect(await find('"old tower"', 'en')).toEqual(['towers/old']);
  });

  test('that stand nowhere so are looked for by themselves', async () => {
    expect(await find('«قديم البحر برج»')).toContain('towers/old');
  });
});

test('a query that is a name leaves out what only has its words somewhere', async () => {
  expect(await find('old tower', 'en')).toEqual(['towers/old']);
});

test('what lacks a word and is far behind is left out, but not where a question is asked', async () => {
  expect(await find('الحارس المصباح')).toEqual(['articles/coast#p1']);
  expect(await find('من هو الحارس صاحب المصباح')).toContain('towers/old');
});

test('a passage is found in another language by the statement that it carries, and its words are marked', async () => {
  const [hit] = await ask('fear', 'en');
  expect(hit?.document).toBe('articles/coast#p1');
  expect(hit?.href).toBe('/articles/coast#p1/#p1');
  expect(hit?.words).toEqual([PASSAGE.slice(from, to)]);
});

test('an entity shows facts in the language of the reader', async () => {
  const [arabic] = await ask('البرج القديم');
  expect(arabic?.facts).toEqual(['الارتفاع: 27 مترا', 'الحارس: عمر']);
  const [english] = await ask('Old Tower', 'en');
  expect(english?.facts).toEqual(['Height: 27 metres']);
});

test.each(['27', 'سبعة وعشرون', 'سبع وعشرين مترا', 'twenty-seven', '٢٧'])(
  'a number is one number: %s',
  async (query) => {
    expect((await find(query))[0]).toBe('towers/old');
  },
);

test.each(['33000', '33 000', 'thirty three thousand', 'ثلاثة وثلاثون ألفا'])(
  'so is a large one: %s',
  async (query) => {
    expect((await find(query))[0]).toBe('towers/far');
  },
);

function toSection(text: string, lang: string, fragment: string): SearchSection {
  return { text, lang, fragment, shownIn: lang === 'ar' ? ['ar', 'en'] : [lang], mentions: [] };
}

function toDocument(id: string, names: readonly string[], sections: readonly SearchSection[]): SearchDocument {
  const view = { href: `/${id}/`, title: names[0] ?? id, summary: undefined, summaryLanguage: undefined };
  return { id, kind: 'towers', views: { ar: view, en: view }, names, epithets: [], filters: {}, sections };
}
