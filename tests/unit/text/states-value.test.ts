import { describe, expect, test } from 'vitest';
import { statesValue } from '../../../src/text/read-numbers.ts';
import type { AuthoredValue } from '../../../src/text/read-numbers.ts';

const number = (value: number): AuthoredValue => ({ kind: 'number', value, percent: false });
const percent = (value: number): AuthoredValue => ({ kind: 'number', value, percent: true });
const range = (min: number, max: number): AuthoredValue => ({ kind: 'range', min, max, percent: false });
const atLeast = (min: number): AuthoredValue => ({ kind: 'range', min, percent: false });
const upTo = (max: number): AuthoredValue => ({ kind: 'range', max, percent: false });
const share = (part: number, of: number): AuthoredValue => ({ kind: 'share', share: part, of, percent: false });

describe('a text states a value', () => {
  test.each<[string, AuthoredValue]>([
    ['انضم 7 أعضاء فقط', number(7)],
    ['والدول السبع التي شاركت', number(7)],
    ['بلغت 33 ألفا عام 2015', number(33000)],
    ['نحو 300 شخص', number(300)],
    ['12% منهم', percent(12)],
    ['اثنا عشر في المئة', percent(12)],
    ['بين 18 ألفا و22 ألف مقاتل', range(18000, 22000)],
    ['ما لا يقل عن 18 ألفا ولا يتجاوز 22 ألفا', range(18000, 22000)],
    ['سافر على الأقل 5 آلاف شخص', atLeast(5000)],
    ['بين 18 ألفا و22 ألف مقاتل', atLeast(18000)],
    ['بين 18 ألفا و22 ألف مقاتل', upTo(22000)],
    ['ما يصل إلى 10% منهم', { kind: 'range', max: 10, percent: true }],
    ['نحو ثلث الأراضي', share(1, 3)],
    ['انضم 7 أعضاء فقط من حلفاء الحلف، الذي يضم 27 دولة', share(7, 27)],
    ['7 من أصل 27 دولة', share(7, 27)],
    ['7 من أصل 27 دولة', number(7)],
    ['7 من أصل 27 دولة', number(27)],
    ['7 out of the 27 members', number(27)],
    ['75 من 100 شخص', share(75, 100)],
    ['75 من 100 شخص', number(75)],
    ['دولة واحدة فقط', number(1)],
    ['نصف الأعضاء، أي 7 دول', share(1, 2)],
    ['بين 18 ألفا و22 ألف مقاتل، من 7 دول', range(18000, 22000)],
    ['بين 18 ألفا و22 ألف مقاتل، من 7 دول', atLeast(18000)],
    ['بين 18 ألفا و22 ألف مقاتل، من 7 دول', upTo(22000)],
    ['only one state', number(1)],
    ['half of them', share(1, 2)],
    ['0.1 و0.2', number(0.2)],
  ])('%s', (text, value) => {
    expect(statesValue(text, value)).toBe(true);
  });
});

describe('a text does not state a value', () => {
  test.each<[string, string, AuthoredValue]>([
    ['another number', '12% منهم', percent(13)],
    ['a number that is no percentage', '12 شخصا', percent(12)],
    ['a percentage that is no number', '12% منهم', number(12)],
    ['a number inside another one', '127 شخصا', number(27)],
    ['a part of a range', 'بين 18 ألفا و22 ألف', number(18000)],
    ['another range', 'بين 18 ألفا و22 ألف', range(18000, 23000)],
    ['two numbers that are no range', '18 ألفا ثم 22 ألفا', range(18000, 22000)],
    ['a minimum taken for the number', 'على الأقل 5 آلاف', number(5000)],
    ['a number taken for a minimum', '5 آلاف شخص', atLeast(5000)],
    ['a maximum taken for a minimum', 'ما يصل إلى 5 آلاف', atLeast(5000)],
    ['a share of which the whole is missing', '7 أعضاء فقط', share(7, 27)],
    ['a share of the same size', 'نصف الأعضاء', share(2, 4)],
    ['a number of a proportion', 'واحد من كل خمسة', number(5)],
    ['a part of a fraction', 'ثلثا السكان', number(2)],
    ['a number of a share that is only a bound', 'أكثر من 7 من أصل 27 دولة', number(7)],
    ['another share of as many parts', 'ثلثا السكان', share(1, 3)],
    ['as many parts of another number', 'ثلث السكان', share(1, 4)],
    ['a range with another beginning', 'بين 17 ألفا و22 ألف مقاتل', range(18000, 22000)],
    ['a range of which only the beginning stands there', 'ما لا يقل عن 18 ألف مقاتل', range(18000, 22000)],
    ['a range of which only the end stands there', 'ما لا يتجاوز 22 ألف مقاتل', range(18000, 22000)],
    ['a minimum that is not the beginning of a range', 'بين 18 ألفا و22 ألف مقاتل', atLeast(5000)],
    ['a maximum that is not the end of a range', 'بين 18 ألفا و22 ألف مقاتل', upTo(5000)],
    ['a minimum that is the end of a range', 'بين 18 ألفا و22 ألف مقاتل', atLeast(22000)],
    ['another minimum', 'على الأقل 5 آلاف شخص', atLeast(6000)],
    ['a minimum that is a fraction', 'أكثر من ثلث السكان', atLeast(1)],
    ['a year', 'عام 2015', number(2015)],
    ['a numbered article', 'المادة 5', number(5)],
    ['a vague quantity', 'عشرات المدن', number(10)],
    ['no number at all', 'لا شيء', number(0)],
    ['no bound at all', '5 آلاف', { kind: 'range', percent: false }],
  ])('%s', (_, text, value) => {
    expect(statesValue(text, value)).toBe(false);
  });
});
