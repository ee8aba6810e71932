import { expect, test } from 'vitest';
import { isRightToLeft, toDirection } from '../../../src/text/is-right-to-left.ts';

test.each([
  ...['ar', 'ar-EG', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'mzn', 'nqo', 'prs', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'],
  ...['az-Arab', 'lad-Hebr', 'ar-Arab-EG'],
])('%s is written from right to left', (lang) => {
  expect(isRightToLeft(lang)).toBe(true);
  expect(toDirection(lang)).toBe('rtl');
});

test.each(['en', 'fr-CA', 'ar-Latn', 'ur-Latn-PK', 'az-Latn', 'zh-Hant', 'arn', ''])(
  '«%s» is written from left to right',
  (lang) => {
    expect(isRightToLeft(lang)).toBe(false);
    expect(toDirection(lang)).toBe('ltr');
  },
);
