import { expect, test } from 'vitest';
import { parseDigits } from '../../../src/text/number-digits.ts';

test.each<[digits: string, value: number]>([
  ['0', 0],
  ['7', 7],
  ['2015', 2015],
  ['123456789012345', 123456789012345],
  // groups of three after commas
  ['1,234', 1234],
  ['12،345،678', 12345678],
  ['123,456.75', 123456.75],
  ['18,000', 18000],
  // groups of three after full stops: several, or noughts, or with a decimal comma
  ['1.234.567', 1234567],
  ['18.000', 18000],
  ['1.234,5', 1234.5],
  ['1.234.567,25', 1234567.25],
  // one other sign is decimal
  ['3.5', 3.5],
  ['0.25', 0.25],
  ['1234.5', 1234.5],
  ['1.234', 1.234],
  ['12345.678', 12345.678],
  ['3,5', 3.5],
  ['3،25', 3.25],
  ['0,125', 0.125],
  ['1234,5', 1234.5],
])('%s is %d', (digits, value) => {
  expect(parseDigits(digits)).toBe(value);
});

test.each([
  ['leading noughts', '007'],
  ['leading noughts of a group', '012,345'],
  ['leading noughts before a decimal', '00.5'],
  ['a group of two', '12,34,567'],
  ['a group of four', '1,2345,678'],
  ['a first group of four', '1234,567'],
  ['a first group of four after stops', '1234.567.890'],
  ['a date', '14.7.2016'],
  ['a version', '1.2.3'],
  ['three digits behind a decimal comma', '1234,567'],
  ['both signs the wrong way', '1.23,456'],
  ['two decimal signs', '1,234.5.6'],
  ['a decimal comma with three digits behind groups', '1.234,567'],
  ['a nought in front of a decimal comma', '01,5'],
  ['more digits than a number holds', '1234567890123456'],
  ['nothing', ''],
])('%s is no number', (_, digits) => {
  expect(parseDigits(digits)).toBeUndefined();
});
