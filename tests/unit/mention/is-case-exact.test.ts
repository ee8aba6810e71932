import { expect, test } from 'vitest';
import { isCaseExact } from '../../../src/mention/is-case-exact.ts';

test.each<[text: string, isExact: boolean]>([
  ['US', true],
  ['U.S.', true],
  ['NATO', true],
  ['G7', true],
  ['F-16', true],
  ['U S A F X', true],
  ['UNESCO', false],
  ['Nato', false],
  ['iOS', false],
  ['الناتو', false],
  ['حلف NATO', false],
  ['2015', false],
  ['', false],
])('says of «%s» whether its capitals must be as written', (text, isExact) => {
  expect(isCaseExact({ entity: 'e', text, lang: 'en' })).toBe(isExact);
});

test('takes the author’s word for any name', () => {
  expect(isCaseExact({ entity: 'e', text: 'iPhone', lang: 'en', case: 'exact' })).toBe(true);
});
