import { describe, expect, test } from 'vitest';
import { searchSite, type FoundPage, type PageData, type SearchIndex } from '../../../src/search/search-site.ts';

interface FakePage {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly text: string;
  readonly passages?: Readonly<Record<string, string>>;
}

const PAGES: readonly FakePage[] = [
  { url: '/members/belgium/', title: 'بلجيكا', kind: 'members', text: 'بلجيكا من دول الحلف' },
  { url: '/members/canada/', title: 'كندا', kind: 'members', text: 'ترد كندا بعد بلجيكا بلجيكا بلجيكا' },
  {
    url: '/articles/nato/',
    title: 'المقالة',
    kind: 'passage',
    text: '',
    passages: { p1: 'الهدف من الهجمات', p2: 'هي بلجيكا وكندا' },
  },
];

describe('searching', () => {
  test('gives the passages of an article, each with its own address', async () => {
    const hits = await search('كندا');
    expect(hits.map(({ href }) => href)).toContain('/articles/nato/#p2');
    expect(hits.map(({ href }) => href)).not.toContain('/articles/nato/');
  });

  test('puts the page of a name first, however often others name it', async () => {
    expect((await search('بلجيكا'))[0]?.href).toBe('/members/belgium/');
  });

  test('finds pages that hold only some of many words', async () => {
    expect((await search('بلجيكا قسطنطينية')).map(({ href }) => href)).toContain('/members/belgium/');
  });

  test('refuses a page that holds less than half of the words', async () => {
    expect(await search('بلجيكا قسطنطينية سمرقند')).toEqual([]);
  });

  test('refuses what the index found instead of the word', async () => {
    const index: SearchIndex = {
      search: () => Promise.resolve({ results: [toFound(PAGES[1], 'بعد')] }),
    };
    const findings = await searchSite(index, { query: 'والناتو', kind: '' });
    expect(await findings.hits(0, 10)).toEqual([]);
  });

  test('hands the kind to the index', async () => {
    const asked: Readonly<Record<string, string>>[] = [];
    const index: SearchIndex = {
      search: (_, { filters }) => {
        asked.push(filters);
        return Promise.resolve({ results: [] });
      },
    };
    await searchSite(index, { query: 'x', kind: 'members' });
    expect(asked).toEqual([{ kind: 'members' }]);
  });

  test('of nothing finds nothing', async () => {
    expect(await search('؟')).toEqual([]);
  });
});

async function search(query: string) {
  const findings = await searchSite(fakeIndex, { query, kind: '' });
  return findings.hits(0, 10);
}

/** Finds whole words, all of them, as the real one does; counts them for the score. */
const fakeIndex: SearchIndex = {
  search: (query) => {
    const words = query.replaceAll('"', '').split(' ');
    const results = PAGES.flatMap((page) => {
      const text = `${page.title} ${page.text} ${Object.values(page.passages ?? {}).join(' ')}`.split(' ');
      const counts = words.map((word) => text.filter((one) => one === word).length);
      if (counts.some((count) => count === 0)) return [];
      return [toFound(page, ...words)];
    });
    return Promise.resolve({ results });
  },
};

function toFound(page: FakePage | undefined, ...words: readonly string[]): FoundPage {
  if (page === undefined) throw new Error('There is no such page.');
  const mark = (text: string): string =>
    text
      .split(' ')
      .map((word) => (words.includes(word) ? `<mark>${word}</mark>` : word))
      .join(' ');
  const data: PageData = {
    url: page.url,
    excerpt: mark(page.text),
    meta: { title: page.title },
    filters: { kind: [page.kind] },
    sub_results: Object.entries(page.passages ?? {})
      .filter(([, text]) => text.split(' ').some((word) => words.includes(word)))
      .map(([id, text]) => ({ title: `${page.title}, ${id}`, url: `${page.url}#${id}`, excerpt: mark(text) })),
  };
  const score = words.reduce((sum, word) => sum + page.text.split(word).length, 0);
  return { id: page.url, score, data: () => Promise.resolve(data) };
}
