// Reads amounts: a number as it is written at one place, with its scale and its percent sign, before anything is asked
// about the words around it. Arabic adds with «و», and only downwards: «3 آلاف و500» is one number, «18 ألفا و22 ألف» two.
import { parseDigits } from './number-digits.ts';
import { textAt, toWordSet } from './number-tokens.ts';
import type { Token } from './number-tokens.ts';
import { findNumberWord } from './number-words.ts';
import type { NumberMeaning, NumberWord } from './number-words.ts';

/** A number, or a share of something (`share` of `of` parts). */
export type AmountValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'fraction'; readonly share: number; readonly of: number };

/** An amount that covers the tokens `[first, next)`. */
export interface Amount {
  readonly first: number;
  readonly next: number;
  readonly value: AmountValue;
  /** What its scale words multiply by; 1 without any. `value` includes it. */
  readonly scale: number;
  readonly isPercent: boolean;
  readonly form: 'digits' | 'words' | 'mixed';
  /** The first word of the amount, when it is a number word. */
  readonly word: NumberWord | undefined;
  /** «واحد», «one»: a number only as a part of «واحد من كل خمسة», «one in five». */
  readonly isLoneOne: boolean;
}

/** Tokens, with what each says about numbers. */
export interface NumberText {
  readonly tokens: readonly Token[];
  readonly words: readonly (NumberWord | undefined)[];
  /** Digits that are part of a code, a date, a telephone number. */
  readonly dead: ReadonlySet<number>;
}

/** Looks every token up once. `findDual` knows the duals of the thing that is counted. */
export function toNumberText(
  tokens: readonly Token[],
  dead: ReadonlySet<number>,
  findDual: (token: Token) => NumberWord | undefined,
): NumberText {
  return { tokens, words: tokens.map((token) => findNumberWord(token.text, token.raw) ?? findDual(token)), dead };
}

/** Signs of money, which may stand between a number and what is said of it. */
export const CURRENCIES: ReadonlySet<string> = new Set('$£€');

/** All amounts of a text, in order. */
export function readAmounts(text: NumberText): Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < text.tokens.length;) {
    const amount = readAmount(text, at);
    if (amount !== undefined) amounts.push(amount);
    at = amount?.next ?? at + 1;
  }
  return amounts;
}

/** Ordinals are no quantities; «twenty-first» starts like one. */
const ENGLISH_ORDINALS = toWordSet(
  'first second third fourth fifth sixth seventh eighth ninth tenth hundredth thousandth millionth',
);

/** Words after a fraction that make it something else: a quarter of a year, a final, an empty quarter. */
const AFTER_NO_FRACTION = toWordSet(
  'الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الأخير الآخر الأخرى الماضي المقبل نهائي النهائي الخالي',
);

interface Term {
  readonly value: number;
  readonly scale: number;
  readonly next: number;
}

function readAmount(text: NumberText, at: number): Amount | undefined {
  const { tokens } = text;
  if (textAt(tokens, at) === '%' && tokens[at + 1]?.kind === 'digits' && tokens[at + 1]?.isGlued === true) {
    const term = readTerm(text, at + 1);
    return term && finish(text, at, { kind: 'number', value: term.value }, term, 'percent');
  }
  const fraction = readFraction(text, at);
  if (fraction !== undefined) return finish(text, at, fraction.value, { ...fraction, scale: 1 });
  if (text.words[at]?.meaning.kind === 'dual') return readDual(text, at);
  const scaled = readScaledFraction(text, at);
  const first = scaled ?? readTerm(text, at);
  if (first === undefined) return isLoneOne(text, at) ? finishLoneOne(text, at) : undefined;
  if (isFirstPartOfOrdinal(text, first.next)) return undefined;
  const sum = scaled ?? addBelow(text, first);
  return finish(text, at, { kind: 'number', value: sum.value }, sum);
}

/** «سنتان», «سنتين ونصف», «دولتان اثنتان». */
function readDual(text: NumberText, at: number): Amount {
  const after = text.words[at + 1];
  const isRepeated = after?.meaning.kind === 'unit' && after.meaning.value === 2 && !after.isJoined;
  const two = { value: 2, scale: 1, next: isRepeated ? at + 2 : at + 1 };
  const { value, ...term } = addHalf(text, two, at + 1);
  return finish(text, at, { kind: 'number', value }, term);
}

function finish(
  text: NumberText,
  first: number,
  value: AmountValue,
  term: { readonly scale: number; readonly next: number },
  sign?: 'percent',
): Amount {
  const next = skipPercent(text, term.next);
  const tokens = text.tokens.slice(first, term.next);
  const hasWords = tokens.some(({ kind }) => kind === 'word');
  const hasDigits = tokens.some((token) => token.kind === 'digits' || SIGN_FRACTIONS.has(token.text));
  return {
    first: isNegative(text, first) ? first - 1 : first,
    next,
    value,
    scale: term.scale,
    isPercent: sign === 'percent' || next > term.next,
    form: !hasWords ? 'digits' : hasDigits ? 'mixed' : 'words',
    word: text.words[first],
    isLoneOne: false,
  };
}

function finishLoneOne(text: NumberText, at: number): Amount {
  const value = { kind: 'number', value: 1 } as const;
  return { ...finish(text, at, value, { scale: 1, next: at + 1 }), isLoneOne: true };
}

function isLoneOne(text: NumberText, at: number): boolean {
  const word = text.words[at];
  return word?.meaning.kind === 'unit' && !word.meaning.isLone;
}

/** Whether a lone one is the numeral: «واحد», «one», and not the «أحد» of «أحد الجنود». */
export function isNumeralOne({ tokens }: NumberText, at: number): boolean {
  return /^(?:one|.*واحد[اه]?)$/.test(textAt(tokens, at)) && !/[أإ]/.test(tokens[at]?.raw ?? '');
}

/** What a joined number starts at: the word that carries «و», or what follows a «و» of its own. */
function skipJoint(text: NumberText, at: number): number | undefined {
  if (text.words[at]?.isJoined === true) return at;
  // «وأحد عشر» is spelt like «واحد», which no «عشر» follows.
  if (textAt(text.tokens, at) === 'واحد' && text.words[at + 1]?.meaning.kind === 'ten') return at;
  return textAt(text.tokens, at) === 'و' ? at + 1 : undefined;
}

/** Adds what is joined below: thousands to millions, hundreds to thousands, halves to any scale. */
function addBelow(text: NumberText, first: Term): Term {
  let sum = first;
  for (let scale = first.scale; scale > 1;) {
    const joint = skipJoint(text, sum.next);
    const start = joint ?? skipAnd(text, sum.next);
    const part = readPartOfScale(text, start, scale);
    if (part !== undefined) return { value: sum.value + part.value, scale: first.scale, next: part.next };
    const term = readScaledFraction(text, start) ?? readTerm(text, start) ?? readJoinedOne(text, start);
    if (term === undefined || term.value >= scale || term.scale >= scale) break;
    if (joint === undefined && !isLatin(text, start)) break;
    sum = { value: sum.value + term.value, scale: first.scale, next: term.next };
    scale = term.scale;
  }
  return sum.scale === 1 ? addHalf(text, sum, sum.next + 1) : sum;
}

/** «ألف وواحد»: joined below a greater number, one is a number. */
function readJoinedOne(text: NumberText, at: number): Term | undefined {
  return isLoneOne(text, at) ? { value: 1, scale: 1, next: at + 1 } : undefined;
}

/**
 * «ثلاث سنوات ونصف»: the half at `at`, behind the thing counted, belongs to it, unless it has a thing of its own after it.
 */
function addHalf(text: NumberText, sum: Term, at: number): Term {
  const { tokens, words } = text;
  const half = words[at];
  const isBehindThing = tokens[at - 1]?.kind === 'word' && (at === sum.next || words[sum.next] === undefined);
  if (!isBehindThing || half?.meaning.kind !== 'fraction' || !half.isJoined) return sum;
  const isRepeated = REPEATED_TIMES.has(textAt(tokens, at + 1));
  if (isArabicDefinite(tokens[at + 1]) && !isRepeated) return sum;
  return { ...sum, value: sum.value + half.meaning.share / half.meaning.of, next: isRepeated ? at + 2 : at + 1 };
}

/** «5 سنوات ونصف السنة»: what was counted in the plural comes back in the singular. */
const REPEATED_TIMES = toWordSet('السنة العام الشهر الأسبوع اليوم الساعة الدقيقة القرن');

/** «(مليون) ونصف», «(ثلاثة ملايين) ونصف المليون»: a part of the scale just named. */
function readPartOfScale(text: NumberText, at: number, scale: number): { value: number; next: number } | undefined {
  const meaning = text.words[at]?.meaning;
  if (meaning?.kind !== 'fraction' || isLatin(text, at)) return undefined;
  const after = text.words[at + 1];
  const repeats = after?.meaning.kind === 'scale' && !after.isJoined;
  if (repeats && after.meaning.size !== scale) return undefined;
  if (!repeats && isArabicDefinite(text.tokens[at + 1])) return undefined;
  return { value: (meaning.share / meaning.of) * scale, next: at + (repeats ? 2 : 1) };
}

/** A number below a thousand, or digits, with the scale words after it; or a scale word alone. */
function readTerm(text: NumberText, at: number): Term | undefined {
  const group = readGroup(text, at);
  if (group === undefined) return readScaleAlone(text, at);
  const part = readJoinedPart(text, group.next);
  const value = group.value + part.value;
  let { next } = part;
  let scale = 1;
  if (isMillionSign(text, at, next)) {
    scale = 1e6;
    next += 1;
  }
  for (;;) {
    const at2 = textAt(text.tokens, next) === '-' && isLatin(text, next + 1) ? next + 1 : next;
    const word = text.words[at2];
    if (word?.meaning.kind !== 'scale' || word.isJoined || word.meaning.count === 'two') break;
    scale *= word.meaning.size;
    next = at2 + 1;
  }
  return { value: toExact(value, scale), scale, next };
}

/** «two and a half million», «2 ونصف مليون», «ثلاثة ونصف»: a part of one right behind a number; 0 where there is none. */
function readJoinedPart(text: NumberText, at: number): { value: number; next: number } {
  const { tokens, words } = text;
  if ([at, at + 1, at + 2].map((each) => textAt(tokens, each)).join(' ') === 'and a half') {
    return { value: 0.5, next: at + 3 };
  }
  const part = words[at];
  const isPart = part?.meaning.kind === 'fraction' && part.isJoined && !isArabicDefinite(tokens[at + 1]);
  return isPart ? { value: part.meaning.share / part.meaning.of, next: at + 1 } : { value: 0, next: at };
}

/** «$3m» is money, in millions; «3m» without a currency is metres. */
function isMillionSign({ tokens }: NumberText, at: number, next: number): boolean {
  const sign = tokens[next];
  return sign?.raw === 'm' && sign.isGlued && CURRENCIES.has(textAt(tokens, at - 1));
}

/** 2.3 × 1,000,000 is 2,300,000, not the 2299999.9999999995 of binary fractions. */
export function toExact(value: number, scale: number): number {
  return Number((value * scale).toPrecision(15));
}

function readScaleAlone(text: NumberText, at: number): Term | undefined {
  if (isLatin(text, at)) return readEnglishScale(text, at);
  const meaning = text.words[at]?.meaning;
  if (meaning?.kind !== 'scale' || meaning.count === 'many' || text.dead.has(at - 1)) return undefined;
  const isOne = meaning.count === 'one' || (meaning.count === 'either' && !isDualBeforeNoun(text, at));
  const start = { value: isOne ? meaning.size : 2 * meaning.size, scale: meaning.size, next: at + 1 };
  const higher = text.words[at + 1]?.meaning;
  if (higher?.kind !== 'scale' || higher.size < meaning.size || text.words[at + 1]?.isJoined === true) return start;
  return { value: start.value * higher.size, scale: meaning.size * higher.size, next: at + 2 };
}

/** «ألفا جندي» is two thousand; «ألفا وخمسمئة», «ألفا منهم», «بلغ ألفا.» and «ألفًا» with its tanwin are one thousand. */
function isDualBeforeNoun(text: NumberText, at: number): boolean {
  const noun = text.tokens[at + 1];
  if (noun?.kind !== 'word' || NO_NOUNS.has(noun.text) || skipJoint(text, at + 1) !== undefined) return false;
  return text.tokens[at]?.raw.includes('\u064b') === false;
}

/** Short words that are not the thing counted. */
const NO_NOUNS = toWordSet(`
  من منهم منها منه منهن في فيها فيه فيهم على إلى عن مع عند حتى منذ خلال بعد قبل بين ضد تحت فوق دون بدون حول نحو لدى عبر
  أو أم ثم بل لكن كما حين عندما إذ إذا أن إن التي الذي الذين اللتين ممن مما هناك هنا تقريبا فقط أيضا`);

/** «a thousand», «a dozen»: alone these words are no number. */
function readEnglishScale(text: NumberText, at: number): Term | undefined {
  const meaning = text.words[at + 1]?.meaning;
  if (!isArticle(text, at) || meaning?.kind !== 'scale') return undefined;
  return { value: meaning.size, scale: meaning.size, next: at + 2 };
}

/** Numbers below a thousand in words, any in digits. */
function readGroup(text: NumberText, at: number): { value: number; next: number } | undefined {
  const token = text.tokens[at];
  if (token?.kind === 'digits') return readDigits(text, at);
  if (token?.kind === 'mark') {
    const sign = SIGN_FRACTIONS.get(token.text);
    return sign === undefined ? undefined : { value: sign[0] / sign[1], next: at + 1 };
  }
  return isLatin(text, at) ? readEnglishGroup(text, at) : readArabicGroup(text, at);
}

const SIGN_FRACTIONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
]);

function readDigits(text: NumberText, at: number): { value: number; next: number } | undefined {
  const token = text.tokens[at];
  const value = token === undefined || text.dead.has(at) ? undefined : parseDigits(token.text);
  if (value === undefined) return undefined;
  const sign = text.tokens[at + 1];
  const part = sign?.isGlued === true ? SIGN_FRACTIONS.get(sign.text) : undefined;
  if (part !== undefined) return { value: value + part[0] / part[1], next: at + 2 };
  return { value: isNegative(text, at) ? -value : value, next: at + 1 };
}

/** A minus is glued to its digits and to nothing before it; at the head of a line it is a bullet. */
function isNegative(text: NumberText, at: number): boolean {
  const minus = text.tokens[at - 1];
  if (minus?.text !== '-' || minus.isGlued || minus.opensLine || text.tokens[at]?.isGlued !== true) return false;
  return text.tokens[at - 2]?.kind !== 'digits';
}

function readArabicGroup(text: NumberText, at: number): { value: number; next: number } | undefined {
  const hundreds = readArabicHundreds(text, at);
  if (hundreds === undefined) return readArabicSmall(text, at);
  const start = skipJoint(text, hundreds.next);
  const small =
    start === undefined
      ? undefined
      : (readArabicSmall(text, start) ?? readJoinedOne(text, start) ?? readJoinedDigits(text, start));
  return small === undefined ? hundreds : { value: hundreds.value + small.value, next: small.next };
}

function readArabicHundreds(text: NumberText, at: number): { value: number; next: number } | undefined {
  const meaning = text.words[at]?.meaning;
  if (meaning?.kind === 'hundred') return isPercentWord(text, at) ? undefined : { value: meaning.value, next: at + 1 };
  if (meaning?.kind !== 'unit') return undefined;
  const next = text.words[at + 1];
  const isHundred = next?.meaning.kind === 'hundred' && !next.isJoined && !isPercentWord(text, at + 1);
  // «ثلاث مئة» and, with the plural, «ثلاث مئات».
  if (!isHundred && textAt(text.tokens, at + 1) !== 'ميات') return undefined;
  return { value: meaning.value * 100, next: at + 2 };
}

/** «مئة و20». */
function readJoinedDigits(text: NumberText, at: number): { value: number; next: number } | undefined {
  const digits = text.tokens[at]?.kind === 'digits' ? readDigits(text, at) : undefined;
  return digits !== undefined && digits.value < 100 ? digits : undefined;
}

/** 1–99: «خمسة», «خمسة عشر», «خمسة وعشرون», «عشرة», «عشرون». «بين خمسة وعشرة» are two numbers: ten is none of the tens. */
function readArabicSmall(text: NumberText, at: number): { value: number; next: number } | undefined {
  const word = text.words[at];
  if (word === undefined) return undefined;
  const { meaning } = word;
  if (meaning.kind === 'ten') return { value: 10, next: at + 1 };
  if (meaning.kind === 'tens') return { value: meaning.value, next: at + 1 };
  if (meaning.kind !== 'unit') return undefined;
  const after = text.words[at + 1];
  if (after?.meaning.kind === 'ten' && !after.isJoined) return { value: meaning.value + 10, next: at + 2 };
  const joined = skipJoint(text, at + 1);
  const tens = joined === undefined ? undefined : text.words[joined]?.meaning;
  if (joined !== undefined && tens?.kind === 'tens') return { value: meaning.value + tens.value, next: joined + 1 };
  // «الاثنين» alone is Monday.
  if (!meaning.isLone || (meaning.value === 2 && word.isDefinite)) return undefined;
  return { value: meaning.value, next: at + 1 };
}

function readEnglishGroup(text: NumberText, at: number): { value: number; next: number } | undefined {
  const small = readEnglishSmall(text, at);
  const start = small ?? (isArticle(text, at) ? { value: 1, next: at + 1 } : undefined);
  if (start === undefined) return undefined;
  const at2 = skipHyphen(text, start.next);
  if (text.words[at2]?.meaning.kind !== 'hundred' || !isLatin(text, at2)) {
    if (small === undefined) return undefined;
    // «one» is a number only when something multiplies it.
    const isMultiplied = text.words[at2]?.meaning.kind === 'scale';
    return isLoneOne(text, at) && small.next === at + 1 && !isMultiplied ? undefined : small;
  }
  const hundreds = { value: start.value * 100, next: at2 + 1 };
  const rest = readEnglishSmall(text, skipAnd(text, hundreds.next));
  // «between one hundred and two hundred»: the second number is its own.
  const isOwn = rest === undefined || text.words[skipHyphen(text, rest.next)]?.meaning.kind === 'hundred';
  return isOwn ? hundreds : { value: hundreds.value + rest.value, next: rest.next };
}

function readEnglishSmall(text: NumberText, at: number): { value: number; next: number } | undefined {
  const meaning = isLatin(text, at) ? text.words[at]?.meaning : undefined;
  if (meaning?.kind === 'unit' || meaning?.kind === 'teen') return { value: meaning.value, next: at + 1 };
  if (meaning?.kind !== 'tens') return undefined;
  const at2 = skipHyphen(text, at + 1);
  const unit = isLatin(text, at2) ? text.words[at2]?.meaning : undefined;
  return unit?.kind === 'unit'
    ? { value: meaning.value + unit.value, next: at2 + 1 }
    : { value: meaning.value, next: at + 1 };
}

/** «ثلث», «ثلاثة أرباع», «two thirds», «a quarter of», «3/4», «¾». */
function readFraction(text: NumberText, at: number): { value: AmountValue; next: number } | undefined {
  const { tokens } = text;
  const sign = SIGN_FRACTIONS.get(textAt(tokens, at));
  if (sign !== undefined) return isScaleOf(text, at + 1) ? undefined : toFraction(sign[0], sign[1], at + 1);
  if (tokens[at]?.kind === 'digits') return readSlashFraction(text, at);
  if (isLatin(text, at)) return readEnglishFraction(text, at);
  const word = text.words[at];
  const next = text.words[at + 1];
  if (word?.meaning.kind === 'unit' && next?.meaning.kind === 'parts' && !next.isJoined) {
    return text.words[at + 2]?.meaning.kind === 'scale'
      ? undefined
      : toFraction(word.meaning.value, next.meaning.of, at + 2);
  }
  if (word?.meaning.kind !== 'fraction' || isScaleOf(text, at + 1)) return undefined;
  if (AFTER_NO_FRACTION.has(textAt(tokens, at + 1))) return undefined;
  if (word.isJoined && !hasOwnWhole(text, at)) return undefined;
  return toFraction(word.meaning.share, word.meaning.of, at + 1);
}

function toFraction(share: number, of: number, next: number): { value: AmountValue; next: number } {
  return { value: { kind: 'fraction', share, of }, next };
}

/** «ساعة ونصف (الساعة)» is no half of anything named; «… ونصف السكان» is. */
function hasOwnWhole(text: NumberText, at: number): boolean {
  const before = text.tokens[at - 1];
  if (before?.kind !== 'word') return true;
  const after = text.tokens[at + 1];
  return isArabicDefinite(after) && after?.text !== `ال${before.text}`;
}

/** «3/4»; what is no simple fraction («9/11», «24/7») is dead already. */
function readSlashFraction(text: NumberText, at: number): { value: AmountValue; next: number } | undefined {
  const [share, slash, of] = text.tokens.slice(at, at + 3);
  const isGlued = slash?.text === '/' && slash.isGlued && of?.kind === 'digits' && of.isGlued;
  return isGlued && !text.dead.has(at) ? toFraction(Number(share?.text), Number(of.text), at + 3) : undefined;
}

/** What may follow «a third» when it is a share and no ordinal («a third party»). */
const AFTER_ENGLISH_SHARE = toWordSet(
  'of in by from and or to as at on but while since more less than is are was were',
);
const AFTER_HALF = toWordSet('of the its their his her our all these those');
const BEFORE_HALF = toWordSet('by in');

function readEnglishFraction(text: NumberText, at: number): { value: AmountValue; next: number } | undefined {
  const { tokens, words } = text;
  const meaning = words[at]?.meaning;
  const at2 = skipHyphen(text, at + 1);
  const next = isLatin(text, at2) ? words[at2]?.meaning : undefined;
  if (meaning?.kind === 'unit' && next?.kind === 'parts') {
    return isScaleOf(text, at2 + 1) ? undefined : toFraction(meaning.value, next.of, at2 + 1);
  }
  const isOne = isArticle(text, at) || isLoneOne(text, at);
  const start = isOne ? at2 : at;
  const fraction = words[start]?.meaning;
  if (fraction?.kind !== 'fraction' || isScaleOf(text, start + 1)) return undefined;
  const after = tokens[start + 1];
  const before = textAt(tokens, at - 1);
  if (fraction.of === 2) {
    const isShare = isOne || AFTER_HALF.has(textAt(tokens, start + 1)) || BEFORE_HALF.has(before);
    if (!isShare || ENGLISH_ORDINALS.has(before)) return undefined;
  } else if (!isOne || (after?.kind === 'word' && !AFTER_ENGLISH_SHARE.has(after.text))) return undefined;
  return toFraction(fraction.share, fraction.of, start + 1);
}

/** «نصف مليون», «ثلاثة أرباع المليون», «half a million», «a quarter of a million»: a number, not a share. */
function readScaledFraction(text: NumberText, at: number): Term | undefined {
  const { words } = text;
  const start = isArticle(text, at) || isLoneOne(text, at) ? skipHyphen(text, at + 1) : at;
  const meaning = words[start]?.meaning;
  const parts = words[skipHyphen(text, at + 1)]?.meaning;
  const isParts = words[at]?.meaning.kind === 'unit' && parts?.kind === 'parts';
  const share = isParts ? toShare(words[at]?.meaning, parts.of) : toShare(meaning, 1);
  const scaleAt = skipOfA(text, isParts ? skipHyphen(text, at + 1) + 1 : start + 1);
  const scale = words[scaleAt]?.meaning;
  if (share === undefined || scale?.kind !== 'scale' || words[scaleAt]?.isJoined === true) return undefined;
  return { value: toExact(share, scale.size), scale: scale.size, next: scaleAt + 1 };
}

function toShare(meaning: NumberMeaning | undefined, parts: number): number | undefined {
  if (meaning?.kind === 'fraction') return meaning.share / meaning.of;
  return meaning?.kind === 'unit' && parts > 1 ? meaning.value / parts : undefined;
}

function isScaleOf(text: NumberText, at: number): boolean {
  const word = text.words[skipOfA(text, at)];
  return word?.meaning.kind === 'scale' && !word.isJoined;
}

function skipOfA(text: NumberText, at: number): number {
  const next = textAt(text.tokens, at) === 'of' ? at + 1 : skipHyphen(text, at);
  return isArticle(text, next) ? next + 1 : next;
}

function skipAnd(text: NumberText, at: number): number {
  return textAt(text.tokens, at) === 'and' ? at + 1 : at;
}

function skipHyphen(text: NumberText, at: number): number {
  const hyphen = text.tokens[at];
  return hyphen?.text === '-' && hyphen.isGlued && text.tokens[at + 1]?.isGlued === true ? at + 1 : at;
}

const ARTICLES = toWordSet('a an');

function isArticle(text: NumberText, at: number): boolean {
  return ARTICLES.has(textAt(text.tokens, at));
}

function isLatin(text: NumberText, at: number): boolean {
  return /^[a-z]/.test(textAt(text.tokens, at));
}

function isArabicDefinite(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(?:ال|لل)/.test(token.text);
}

/** «twenty-» of «twenty-first». */
function isFirstPartOfOrdinal(text: NumberText, next: number): boolean {
  const hyphen = text.tokens[next];
  return hyphen?.text === '-' && hyphen.isGlued && ENGLISH_ORDINALS.has(textAt(text.tokens, next + 1));
}

/** Whether the word is the «hundred» of «in the hundred»: «في المئة», «بالمائة». */
function isPercentWord({ tokens }: NumberText, at: number): boolean {
  if (PERCENT_WORDS.has(textAt(tokens, at))) return true;
  return THE_HUNDRED.has(textAt(tokens, at)) && textAt(tokens, at - 1) === 'في';
}

const PERCENT_WORDS = toWordSet('بالمئة بالمائة percent pct');
const THE_HUNDRED = toWordSet('المئة المائة');
const HUNDREDS = toWordSet('مئة مائة المئة المائة');

/** Past a percent sign or its words; where there is none, the place itself. */
function skipPercent(text: NumberText, at: number): number {
  const [first, second] = [text.tokens[at], text.tokens[at + 1]];
  if (first?.text === '%') {
    // In «10 %15» the sign belongs to what follows it.
    const isNext = !first.isGlued && second?.kind === 'digits' && second.isGlued;
    return isNext ? at : at + 1;
  }
  if (isPercentWord(text, at)) return at + 1;
  if (first?.text === 'في' && HUNDREDS.has(textAt(text.tokens, at + 1))) return at + 2;
  return first?.text === 'per' && second?.text === 'cent' ? at + 2 : at;
}
