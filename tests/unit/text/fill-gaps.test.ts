import { expect, test } from 'vitest';
import { fillGaps } from '../../../src/text/fill-gaps.ts';

const gaps = [
  { at: 4, text: 'Oil' },
  { at: 9, text: 'Salt' },
];
const filled = fillGaps('Now  and  burn.', gaps);

test('puts the words of components where they stand', () => {
  expect(filled.text).toBe('Now Oil and Salt burn.');
});

test('an empty range becomes the words that fill it', () => {
  const range = filled.move({ start: 9, end: 9 });
  expect(filled.text.slice(range.start, range.end)).toBe('Salt');
});

test('a range beside a gap keeps its own words', () => {
  const range = filled.move({ start: 5, end: 8 });
  expect(filled.text.slice(range.start, range.end)).toBe('and');
  const before = filled.move({ start: 0, end: 4 });
  expect(filled.text.slice(before.start, before.end)).toBe('Now ');
});

test('a wide range takes in what stands at its edges', () => {
  const range = filled.move({ start: 4, end: 9 }, 'wide');
  expect(filled.text.slice(range.start, range.end)).toBe('Oil and Salt');
});

test('takes away the space before a reference', () => {
  const { text, move } = fillGaps('It burns . Well.', [{ at: 8, text: '', drop: 1 }]);
  expect(text).toBe('It burns. Well.');
  const range = move({ start: 11, end: 15 });
  expect(text.slice(range.start, range.end)).toBe('Well');
});

test('changes nothing where there are no gaps', () => {
  expect(fillGaps('as it is', []).text).toBe('as it is');
  expect(fillGaps('as it is', []).move({ start: 3, end: 5 })).toEqual({ start: 3, end: 5 });
});

test('a range that begins or ends where a component stands leaves its words out, unless it is wide', () => {
  const behind = filled.move({ start: 4, end: 8 });
  expect(filled.text.slice(behind.start, behind.end)).toBe(' and');
  const before = filled.move({ start: 4, end: 9 });
  expect(filled.text.slice(before.start, before.end)).toBe(' and ');
  const wide = filled.move({ start: 4, end: 8 }, 'wide');
  expect(filled.text.slice(wide.start, wide.end)).toBe('Oil and');
});
