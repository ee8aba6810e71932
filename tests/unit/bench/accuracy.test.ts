import { expect, test } from 'vitest';
import { generateText } from '../../bench/generate-text.ts';
import { measureAlignment } from '../../bench/measure-alignment.ts';
import { measureAnchoring } from '../../bench/measure-anchoring.ts';
import { measureSeed } from '../../bench/measure-seed.ts';
import type { Row } from '../../bench/row.ts';

const unmet = (rows: readonly Row[]): readonly Row[] => rows.filter(({ verdict }) => verdict !== 'good');

test('generates the same text from the same seed and another from another', () => {
  expect(generateText(1, 500)).toEqual(generateText(1, 500));
  expect(generateText(1, 500)).not.toEqual(generateText(2, 500));
});

test('the lists made by hand and the cases are met', () => {
  expect(unmet(measureSeed())).toEqual([]);
});

test('generated quotations are found respelled, suggested when worn, and never at a wrong place', () => {
  const sizes = { words: 3000, quotations: 60, absent: [{ words: 1000, count: 100 }] };
  expect(unmet(measureAnchoring(sizes))).toEqual([]);
});

test('passages keep their ids through generated edits', () => {
  expect(unmet(measureAlignment({ words: 2000, rounds: 2 }))).toEqual([]);
});
