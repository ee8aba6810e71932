import { describe, expect, test } from 'vitest';
import { PICTURE_CORPUS } from '../picture-corpus.ts';
import { openContext } from '../site/open-context.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';

const { kb } = openContext(PICTURE_CORPUS, 'en');
const all = { subjects: 9, each: 9 };

describe('what pictures ask of a knowledge base', () => {
  test('counts places by country, the most named first, and points last', () => {
    const groups = kb.locations({ inCountry: 5, points: 5 });
    expect(groups.map(({ code, total }) => [code, total])).toEqual([
      ['ES', 2],
      ['IQ', 1],
      ['YE', 1],
      ['ZZ', 1],
      [undefined, 1],
    ]);
    expect(groups[0]?.first.map(({ entity, passages }) => [entity, passages])).toEqual([
      ['harbours/cadiz', 1],
      ['lands/spain', 0],
    ]);
    expect(groups.at(-1)?.first).toEqual([
      { type: 'point', latitude: 12.8, longitude: 45, entity: 'harbours/aden', passages: 2 },
    ]);
  });

  test('lists no more than it is asked for, and says how many there are', () => {
    const [spain] = kb.locations({ inCountry: 1, points: 1 });
    expect([spain?.first.length, spain?.total]).toEqual([1, 2]);
  });

  test('knows every date that is said, open ends included, and none that was retracted', () => {
    expect(kb.dates().map(({ date, subjects }) => [date, subjects])).toEqual([
      ['1700', 1],
      ['1717/..', 1],
      ['1850~', 1],
      ['1900', 1],
    ]);
    expect(kb.moments('1900', all)).toEqual([
      { role: 'article', subject: 'articles/coast', claim: undefined, total: 1 },
    ]);
    expect(kb.moments('1717/..', all)).toEqual([
      { role: 'held', subject: 'harbours/cadiz', claim: 'harbours/cadiz#port', total: 1 },
    ]);
  });

  test('knows the claims between two entities from both sides', () => {
    const tie = { from: 'harbours/aden', to: 'harbours/basra', claim: 'harbours/aden#trade' };
    expect(kb.ties('harbours/aden', 9)).toEqual([tie]);
    expect(kb.ties('harbours/basra', 9)).toEqual([tie]);
  });

  test('connects by claims and by shared passages', () => {
    const { entities, ties, shared } = kb.network(9);
    expect(entities.map(({ id, passages, ties: own }) => [id, passages, own])).toEqual([
      ['harbours/aden', 2, 1],
      ['harbours/basra', 1, 1],
      ['harbours/cadiz', 1, 0],
    ]);
    expect(ties).toHaveLength(1);
    expect(shared).toEqual([
      { a: 'harbours/aden', b: 'harbours/basra', passages: 1 },
      { a: 'harbours/aden', b: 'harbours/cadiz', passages: 1 },
    ]);
    expect(kb.network(1)).toMatchObject({ entities: [{ id: 'harbours/aden' }], ties: [], shared: [] });
  });

  test('says what there is to draw', () => {
    expect(kb.pictures()).toEqual({ map: true, timeline: true, graph: true });
    expect(openContext(SMALL_CORPUS, 'en').kb.pictures()).toEqual({ map: false, timeline: false, graph: true });
  });

  test('counts what there is, and ranks entities of some kinds', () => {
    expect(kb.totals()).toEqual({ articles: 1, passages: 2, claims: 5, kinds: { harbours: 3, lands: 2 } });
    expect(kb.ranked(['harbours'], 2).map(({ id, passages }) => [id, passages])).toEqual([
      ['harbours/aden', 2],
      ['harbours/basra', 1],
    ]);
  });
});
