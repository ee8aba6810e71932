import { describe, expect, test } from 'vitest';
import { readNumbers, statesValue } from '../../../src/text/read-numbers.ts';

const two = { kind: 'number', value: 2, percent: false } as const;

/** Each row: the thing counted, as an author writes it for a unit, and a sentence. */
describe('the dual of a thing counted states two', () => {
  test.each([
    ['دولة', 'شاركت دولتان في الحملة'],
    ['دولة', 'ضمت الحملة دولتين'],
    ['دولة', 'وافقت دولتا الخليج'],
    ['دولة', 'انضمت الدولتان'],
    ['دولة', 'فدولتان'],
    ['دولة', 'وبدولتين'],
    ['دولة', 'كدولتين'],
    ['دولة', 'للدولتين'],
    ['دولة', 'نحو دولتين'],
    ['دولة', 'دولتان اثنتان'],
    ['دَوْلة', 'دولتانِ'],
    ['دولة عضو', 'دولتان عضوان'],
    ['قتيل', 'سقط قتيلان'],
    ['قتيل', 'بلغ العدد قتيلين'],
    ['شخص', 'أصيب شخصان بجروح'],
    ['يوم', 'استمر يومين'],
    ['يوم', 'يومين من تموز'],
    ['هجوم', 'نفذ هجومين'],
    ['مقاتل', 'قتل مقاتلان'],
    ['مقاتل', 'قتل مقاتلَين'],
    ['مقاتل', 'قتل مقاتليْن'],
    ['جندي', 'قتل جنديين'],
    ['مسجد', 'هدم مسجدين'],
    ['لاجئ', 'وصل لاجئان'],
    ['مستشفى', 'دمر مستشفيين'],
    ['مستشفى', 'دمر مستشفيان'],
    ['مبدأ', 'وضع مبدأين'],
    ['مبدأ', 'هما مبدآن'],
    ['لقاء', 'عقد لقاءان'],
    ['بلد', 'زار بلدين'],
    ['مليون', 'نزح مليونان'] as const,
  ])('%s: %s', (thing, text) => {
    expect(statesValue(text, thing === 'مليون' ? { ...two, value: 2e6 } : two, [thing])).toBe(true);
  });
});

describe('two is not stated', () => {
  test.each([
    ['by the dual of something else', 'دولة', 'سقط قتيلان'],
    ['by a word that only looks like a dual', 'دولة', 'في هذا المكان بلسان الناطق'],
    ['by the plural that a participle has in the same letters', 'مقاتل', 'قتل مقاتلين'],
    ['by the plural of a trade', 'فلاح', 'طرد فلاحين'],
    ['by the plural of one who acts', 'لاجئ', 'آوى لاجئين'],
    ['by the plural of a people', 'سوري', 'آوى سوريين'],
    ['by a plural in «ـان»', 'بلد', 'زار بلدان المنطقة'],
    ['by a word of two letters and an ending', 'أم', 'عاشوا في أمان'],
    ['by the singular', 'دولة', 'شاركت دولة'],
    ['by «my state»', 'دولة', 'قالت: دولتي تشارك'],
    ['by a dual that is only a minimum', 'دولة', 'أكثر من دولتين'],
    ['by a dual that is only a maximum', 'دولة', 'دولتان على الأكثر'],
    ['by a repeated dual that is only a minimum', 'دولة', 'دولتان اثنتان على الأقل'],
    ['by an end of a range', 'دولة', 'بين دولتين وخمس دول'],
    ['by a dual and a half', 'سنة', 'بعد سنتين ونصف'],
    ['where no thing is counted', '', 'شاركت دولتان'],
    ['by a unit in another script', 'states', 'شاركت دولتان'],
    ['by a unit that begins with another script', 'x دولة', 'شاركت دولتان'],
  ])('%s', (_, thing, text) => {
    expect(statesValue(text, two, [thing])).toBe(false);
  });
});

describe('a dual is read like another number', () => {
  const valueOf = (text: string, thing: string) => readNumbers(text, [thing]).numbers.map(({ value }) => value);

  test.each([
    ['سنة', 'بعد سنتين ونصف السنة', [{ kind: 'number', value: 2.5 }]],
    [
      'سنة',
      'بعد سنتين ونصف السكان',
      [
        { kind: 'number', value: 2 },
        { kind: 'fraction', share: 1, of: 2 },
      ],
    ],
    ['دولة', 'بين دولتين وخمس دول', [{ kind: 'range', min: 2, max: 5 }]],
    ['دولة', 'بين دولتين و5 آلاف دولة', [{ kind: 'range', min: 2, max: 5000 }]],
    ['دولة', 'دولتان من أصل 27 دولة', [{ kind: 'fraction', share: 2, of: 27 }]],
    [
      'دولة',
      'دولتان وثلاث منظمات',
      [
        { kind: 'number', value: 2 },
        { kind: 'number', value: 3 },
      ],
    ],
    [
      'دولة',
      'دولتان واثنتان',
      [
        { kind: 'number', value: 2 },
        { kind: 'number', value: 2 },
      ],
    ],
    [
      'دولة',
      'دولتان ثلاث',
      [
        { kind: 'number', value: 2 },
        { kind: 'number', value: 3 },
      ],
    ],
    ['ألف', 'ألفان', [{ kind: 'number', value: 2000 }]],
  ])('%s: %s', (thing, text, values) => {
    expect(valueOf(text, thing)).toEqual(values);
  });

  test('covers the whole written word, and says its bound', () => {
    const text = 'حضر نحو دولتينِ فقط';
    expect(readNumbers(text, ['دولة']).numbers).toEqual([
      {
        start: 8,
        end: 15,
        value: { kind: 'number', value: 2 },
        bound: 'approximate',
        percent: false,
        form: 'words',
        counts: [],
      },
    ]);
  });

  test('only for the things asked about', () => {
    expect(readNumbers('دولتان وقتيلان').numbers).toEqual([]);
    expect(readNumbers('دولتان وقتيلان', ['دولة', 'قتيل']).numbers).toHaveLength(2);
  });
});

describe('one', () => {
  const one = { kind: 'number', value: 1, percent: false } as const;

  test.each([
    ['شاركت دولة واحدة'],
    ['الدولة الواحدة'],
    ['لدولة واحدة'],
    ['رجل واحد'],
    ['رجلا واحدا'],
    ['دولةٌ واحدةٌ'],
    ['نحو دولة واحدة'],
    ['one state'],
    ['One of them'],
    ['واحد من كل خمسة، وآخر واحد'],
  ])('is stated by «%s»', (text) => {
    expect(statesValue(text, one)).toBe(true);
  });

  test.each([
    ['one hundred people'],
    ['one in five soldiers'],
    ['no one left'],
    ['not one left'],
    ['ولا واحد'],
    ['أحد الجنود'],
    ['إحدى الدول'],
    ['واحد وعشرون رجلا'],
    ['واحد من كل خمسة'],
    ['أكثر من دولة واحدة'],
    ['أكثر من واحد'],
    ['more than one state'],
    ['دولة واحدة على الأقل'],
    ['واحد بالمئة'],
    ['توحيد الدول'],
  ])('is not stated by «%s»', (text) => {
    expect(statesValue(text, one)).toBe(false);
  });

  test('as a minimum or a maximum is stated as such', () => {
    const [least, most] = [
      { kind: 'range', min: 1, percent: false },
      { kind: 'range', max: 1, percent: false },
    ] as const;
    expect(statesValue('قتل شخص واحد على الأقل', least)).toBe(true);
    expect(statesValue('أكثر من دولة واحدة', least)).toBe(true);
    expect(statesValue('at least one person', least)).toBe(true);
    expect(statesValue('دولة واحدة على الأكثر', most)).toBe(true);
    expect(statesValue('دولة واحدة', least)).toBe(false);
  });

  test('percent is stated by one percent', () => {
    expect(statesValue('واحد بالمئة', { ...one, percent: true })).toBe(true);
  });
});
