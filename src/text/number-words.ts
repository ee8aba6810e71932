import { toPlainSpelling } from './number-tokens.ts';

/** What a word says about a number. */
export type NumberMeaning =
  /** 1–9; `isLone: false` when the word alone is no number («أحد الجنود», «one of them»). */
  | { readonly kind: 'unit'; readonly value: number; readonly isLone: boolean }
  /** ten in Arabic: alone 10, after a unit a teen. */
  | { readonly kind: 'ten' }
  /** 11–19 in one word (English). */
  | { readonly kind: 'teen'; readonly value: number }
  | { readonly kind: 'tens'; readonly value: number }
  | { readonly kind: 'hundred'; readonly value: number }
  /** `one` stands alone or after a number, `two` is the dual, `either` is «ألفا»: 2000 alone, 1000 after a number. */
  | { readonly kind: 'scale'; readonly size: number; readonly count: 'one' | 'two' | 'either' | 'many' }
  | { readonly kind: 'fraction'; readonly share: number; readonly of: number }
  /** «أرباع», «quarters»: needs a number before it. */
  | { readonly kind: 'parts'; readonly of: number }
  /** «عشرات», «dozens»: never a number. */
  | { readonly kind: 'vague' }
  /** «دولتان»: two of what is counted. */
  | { readonly kind: 'dual' };

/** A number word as it stands in a text, with what is written onto it. */
export interface NumberWord {
  readonly meaning: NumberMeaning;
  /** «و» or «ف» is its first letter. */
  readonly isJoined: boolean;
  /** It has the article. */
  readonly isDefinite: boolean;
}

type Row = readonly [forms: string, meaning: NumberMeaning];

const unit = (value: number): NumberMeaning => ({ kind: 'unit', value, isLone: true });
const bound = (value: number): NumberMeaning => ({ kind: 'unit', value, isLone: false });
const tens = (value: number): NumberMeaning => ({ kind: 'tens', value });
const hundred = (value: number): NumberMeaning => ({ kind: 'hundred', value });
const fraction = (share: number, of: number): NumberMeaning => ({ kind: 'fraction', share, of });

const ARABIC_ROWS: readonly Row[] = [
  ['واحد واحدا واحدة أحد إحدى', bound(1)],
  ['اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي', unit(2)],
  ['ثلاث ثلاثة', unit(3)],
  ['أربع أربعة', unit(4)],
  ['خمس خمسة', unit(5)],
  ['ست ستة', unit(6)],
  ['سبع سبعة', unit(7)],
  ['ثمان ثماني ثمانية', unit(8)],
  ['تسع تسعة', unit(9)],
  ['عشر عشرة', { kind: 'ten' }],
  ['عشرون عشرين', tens(20)],
  ['ثلاثون ثلاثين', tens(30)],
  ['أربعون أربعين', tens(40)],
  ['خمسون خمسين', tens(50)],
  ['ستون ستين', tens(60)],
  ['سبعون سبعين', tens(70)],
  ['ثمانون ثمانين', tens(80)],
  ['تسعون تسعين', tens(90)],
  ['مئة مائة', hundred(100)],
  ['مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي', hundred(200)],
  ...[
    ['ثلاث', 300],
    ['أربع', 400],
    ['خمس', 500],
    ['ست', 600],
    ['سبع', 700],
    ['ثمان', 800],
    ['ثماني', 800],
    ['تسع', 900],
  ].map(([stem, value]): Row => [`${stem}مئة ${stem}مائة`, hundred(Number(value))]),
  ...(
    [
      ['ألف', 'آلاف', 1e3],
      ['مليون', 'ملايين', 1e6],
      ['مليار', 'مليارات', 1e9],
      ['بليون', 'بلايين', 1e9],
      ['تريليون', 'تريليونات', 1e12],
    ] as const
  ).flatMap(([one, many, size]): Row[] => [
    [one, { kind: 'scale', size, count: 'one' }],
    [`${one}ان ${one}ين ${one}ي`, { kind: 'scale', size, count: 'two' }],
    [`${one}ا`, { kind: 'scale', size, count: 'either' }],
    [many, { kind: 'scale', size, count: 'many' }],
  ]),
  ['نصف نصفا', fraction(1, 2)],
  ['ثلث', fraction(1, 3)],
  ['ثلثا ثلثي ثلثان ثلثين', fraction(2, 3)],
  ['ربع', fraction(1, 4)],
  ['سدس', fraction(1, 6)],
  ['أثلاث', { kind: 'parts', of: 3 }],
  ['أرباع', { kind: 'parts', of: 4 }],
  ['أخماس', { kind: 'parts', of: 5 }],
  ['أسداس', { kind: 'parts', of: 6 }],
  ['أسباع', { kind: 'parts', of: 7 }],
  ['أثمان', { kind: 'parts', of: 8 }],
  ['أتساع', { kind: 'parts', of: 9 }],
  ['أعشار', { kind: 'parts', of: 10 }],
  ['عشرات مئات ألوف بضع بضعة', { kind: 'vague' }],
];

const ENGLISH_ROWS: readonly Row[] = [
  ['one', bound(1)],
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((form, at): Row => [form, unit(at + 2)]),
  ...(
    [
      'ten',
      'eleven',
      'twelve',
      'thirteen',
      'fourteen',
      'fifteen',
      'sixteen',
      'seventeen',
      'eighteen',
      'nineteen',
    ] as const
  ).map((form, at): Row => [form, { kind: 'teen', value: at + 10 }]),
  ...(['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const).map((form, at): Row => [
    form,
    tens(at * 10 + 20),
  ]),
  ['hundred', hundred(100)],
  ['dozen', { kind: 'scale', size: 12, count: 'one' }],
  ['thousand', { kind: 'scale', size: 1e3, count: 'one' }],
  ['million mn mln', { kind: 'scale', size: 1e6, count: 'one' }],
  ['billion bn', { kind: 'scale', size: 1e9, count: 'one' }],
  ['trillion tn', { kind: 'scale', size: 1e12, count: 'one' }],
  ['half', fraction(1, 2)],
  ['third', fraction(1, 3)],
  ['quarter', fraction(1, 4)],
  ['fifth', fraction(1, 5)],
  ['sixth', fraction(1, 6)],
  ['eighth', fraction(1, 8)],
  ['tenth', fraction(1, 10)],
  ['halves', { kind: 'parts', of: 2 }],
  ['thirds', { kind: 'parts', of: 3 }],
  ['quarters fourths', { kind: 'parts', of: 4 }],
  ['fifths', { kind: 'parts', of: 5 }],
  ['sixths', { kind: 'parts', of: 6 }],
  ['sevenths', { kind: 'parts', of: 7 }],
  ['eighths', { kind: 'parts', of: 8 }],
  ['ninths', { kind: 'parts', of: 9 }],
  ['tenths', { kind: 'parts', of: 10 }],
  ['dozens hundreds thousands millions billions trillions', { kind: 'vague' }],
];

/** Fractions that only a damma on their first letter tells from the number of the same letters: «خُمس» a fifth, «خمس» five. */
const DAMMA_FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['خمس', 5],
  ['سبع', 7],
  ['ثمن', 8],
  ['تسع', 9],
  ['عشر', 10],
]);

/** «لست» is «I am not»; the others are commoner as other words than as six with a clitic. */
const NOT_NUMBERS: ReadonlySet<string> = new Set(['لست', 'فست', 'ولست', 'فلست']);

/** What may be written in front of an Arabic number word: a conjunction, a preposition, the article. */
interface Clitic {
  readonly letters: string;
  /** It begins with «و» or «ف». */
  readonly isJoined: boolean;
  /** It ends with the article. */
  readonly isDefinite: boolean;
}

export const ARABIC_CLITICS: readonly Clitic[] = ['', 'و', 'ف'].flatMap((joint) =>
  ['', 'ب', 'ك', 'ل', 'ال', 'بال', 'كال', 'لل', 'لال'].map((rest) => ({
    letters: joint + rest,
    isJoined: joint !== '',
    isDefinite: rest.endsWith('ال') || rest === 'لل',
  })),
);

/** «نصفهم», «ثلثها»: pronouns on a fraction. */
const PRONOUNS = ['', 'هم', 'ها', 'هن', 'ه'];

const NUMBER_WORDS = buildNumberWords();

/** With their clitics and pronouns; `sign` is the first letter of the stem with its damma. */
const DAMMA_WORDS: ReadonlyMap<string, NumberWord & { readonly sign: string }> = new Map(
  [...DAMMA_FRACTIONS].flatMap(([stem, of]) =>
    ARABIC_CLITICS.flatMap(({ letters, isJoined, isDefinite }) =>
      PRONOUNS.map((pronoun) => [
        letters + stem + pronoun,
        { meaning: fraction(1, of), isJoined, isDefinite, sign: `${stem.charAt(0)}\u064f` },
      ]),
    ),
  ),
);

/** What a word (in plain spelling, with its raw form for marks) says about a number; `undefined` for other words. */
export function findNumberWord(word: string, raw: string): NumberWord | undefined {
  const dammaFraction = DAMMA_WORDS.get(word);
  if (dammaFraction !== undefined && raw.includes(dammaFraction.sign)) return dammaFraction;
  // «ألّف» with its shadda is a verb.
  if (raw.includes('\u0651') && word.endsWith('الف')) return undefined;
  return NUMBER_WORDS.get(word);
}

/** Every number word with everything that may be written onto it: one look-up per word of a text. */
function buildNumberWords(): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  for (const { letters, isJoined, isDefinite } of ARABIC_CLITICS) {
    for (const [forms, meaning] of ARABIC_ROWS) {
      for (const form of forms.split(' ')) {
        for (const pronoun of meaning.kind === 'fraction' ? PRONOUNS : ['']) {
          const word = letters + toPlainSpelling(form) + pronoun;
          if (!words.has(word) && !NOT_NUMBERS.has(word)) words.set(word, { meaning, isJoined, isDefinite });
        }
      }
    }
  }
  for (const [forms, meaning] of ENGLISH_ROWS) {
    for (const form of forms.split(' ')) words.set(form, { meaning, isJoined: false, isDefinite: false });
  }
  return words;
}
