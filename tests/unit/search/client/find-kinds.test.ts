import { describe, expect, test } from 'vitest';
import { analyseText } from '../../../../src/search/analyser/analyse-text.ts';
import { findKinds, type NamedKind } from '../../../../src/search/client/find-kinds.ts';
import type { QueryTerm } from '../../../../src/search/client/resolve-query.ts';

const KINDS = {
  events: { one: ['حدث', 'Event'], other: ['الأحداث', 'Events'] },
  members: { one: ['دولة عضو', 'Member state'], other: ['الدول الأعضاء', 'Member states'] },
  works: { one: ['Book of the sea'], other: ['Books of the sea'] },
};

describe('a query that is the name of a kind', () => {
  test.each([
    ['الأحداث', 'events'],
    ['أحداث', 'events'],
    ['وللأحداث', 'events'],
    ['EVENTS', 'events'],
    ['الدول الأعضاء', 'members'],
    ['books of the sea', 'works'],
  ])('asks for all of it: %s', (query, id) => {
    expect(find(query)).toEqual([{ id, isWhole: true }]);
  });

  test.each([
    ['حدث', 'events'],
    ['event', 'events'],
    ['Member State', 'members'],
  ])('in the singular asks for what has the word: %s', (query, id) => {
    expect(find(query)).toEqual([{ id, isWhole: false }]);
  });
});

test.each(['الدول', 'states', 'great events', 'sea books', '', 'the', 'الأحداث الأخيرة'])(
  '«%s», of which a kind has less or more, or in another order, asks for no kind',
  (query) => {
    expect(find(query)).toEqual([]);
  },
);

function find(query: string): readonly NamedKind[] {
  const terms = analyseText(query)
    .filter(({ isStopWord }) => !isStopWord)
    .map(({ normal, token }, place): QueryTerm => {
      const written = query.slice(token.start, token.end);
      return { written, normal, by: 'nothing', stems: [], relatives: [], place, phrase: undefined };
    });
  return findKinds(KINDS, { terms });
}
