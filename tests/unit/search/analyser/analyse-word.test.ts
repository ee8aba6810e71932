import { describe, expect, test } from 'vitest';
import { analyseText } from '../../../../src/search/analyser/analyse-text.ts';
import { mayTranscribe, toNameKey } from '../../../../src/search/analyser/name-key.ts';
import { toNormalForm } from '../../../../src/search/analyser/normal-form.ts';
import {
  findKinship,
  listRootSkeletons,
  listVerbSkeletons,
  toSkeleton,
} from '../../../../src/search/analyser/skeleton.ts';
import { stemEnglish } from '../../../../src/search/analyser/stem-english.ts';
import { listWeakForms } from '../../../../src/search/analyser/weak-roots.ts';

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

  test.each([
    ['two particles before a short word', 'وبخوف', 'خوف'],
    ['two others', 'ولحلف', 'حلف'],
    ['letters of the word that look like particles and an article', 'وكالتها', 'وكالة'],
    ['the same behind another ending', 'والدته', 'والد'],
    ['an ending behind what looks like one', 'عنوانين', 'عنوان'],
  ])('may be seen through: %s', (_, written, word) => {
    expect(stemsOf(written)).toContain(stemOf(word));
  });

  test('a doubtful particle is a second reading', () => {
    expect(stemsOf('وكندا').slice(0, 2)).toEqual(['وكند', 'كند']);
    expect(stemsOf('فرنسا')[0]).toBe('فرنس');
    expect(stemsOf('وبالقوة')[0]).toBe('قو');
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

  test('letters with stops between are one word', () => {
    expect(analyseText('C.I.A. and U.S.').map(({ normal }) => normal)).toEqual(['cia', 'and', 'us']);
    expect(analyseText('Plan A. But').map(({ normal }) => normal)).toEqual(['plan', 'a', 'but']);
    expect(analyseText('end.Of').map(({ normal }) => normal)).toEqual(['end', 'of']);
  });
});

describe('numbers in words', () => {
  const amountsOf = (text: string): readonly string[] =>
    analyseText(text).flatMap(({ amount }) => amount?.digits ?? []);

  test.each([
    ['33 ألفا', '33000'],
    ['5 آلاف', '5000'],
    ['2 million', '2000000'],
    ['سبعة', '7'],
    ['السبع', '7'],
    ['وسبع', '7'],
    ['سبع وعشرون دولة', '27'],
    ['ثمانية عشر ألفا', '18000'],
    ['ثلاثة وثلاثين ألف', '33000'],
    ['ألفان وخمسمئة', '2500'],
    ['ثلاثمائة وثلاثة وثلاثون', '333'],
    ['ثلاث مئة', '300'],
    ['مئة ألف', '100000'],
    ['twenty-seven', '27'],
    ['thirty three thousand', '33000'],
    ['three hundred thousand', '300000'],
  ])('%s: %s', (text, digits) => {
    expect(amountsOf(text)).toEqual([digits]);
  });

  test.each(['33 شخصا', '33', 'ألف', 'واحد', 'one', 'عشرات المدن', 'thousands of people'])('%s: none', (text) => {
    expect(amountsOf(text)).toEqual([]);
  });

  test('two numbers side by side stay two', () => {
    expect(amountsOf('سبعة وتسعة')).toEqual(['7', '9']);
    expect(amountsOf('بين 18 ألفا و22 ألف')).toEqual(['18000', '22000']);
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
    ['سياسة', 'سياسي', 'nisba'],
    ['روسي', 'رئيس', 'none'],
    ['أميركا', 'أمريكا', 'spelling'],
    ['الدنمارك', 'الدانمرك', 'spelling'],
    ['عدد', 'أعاد', 'none'],
    ['قاوم', 'قائم', 'none'],
    ['دائم', 'دايم', 'spelling'],
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

test.each([
  ['عاد', 'يعود'],
  ['يعود', 'عائد'],
  ['يزيد', 'زيادة'],
  ['يهدد', 'تهديد'],
  ['تهديد', 'مهدد'],
  ['يؤثر', 'تأثير'],
  ['أثر', 'مؤثر'],
  ['دعوة', 'يدعو'],
  ['يبني', 'بناء'],
  ['خاف', 'خوف'],
  ['يخاف', 'خوف'],
  ['مخاوف', 'خوف'],
  ['خوف', 'مخاوف'],
  ['قاوم', 'مقاومة'],
  ['يقاوم', 'مقاومة'],
  ['يساير', 'مسايرة'],
])('%s and %s are of one weak root', (a, b) => {
  expect(listWeakForms(stemOf(a))).toContain(stemOf(b));
});

test.each([
  ['قام', 'مقاومة'],
  ['مقاومة', 'قائم'],
])('%s and %s are of one root and of two verbs', (a, b) => {
  expect(listWeakForms(stemOf(a))).not.toContain(stemOf(b));
});

test.each(['مقاتل', 'هجوم', 'مدينة', 'بلجيكا'])('%s has no weak root', (word) => {
  expect(listWeakForms(stemOf(word))).toEqual([]);
});

test.each([
  ['المرأة', 'نساء'],
  ['ماء', 'مياه'],
  ['أم', 'أمهات'],
])('%s and %s are found as one word', (a, b) => {
  expect(stemsOf(b)).toContain(stemOf(a));
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

test.each([
  ['daech', 'داعش', true],
  ['dutch', 'داعش', false],
  ['russia', 'رءيس', false],
  ['peru', 'بيرو', true],
  ['mali', 'مالي', true],
  ['kanada', 'كندا', true],
  ['turkiya', 'تركيا', true],
  ['turkiya', 'تراجع', false],
  ['baljika', 'بلجيكا', true],
  ['belgikka', 'بلجيكا', true],
  ['gaddafi', 'قذافي', true],
  ['khartum', 'خرطوم', true],
  ['jordan', 'كردن', false],
])('%s may be %s: %s', (latin, arabic, isSo) => {
  expect(mayTranscribe(latin, arabic)).toBe(isSo);
  expect(mayTranscribe(arabic, latin)).toBe(isSo);
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
    ['fought', 'fight'],
    ['retaken', 'retak'],
    ['wolves', 'wolf'],
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
