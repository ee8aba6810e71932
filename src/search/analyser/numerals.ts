import { toNormalForm } from './normal-form.ts';

/** Words of small numbers, in all their genders, by the digits that say the same. */
const NUMERALS: readonly (readonly [digits: string, words: string])[] = [
  ['2', 'اثنان اثنين اثنتان اثنتين two'],
  ['3', 'ثلاث ثلاثة three'],
  ['4', 'أربع أربعة four'],
  ['5', 'خمس خمسة five'],
  ['6', 'ست ستة six'],
  ['7', 'سبع سبعة seven'],
  ['8', 'ثمان ثماني ثمانية eight'],
  ['9', 'تسع تسعة nine'],
  ['10', 'عشر عشرة ten'],
  ['20', 'عشرون عشرين twenty'],
  ['30', 'ثلاثون ثلاثين thirty'],
  ['40', 'أربعون أربعين forty'],
  ['50', 'خمسون خمسين fifty'],
  ['60', 'ستون ستين sixty'],
  ['70', 'سبعون سبعين seventy'],
  ['80', 'ثمانون ثمانين eighty'],
  ['90', 'تسعون تسعين ninety'],
  ['100', 'مئة مائة hundred'],
];

const DIGITS: ReadonlyMap<string, string> = new Map(
  NUMERALS.flatMap(([digits, words]) => words.split(' ').map((word) => [toNormalForm(word), digits] as const)),
);
const WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  NUMERALS.map(([digits, words]) => [digits, words.split(' ').map(toNormalForm)]),
);

/** Other ways to write a number: digits for a word without article, words for digits; nothing for all else. */
export function listNumerals(bare: string): readonly string[] {
  const digits = DIGITS.get(bare);
  return digits === undefined ? (WORDS.get(bare) ?? []) : [digits];
}
