// The Arabic dual says «two» in the noun itself: «دولتان» are two states. Of any noun that would make numbers of «مكان» and
// «لسان», so only duals of a thing that is known to be counted are read.
import { toPlainSpelling, toWordSet } from './number-tokens.ts';
import type { Token } from './number-tokens.ts';
import { ARABIC_CLITICS } from './number-words.ts';
import type { NumberWord } from './number-words.ts';

/** A form of a dual; `isPluralToo` when, without marks, the same letters can be a plural («مقاتلين»). */
interface DualForm {
  readonly form: string;
  readonly isPluralToo: boolean;
}

/** Shorter nouns are left out: two letters and an ending are other words («أمان», «عمان»). */
const SHORTEST_NOUN = 3;

/** «بلدان» are countries before they are two, «طيران» is aviation, «عدوان» aggression: with «ـان» these say nothing. */
const OTHER_WORDS_WITH_AN = toWordSet(
  'بلد ولد صبي ذكر عبد حمل ظهر بطن لحم خشب طير لبن دور عدو ثور حرم نقص فيض ألم جري',
);

/** Nouns shaped like those that take the plural «ـين», but with a plural of their own: «جنديين» are two. */
const OWN_PLURALS = toWordSet(`
  جندي كرسي ضابط قائد جانب شارع حاجز حادث طابق صاروخ عامل قارب حاكم كتاب جدار قطار نظام قرار حزام سلاح لقاء مقال سؤال جواب
  مركز مسجد منزل مصنع مكتب موقع مشروع مطار ملعب متجر مخيم معسكر معبر مقعد ميناء متحف مسرح معهد مبلغ مجلس محور مطلب موسم موعد`);

/**
 * What finds the duals of the things counted, of which the first word is the noun («مقاتل أجنبي»), with conjunction,
 * preposition and article. Where the letters can be a plural too, only marks make them a dual («مقاتلَين»).
 */
export function toDualFinder(things: readonly string[]): (token: Token) => NumberWord | undefined {
  const duals = new Map<string, DualForm & NumberWord>();
  for (const thing of things) {
    const noun = /^[\u0621-\u063a\u0641-\u064a]{3,}/.exec(thing.replace(/[\p{M}\u0640]/gu, ''))?.[0] ?? '';
    if (noun.length < SHORTEST_NOUN) continue;
    for (const dual of toDualForms(noun)) {
      for (const { letters, isJoined, isDefinite } of ARABIC_CLITICS) {
        duals.set(letters + dual.form, { ...dual, meaning: { kind: 'dual' }, isJoined, isDefinite });
      }
    }
  }
  return ({ text, raw }) => {
    const dual = duals.get(text);
    return dual === undefined || (dual.isPluralToo && !/\u064e\u064a|\u064a\u0652/.test(raw)) ? undefined : dual;
  };
}

/** Both cases of the dual; of nouns in «ـة» also the one that stands before its owner («دولتا الخليج»). */
function toDualForms(noun: string): DualForm[] {
  const toForms = (stem: string, endings: string, isPluralToo: boolean): DualForm[] =>
    endings.split(' ').map((ending) => ({ form: toPlainSpelling(stem + ending), isPluralToo }));
  const stem = noun.slice(0, -1);
  if (noun.endsWith('ة')) return toForms(stem, 'تان تين تا', false);
  if (noun.endsWith('ى')) return toForms(stem, 'يان يين', false);
  if (noun.endsWith('أ')) return toForms(stem, 'آن أين', false);
  const isOther = OTHER_WORDS_WITH_AN.has(toPlainSpelling(noun));
  return [
    ...(isOther ? [] : toForms(noun, 'ان', false)),
    ...toForms(noun, 'ين', takesPluralInYin(toPlainSpelling(noun))),
  ];
}

/** Participles, trades and peoples: «مقاتل», «لاجئ», «فلاح», «سوري». */
function takesPluralInYin(noun: string): boolean {
  return /^(?:م.{3,}|.ا.{2,}|..ا.|.{2,}ي)$/.test(noun) && !OWN_PLURALS.has(noun);
}
