import { describe, expect, test } from 'vitest';
import { listSameStatements, type Statement } from '../../search/support/same-statement.ts';

const STATEMENTS: readonly Statement[] = [
  {
    passage: 'articles/night#p1',
    entity: 'waves/height',
    texts: ['وبلغ ارتفاع الموج نحو 9 أمتار', 'Height of the waves: about 9 metres'],
  },
  { passage: 'articles/night#p1', entity: 'boats/grey', texts: ['عاد القارب قبل الفجر', 'Came home: before dawn'] },
];
const list = (query: string, expected: readonly string[]): readonly string[] =>
  listSameStatements({ query, expected }, STATEMENTS);

describe('a passage and an entity are the same answer', () => {
  test.each([
    ['where the quotation holds every telling word', 'ارتفاع الموج', 'articles/night#p1', 'waves/height'],
    ['the other way round', '٩ أمتار', 'waves/height', 'articles/night#p1'],
    ['where the claim in another language holds them', 'height of the waves', 'articles/night#p1', 'waves/height'],
  ])('%s', (_, query, expected, same) => {
    expect(list(query, [expected])).toEqual([same]);
  });

  test.each([
    ['where a word is missing', 'ارتفاع الموج والفجر', ['articles/night#p1']],
    ['where the words stand in two statements', 'الموج القارب', ['articles/night#p1']],
    ['where none of the two is expected', 'ارتفاع الموج', ['boats/red']],
    ['where the query has no telling word', 'في', ['articles/night#p1']],
  ])('not %s', (_, query, expected) => {
    expect(list(query, expected)).toEqual([]);
  });
});
