import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../../src/text/read-numbers.ts';
import type { NumberReading } from '../../../src/text/read-numbers.ts';

const BOUND_SIGNS = { exact: '', approximate: '~', minimum: '>=', maximum: '<=' };

/** One reading in short: `~18000..22000`, `>=5000`, `<=10%`, `1/3`. */
function print({ value, bound, percent }: NumberReading): string {
  const sign = percent ? '%' : '';
  if (value.kind === 'range') return `${BOUND_SIGNS[bound]}${value.min}..${value.max}${sign}`;
  if (value.kind === 'fraction') return `${BOUND_SIGNS[bound]}${value.share}/${value.of}${sign}`;
  return `${BOUND_SIGNS[bound]}${value.value}${sign}`;
}

/** All readings of a text in short, then its vague quantities in «». */
function read(text: string): string {
  const { numbers, vague } = readNumbers(text);
  return [...numbers.map(print), ...vague.map((quantity) => `«${quantity.text}»`)].join(' ');
}

describe('Arabic numbers', () => {
  test.each([
    // Digits
    ['انضم 7 أعضاء فقط إلى الحملة', '7'],
    ['يضم الحلف 27 دولة', '27'],
    ['بلغ عدد السكان ١٢٣٤٥٦ نسمة', '123456'],
    ['قتل ۴۵ شخصا', '45'],
    ['بلغت الكلفة 18,000 دولار', '18000'],
    ['بلغت الكلفة ١٨٬٠٠٠ دولار', '18000'],
    ['بلغ المعدل ٣٫٥ درجات', '3.5'],
    ['بلغ المعدل 3.5 درجات', '3.5'],
    ['بلغ المعدل 3,5 درجات', '3.5'],
    ['بلغ العدد 1.234.567 نسمة', '1234567'],
    ['بلغ العدد 1,234,567.5 طن', '1234567.5'],
    ['بلغ العدد 18.000 مقاتل', '18000'],
    ['بلغ العدد 18\u00A0000 مقاتل', '18000'],
    ['جاء 7 جنود و27 ضابطا', '7 27'],
    ['حضر الـ28 عضوا', '28'],
    ['دفع بـ50 دولارا ول7 أشخاص', '50 7'],
    // Words
    ['شاركت سبع دول', '7'],
    ['شاركت سبعة وعشرون دولة', '27'],
    ['قتل أحد عشر جنديا', '11'],
    ['قتلت إحدى عشرة امرأة', '11'],
    ['اثنتا عشرة دولة', '12'],
    ['خمسة عشر عضوا', '15'],
    ['ثمانية وعشرين عضوا', '28'],
    ['مئة وخمسة أشخاص', '105'],
    ['مائة وخمسون شخصا', '150'],
    ['ثلاثمئة مقاتل', '300'],
    ['ثلاثمائة مقاتل', '300'],
    ['ثلاث مئة وأربعة وستون يوما', '364'],
    ['مئتا جندي', '200'],
    ['مئتين وعشرة', '210'],
    ['ثمانمئة وخمسة وعشرين', '825'],
    ['وثلاثة جنود', '3'],
    ['بخمسين دولارا', '50'],
    ['للسبعة أعضاء', '7'],
    ['بالعشرين ألفا', '20000'],
    ['الدول السبع التي شاركت', '7'],
    ['والدولُ السَّبعُ التي', '7'],
    ['الأعضاء السبعة والعشرون', '27'],
    // Scales
    ['5 آلاف شخص', '5000'],
    ['5آلاف شخص', '5000'],
    ['خمسة آلاف شخص', '5000'],
    ['33 ألفا', '33000'],
    ['ألف شخص', '1000'],
    ['ألفا مقاتل', '2000'],
    ['ألفي مقاتل', '2000'],
    ['ألفان وخمسمئة وستة وثلاثون', '2536'],
    ['مليوني لاجئ', '2000000'],
    ['مليونين و300 ألف لاجئ', '2300000'],
    ['3 آلاف و500 مقاتل', '3500'],
    ['ألف ومئتا جندي', '1200'],
    ['3.5 مليون دولار', '3500000'],
    ['ثلاثة ملايين ونصف المليون', '3500000'],
    ['مليون ونصف مليون لاجئ', '1500000'],
    ['4 مليارات دولار', '4000000000'],
    ['مليار ونصف', '1500000000'],
    ['مليارا ونصف المليار دولار', '1500000000'],
    ['ألفا وخمسمئة جندي', '1500'],
    ['ألف وواحد', '1001'],
    ['خمسة بلايين دولار', '5000000000'],
    ['مئة ألف جندي', '100000'],
    ['مئة وعشرون ألف جندي', '120000'],
    ['خمسمئة مليون', '500000000'],
    ['نصف مليون لاجئ', '500000'],
    ['ربع مليون لاجئ', '250000'],
    // Ranges
    ['لديه بين 18 ألفا و22 ألف مقاتل', '18000..22000'],
    ['ما بين 18 و22 ألف مقاتل', '18000..22000'],
    ['بين 18 ألف مقاتل و22 ألف مقاتل', '18000..22000'],
    ['من 18 إلى 22 ألف مقاتل', '18000..22000'],
    ['من خمسة إلى سبعة آلاف', '5000..7000'],
    ['من 500 إلى ألف مقاتل', '500..1000'],
    ['بين 900 ألف و1.2 مليون', '900000..1200000'],
    ['بين خمسة وعشرة أشخاص', '5..10'],
    ['18-22 ألف مقاتل', '18000..22000'],
    ['18 – 22 ألف مقاتل', '18000..22000'],
    ['بين 10% و15%', '10..15%'],
    ['من 10 إلى 15 في المئة', '10..15%'],
    ['ارتفع العدد من 10 آلاف إلى 15 ألفا', '10000 15000'],
    ['انخفض من 33 ألفا إلى 22 ألفا', '33000 22000'],
    // Fractions
    ['نحو ثلث الأراضي', '~1/3'],
    ['ثلثي الأراضي', '2/3'],
    ['ثلثا السكان', '2/3'],
    ['نصف السكان', '1/2'],
    ['ربع السكان', '1/4'],
    ['ثلاثة أرباع السكان', '3/4'],
    ['أربعة أخماس السكان', '4/5'],
    ['خُمس السكان', '1/5'],
    ['خمس سكان', '5'],
    ['بثلث القوات', '1/3'],
    ['واحد من كل خمسة', '1/5'],
    ['إن واحدا من كل أربعة أطفال', '1/4'],
    ['يعمل خُمسهم ونصف الباقين', '1/5 1/2'],
    ['ثلثهم من النساء', '1/3'],
    ['5 سنوات ونصف السنة', '5.5'],
    ['7 من أصل 27 دولة', '7/27'],
    ['ثلاث سنوات ونصف', '3.5'],
    // Percentages
    ['10% منهم', '10%'],
    ['١٠٪ منهم', '10%'],
    ['%10 منهم', '10%'],
    ['٪١٥ منهم', '15%'],
    ['10 % منهم', '10%'],
    ['10\u200F% منهم', '10%'],
    ['10 في المئة منهم', '10%'],
    ['عشرة بالمئة', '10%'],
    ['خمسين بالمائة', '50%'],
    ['خمسون في المائة', '50%'],
    ['2.5 فى المائة', '2.5%'],
    ['مئة في المئة', '100%'],
    ['10-15% منهم', '10..15%'],
    // Bounds
    ['نحو 300 شخص', '~300'],
    ['حوالي ثلاثمئة شخص', '~300'],
    ['زهاء ألف شخص', '~1000'],
    ['300 شخص تقريبا', '~300'],
    ['ما يقرب من 300 شخص', '~300'],
    ['سافر على الأقل 5 آلاف شخص', '>=5000'],
    ['سافر 5 آلاف شخص على الأقل', '>=5000'],
    ['أكثر من 40 دولة', '>=40'],
    ['ما لا يقل عن خمسين دولة', '>=50'],
    ['ما يزيد على 40 دولة', '>=40'],
    ['ما يصل إلى 10% منهم', '<=10%'],
    ['لا يتجاوز 10 أشخاص', '<=10'],
    ['أقل من مئة شخص', '<=100'],
    ['ليس أقل من مئة شخص', '>=100'],
    ['100 شخص على الأكثر', '<=100'],
    ['نحو 18 إلى 22 ألفا', '~18000..22000'],
    ['تجاوز عدد الضحايا الألف', '>=1000'],
    ['لم يتجاوز عدد الضحايا المئة', '<=100'],
    // Vague
    ['عشرات المدن الكبيرة', '«عشرات»'],
    ['مئات الآلاف من اللاجئين', '«مئات الآلاف»'],
    ['آلاف المقاتلين', '«آلاف»'],
    ['بضعة آلاف', '«بضعة آلاف»'],
    ['والملايين من الناس', '«والملايين»'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what is no quantity in Arabic', () => {
  test.each([
    ['عام 2015'],
    ['في العام 2015'],
    ['سنة ٢٠١٥'],
    ['منذ 2011'],
    ['في 2015، شن التنظيم'],
    ['عامي 2014 و2015'],
    ['بين عامي 2011 و2015'],
    ['خلال 2014-2015'],
    ['(2015)'],
    ['في الفترة بين 1975 و1990 قتل كثيرون'],
    ['في الدقيقة 35'],
    ['شبكة 4G'],
    ['عام ألفين وخمسة عشر'],
    ['14 يوليو 2016'],
    ['في 14 تموز/يوليو 2016'],
    ['يوم 11 سبتمبر'],
    ['5 كانون الثاني 2015'],
    ['12 جانفي 2015'],
    ['الرابع عشر من تموز'],
    ['14/7/2016'],
    ['14.7.2016'],
    ['2016-07-14'],
    ['عام 1437 هـ'],
    ['سنة 656 للهجرة'],
    ['1437هـ'],
    ['هاتف: 5551234'],
    ['3000 قبل الميلاد'],
    ['القرار 2170'],
    ['قرار مجلس الأمن رقم 2170'],
    ['قرار مجلس الأمن 2170'],
    ['المادة 5 من المعاهدة'],
    ['المادة الخامسة'],
    ['المواد 5 و6 و7'],
    ['الفقرة الثالثة من البند 4'],
    ['رقم 10'],
    ['الصفحة 12'],
    ['يوم السبت'],
    ['الأربعاء والخميس'],
    ['يوم الاثنين'],
    ['القرن الحادي والعشرين'],
    ['القرن 19'],
    ['الذكرى الـ70 للحلف'],
    ['المرة الثانية'],
    ['فاز الفريق 7 - 6'],
    ['انتهت المباراة 3-1'],
    ['1. المقدمة'],
    ['قال ذلك [12].'],
    ['مقاتلات إف-16'],
    ['مجموعة السبع'],
    ['كوفيد-19'],
    ['هاتف 00962-6-5551234'],
    ['هاتف +962 6 555 1234'],
    ['الساعة 10:30 صباحا'],
    ['94ر6 مليون'],
    ['الربع الأول من السنة'],
    ['النصف الثاني من السنة'],
    ['الربع الخالي'],
    ['بعد سنة ونصف'],
    ['أحد الجنود'],
    ['دولة واحدة'],
  ])('%s', (text) => {
    expect(read(text)).toBe('');
  });

  test('keeps a quantity beside a year, a date or a numbered thing', () => {
    expect(read('بلغت 33 ألفا عام 2015')).toBe('33000');
    expect(read('في عام 2015 سافر 5 آلاف شخص')).toBe('5000');
    expect(read('قتل 2015 شخصا')).toBe('2015');
    expect(read('صوتت 12 دولة للقرار 2170 في 14 تموز')).toBe('12');
    expect(read('قبل 100 عام')).toBe('100');
    expect(read('قتل 1200 شخص في 2016 و1500 في 2017')).toBe('1200 1500');
    expect(read('بعد 5 أعوام')).toBe('5');
  });
});

describe('English numbers', () => {
  test.each([
    // Digits
    ['It has 27 members.', '27'],
    ['about 18,000 fighters', '~18000'],
    ['1,234,567.5 tonnes', '1234567.5'],
    ['a rate of 3.5 points', '3.5'],
    ['it fell to −5 degrees', '-5'],
    ['the 28 members', '28'],
    ['a 27-nation alliance', '27'],
    ['it cost $3.5 million', '3500000'],
    ['it cost $3.5bn', '3500000000'],
    ['a wall 3m high, for $3m', '3 3000000'],
    ['they number 5,000', '5000'],
    // Words
    ['seven members joined', '7'],
    ['twenty-seven states', '27'],
    ['twenty seven states', '27'],
    ['one hundred and five people', '105'],
    ['a hundred people', '100'],
    ['three hundred fighters', '300'],
    ['two thousand five hundred and thirty-six', '2536'],
    ['a thousand soldiers', '1000'],
    ['two dozen officers', '24'],
    ['Seven of them left', '7'],
    // Scales
    ['18 thousand fighters', '18000'],
    ['3.5 million people', '3500000'],
    ['two and a half million people', '2500000'],
    ['half a million people', '500000'],
    ['a quarter of a million people', '250000'],
    ['5 billion dollars', '5000000000'],
    // Ranges
    ['between 18,000 and 22,000 fighters', '18000..22000'],
    ['between 18 and 22 thousand', '18000..22000'],
    ['18-22 thousand fighters', '18000..22000'],
    ['18–22 thousand fighters', '18000..22000'],
    ['from five to seven days', '5..7'],
    ['5 to 10 percent', '5..10%'],
    ['between $3m and $5m', '3000000..5000000'],
    ['between five and ten people', '5..10'],
    ['it rose from 10 to 15 percent', '10% 15%'],
    // Fractions
    ['a third of the land', '1/3'],
    ['one third of the land', '1/3'],
    ['two thirds of the land', '2/3'],
    ['two-thirds of the land', '2/3'],
    ['three quarters of them', '3/4'],
    ['half of the land', '1/2'],
    ['it fell by a quarter.', '1/4'],
    ['one in five soldiers', '1/5'],
    ['1 in 4 adults', '1/4'],
    ['7 out of 27 states', '7/27'],
    // Percentages
    ['10% of them', '10%'],
    ['10 percent of them', '10%'],
    ['ten per cent of them', '10%'],
    ['10-15% of them', '10..15%'],
    // Bounds
    ['nearly 300 people', '~300'],
    ['at least 5,000 people', '>=5000'],
    ['more than forty countries', '>=40'],
    ['no fewer than 40 countries', '>=40'],
    ['no more than 40 countries', '<=40'],
    ['up to 10% of them', '<=10%'],
    ['fewer than 100 people', '<=100'],
    ['300 people or more', '>=300'],
    ['5,000 people at least', '>=5000'],
    // Vague
    ['dozens of cities', '«dozens»'],
    ['hundreds of thousands of people', '«hundreds of thousands»'],
    ['several thousand people', '«several thousand»'],
    ['thousands fled', '«thousands»'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what is no quantity in English', () => {
  test.each([
    ['in 2015'],
    ['since 2011, the group'],
    ['the 2015 report'],
    ['by the year 2020'],
    ['in 2014-2015'],
    ['between 2011 and 2015'],
    ['from 2011 to 2015'],
    ['the 1980s'],
    ['July 14, 2016'],
    ['14 July 2016'],
    ['on 9/11'],
    ['2016-07-14'],
    ['500 BC'],
    ['AD 70'],
    ['Article 5 of the treaty'],
    ['Articles 5 and 6'],
    ['Resolution 2170'],
    ['No. 10'],
    ['page 12'],
    ['house number 10'],
    ['the second time'],
    ['the twenty-first century'],
    ['the 21st century'],
    ['a third party'],
    ['the second half'],
    ['they won 7 - 6'],
    ['they won 3-1'],
    ['an F-16 and a G7 meeting'],
    ['COVID-19'],
    ['the Group of Seven'],
    ['call 555-123-4567'],
    ['at 10:30'],
    ['at 5 p.m.'],
    ['1. Introduction'],
    ['as shown [12].'],
    ['one of them'],
    ['no one'],
  ])('%s', (text) => {
    expect(read(text)).toBe('');
  });

  test('keeps a quantity beside a year or a numbered thing', () => {
    expect(read('in 2015, 5,000 people left')).toBe('5000');
    expect(read('Under Article 5, seven states joined')).toBe('7');
    expect(read('2,015 people')).toBe('2015');
    expect(read('in 2000 villages')).toBe('2000');
  });
});

describe('a reading', () => {
  test.each([
    ['لديه بين 18 ألفا و22 ألف مقاتل', '18 ألفا و22 ألف'],
    ['وحذّر بخمسينَ دولارا', 'بخمسينَ'],
    ['سافر على الأقل 5 آلاف شخص', '5 آلاف'],
    ['ما يصل إلى 10% منهم', '10%'],
    ['عاد %10 منهم', '%10'],
    ['نحو ثلث الأراضي', 'ثلث'],
    ['it fell to -5 degrees', '-5'],
    ['خمسون في المائة من الناس', 'خمسون في المائة'],
    ['about one hundred and five people', 'one hundred and five'],
  ])('of «%s» covers «%s»', (text, covered) => {
    const [reading] = readNumbers(text).numbers;
    expect(text.slice(reading?.start, reading?.end)).toBe(covered);
  });

  test.each([
    ['5000 شخص', 'digits'],
    ['خمسة آلاف شخص', 'words'],
    ['5 آلاف شخص', 'mixed'],
    ['10% منهم', 'digits'],
    ['18,000', 'digits'],
    ['3.5 million', 'mixed'],
    ['بين خمسة و10 أشخاص', 'mixed'],
  ])('of «%s» is in %s', (text, form) => {
    expect(readNumbers(text).numbers.map((reading) => reading.form)).toEqual([form]);
  });
});

describe('laws of reading', () => {
  const pieces = fc.constantFrom(
    ...[
      'بين',
      '18',
      'ألفا',
      'و',
      '22',
      'ألف',
      'عام',
      '2015',
      '%',
      'في المئة',
      'ثلث',
      'نصف',
      'مليون',
      '-',
      '–',
      '.',
      '،',
      '\n',
    ],
    ...[
      'من',
      'إلى',
      'السبع',
      'خمسة',
      'وعشرين',
      'half',
      'a',
      'of',
      'two',
      'thirds',
      '7',
      '٣٫٥',
      '(',
      ')',
      '\u200F',
      'َ',
      '😀',
      ' ',
      ' ',
    ],
  );

  test('any text gives ranges inside it, in order, that do not overlap and hold a letter, a digit or a fraction sign', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        const { numbers, vague } = readNumbers(text);
        for (const list of [numbers, vague]) {
          let last = 0;
          for (const { start, end } of list) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
            last = end;
          }
        }
        for (const { value } of numbers) {
          if (value.kind === 'range') expect(value.min).toBeLessThan(value.max);
          if (value.kind === 'number') expect(Number.isFinite(value.value)).toBe(true);
        }
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test('a number written in three kinds of digits reads the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const latin = number.toLocaleString('en-US');
        const arabic = latin.replaceAll(',', '٬').replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
        const persian = latin
          .replaceAll(',', '٬')
          .replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
        for (const digits of [latin, arabic, persian]) {
          expect(readNumbers(`بلغ ${digits} شخصا`).numbers.map(({ value }) => value)).toEqual([
            { kind: 'number', value: number },
          ]);
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  test('a number written out in English words reads as that number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_999 }), (number) => {
        expect(readNumbers(`Some ${spellOut(number)} people came.`).numbers.map(({ value }) => value)).toEqual([
          { kind: 'number', value: number },
        ]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('a number written out in Arabic words reads as that number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9_999_999 }), (number) => {
        expect(readNumbers(`وبلغ عددهم ${spellOutArabic(number)} هناك`).numbers.map(({ value }) => value)).toEqual([
          { kind: 'number', value: number },
        ]);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

const SMALL = [
  ...[
    '',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
  ],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function spellOut(number: number): string {
  const rest = (value: number, joint: string) => (value === 0 ? '' : joint + spellOut(value));
  if (number < 20) return SMALL[number] ?? '';
  if (number < 100) return (TENS[Math.floor(number / 10)] ?? '') + rest(number % 10, '-');
  if (number < 1000) return `${spellOut(Math.floor(number / 100))} hundred${rest(number % 100, ' and ')}`;
  if (number < 1e6) return `${spellOut(Math.floor(number / 1000))} thousand${rest(number % 1000, ' ')}`;
  return `${spellOut(Math.floor(number / 1e6))} million${rest(number % 1e6, ' ')}`;
}

const ARABIC_SMALL = [
  ...['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة', 'أحد عشر', 'اثنا عشر'],
  ...['ثلاثة عشر', 'أربعة عشر', 'خمسة عشر', 'ستة عشر', 'سبعة عشر', 'ثمانية عشر', 'تسعة عشر'],
];
const ARABIC_TENS = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون'];
const ARABIC_HUNDREDS = ['', 'مئة', 'مئتان', 'ثلاثمئة', 'أربعمئة', 'خمسمئة', 'ستمئة', 'سبعمئة', 'ثمانمئة', 'تسعمئة'];

/** Joined by «و» from the greatest part to the smallest, units before tens, as Arabic has it. */
function spellOutArabic(number: number): string {
  const millions = spellOutArabicScale(Math.floor(number / 1e6), 'مليون', 'مليونان', 'ملايين');
  const thousands = spellOutArabicScale(Math.floor(number / 1000) % 1000, 'ألف', 'ألفان', 'آلاف');
  return [millions, thousands, spellOutArabicBelowThousand(number % 1000)].filter((part) => part !== '').join(' و');
}

function spellOutArabicScale(count: number, one: string, two: string, many: string): string {
  if (count < 3) return ['', one, two][count] ?? '';
  return `${spellOutArabicBelowThousand(count)} ${count <= 10 ? many : one}`;
}

function spellOutArabicBelowThousand(number: number): string {
  const small = number % 100;
  const units = small < 20 ? ARABIC_SMALL[small] : ARABIC_SMALL[small % 10];
  const parts = [
    ARABIC_HUNDREDS[Math.floor(number / 100)],
    units,
    small < 20 ? '' : ARABIC_TENS[Math.floor(small / 10)],
  ];
  return parts.filter((part) => part !== '' && part !== undefined).join(' و');
}
