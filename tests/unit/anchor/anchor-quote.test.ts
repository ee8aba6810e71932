import { describe, expect, test } from 'vitest';
import { type Anchoring, anchorQuote, prepareAnchorText, type Quotation } from '../../../src/anchor/anchor-quote.ts';

function anchor(text: string, quotation: Quotation | string): Anchoring {
  return anchorQuote(prepareAnchorText(text), typeof quotation === 'string' ? { quote: quotation } : quotation);
}

/** «grade: words» of the place, or of each place, or «missing». */
function read(text: string, quotation: Quotation | string): string {
  const anchoring = anchor(text, quotation);
  if (anchoring.status === 'missing') return 'missing';
  const ranges = anchoring.status === 'anchored' ? [anchoring.range] : anchoring.ranges;
  return `${anchoring.grade}: ${ranges.map(({ start, end }) => text.slice(start, end)).join(' | ')}`;
}

describe('grades', () => {
  test.each([
    ['letter for letter', 'شاركت بلجيكا وكندا.', 'شاركت بلجيكا', 'exact: شاركت بلجيكا'],
    ['white space around the quote is no part of it', 'شاركت بلجيكا.', ' شاركت بلجيكا\n', 'exact: شاركت بلجيكا'],
    ['harakat in the text', 'وحذّر مُديرُ الوكالة', 'وحذر مدير', 'same-text: وحذّر مُديرُ'],
    ['harakat in the quote', 'وحذر مدير الوكالة', 'وحذّر مُديرُ', 'same-text: وحذر مدير'],
    ['a mark at the very end of the text', 'كُتِبَ', 'كتب', 'same-text: كُتِبَ'],
    ['tatweel', 'قالت بلجيـــكا', 'بلجيكا', 'same-text: بلجيـــكا'],
    ['digits of another shape', 'بلغ ١٢٪ فقط', 'بلغ 12% فقط', 'same-text: بلغ ١٢٪ فقط'],
    ['smart quotation marks', 'قال "نعم" وخرج', 'قال “نعم” وخرج', 'same-text: قال "نعم" وخرج'],
    ['a smart ellipsis', 'قال... وخرج', 'قال… وخرج', 'same-text: قال... وخرج'],
    ['a ligature', 'قال ﻻ أعلم', 'قال لا أعلم', 'same-text: قال ﻻ أعلم'],
    ['a decomposed hamza', 'سا\u0654ل الرجل', 'سأل الرجل', 'same-text: سا\u0654ل الرجل'],
    ['bidi marks', 'في داعش\u200f (\u200eISIS) اليوم', 'داعش (ISIS) اليوم', 'same-text: داعش\u200f (\u200eISIS) اليوم'],
    ['other white space', 'ثلث\u00a0الأراضي', 'ثلث الأراضي', 'same-text: ثلث\u00a0الأراضي'],
    ['across two passages', 'انتهت الأولى.\nوبدأت الثانية', 'الأولى. وبدأت', 'same-text: الأولى.\nوبدأت'],
    ['hamza and alef', 'إلى أوروبا في الإنترنت', 'الى اوروبا', 'same-words: إلى أوروبا'],
    ['ya and ta marbuta', 'على المدينة', 'علي المدينه', 'same-words: على المدينة'],
    ['a final hamza', 'كل شيء ممكن', 'كل شي', 'same-words: كل شيء'],
    ['punctuation lost', 'بلجيكا، وكندا، وفرنسا.', 'بلجيكا وكندا وفرنسا', 'same-words: بلجيكا، وكندا، وفرنسا'],
    ['Latin case and accents', 'The École met NATO.', 'école met nato', 'same-words: École met NATO'],
    ['a space before a percent sign', 'بلغ 10 % منهم', 'بلغ 10% منهم', 'same-words: بلغ 10 % منهم'],
  ])('%s', (_, text, quote, expected) => {
    expect(read(text, quote)).toBe(expected);
  });

  test('a stop is not an ellipsis cut short, though the words are the same', () => {
    expect(read('ثم قال…', 'ثم قال.')).toBe('same-words: ثم قال');
  });

  test('an exact place wins over a place spelled otherwise', () => {
    expect(read('كتبَ الرجل ثم كتب الرجل', 'كتب الرجل')).toBe('exact: كتب الرجل');
  });
});

describe('never approximate', () => {
  test.each([
    ['another digit', 'بلغت النسبة 12% من السكان', 'النسبة 13% من السكان'],
    ['a digit lost', 'بلغت 112% من', '12%'],
    ['a digit lost behind', 'عام 2015 كان', 'عام 201'],
    ['a percent sign lost', 'ارتفع 12% أمس', 'ارتفع 12'],
    ['a percent sign lost behind a space', 'ارتفع 12 % أمس', 'ارتفع 12'],
    ['a percent sign lost behind a bidi mark', 'ارتفع 12\u200f% أمس', 'ارتفع 12'],
    ['a percent sign before the digits lost', 'ارتفع %15 أمس', '15 أمس'],
    ['a decimal point lost', 'بلغ 3.5 نقطة', 'بلغ 35 نقطة'],
    ['a fraction cut off', 'بلغ 3.5 نقطة', 'بلغ 3'],
    ['a whole part cut off', 'بلغ 3.5 نقطة', '5 نقطة'],
    ['an Arabic decimal cut', 'بلغ ٣٫٥ نقطة', '٥ نقطة'],
    ['an Egyptian decimal cut', 'بلغ 94ر6 نقطة', '6 نقطة'],
    ['thousands cut off', 'بلغ 33,000 مقاتل', '000 مقاتل'],
    ['thousands set apart by a space cut off', 'بلغ 18 000 مقاتل', '000 مقاتل'],
    ['a minus sign lost', 'بلغت -5 درجات', '5 درجات'],
    ['a minus sign lost within', 'بلغت −5 درجات', 'بلغت 5 درجات'],
    ['a range cut', 'بين 18-22 ألفا', '22 ألفا'],
    ['a date cut', 'يوم 14.7.2016 كان', '7.2016 كان'],
    ['a power cut off', 'بلغ 10² متر', 'بلغ 10'],
    ['a unit letter cut off', 'about 5k people', 'about 5'],
    ['a decimal comma taken for a space', 'بلغ 3,5 نقطة', 'بلغ 3 5 نقطة'],
    ['another word', 'شاركت بلجيكا في الحرب', 'شاركت كندا في الحرب'],
    ['two words swapped', 'بلجيكا وكندا وفرنسا', 'وكندا بلجيكا'],
    ['the end of a word cut off', 'جاء رجلان', 'رجل'],
    ['a letter cut off', 'قرأ كتاب الرجل', 'تاب الرجل'],
    ['the article cut off', 'قالت الدول السبع', 'دول السبع'],
    ['a Latin word cut', 'the outcome was', 'come was'],
    ['half a ligature', 'قال ﻻحقا', 'قال ل'],
    ['half an emoji', 'نعم 😀 لا', 'نعم \ud83d'],
  ])('refuses %s', (_, text, quote) => {
    expect(read(text, quote)).toBe('missing');
  });

  test.each(['', '  ', '؟', '«…»', '%', 'ء', '\u200f', 'ـ'])('nothing is quoted by %j', (quote) => {
    expect(read('قال: «…» ؟ % ء ـ\u200f', quote)).toBe(quote === 'ء' ? 'exact: ء' : 'missing');
  });

  test.each([
    ['the end of a ligature', 'قال ﻻعب هنا', 'اعب'],
    ['the beginning of a ligature', 'قال ﻻ هنا', 'قال ل'],
    ['the end of an ellipsis', 'قال …5 هنا', '.5 هنا'],
    ['half of a character outside the basic plane', 'قال 𞸀 هنا', '\ude00 هنا'],
  ])('a quotation that would take %s stands nowhere', (_, text, quote) => {
    expect(read(text, quote)).toBe('missing');
  });

  test('a lone hamza is not found where it is only set aside', () => {
    expect(read('قال نعم', 'ء')).toBe('missing');
  });
});

describe('word edges', () => {
  test.each([
    ['cuts off a conjunction', 'قالت والدول السبع', 'الدول السبع', 'exact: الدول السبع'],
    ['cuts off ف and ب before the article', 'فبالحرب وحدها', 'الحرب وحدها', 'exact: الحرب وحدها'],
    ['cuts off a conjunction before a number', 'بين 18 ألفا و22 ألفا', '22 ألفا', 'exact: 22 ألفا'],
    ['cuts off a conjunction in another spelling', 'وإلى أوروبا', 'الى اوروبا', 'same-words: إلى أوروبا'],
    ["cuts off the English possessive's s", 'Obama’s plan', 'Obama', 'exact: Obama'],
    ['prefers whole words to a cut clitic', 'والدول هنا ثم الدول هنا', 'الدول هنا', 'exact: الدول هنا'],
    ['parts scripts that are written together', 'الـNATO اليوم', 'NATO اليوم', 'exact: NATO اليوم'],
    ['parts words where a space was forgotten', 'من الهجمات.ومثلما حول', 'ومثلما حول', 'exact: ومثلما حول'],
    ['finds a quotation in a script without spaces', '北約成員國', '成員', 'exact: 成員'],
    ['quotes a figure with its signs', 'بلغت -5% اليوم', '-5%', 'exact: -5%'],
    ['quotes both percents where two stand together', 'كان 10% و%15 منهم', '%15 منهم', 'exact: %15 منهم'],
    ['quotes a year before a glued stop', 'عام 2015.وعلى الرغم', 'عام 2015', 'exact: عام 2015'],
    ['quotes a number behind a hyphenated name', 'جائحة كوفيد-19 هنا', '19 هنا', 'exact: 19 هنا'],
  ])('%s', (_, text, quote, expected) => {
    expect(read(text, quote)).toBe(expected);
  });

  test('prefers the whole word wherever it stands', () => {
    expect(anchor('والدول هنا ثم الدول هنا', 'الدول هنا')).toMatchObject({ range: { start: 14, end: 23 } });
  });
});

describe('context', () => {
  const twice = 'قال الوزير نعم، وقال السفير نعم.';

  test.each([
    ['none leaves two places ambiguous', { quote: 'نعم' }, 'exact: نعم | نعم'],
    ['a prefix decides', { quote: 'نعم', prefix: 'السفير' }, 'exact: نعم'],
    ['a prefix with its space decides', { quote: 'نعم', prefix: 'السفير ' }, 'exact: نعم'],
    ['a prefix may begin within a word', { quote: 'نعم', prefix: 'فير ' }, 'exact: نعم'],
    ['a suffix decides', { quote: 'نعم', suffix: '، وقال' }, 'exact: نعم'],
    ['both must agree', { quote: 'نعم', prefix: 'الوزير', suffix: '، ثم' }, 'missing'],
    [
      'punctuation of a context weighs as little as that of a quote',
      { quote: 'نعم', prefix: 'الوزير', suffix: '.' },
      'same-words: نعم',
    ],
    ['empty context is none', { quote: 'نعم', prefix: '', suffix: ' ' }, 'exact: نعم | نعم'],
  ])('%s', (_, quotation, expected) => {
    expect(read(twice, quotation)).toBe(expected);
  });

  test('that stands beside both decides nothing', () => {
    expect(read('قال: نعم، ثم قال: نعم.', { quote: 'نعم', prefix: 'قال:' })).toBe('exact: نعم | نعم');
  });

  test('takes the place the prefix names', () => {
    expect(anchor(twice, { quote: 'نعم', prefix: 'السفير' })).toEqual({
      status: 'anchored',
      grade: 'exact',
      range: { start: 28, end: 31 },
    });
  });

  test('is compared at the grade of the quotation, which falls with it', () => {
    expect(read(twice, { quote: 'نعم', prefix: 'السّفير' })).toBe('same-text: نعم');
    expect(read('قال إبراهيم نعم، وقال أحمد نعم.', { quote: 'نعم', prefix: 'ابراهيم' })).toBe('same-words: نعم');
  });

  test('that contradicts the text makes a quotation missing, even one that stands there once', () => {
    expect(read('قال الوزير نعم.', { quote: 'نعم', prefix: 'السفير' })).toBe('missing');
    expect(read('قال الوزير نعم.', { quote: 'نعم', suffix: 'لا' })).toBe('missing');
    expect(read('قال الوزير إنه', { quote: 'انه', prefix: 'السفير' })).toBe('missing');
  });

  test('must have room in front of the quote', () => {
    expect(anchor('نعم نعم', { quote: 'نعم', prefix: 'نعم' })).toMatchObject({ range: { start: 4, end: 7 } });
    expect(anchor('نعم نعم', { quote: 'نعم', suffix: 'نعم' })).toMatchObject({ range: { start: 0, end: 3 } });
    expect(read('نعم', { quote: 'نعم', prefix: 'نعم' })).toBe('missing');
    expect(read('نعم', { quote: 'نعم', suffix: 'نعم' })).toBe('missing');
  });

  test('must stand right beside the quote', () => {
    expect(read('الوزير قال نعم، والسفير نعم', { quote: 'نعم', prefix: 'الوزير' })).toBe('missing');
  });

  test('takes a cut clitic where only that place fits', () => {
    expect(anchor('والدول هنا ثم الدول هنا', { quote: 'الدول هنا', suffix: 'ثم' })).toMatchObject({
      range: { start: 1, end: 10 },
    });
  });
});

describe('several places', () => {
  test('gives all of them in order, also overlapping ones', () => {
    expect(anchor('نعم نعم نعم', 'نعم نعم')).toEqual({
      status: 'ambiguous',
      grade: 'exact',
      ranges: [
        { start: 0, end: 7 },
        { start: 4, end: 11 },
      ],
    });
  });

  test('spelled otherwise are ambiguous too', () => {
    expect(anchor('إلى مصر والى مصر وإلى مصر', 'ألى مصر')).toMatchObject({
      status: 'anchored',
      grade: 'same-words',
      range: { start: 0, end: 7 },
    });
    expect(anchor('إلى مصر ثم الى مصر', 'ألى مصر')).toMatchObject({ status: 'ambiguous', grade: 'same-words' });
  });
});

test('names of object members are words like others', () => {
  expect(read('the __proto__ of constructor', '__proto__ of')).toBe('exact: __proto__ of');
  expect(read('the __proto__ of constructor', 'Constructor')).toBe('same-words: constructor');
});

test('an article is folded only when a quotation is not in the raw text', () => {
  const article = prepareAnchorText('شاركت بلجيكا');
  const refuse = (): never => {
    throw new Error('folded in vain');
  };
  const unfolded = { ...article, folded: { 'same-text': refuse, 'same-words': refuse } };
  expect(anchorQuote(unfolded, { quote: 'شاركت' }).status).toBe('anchored');
  expect(article.folded['same-words']()).toBe(article.folded['same-words']());
});
