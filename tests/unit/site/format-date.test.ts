import { describe, expect, test } from 'vitest';
import { formatDate } from '../../../src/site/format-date.ts';
import { selectStrings } from '../../../src/site/strings.ts';

const ar = selectStrings('ar');
const en = selectStrings('en');

describe('dates in words', () => {
  test.each([
    ['2015', '2015', '2015'],
    ['2016~', 'نحو 2016', 'about 2016'],
    ['2016-08', 'أغسطس 2016', 'August 2016'],
    ['2016-08-14', '14 أغسطس 2016', '14 August 2016'],
    ['2016-02-29', '29 فبراير 2016', '29 February 2016'],
    ['2015/2016', 'من 2015 إلى 2016', '2015 to 2016'],
    ['2014/..', 'منذ 2014', 'since 2014'],
    ['../2014', 'حتى 2014', 'until 2014'],
    ['201X', 'عقد 2010', 'the 2010s'],
    ['2016?', '2016 (غير مؤكد)', '2016 (uncertain)'],
    ['2016-21', 'ربيع 2016', 'spring 2016'],
    ['-0043', '44 ق.م', '44 BCE'],
    ['unknown', 'غير معروف', 'unknown'],
    ['not a date', 'not a date', 'not a date'],
  ])('%s', (text, arabic, english) => {
    expect(formatDate(text, ar).text).toBe(arabic);
    expect(formatDate(text, en).text).toBe(english);
  });

  test.each([
    ['2016-08-14', '2016-08-14'],
    ['2016~', '2016'],
    ['2016-21', undefined],
    ['2015/2016', undefined],
    ['201X', undefined],
    ['unknown', undefined],
  ])('%s is given to machines as %s', (text, machine) => {
    expect(formatDate(text, en).machine).toBe(machine);
  });
});
