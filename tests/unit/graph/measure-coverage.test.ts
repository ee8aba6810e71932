import { expect, test } from 'vitest';
import { measureCoverage, toRatio } from '../../../src/graph/measure-coverage.ts';
import { prove } from '../in-memory.ts';

const { graph } = prove({
  'site.yaml':
    'title: T\ndescription: D\nlanguages: [en]\nurl: https://t.example/\nkinds:\n  towers:\n    base: place\n    label: { en: { one: Tower, other: Towers } }\n    properties: { note: { type: text, many: true, label: Note } }\n',
  'articles/survey.mdx': `---
title: Survey
lang: en
---
According to the harbour master, Ember is the highest tower of the coast. Nobody lives there now.

The weather was bad.
`,
  'towers/ember.mdx': `---
label: { en: Ember }
claims:
  - { id: highest, property: note, value: x, evidence: [{ article: survey, quote: is the highest tower of the coast }] }
  - { id: guess, property: note, value: y, status: unsourced }
  - { id: old, property: note, value: z, status: retracted }
---
`,
  'towers/forgotten.mdx': '---\nlabel: { en: Forgotten }\n---\n',
});
const coverage = measureCoverage(graph);

test('counts the sentences that claims rest on', () => {
  expect(coverage.sentences).toEqual({ count: 1, total: 3 });
  expect(coverage.articles[0]?.strips.map(({ claims }) => claims)).toEqual([1, 0, 0]);
});

test('counts passages that carry a claim or name an entity', () => {
  expect(coverage.passages).toEqual({ count: 1, total: 2 });
});

test('an unsourced claim counts against coverage, a retracted one does not count', () => {
  expect(coverage.claims).toEqual({ count: 1, total: 2 });
  expect(coverage.unsupportedClaims).toEqual(['towers/ember#guess']);
});

test('lists entities that no article names or supports', () => {
  expect(coverage.orphanEntities).toEqual(['towers/forgotten']);
  expect(coverage.entities).toEqual({ count: 1, total: 2 });
});

test('finds cited sentences that attribute something to someone whom no claim names', () => {
  expect(coverage.articles[0]?.unattributed.map(({ passage, sentence }) => [passage, sentence.start])).toEqual([
    ['p1', 0],
  ]);
});

test('a share of nothing is whole', () => {
  expect(toRatio({ count: 0, total: 0 })).toBe(1);
});
