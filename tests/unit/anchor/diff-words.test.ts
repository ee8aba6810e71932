import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from '../../../src/anchor/diff-words.ts';

/** «same», «-gone-», «+new+». */
function print(before: string, after: string): string {
  const signs = { same: '', gone: '-', new: '+' };
  return diffWords(before, after)
    .map(({ kind, text }) => signs[kind] + text + signs[kind])
    .join(' ');
}

test.each([
  ['equal texts', 'نعم لا', 'نعم لا', 'نعم لا'],
  ['a word changed', 'بلغت 13% من السكان', 'بلغت 12% من السكان', 'بلغت -13%- +12%+ من السكان'],
  ['a word lost', 'بلجيكا وفرنسا', 'بلجيكا وكندا وفرنسا', 'بلجيكا +وكندا+ وفرنسا'],
  ['a word too many', 'بلجيكا أيضا وكندا', 'بلجيكا وكندا', 'بلجيكا -أيضا- وكندا'],
  ['neighbouring words together', 'أ ب ج د', 'أ س ص د', 'أ -ب ج- +س ص+ د'],
  ['another spelling is the same, as the article writes it', 'الى المدينه', 'إلى المدينة،', 'إلى المدينة،'],
  ['punctuation alone is a word of its own', 'نعم - لا', 'نعم ؛ لا', 'نعم --- +؛+ لا'],
  ['a sign of a number counts', 'بلغت 5', 'بلغت -5', 'بلغت -5- +-5+'],
  ['white space does not', 'نعم \n لا', ' نعم\u00a0لا ', 'نعم لا'],
  ['a word put in front', 'ب ج', 'أ ب ج', '+أ+ ب ج'],
  ['words of a longer row kept before those of a shorter', 'أ ب ج د', 'د أ ب ج', '+د+ أ ب ج -د-'],
  ['nothing before', '', 'نعم', '+نعم+'],
  ['nothing after', 'نعم', '', '-نعم-'],
  ['nothing at all', '', ' ', ''],
])('%s', (_, before, after, expected) => {
  expect(print(before, after)).toBe(expected);
});

test('keeps both texts: without the new words the old one, without the gone words the new one', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const parts = diffWords(before, after);
      const read = (skipped: string): string =>
        parts
          .filter(({ kind }) => kind !== skipped)
          .map(({ text }) => text)
          .join(' ');
      expect(read('new')).toBe(before);
      expect(read('gone')).toBe(after);
      for (const [index, { kind }] of parts.entries()) expect(kind).not.toBe(parts[index + 1]?.kind);
    }),
  );
});

test('keeps as many words as any way of keeping them could', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const kept = diffWords(before.join(' '), after.join(' '))
        .filter(({ kind }) => kind === 'same')
        .flatMap(({ text }) => text.split(' '));
      expect(kept.length).toBe(countCommon(before, after));
    }),
  );
});

/** The length of a longest common subsequence, by trying everything. */
function countCommon([first, ...rest]: readonly string[], after: readonly string[]): number {
  if (first === undefined) return 0;
  const at = after.indexOf(first);
  const without = countCommon(rest, after);
  return at === -1 ? without : Math.max(without, 1 + countCommon(rest, after.slice(at + 1)));
}
