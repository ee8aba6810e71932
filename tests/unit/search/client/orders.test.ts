import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBrowseEntry, toOrders, writePages } from '../../../../src/search/browse-files.ts';
import type { SearchDocument } from '../../../../src/search/document.ts';
import { groupByPage } from '../../../../src/search/client/group-by-page.ts';
import type { FoundDocument } from '../../../../src/search/client/search-documents.ts';
import { toDocumentId } from '../../../../src/search/index-files.ts';
import { readOrder as readPlaces, writeOrder } from '../../../../src/search/order-files.ts';
import { sortFound } from '../../../../src/search/client/sort-found.ts';

const toDocument = (title: string, year?: number): SearchDocument => ({
  id: title,
  kind: 'x',
  views: { en: { href: '/', title, summary: undefined, summaryLanguage: undefined } },
  names: [],
  epithets: [],
  filters: {},
  ...(year === undefined ? {} : { date: { year, month: 1, day: 1 } }),
  sections: [],
});
const toFound = (id: string): FoundDocument => ({ id, score: 0, terms: new Map(), isBestBet: false });
const list = (found: readonly FoundDocument[]): readonly string[] => found.map(({ id }) => id);

/** Files of the orders of an index, by name. */
function writeOrders(documents: readonly SearchDocument[]): ReadonlyMap<string, string> {
  const entries = documents.map((document) => toBrowseEntry(document, (_language, name) => name.replace(/^The /, '')));
  return new Map(Object.entries(toOrders(entries)).map(([name, order]) => [name, writeOrder(order, documents.length)]));
}

/** Titles of documents as an index sorts them. */
async function sort(
  documents: readonly SearchDocument[],
  by: 'name' | 'oldest' | 'newest',
): Promise<readonly string[]> {
  const orders = writeOrders(documents);
  const readOrder = (name: string) => Promise.resolve(readPlaces(orders.get(name) ?? '', documents.length));
  const found = documents.map((_, at) => toFound(toDocumentId(at)));
  return list(await sortFound({ readOrder }, found, by, 'en')).map((id) => documents[parseInt(id, 36)]?.id ?? '');
}

test('names stand as the site sorts them, numbers by size, articles aside', async () => {
  const documents = ['Tower 10', 'The Abbey', 'tower 9', 'Bridge'].map((title) => toDocument(title));
  expect(await sort(documents, 'name')).toEqual(['The Abbey', 'Bridge', 'tower 9', 'Tower 10']);
});

test('what has no date stands last, whichever end is first', async () => {
  const documents = [toDocument('none'), toDocument('late', 2016), toDocument('early', -43), toDocument('nothing')];
  expect(await sort(documents, 'oldest')).toEqual(['early', 'late', 'none', 'nothing']);
  expect(await sort(documents, 'newest')).toEqual(['late', 'early', 'none', 'nothing']);
});

test('an index without dates leaves the order alone', async () => {
  expect(await sort([toDocument('b'), toDocument('a')], 'newest')).toEqual(['b', 'a']);
});

test('an article and its passages are one page, everything else is its own', async () => {
  const line = writePages(['articles/a', 'towers/t', 'articles/a#p1', 'articles/b', 'articles/a#p2']);
  expect(line).toBe('0 2 4');
  const readPages = () => Promise.resolve(new Map(line.split(' ').map((id) => [id, 0])));
  const groups = await groupByPage({ readPages }, ['2', '1', '0', '3', '4'].map(toFound));
  expect(groups.map(list)).toEqual([['2', '0', '4'], ['1'], ['3']]);
});

test('grouping loses nothing and keeps the order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 30 })), async (numbers) => {
      const ids = numbers.map(String);
      const readPages = () =>
        Promise.resolve(new Map(ids.filter((id) => Number(id) > 9).map((id) => [id, Number(id) % 3])));
      const groups = await groupByPage({ readPages }, ids.map(toFound));
      expect(groups.flatMap(list).toSorted()).toEqual(ids.toSorted());
      const firsts = groups.map(([first]) => ids.indexOf(first.id));
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }),
  );
});
