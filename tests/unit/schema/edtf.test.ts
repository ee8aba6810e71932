import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDays, parseEdtf } from '../../../src/schema/edtf.ts';

describe('dates of EDTF level 1', () => {
  test.each([
    ['a year', '2015', '2015-1-1', '2015-12-31'],
    ['a month', '2016-02', '2016-2-1', '2016-2-29'],
    ['a day', '2016-08-14', '2016-8-14', '2016-8-14'],
    ['a leap day of a century', '2000-02-29', '2000-2-29', '2000-2-29'],
    ['a decade', '201X', '2010-1-1', '2019-12-31'],
    ['a century', '19XX', '1900-1-1', '1999-12-31'],
    ['an unknown month', '2004-XX', '2004-1-1', '2004-12-31'],
    ['an unknown day', '1985-04-XX', '1985-4-1', '1985-4-30'],
    ['an unknown month and day', '1985-XX-XX', '1985-1-1', '1985-12-31'],
    ['spring', '2001-21', '2001-3-1', '2001-5-31'],
    ['winter, into the next year', '2001-24', '2001-12-1', '2002-2-28'],
    ['an interval', '1964/2008', '1964-1-1', '2008-12-31'],
    ['an interval of days', '2004-02-01/2005-02-08', '2004-2-1', '2005-2-8'],
    ['an open end', '1985-04/..', '1985-4-1', undefined],
    ['an unknown end', '1985/', '1985-1-1', undefined],
    ['an unknown start', '/1985', undefined, '1985-12-31'],
    ['an open start', '../1985-04-12', undefined, '1985-4-12'],
    ['a year before Christ', '-0043', '-43-1-1', '-43-12-31'],
    ['a decade before Christ', '-004X', '-49-1-1', '-40-12-31'],
    ['the year zero', '0000', '0-1-1', '0-12-31'],
    ['a far year', 'Y-12000', '-12000-1-1', '-12000-12-31'],
    ['a far year to come', 'Y20000', '20000-1-1', '20000-12-31'],
  ])('%s: %s', (_what, text, earliest, latest) => {
    const date = parseEdtf(text);
    const print = (
      day: typeof date extends undefined ? never : NonNullable<typeof date>['earliest'],
    ): string | undefined => day && `${day.year}-${day.month}-${day.day}`;
    expect(date).toBeDefined();
    expect(print(date?.earliest)).toBe(earliest);
    expect(print(date?.latest)).toBe(latest);
    expect(date?.text).toBe(text);
  });

  test.each([
    ['2016?', { isUncertain: true, isApproximate: false }],
    ['2016~', { isUncertain: false, isApproximate: true }],
    ['2016-08%', { isUncertain: true, isApproximate: true }],
    ['2015~/2016?', { isUncertain: true, isApproximate: true }],
    ['2016', { isUncertain: false, isApproximate: false }],
  ])('%s carries its doubts', (text, doubts) => {
    expect(parseEdtf(text)).toMatchObject(doubts);
  });
});

test.each([
  '',
  ' ',
  '/',
  '../..',
  '..',
  '16',
  '216',
  '20166',
  '2016-8',
  '2016-13',
  '2016-00',
  '2016-02-30',
  '2015-02-29',
  '1900-02-29',
  '2016-08-32',
  '2016-08-00',
  '2016-25',
  '2016-21-01',
  '2016/2015',
  '2016-08/2016-07',
  '2015/2016/2017',
  '201X-08',
  '20X5',
  'X015',
  '29/05/1953',
  '14 August 2016',
  'last year',
  '٢٠١٦',
  'Y123',
  'y20000',
  '2016 ',
  '+2016',
  '2016-XX-14',
])('«%s» is no date', (text) => {
  expect(parseEdtf(text)).toBeUndefined();
});

test('what is read begins before it ends', () => {
  const year = fc
    .integer({ min: -9999, max: 9999 })
    .map((n) => `${n < 0 ? '-' : ''}${String(Math.abs(n)).padStart(4, '0')}`);
  const moment = fc.tuple(year, fc.constantFrom('', '-02', '-12-31', '-21', '-24', '-XX')).map(([y, rest]) => y + rest);
  const text = fc.oneof(
    moment,
    fc.tuple(moment, moment).map(([a, b]) => `${a}/${b}`),
  );
  fc.assert(
    fc.property(text, (written) => {
      const date = parseEdtf(written);
      if (date?.earliest && date.latest) expect(compareDays(date.earliest, date.latest)).toBeLessThanOrEqual(0);
    }),
  );
});
