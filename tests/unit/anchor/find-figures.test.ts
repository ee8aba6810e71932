import { expect, test } from 'vitest';
import { findFigures } from '../../../src/anchor/find-figures.ts';

test.each([
  ['plain digits of three shapes', '15 ١٥ ۱۵', ['15', '١٥', '۱۵']],
  ['decimals and thousands', '3.5 و٣٫٥ و33,000', ['3.5', '٣٫٥', '33,000']],
  ['thousands set apart by a space', 'بلغ 18 000 مقاتل', ['18 000']],
  ['a year before another number stays apart', 'عام 2015 500 شخص', ['2015', '500']],
  ['an Arabic comma between digits', '13،75', ['13،75']],
  ['a decimal written with ر', '94ر6', ['94ر6']],
  ['ranges, dates and hours', '18–22 في 14.7.2016 و10:30', ['18–22', '14.7.2016', '10:30']],
  ['signs', 'من -5 إلى +7 أو −3', ['-5', '+7', '−3']],
  ['a hyphen behind a word is no sign', 'كوفيد-19', ['19']],
  ['a stop behind a word is no decimal', 'الدول.5 آلاف', ['5']],
  ['an ellipsis before digits is no decimal', 'ثم...5 و…6', ['5', '6']],
  ['a decimal without its zero', 'بلغ .5', ['.5']],
  ['percent signs on either side', '10% ثم ١٠ ٪ ثم %15', ['10%', '١٠ ٪', '%15']],
  ['a percent sign between two numbers belongs to the second', '10 %15', ['10', '%15']],
  ['unseen marks inside', '\u200e10\u200f%\u200f', ['10\u200f%']],
  ['Latin letters glued to digits', '5k and F16', ['5k', 'F16']],
  ['Arabic letters glued to digits stay outside', 'و22 ألفا و7أعضاء', ['22', '7']],
  ['powers and fractions', '10² و5½', ['10²', '5½']],
  ['no digits, no figure', 'سبعة - %', []],
])('%s', (_, text, expected) => {
  expect(findFigures(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test('stays quick on a text of nothing but digits and stops', () => {
  expect(findFigures('1.'.repeat(50_000))).toHaveLength(1);
  expect(findFigures('1 '.repeat(50_000))).toHaveLength(50_000);
});
