import type { Digits } from '../schema/site-schema.ts';

interface Signs {
  readonly digits: readonly string[];
  readonly group: string;
  readonly decimal: string;
  readonly percent: string;
}

/** A number as it stands in text written with Latin digits, its separators and its percent sign included. */
const NUMBER = /\d+(?:[.,]\d+)*%?/g;

/** The same text with its numbers in other digits; `Intl` says which signs go with them. */
export function writeDigits(text: string, digits: Digits): string {
  if (digits === 'latn') return text;
  const signs = readSigns(digits);
  return text.replace(NUMBER, (number) => Array.from(number, (sign) => toSign(sign, signs)).join(''));
}

function toSign(sign: string, { digits, group, decimal, percent }: Signs): string {
  if (sign === ',') return group;
  if (sign === '.') return decimal;
  return sign === '%' ? percent : (digits[Number(sign)] ?? sign);
}

function readSigns(digits: Digits): Signs {
  const format = new Intl.NumberFormat('ar', { numberingSystem: digits, useGrouping: true, maximumFractionDigits: 1 });
  const part = (type: Intl.NumberFormatPartTypes): string =>
    format.formatToParts(12_345.6).find((one) => one.type === type)?.value ?? '';
  return {
    digits: Array.from({ length: 10 }, (_, digit) => format.format(digit)),
    group: part('group'),
    decimal: part('decimal'),
    percent: '\u066A',
  };
}
