import { expect, test } from 'vitest';
import { hasCapital, readWordForm } from '../../../src/mention/read-word-form.ts';

test.each<[written: string, folded: string | undefined, spelling: string | undefined]>([
  ['Turkey’s', 'turkey', 'Turkey'],
  ["TURKEY'S", 'turkey', 'TURKEY'],
  ["dog'sbody", undefined, undefined],
  ["Turkeys'", undefined, undefined],
  ["x''s", undefined, undefined],
  ["'s", undefined, undefined],
  ['كندا', undefined, undefined],
])('reads %s without its possessive as %s', (written, folded, spelling) => {
  expect(readWordForm(written).possessor).toEqual(folded === undefined ? undefined : { folded, spelling });
});

test.each<[spelling: string, expected: boolean]>([
  ['Turkey', true],
  ["'Ali", true],
  ["o'Neill", false],
  ['eBay', false],
  ['كندا', false],
])('says of %s whether it begins with a capital', (spelling, expected) => {
  expect(hasCapital(spelling)).toBe(expected);
});
