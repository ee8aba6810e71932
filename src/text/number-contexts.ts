// Numbers that name instead of counting: years, dates, articles and resolutions, ordinals, hours, scores.
import type { Amount, NumberText } from './number-amounts.ts';
import type { Token } from './number-tokens.ts';
import { toPlainSpelling } from './number-tokens.ts';

const toWordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(toPlainSpelling));

/** Months: the names of Egypt and the Gulf, of the Levant and Iraq, of the Maghreb, of the Hijri year; English ones below. */
const ARABIC_MONTHS = toWordSet(`
  يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
  كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
  جانفي فيفري أفريل ماي جوان جويلية أوت شتنبر نونبر دجنبر يوليوز غشت
  محرم صفر رجب شعبان رمضان شوال جمادى القعدة الحجة`);

/** Capitals tell the months from «may» and «march». */
const ENGLISH_MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;

const YEAR_NAMES = toWordSet('عام سنة عامي سنتي عاما أعوام سنوات year years');
const DEFINITE_YEAR_NAMES = toWordSet('العام السنة العامين');

/** After these a bare 2015 is a year, unless it is round and counts something («in 2000 villages»). */
const TIME_WORDS = toWordSet(`
  في منذ حتى بحلول خلال قبل بعد أوائل أواخر مطلع نهاية بداية منتصف صيف شتاء ربيع خريف
  in since until till by before after during early late mid the spring summer autumn winter`);

/** Short words that never are the thing counted. */
const FUNCTION_WORDS = toWordSet(`
  في من إلى على عن مع حتى منذ أن إن التي الذي ثم أو و قد لم لن لا ما هو هي كان كانت بعد قبل عندما حين حيث بين
  the a an of in on at by to from and or for with as was were is are has had have that which when while after before but`);

const ERA = /^(?:ه|هجري|هجريه|الهجري|الهجريه|للهجره|ميلادي|ميلاديه|الميلادي|للميلاد|bc|bce|ad|ce|ah)$/;

const NUMBERED = toWordSet(`
  رقم الرقم رقمها مادة المادة مادتين المادتين المواد قرار القرار القرارين القرارات قانون القانون مرسوم المرسوم الفقرة فقرة الفقرات
  البند البنود الفصل الصفحة صفحة الصفحات ص الآية الآيات الحلقة الجزء المجلد مجلد الغرفة الرحلة رحلة
  الشكل الجدول الملحق ملحق اللواء الفرقة الكتيبة القناة المرتبة المركز الطبعة الإصدار الفوج الطريق المادتان
  article articles section sections chapter chapters page pages paragraph paragraphs resolution resolutions annex appendix
  هاتف الهاتف هاتفيا فاكس الفاكس جوال phone telephone tel fax الدقيقة
  rule clause clauses table figure volume issue room route flight channel phase step version item`);
const NUMBERED_SHORT = /^(?:no|nos|art|arts|p|pp|vol|fig|sec|ch|para|res|ص)$/;
const RESOLUTIONS = toWordSet('قرار القرار قراره resolution');

/** What is counted through by ordinals: «الذكرى الـ70», «المؤتمر العشرون». */
const ORDINAL_HOSTS = toWordSet(`
  الذكرى الدورة اليوم المؤتمر العام السنة المرة الجلسة الدقيقة النسخة المرتبة المركز القمة الاجتماع الأسبوع الشهر الجولة
  الطابق الألفية الطبعة الرئيس الحلقة العيد المئوية المباراة الدرجة`);
const CENTURIES = toWordSet('قرن القرن القرنين القرون');
const ARABIC_ORDINAL =
  /^(?:[وف]?[بكل]?(?:ال|لل)?)(?:حادي|حاديه|ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|سادس|سادسه|سابع|سابعه|ثامن|ثامنه|تاسع|تاسعه)$/;

const SCORE_WORDS = toWordSet(`
  فاز فازت تعادل تعادلت هزم هزمت خسر خسرت بنتيجة النتيجة المباراة مباراة أهداف
  won win wins beat beats drew draw lost score scored defeated match`);

/** Why an amount is no quantity; chains such as «المواد 5 و6» hand their reason on. */
type Reason = 'year' | 'date' | 'numbered' | 'ordinal' | 'hour' | 'score';

/** The amounts that count or measure. */
export function keepQuantities(text: NumberText, amounts: readonly Amount[]): Amount[] {
  const reasons: (Reason | undefined)[] = [];
  for (const [index, amount] of amounts.entries()) {
    reasons.push(findReason(text, amounts, index) ?? inheritReason(text, amounts[index - 1], amount, reasons.at(-1)));
  }
  // «12 و14 تموز»: the date is known only at its end.
  for (let index = amounts.length - 1; index > 0; index -= 1) {
    const [earlier, amount] = [amounts[index - 1], amounts[index]];
    if (earlier === undefined || amount === undefined || reasons[index] !== 'date') continue;
    if (isDay(text, earlier) && isJoinedTo(text, earlier, amount)) reasons[index - 1] ??= 'date';
  }
  return amounts.filter((_, index) => reasons[index] === undefined);
}

function findReason(text: NumberText, amounts: readonly Amount[], index: number): Reason | undefined {
  const amount = amounts[index];
  if (amount === undefined) return undefined;
  if (isDate(text, amount)) return 'date';
  if (isYear(text, amounts, index)) return 'year';
  if (isNumbered(text, amount)) return 'numbered';
  if (isOrdinal(text, amount)) return 'ordinal';
  if (isHour(text, amount)) return 'hour';
  return isScore(text, amount) || isScore(text, amounts[index - 1], amount) ? 'score' : undefined;
}

/** The last token before an amount that is not a clitic written onto its digits. */
function findBefore({ tokens }: NumberText, { first }: Amount): number {
  const clitic = tokens[first - 1];
  return clitic?.kind === 'word' && tokens[first]?.isGlued === true ? first - 2 : first - 1;
}

function inheritReason(
  text: NumberText,
  earlier: Amount | undefined,
  amount: Amount,
  reason: Reason | undefined,
): Reason | undefined {
  if (earlier === undefined || reason === undefined || reason === 'score' || !isJoinedTo(text, earlier, amount))
    return undefined;
  if (reason === 'year') return isPlainWhole(text, amount) && isNear(earlier, amount) ? 'year' : undefined;
  if (reason === 'date')
    return isPlainWhole(text, amount) && (isYearLike(amount) || isDay(text, amount)) ? 'date' : undefined;
  return isPlainWhole(text, amount) && !hasCounted(text, amount) ? reason : undefined;
}

/** A year joined to a year lies in the same age: «في 2016 و1500 جندي» is no second year. */
function isNear(earlier: Amount, amount: Amount): boolean {
  return Math.abs(toValue(earlier) - toValue(amount)) <= 200;
}

const JOINTS = toWordSet('و أو إلى حتى and or to until');

/** Nothing but «و», a comma, a dash, «to» … stands between two amounts. */
function isJoinedTo({ tokens, words }: NumberText, earlier: Amount, amount: Amount): boolean {
  const gap = tokens.slice(earlier.next, amount.first);
  if (gap.length === 0) return words[amount.first]?.isJoined === true;
  return gap.length <= 2 && gap.every(({ text }) => /^[-,،/]$/.test(text) || JOINTS.has(text));
}

/** Plain digits without a separator, a scale or a percent sign. */
function isPlainWhole({ tokens }: NumberText, amount: Amount): boolean {
  if (amount.form !== 'digits' || amount.isPercent || amount.next !== amount.first + 1) return false;
  return /^\d+$/.test(tokens[amount.first]?.text ?? '');
}

function toValue({ value }: Amount): number {
  return value.kind === 'number' ? value.value : NaN;
}

function isYearLike(amount: Amount): boolean {
  const value = toValue(amount);
  return Number.isInteger(value) && value >= 1000 && value <= 2100;
}

function isDay(text: NumberText, amount: Amount): boolean {
  const value = toValue(amount);
  return (
    Number.isInteger(value) &&
    value >= 1 &&
    value <= 31 &&
    !amount.isPercent &&
    amount.scale === 1 &&
    isPlain(text, amount)
  );
}

function isPlain(text: NumberText, amount: Amount): boolean {
  return amount.form === 'words' || isPlainWhole(text, amount);
}

function isMonth(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  return (
    ENGLISH_MONTH.test(token.raw) ||
    ARABIC_MONTHS.has(token.text.replace(/^[وفبل]+(?=.{3})/, '')) ||
    ARABIC_MONTHS.has(token.text)
  );
}

/** A day with its month on either side («14 تموز», «14 من تموز», «July 14»), a year after a month, a day after «يوم». */
function isDate(text: NumberText, amount: Amount): boolean {
  const { tokens } = text;
  const before = findBefore(text, amount);
  const after = tokens[amount.next];
  const isLinked = /^(?:من|شهر|of)$/.test(after?.text ?? '');
  if (isDay(text, amount) && (isMonth(after) || (isLinked && isMonth(tokens[amount.next + 1])))) return true;
  const isAfterComma = /^[,،]$|^of$|^من$/.test(tokens[before]?.text ?? '');
  const month = tokens[isAfterComma ? before - 1 : before];
  const isSecondWord = /^ال(?:اول|ثاني|اخر)$/.test(month?.text ?? '') && isMonth(tokens[before - 1]);
  if (isPlainWhole(text, amount) && isYearLike(amount) && (isMonth(month) || isSecondWord)) return true;
  if (!isAfterComma && isDay(text, amount) && ENGLISH_MONTH.test(month?.raw ?? '') && !hasCounted(text, amount))
    return true;
  return (
    isDay(text, amount) && isPlainWhole(text, amount) && tokens[before]?.text === 'يوم' && !hasCounted(text, amount)
  );
}

/** Whether a word that can be the thing counted comes next. */
function hasCounted({ tokens, words }: NumberText, amount: Amount): boolean {
  const after = tokens[amount.next];
  if (after?.kind === 'mark') return after.text === '-' && after.isGlued && tokens[amount.next + 1]?.kind === 'word';
  return after?.kind === 'word' && !FUNCTION_WORDS.has(after.text) && words[amount.next] === undefined;
}

/**
 * A year: after «عام», with an era, after a month, after a word of time, in brackets, or simply between 1900 and 2100 with
 * nothing counted after it. «قتل 2015 شخصا» stays a quantity, «في 2000 قرية» too; «بلغ 1998.» is taken for a year.
 */
function isYear(text: NumberText, amounts: readonly Amount[], index: number): boolean {
  const amount = amounts[index];
  if (amount === undefined || amount.isPercent) return false;
  const { tokens } = text;
  const before = tokens[findBefore(text, amount)]?.text ?? '';
  const bare = before.replace(/^[وفبل](?=.{3})/, '');
  const value = toValue(amount);
  if (hasEra(tokens, amount, before) && Number.isInteger(value)) return true;
  if (!Number.isInteger(value) || value < 1 || value > 2100) return false;
  if (YEAR_NAMES.has(bare) && (isPlainWhole(text, amount) ? value >= 100 : isYearLike(amount))) return true;
  if (!isPlainWhole(text, amount) || !isYearLike(amount)) return false;
  if (DEFINITE_YEAR_NAMES.has(bare) || (before === 'year' && isYearLike(amount))) return true;
  if (value < 1900) return TIME_WORDS.has(bare) && !hasCounted(text, amount);
  const isRound = value % 100 === 0;
  if (TIME_WORDS.has(bare)) return !(isRound && hasCounted(text, amount));
  const next = amounts[index + 1];
  if (isSpanOfYears(text, before, amount, next)) return true;
  if (hasCounted(text, amount)) return false;
  if (next === undefined || !isJoinedTo(text, amount, next)) return true;
  return isPlainWhole(text, next) && isYearLike(next) && isYear(text, amounts, index + 1);
}

/** «بين 1975 و1990 قتل …», «from 1975 to 1990»: two bare years, not both round, whatever comes after them. */
function isSpanOfYears(text: NumberText, before: string, amount: Amount, next: Amount | undefined): boolean {
  if (next === undefined || !/^(?:[وف]?بين|من|between|from)$/.test(before) || !isJoinedTo(text, amount, next))
    return false;
  const years = [toValue(amount), toValue(next)];
  return (
    isPlainWhole(text, next) &&
    years.every((year) => year >= 1900 && year <= 2100) &&
    years.some((year) => year % 100 !== 0)
  );
}

function hasEra(tokens: readonly Token[], amount: Amount, before: string): boolean {
  const [first, second, third] = tokens.slice(amount.next, amount.next + 3).map(({ text }) => text);
  if (ERA.test(first ?? '') || /^(?:ad|ah)$/.test(before)) return true;
  if (first === 'قبل' && /^(?:الميلاد|الهجره)$/.test(second ?? '')) return true;
  return first === 'ق' && (second === 'م' || (second === '.' && third === 'م'));
}

/** «المادة 5», «رقم 10», «No. 10», «قرار مجلس الأمن 2170». */
function isNumbered(text: NumberText, amount: Amount): boolean {
  const { tokens } = text;
  if (amount.scale > 1 || amount.isPercent) return false;
  const last = findBefore(text, amount);
  const before = tokens[last]?.text === ':' ? last - 1 : last;
  const word = tokens[before]?.text ?? '';
  const bare = word.replace(/^[وفبل](?=.{3})/, '');
  if (NUMBERED.has(word) || NUMBERED.has(bare) || NUMBERED.has(bare.replace(/^ل(?=[^ل])/, 'ال'))) return true;
  if (word.startsWith('لل') && NUMBERED.has(`ال${word.slice(2)}`)) return true;
  // «they number 5,000» counts, «number 10» names.
  if (word === 'number' && isPlainWhole(text, amount) && toValue(amount) < 1000) return true;
  if (word === '.' && NUMBERED_SHORT.test(tokens[before - 1]?.text ?? '')) return true;
  if (!isPlainWhole(text, amount) || toValue(amount) < 100 || hasCounted(text, amount)) return false;
  return tokens.slice(Math.max(0, before - 3), before).some((token) => RESOLUTIONS.has(token.text));
}

/** «القرن 19», «الذكرى الـ70», «الحادي والعشرين», «مجموعة السبع», «Group of Seven». */
function isOrdinal(text: NumberText, amount: Amount): boolean {
  const { tokens } = text;
  const before = findBefore(text, amount);
  const word = tokens[before]?.text ?? '';
  if (CENTURIES.has(word)) return true;
  const isDefinite = amount.word?.isDefinite ?? before < amount.first - 1;
  if (isDefinite && (ORDINAL_HOSTS.has(word) || /^(?:ال)?مجموعه$|^[وفبل]مجموعه$/.test(word))) return true;
  if (word === 'of' && tokens[before - 1]?.raw === 'Group') return /^[A-Z0-9]/.test(tokens[amount.first]?.raw ?? '');
  const kind = amount.word?.meaning.kind;
  return ARABIC_ORDINAL.test(word) && (kind === 'ten' || (kind === 'tens' && amount.word?.isJoined === true));
}

function isHour(text: NumberText, amount: Amount): boolean {
  const { tokens } = text;
  if (/^[وب]?الساعه$/.test(tokens[findBefore(text, amount)]?.text ?? '')) return true;
  const [first, second, third] = tokens.slice(amount.next, amount.next + 3);
  if (/^(?:am|pm)$/.test(first?.text ?? '')) return true;
  return /^[ap]$/.test(first?.text ?? '') && second?.text === '.' && third?.text === 'm';
}

/** Two bare numbers with a hyphen: falling or equal («7 - 6»), or rising where a match is spoken of. */
function isScore(text: NumberText, first: Amount | undefined, second?: Amount): boolean {
  const { tokens } = text;
  if (first === undefined || !isPlainWhole(text, first) || toValue(first) > 300) return false;
  const dash = second === undefined ? tokens[first.next]?.text : tokens[second.first - 1]?.text;
  if (dash !== '-') return false;
  const other = second === undefined ? tokens[first.next + 1] : tokens[second.first];
  if (other?.kind !== 'digits' || (second !== undefined && second.first !== first.next + 1)) return false;
  const otherAt = first.next + 1;
  const after = tokens[otherAt + 1];
  if (!/^\d{1,3}$/.test(other.text) || after?.text === '%') return false;
  if (text.words[otherAt + 1]?.meaning.kind === 'scale' || isPercentNext(after, tokens[otherAt + 2])) return false;
  if (toValue(first) >= Number(other.text)) return true;
  return tokens.slice(Math.max(0, first.first - 8), first.first).some((token) => SCORE_WORDS.has(token.text));
}

function isPercentNext(first: Token | undefined, second: Token | undefined): boolean {
  const words = `${first?.text ?? ''} ${second?.text ?? ''}`;
  return /^(?:في الما?يه|بالما?يه|percent|per cent)/.test(words);
}
