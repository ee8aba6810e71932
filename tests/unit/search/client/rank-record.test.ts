import { describe, expect, test } from 'vitest';
import { analyseText } from '../../../../src/search/analyser/analyse-text.ts';
import { rankRecord } from '../../../../src/search/client/rank-record.ts';
import type { QueryTerm, ResolvedQuery } from '../../../../src/search/client/resolve-query.ts';
import type { FoundDocument } from '../../../../src/search/client/search-documents.ts';
import type { IndexRecord, RecordSection } from '../../../../src/search/index-files.ts';

interface Made {
  readonly kind?: string;
  readonly base?: string;
  readonly names?: readonly string[];
  readonly summary?: string;
  readonly texts?: readonly string[];
  readonly lang?: string;
}

/** Ranks a made-up document for an English reader, as if each word of the query had been found by its stem. */
function rank(query: string, made: Made, wanted: ResolvedQuery['wanted'] = new Map()): number {
  const record = toRecord(made);
  const resolved = resolve(query, wanted);
  return rankRecord(record, find(record, resolved), resolved, 'en');
}

describe('of two documents that hold the words, first is the one', () => {
  test.each<[string, string, Made, Made]>([
    ['that has the word as it was typed', 'towers', { texts: ['two towers'] }, { texts: ['one tower'] }],
    [
      'that has the words near one another',
      'stone stair',
      { texts: ['a stone stair leads up to the lamp room of the keeper'] },
      { texts: ['a stone lies on the beach below and the keeper climbs every stair'] },
    ],
    [
      'that has the words in one section',
      'keeper storm harbour',
      { texts: ['of the keeper a long time after that storm in every small harbour', 'nothing'] },
      { texts: ['of the keeper a long time after that', 'storm', 'in every small harbour'] },
    ],
    ['that is called so', 'halder', { names: ['Halder'], texts: ['of halder'] }, { texts: ['of halder'] }],
    [
      'more of whose name the query is',
      'halder',
      { names: ['Halder'], texts: ['halder'] },
      { names: ['Friends of Halder Harbour'], texts: ['halder'] },
    ],
    [
      'whose name has most of the words',
      'old harbour watch',
      { names: ['The harbour watch'], texts: ['harbour watch of the old'] },
      { names: ['Friends of the sea'], texts: ['harbour watch of the old'] },
    ],
    ['that says so in its summary', 'storm', { summary: 'The storm.' }, { texts: ['The storm.'] }],
    [
      'that is the text itself',
      'storm',
      { kind: 'passage', texts: ['The storm came.'] },
      { kind: 'storms', texts: ['The storm came.'] },
    ],
  ])('%s', (_, query, better, other) => {
    expect(rank(query, better)).toBeGreaterThan(rank(query, other));
  });
});

test('a passage in the language of the reader comes before one in another', () => {
  const texts = ['the storm came in the night'];
  expect(rank('storm', { kind: 'passage', texts })).toBeGreaterThan(
    rank('storm', { kind: 'passage', texts, lang: 'ar' }),
  );
});

test('the very words of a passage count the more, the more words they are', () => {
  const text = 'nobody was lost that night and the keeper wrote it down';
  const gain = (query: string): number =>
    rank(query, { kind: 'passage', texts: [text] }) / rank(query, { kind: 'storms', texts: [text] });
  expect(gain('lost keeper')).toBe(gain('lost'));
  expect(gain('lost night')).toBeGreaterThan(gain('lost keeper'));
  expect(gain('nobody lost night')).toBeGreaterThan(gain('lost night'));
});

test('what a question asks for comes first', () => {
  const person: Made = { base: 'person', texts: ['kept the lamp'] };
  const place: Made = { base: 'place', texts: ['kept the lamp'] };
  expect(rank('lamp', person)).toBe(rank('lamp', place));
  expect(rank('lamp', person, new Map([['person', 2]]))).toBe(2 * rank('lamp', place, new Map([['person', 2]])));
});

test('a query of which the site has no word changes no order', () => {
  const record = toRecord({ texts: ['the storm'] });
  const resolved: ResolvedQuery = { ...resolve('storm'), terms: resolve('storm').terms.map(toUnknown) };
  expect(rankRecord(record, { id: '0', score: 1, terms: new Map(), isBestBet: false }, resolved, 'en')).toBe(1);
});

function toUnknown(term: QueryTerm): QueryTerm {
  return { ...term, by: 'nothing', stems: [] };
}

function toRecord({ kind = 'things', base, names = [], summary, texts = [], lang = 'en' }: Made): IndexRecord {
  const sections: RecordSection[] = [];
  let from = 0;
  for (const [at, text] of [...(summary === undefined ? [] : [summary]), ...texts].entries()) {
    const fragment = summary !== undefined && at === 0 ? '' : `s${String(at)}`;
    sections.push({ text, lang, fragment, shownIn: [lang], from });
    from += analyseText(text).length;
  }
  return { id: 'made', kind, ...(base === undefined ? {} : { base }), names, views: {}, sections };
}

function resolve(query: string, wanted: ResolvedQuery['wanted'] = new Map()): ResolvedQuery {
  const tokens = analyseText(query);
  return {
    normal: query,
    terms: tokens.map(({ normal, readings }, place) => ({
      written: normal,
      normal,
      by: 'reading',
      stems: [{ stem: readings[0].stem, weight: 1 }],
      relatives: [],
      place,
      phrase: undefined,
    })),
    wanted,
    isQuestion: false,
    bestBets: [],
  };
}

function find({ sections }: IndexRecord, { terms }: ResolvedQuery): FoundDocument {
  const places = sections.flatMap(({ text }) => analyseText(text));
  const found = new Map<number, { readonly score: number; readonly tokens: ReadonlyMap<number, number> }>();
  terms.forEach(({ stems }, number) => {
    const at = places.flatMap(({ readings }, token) => (readings[0].stem === stems[0]?.stem ? [token] : []));
    if (at.length > 0) found.set(number, { score: 1, tokens: new Map(at.map((token) => [token, 1])) });
  });
  return { id: '0', score: 1, terms: found, isBestBet: false };
}
