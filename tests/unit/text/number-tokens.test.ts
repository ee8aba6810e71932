import { expect, test } from 'vitest';
import { toPlainSpelling, toTokens, toWordSet, toWordSetWithClitics } from '../../../src/text/number-tokens.ts';

test('are digits with their separators, words with their marks, and single signs', () => {
  expect(toTokens("بلغ ٣٬٥٠٠٫٢ دولارًا (don't)!").map(({ kind, text, raw }) => [kind, text, raw])).toEqual([
    ['word', 'بلغ', 'بلغ'],
    ['digits', '3,500.2', '٣٬٥٠٠٫٢'],
    ['word', 'دولارا', 'دولارًا'],
    ['mark', '(', '('],
    ['word', "don't", "don't"],
    ['mark', ')', ')'],
    ['mark', '!', '!'],
  ]);
});

test('say what is glued to the token before and what opens a line', () => {
  const tokens = toTokens('أ 5-\n6');
  expect(tokens.map(({ text, isGlued, opensLine }) => [text, isGlued, opensLine])).toEqual([
    ['ا', false, true],
    ['5', false, false],
    ['-', true, false],
    ['6', false, true],
  ]);
});

test('keep the places of what stands in the text, groups of digits joined', () => {
  const text = 'نحو 18 000 دولارٍ.';
  expect(toTokens(text).map(({ start, end, raw }) => [text.slice(start, end) === raw, raw])).toEqual([
    [true, 'نحو'],
    [true, '18 000'],
    [true, 'دولارٍ'],
    [true, '.'],
  ]);
});

test.each([
  ['18 000', ['18,000']],
  ['1 000 000', ['1,000,000']],
  ['18\u00a0500', ['18,500']],
  ['18\u2009500', ['18,500']],
  ['18 500', ['18', '500']],
  ['18 0000', ['18', '0000']],
  ['18\u00a050', ['18', '50']],
  ['018\u00a0500', ['018', '500']],
  ['1234\u00a0500', ['1234', '500']],
  ['1,23\u00a0500', ['1,23', '500']],
  ['18,500\u00a0500', ['18,500,500']],
  ['18  000', ['18', '000']],
  ['18-000', ['18', '-', '000']],
  ['18\u00a0abc', ['18', 'abc']],
])('of «%s» are %j', (text, tokens) => {
  expect(toTokens(text).map((token) => token.text)).toEqual(tokens);
});

test.each([
  ['أإآٱ', 'اااا'],
  ['ىئ', 'يي'],
  ['مائة', 'مايه'],
  ['مسؤول', 'مسوول'],
  ['شيء', 'شي'],
  ['NATO', 'nato'],
])('one spelling of «%s» is «%s»', (word, plain) => {
  expect(toPlainSpelling(word)).toBe(plain);
});

test('a set of words finds them in one spelling, however they are parted', () => {
  expect([...toWordSet('\n  مئة إلى\n  One ')]).toEqual(['ميه', 'الي', 'one']);
});

test('a set with clitics finds what is written onto its words', () => {
  const set = toWordSetWithClitics('عام المادة ص');
  const found = [
    'عام',
    'وعام',
    'فعام',
    'بعام',
    'لعام',
    'وبعام',
    'ولعام',
    'فبعام',
    'فلعام',
    'بالماده',
    'للماده',
    'وللماده',
  ];
  expect(found.filter((word) => !set.has(word))).toEqual([]);
  expect(['لص', 'وص', 'كعام', 'لالماده'].filter((word) => set.has(word))).toEqual([]);
});
