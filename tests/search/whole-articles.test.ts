import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { openKnowledgeBase } from '../../src/compiler/knowledge-base.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { readDocuments } from '../../src/search/read-documents.ts';
import type { Hit } from '../../src/search/client/to-hit.ts';
import { searchDocuments } from '../../src/search/client/search-documents.ts';
import type { SearchIndex } from '../../src/search/client/search-index.ts';
import { ROOT, SITES } from '../support/sites.ts';
import { buildIndexFiles } from './support/build-index-files.ts';
import { openIndexFolder } from './support/open-index-folder.ts';

/** Every article has more passages than that. */
const MOST_PASSAGE_DOCUMENTS = 1;

describe('where passages are too many for documents of their own', () => {
  let documents: readonly SearchDocument[] = [];
  let index: SearchIndex;
  const folder = mkdtempSync(join(tmpdir(), 'sanad-whole-articles-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    const compilation = await compile({
      contentFolder: join(ROOT, SITES.lighthouses.content),
      cacheFolder: join(folder, 'cache'),
      locks: 'frozen',
    });
    if (compilation.status === 'refused') throw new Error('The site of lighthouses was refused.');
    const kb = openKnowledgeBase(compilation.knowledgeBaseFile);
    const places = {
      toHref: (language: string, document: string) => `/${language}/${document}/`,
      toSortKey: (_: string, title: string) => title,
      toPassageTitle: (_: string, title: string, ordinal: number) => `${title} ${String(ordinal)}`,
      readPage: () => undefined,
    };
    documents = [...readDocuments(kb, places, MOST_PASSAGE_DOCUMENTS)];
    kb.close();
    for (const [path, content] of await buildIndexFiles(documents)) {
      const file = join(folder, 'index', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    index = await openIndexFolder(join(folder, 'index'));
  });
  const findPassage = async (query: string, language: string): Promise<Hit | undefined> => {
    const findings = await searchDocuments(index, { query, language, filters: { kind: 'passage' } });
    return (await findings.hits(0, 10))[0];
  };

  test('an article is one document', () => {
    expect(documents.filter(({ id }) => id.startsWith('articles/')).map(({ id }) => id)).toEqual([
      'articles/keepers-of-the-coast',
      'articles/night-of-the-long-swell',
    ]);
  });

  test.each([
    ['fog bell', 'en', '#p3'],
    ['gallery rail', 'en', '#p6'],
    ['kept the light until', 'en', '#p9'],
    ['الضوء وعد', 'ar', '#p3'],
    ['الصخرة', 'ar', '#p1'],
  ])('«%s» leads to its passage and marks the words', async (query, language, fragment) => {
    const hit = await findPassage(query, language);
    expect(hit?.href).toMatch(new RegExp(`${fragment}$`));
    expect(hit?.title).toMatch(/ \d+$/);
    expect(hit?.words.length).toBeGreaterThan(0);
    expect(hit?.excerpt.some(({ isMarked }) => isMarked)).toBe(true);
  });

  test('the passage that holds all words comes before one that holds some of them often', async () => {
    // «light» stands in many passages of the article, «promise» and «dark» in one.
    expect((await findPassage('light promise dark', 'en'))?.href).toMatch(/#p8$/);
  });
});
