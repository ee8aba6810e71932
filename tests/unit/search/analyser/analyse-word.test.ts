import { describe, expect, test } from 'vitest';
import { analyseText } from '../../../../src/search/analyser/analyse-text.ts';
import { toNameKey } from '../../../../src/search/analyser/name-key.ts';
import { toNormalForm } from '../../../../src/search/analyser/normal-form.ts';
import { listNumerals } from '../../../../src/search/analyser/numerals.ts';
import {
  findKinship,
  listRootSkeletons,
  listVerbSkeletons,
  toSkeleton,
} from '../../../../src/search/analyser/skeleton.ts';
import { stemEnglish } from '../../../../src/search/analyser/stem-english.ts';

const stemsOf = (word: string): string[] => analyseText(word)[0]?.readings.map(({ stem }) => stem) ?? [];
const stemOf = (word: string): string => stemsOf(word)[0] ?? '';

describe('inflection', () => {
  test.each([
    ['the article', 'الناتو', 'ناتو'],
    ['and with the article', 'والناتو', 'ناتو'],
    ['for with the article', 'للناتو', 'ناتو'],
    ['by with the article', 'بالناتو', 'ناتو'],
    ['a short word with the article', 'الحق', 'حق'],
    ['ta marbuta', 'دولة', 'دول'],
    ['a sound plural', 'مقاتلين', 'مقاتل'],
    ['a feminine plural', 'الهجمات', 'هجم'],
    ['an accusative alef', 'مرارا', 'مرار'],
    ['an attached pronoun', 'مقاتليها', 'مقاتلي'],
    ['a hamza on its chair', 'مسئولين', 'مسءول'],
    ['a foreign name with final alef', 'بلجيكا', 'بلجيك'],
  ])('%s: %s', (_, word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  test('an alef with hamza begins no article', () => {
    expect(stemOf('ألمانيا')).toBe('الماني');
    expect(stemsOf('المانيا')).toContain('الماني');
  });

  test('a doubtful particle is a second reading', () => {
    expect(stemsOf('وكندا')).toEqual(['وكند', 'كند']);
    expect(stemsOf('فرنسا')[0]).toBe('فرنس');
    expect(stemsOf('وبالقوة')).toEqual(['قو']);
  });

  test.each([
    ['للاجئين', 'لاجء'],
    ['وللاجئين', 'لاجء'],
    ['للغة', 'لغ'],
    ['للناتو', 'ناتو'],
  ])('two ل at the head of %s may stand for three', (word, stem) => {
    expect(stemsOf(word)).toContain(stem);
  });

  test('a ta marbuta before an ending is read both ways', () => {
    expect(stemsOf('إستراتيجيته')).toContain('استراتيجي');
    expect(stemsOf('دولتان')).toContain('دول');
  });

  test.each([
    ['دولة', 'دولار'],
    ['قوة', 'قواعد'],
    ['قطر', 'قطار'],
  ])('%s and %s begin alike and are two words', (a, b) => {
    expect(stemsOf(a).filter((stem) => stemsOf(b).includes(stem))).toEqual([]);
  });
});

describe('spelling', () => {
  test.each([
    ['marks', 'حَذَّرَ', 'حذر'],
    ['tatweel', 'داعـــش', 'داعش'],
    ['alef', 'إستراتيجية', 'استراتيجية'],
    ['ya', 'على', 'علي'],
    ['ta marbuta', 'سورية', 'سوريه'],
    ['Persian keys', 'کندا', 'كندا'],
    ['a decomposed hamza', 'ا\u0654وروبا', 'أوروبا'],
    ['presentation forms', 'ﻻجئ', 'لاجئ'],
    ['Latin accents', 'Türkiye', 'turkiye'],
    ['capitals', 'NATO', 'nato'],
  ])('sets aside %s', (_, a, b) => {
    expect(toNormalForm(a)).toBe(toNormalForm(b));
  });

  test.each([
    ['٣٣', '33'],
    ['۳۳', '33'],
    ['18,000', '18000'],
    ['١٨٬٠٠٠', '18000'],
    ['3.5', '3.5'],
  ])('reads %s as %s', (written, number) => {
    expect(stemOf(written)).toBe(number);
  });

  test('a number before its scale is also the whole number', () => {
    expect(analyseText('33 ألفا')[0]?.scaled).toBe('33000');
    expect(analyseText('5 آلاف')[0]?.scaled).toBe('5000');
    expect(analyseText('2 million')[0]?.scaled).toBe('2000000');
    expect(analyseText('33 شخصا')[0]?.scaled).toBeUndefined();
  });
});

describe('word families', () => {
  test.each([
    ['مدينة', 'مدن', 'loose'],
    ['حليف', 'حلف', 'loose'],
    ['كتاب', 'كتب', 'plural'],
    ['عضو', 'أعضاء', 'plural'],
    ['حليف', 'حلفاء', 'plural'],
    ['حرب', 'حروب', 'plural'],
    ['أصل', 'أصول', 'plural'],
    ['سلاح', 'أسلحة', 'plural'],
    ['رسالة', 'رسائل', 'spelling'],
    ['صديق', 'أصدقاء', 'plural'],
    ['حق', 'حقوق', 'plural'],
    ['ولد', 'أولاد', 'plural'],
    ['عراق', 'عراقي', 'nisba'],
    ['تقرير', 'تقارير', 'spelling'],
    ['أميركا', 'أمريكا', 'spelling'],
    ['الدنمارك', 'الدانمرك', 'spelling'],
    ['عدد', 'أعاد', 'none'],
    ['دولة', 'دلاء', 'none'],
  ])('%s and %s: %s', (a, b, kinship) => {
    const [one, other] = [stemOf(a), stemOf(b)];
    const isFamily = toSkeleton(one) === toSkeleton(other);
    expect(isFamily ? findKinship(one, other) : 'none').toBe(kinship);
  });

  test('spellings with one stem need no family', () => {
    expect(stemOf('سوريا')).toBe(stemOf('سورية'));
  });
});

describe('names across scripts', () => {
  test.each([
    ['برينان', 'Brennan'],
    ['برينان', 'Brenan'],
    ['كندا', 'Kanada'],
    ['بنغلاديش', 'Bangladesh'],
    ['بنغلاديش', 'بنجلاديش'],
    ['هولندا', 'Holland'],
    ['العراق', 'Iraq'],
    ['صوفان', 'Soufan'],
  ])('%s and %s have one key', (a, b) => {
    const key = (word: string): string | undefined => toNameKey(analyseText(word)[0]?.bare ?? '');
    expect(key(a)).toBe(key(b));
  });
});

describe('English stems', () => {
  test.each([
    ['attacks', 'attack'],
    ['attacked', 'attack'],
    ['attacking', 'attack'],
    ['fighters', 'fighter'],
    ['states', 'state'],
    ['agencies', 'agenc'],
    ['agency', 'agenc'],
    ['generalizations', 'general'],
    ['hoping', 'hope'],
    ['hopping', 'hop'],
    ['relational', 'relat'],
    ['happily', 'happili'],
    ['sky', 'sky'],
    ['by', 'by'],
    ['organisation', 'organiz'],
    ['organization', 'organiz'],
    ['defence', 'defens'],
    ['defense', 'defens'],
    ['colours', 'color'],
    ['centre', 'center'],
    ['promise', 'promis'],
    ['promised', 'promis'],
  ])('%s → %s', (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });
});

test.each([
  ['مهاجمة', 'هجوم'],
  ['استعاد', 'مستعاد'],
  ['محاربة', 'حرب'],
  ['قتال', 'مقاتل'],
])('%s and %s are of one root', (a, b) => {
  expect(listRootSkeletons(stemOf(a)).filter((one) => listRootSkeletons(stemOf(b)).includes(one))).not.toEqual([]);
});

test.each([
  ['يتراجع', 'تراجع'],
  ['تحذير', 'حذر'],
  ['يستعيد', 'استعاد'],
  ['تهاجم', 'هاجم'],
])('%s and %s are forms of one verb', (a, b) => {
  expect(listVerbSkeletons(stemOf(a))).toContain(toSkeleton(stemOf(b)));
});

test('a name of two consonants is no form of a verb', () => {
  expect(listVerbSkeletons(stemOf('تركيا')).filter((one) => one.length < 3)).toEqual([]);
});

test.each([
  ['سبع', '7'],
  ['سبعة', '7'],
  ['seven', '7'],
  ['عشرون', '20'],
])('%s is the number %s', (word, digits) => {
  expect(listNumerals(toNormalForm(word))).toEqual([digits]);
  expect(listNumerals(digits)).toContain(toNormalForm(word));
});
