import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupByRun } from '../../../../src/search/client/group-by-run.ts';
import type { ExcerptPart } from '../../../../src/search/client/to-hit.ts';

const marked = (text: string): ExcerptPart => ({ text, isMarked: true });
const plain = (text: string): ExcerptPart => ({ text, isMarked: false });

test('a run of numbers stands by itself', () => {
  expect(groupByRun([plain('لديه 18,000–22,000 '), marked('مقاتل')])).toEqual([
    { isRun: false, parts: [plain('لديه ')] },
    { isRun: true, parts: [plain('18,000–22,000')] },
    { isRun: false, parts: [plain(' '), marked('مقاتل')] },
  ]);
});

test('a run stays whole where one of its numbers is marked', () => {
  expect(groupByRun([plain('لديه '), marked('18,000'), plain('–22,000 مقاتل')])).toEqual([
    { isRun: false, parts: [plain('لديه ')] },
    { isRun: true, parts: [marked('18,000'), plain('–22,000')] },
    { isRun: false, parts: [plain(' مقاتل')] },
  ]);
});

test('an excerpt keeps every sign and every mark', () => {
  const part = fc.record({
    text: fc.string({ unit: fc.constantFrom(...Array.from('12–-/ مد,.')) }),
    isMarked: fc.boolean(),
  });
  const signs = (parts: readonly ExcerptPart[]): readonly string[] =>
    parts.flatMap(({ text, isMarked }) => Array.from(text, (sign) => (isMarked ? `<${sign}>` : sign)));
  fc.assert(
    fc.property(fc.array(part), (excerpt) => {
      const groups = groupByRun(excerpt);
      expect(signs(groups.flatMap(({ parts }) => parts))).toEqual(signs(excerpt));
    }),
  );
});
