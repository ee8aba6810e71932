import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../../src/text/read-numbers.ts';
import {
  ARABIC_NUMBERS,
  BOUNDED_NUMBERS,
  CODES_AND_COUNTS,
  ENGLISH_NUMBERS,
  JOINED_NUMBERS,
  LINKED_NUMBERS,
  NAMES_AND_COUNTS,
  NO_ARABIC_QUANTITIES,
  NO_ENGLISH_QUANTITIES,
  printNumbers,
  SUMS_AND_SHARES,
  VAGUE_QUANTITIES,
} from './number-cases.ts';

describe('Arabic numbers', () => {
  test.each(ARABIC_NUMBERS)('%s → %s', (text, expected) => {
    expect(printNumbers(text)).toBe(expected);
  });
});

describe('two numbers', () => {
  test.each(JOINED_NUMBERS)('%s → %s', (text, expected) => {
    expect(printNumbers(text)).toBe(expected);
  });
});

describe.each([
  ['a name in numbers, and a count that looks like one', NAMES_AND_COUNTS],
  ['a sum, a half, a share', SUMS_AND_SHARES],
  ['two numbers and what links them', LINKED_NUMBERS],
  ['a bound', BOUNDED_NUMBERS],
  ['a code, and a count that looks like one', CODES_AND_COUNTS],
  ['a vague quantity', VAGUE_QUANTITIES],
])('%s', (_, cases) => {
  test.each(cases)('%s → %s', (text, expected) => {
    expect(printNumbers(text)).toBe(expected);
  });
});

describe('what is no quantity in Arabic', () => {
  test.each(NO_ARABIC_QUANTITIES)('%s', (text) => {
    expect(printNumbers(text)).toBe('');
  });

  test('keeps a quantity beside a year, a date or a numbered thing', () => {
    expect(printNumbers('بلغت 33 ألفا عام 2015')).toBe('33000');
    expect(printNumbers('في عام 2015 سافر 5 آلاف شخص')).toBe('5000');
    expect(printNumbers('قتل 2015 شخصا')).toBe('2015');
    expect(printNumbers('صوتت 12 دولة للقرار 2170 في 14 تموز')).toBe('12');
    expect(printNumbers('قبل 100 عام')).toBe('100');
    expect(printNumbers('قتل 1200 شخص في 2016 و1500 في 2017')).toBe('1200 1500');
    expect(printNumbers('بعد 5 أعوام')).toBe('5');
  });
});

describe('English numbers', () => {
  test.each(ENGLISH_NUMBERS)('%s → %s', (text, expected) => {
    expect(printNumbers(text)).toBe(expected);
  });
});

describe('what is no quantity in English', () => {
  test.each(NO_ENGLISH_QUANTITIES)('%s', (text) => {
    expect(printNumbers(text)).toBe('');
  });

  test('keeps a quantity beside a year or a numbered thing', () => {
    expect(printNumbers('in 2015, 5,000 people left')).toBe('5000');
    expect(printNumbers('Under Article 5, seven states joined')).toBe('7');
    expect(printNumbers('2,015 people')).toBe('2015');
    expect(printNumbers('in 2000 villages')).toBe('2000');
  });
});

describe('a reading', () => {
  test.each([
    ['لديه بين 18 ألفا و22 ألف مقاتل', '18 ألفا و22 ألف'],
    ['وحذّر بخمسينَ دولارا', 'بخمسينَ'],
    ['سافر على الأقل 5 آلاف شخص', '5 آلاف'],
    ['ما يصل إلى 10% منهم', '10%'],
    ['عاد %10 منهم', '%10'],
    ['نحو ثلث الأراضي', 'ثلث'],
    ['it fell to -5 degrees', '-5'],
    ['خمسون في المائة من الناس', 'خمسون في المائة'],
    ['about one hundred and five people', 'one hundred and five'],
  ])('of «%s» covers «%s»', (text, covered) => {
    const [reading] = readNumbers(text).numbers;
    expect(text.slice(reading?.start, reading?.end)).toBe(covered);
  });

  test.each([
    ['7 من أصل 27 دولة', [7, 27]],
    ['7 out of the 27 members', [7, 27]],
    ['واحد من كل خمسة', []],
    ['ثلث السكان', []],
    ['بين 5 و10 أشخاص', []],
    ['5 أشخاص', []],
  ])('of «%s» counts %j', (text, counts) => {
    expect(readNumbers(text).numbers.map((reading) => reading.counts)).toEqual([counts]);
  });

  test.each([
    ['5000 شخص', 'digits'],
    ['خمسة آلاف شخص', 'words'],
    ['5 آلاف شخص', 'mixed'],
    ['10% منهم', 'digits'],
    ['18,000', 'digits'],
    ['3.5 million', 'mixed'],
    ['بين خمسة و10 أشخاص', 'mixed'],
  ])('of «%s» is in %s', (text, form) => {
    expect(readNumbers(text).numbers.map((reading) => reading.form)).toEqual([form]);
  });
});
