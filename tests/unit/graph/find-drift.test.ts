import { expect, test } from 'vitest';
import { alignPassages } from '../../../src/anchor/align-passages.ts';
import { anchorCitations, toArticleTexts } from '../../../src/graph/anchor-citations.ts';
import type { Corpus } from '../../../src/graph/corpus.ts';
import { findDrift } from '../../../src/graph/find-drift.ts';
import { alignArticles } from '../../../src/graph/locate-passages.ts';
import { prove } from '../in-memory.ts';

const FIRST = 'The tower of Ember stands twelve metres above the rock and is lit at dusk.';
const SECOND = 'Its keeper, an old sailor from the north, counts every ship that passes the bar.';
const THIRD = 'In the great storm the lamp went out for one night, and two boats were lost.';

const QUOTES = {
  height: 'stands twelve metres above the rock',
  ships: 'counts every ship that passes the bar',
  storm: 'the lamp went out for one night',
};

function toCorpus(paragraphs: readonly string[]): Corpus {
  const claims = Object.entries(QUOTES).map(
    ([id, quote]) => `  - { id: ${id}, property: note, value: x, evidence: [{ article: survey, quote: '${quote}' }] }`,
  );
  return prove({
    'site.yaml':
      'title: T\ndescription: D\nlanguages: [en]\nurl: https://t.example/\nkinds:\n  towers:\n    base: place\n    label: { en: { one: Tower, other: Towers } }\n    properties: { note: { type: text, many: true, label: Note } }\n',
    'articles/survey.mdx': `---\ntitle: Survey\nlang: en\n---\n${paragraphs.join('\n\n')}\n`,
    'towers/ember.mdx': `---\nlabel: { en: Ember }\nclaims:\n${claims.join('\n')}\n---\n`,
  }).corpus;
}

/** What becomes of each quotation when the article changes from one text to the other. */
function drift(before: readonly string[], after: readonly string[]): Record<string, string> {
  const { lock } = alignPassages(
    undefined,
    before.map((text) => ({ text })),
  );
  const corpus = toCorpus(after);
  const locked: Corpus = { ...corpus, articles: corpus.articles.map((entry) => ({ ...entry, lock })) };
  const texts = toArticleTexts(locked);
  const found = findDrift(locked, texts, anchorCitations(locked, texts), alignArticles(locked));
  return Object.fromEntries(found.map(({ claim, fate }) => [claim.replace(/^.*#/, ''), fate]));
}

const ALL = [FIRST, SECOND, THIRD];

test('says nothing of an article that did not change', () => {
  expect(drift(ALL, ALL)).toEqual({});
});

test('a passage put on top moves nothing', () => {
  expect(drift(ALL, ['A new beginning that nobody had written before this day.', ...ALL])).toEqual({
    height: 'kept',
    ships: 'kept',
    storm: 'kept',
  });
});

test('a changed number is told as changed, in its own passage only', () => {
  expect(drift(ALL, [FIRST.replace('twelve', 'ten'), SECOND, THIRD])).toEqual({
    height: 'changed',
    ships: 'kept',
    storm: 'kept',
  });
});

test('a respelled quotation is told as respelled', () => {
  expect(drift(ALL, [FIRST.replace('twelve metres', 'twelve  metres'), SECOND, THIRD])).toMatchObject({
    ships: 'kept',
  });
  expect(drift(ALL, [FIRST.replace('twelve metres above', 'twelve metres, above'), SECOND, THIRD])).toEqual({
    height: 'respelled',
    ships: 'kept',
    storm: 'kept',
  });
});

test('a quotation whose passage is gone is lost', () => {
  expect(drift(ALL, [FIRST, THIRD])).toEqual({ height: 'kept', ships: 'lost', storm: 'kept' });
});

test('a quotation that now stands in another passage has moved', () => {
  const [, tail = ''] = /, and (.*)$/.exec(THIRD) ?? [];
  const moved = [
    FIRST,
    `${SECOND} In the great storm the lamp went out for one night.`,
    `Once ${tail} In those years the sea was rough and the boats were small and old.`,
  ];
  expect(drift(ALL, moved)['storm']).toBe('moved');
});
