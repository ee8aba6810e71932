// Numbers that name instead of counting: years, dates, articles and resolutions, ordinals, hours.
import type { Amount, NumberText } from './number-amounts.ts';
import { textAt, toWordSet, toWordSetWithClitics } from './number-tokens.ts';
import type { Token } from './number-tokens.ts';

/** Months: the names of Egypt and the Gulf, of the Levant and Iraq, of the Maghreb, of the Hijri year; English ones below. */
const ARABIC_MONTHS = toWordSetWithClitics(`
  يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
  كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
  جانفي فيفري أفريل ماي جوان جويلية أوت شتنبر نونبر دجنبر يوليوز غشت
  محرم صفر رجب شعبان رمضان شوال جمادى القعدة الحجة`);

/** Capitals tell the months from «may» and «march». */
const ENGLISH_MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;

const YEAR_NAMES = toWordSetWithClitics('عام سنة عامي سنتي عاما أعوام سنوات year years');
const DEFINITE_YEAR_NAMES = toWordSetWithClitics('العام السنة العامين');

/** After these a bare 2015 is a year, unless it is round and counts something («in 2000 villages»). */
const TIME_WORDS = toWordSetWithClitics(`
  في منذ حتى بحلول خلال قبل بعد أوائل أواخر مطلع نهاية بداية منتصف صيف شتاء ربيع خريف
  in since until till by before after during early late mid the spring summer autumn winter`);

/** Short words that never are the thing counted. */
const FUNCTION_WORDS = toWordSet(`
  في من إلى على عن مع حتى منذ أن إن التي الذي ثم أو و قد لم لن لا ما هو هي كان كانت بعد قبل عندما حين حيث بين
  منه منها منهم فيه فيها فيهم عليه عليها به بها له لها
  the a an of in on at by to from and or for with as was were is are has had have that which when while after before but`);

const ERAS_BEFORE = toWordSet('ad ah');
/** What may follow a year, as tokens parted by spaces. */
const ERAS_AFTER: readonly string[] = [
  ...'ه هجري هجريه الهجري الهجريه للهجره ميلادي ميلاديه الميلادي للميلاد bc bce ad ce ah'.split(' '),
  ...['قبل الميلاد', 'قبل الهجره', 'ق م', 'ق . م'],
];
const HOUR_NAMES = toWordSetWithClitics('الساعة');
const HOURS_AFTER: readonly string[] = ['am', 'pm', 'a . m', 'p . m'];

const NUMBERED = toWordSetWithClitics(`
  رقم الرقم رقمها مادة المادة مادتين المادتين المواد قرار القرار القرارين القرارات قانون القانون مرسوم المرسوم الفقرة فقرة الفقرات
  البند البنود الفصل الصفحة صفحة الصفحات ص الآية الآيات الحلقة الجزء المجلد مجلد الغرفة الرحلة رحلة
  الشكل الجدول الملحق ملحق اللواء الفرقة الكتيبة القناة المرتبة المركز الطبعة الإصدار الفوج الطريق المادتان
  article articles section sections chapter chapters page pages paragraph paragraphs resolution resolutions annex appendix
  هاتف الهاتف هاتفيا فاكس الفاكس جوال phone telephone tel fax الدقيقة
  rule clause clauses table figure volume issue room route flight channel phase step version item`);
const NUMBERED_SHORT = toWordSet('no nos art arts p pp vol fig sec ch para res ص');
const RESOLUTIONS = toWordSetWithClitics('قرار القرار قراره resolution');

/** What is counted through by ordinals: «الذكرى الـ70», «المؤتمر العشرون». */
const ORDINAL_HOSTS = toWordSetWithClitics(`
  الذكرى الدورة اليوم المؤتمر العام السنة المرة الجلسة الدقيقة النسخة المرتبة المركز القمة الاجتماع الأسبوع الشهر الجولة
  الطابق الألفية الطبعة الرئيس الحلقة العيد المئوية المباراة الدرجة مجموعة المجموعة`);
const CENTURIES = toWordSetWithClitics('قرن القرن القرنين القرون');
const ARABIC_ORDINAL =
  /^(?:[وف]?[بكل]?(?:ال|لل)?)(?:حادي|حاديه|ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|سادس|سادسه|سابع|سابعه|ثامن|ثامنه|تاسع|تاسعه)$/;

/** Why an amount is no quantity; chains such as «المواد 5 و6» hand their reason on. */
type Reason = 'year' | 'date' | 'numbered' | 'ordinal' | 'hour';

/** The amounts that count or measure. */
export function keepQuantities(text: NumberText, amounts: readonly Amount[]): Amount[] {
  const reasons: (Reason | undefined)[] = [];
  for (const [index, amount] of amounts.entries()) {
    const earlier = amounts[index - 1];
    reasons.push(
      findReason(text, amount, amounts[index + 1]) ?? (earlier && inheritReason(text, earlier, amount, reasons.at(-1))),
    );
  }
  // «12 و14 تموز»: the date is known only at its end.
  for (const [index, earlier] of [...amounts.entries()].reverse()) {
    const amount = amounts[index + 1];
    if (reasons[index + 1] !== 'date' || amount === undefined) continue;
    if (isDay(text, earlier) && isJoinedTo(text, earlier, amount)) reasons[index] ??= 'date';
  }
  return amounts.filter((_, index) => reasons[index] === undefined);
}

function findReason(text: NumberText, amount: Amount, next: Amount | undefined): Reason | undefined {
  if (isDate(text, amount)) return 'date';
  if (isYear(text, amount, next)) return 'year';
  if (isNumbered(text, amount)) return 'numbered';
  if (isOrdinal(text, amount)) return 'ordinal';
  return isHour(text, amount) ? 'hour' : undefined;
}

/** The last token before an amount that is neither a clitic written onto its digits nor a bracket around them: «المادة (5)». */
function findBefore({ tokens }: NumberText, { first, next }: Amount): number {
  const before = tokens[first - 1];
  const isClitic = before?.kind === 'word' && tokens[first]?.isGlued === true;
  const isBracket = before?.text === '(' && textAt(tokens, next) === ')';
  return isClitic || isBracket ? first - 2 : first - 1;
}

function inheritReason(
  text: NumberText,
  earlier: Amount,
  amount: Amount,
  reason: Reason | undefined,
): Reason | undefined {
  if (!isPlainWhole(text, amount) || !isJoinedTo(text, earlier, amount)) return undefined;
  if (reason === 'year') return isNear(earlier, amount) || isShortYear(text, amount) ? 'year' : undefined;
  if (reason === 'date') return isYearLike(amount) || isDay(text, amount) ? 'date' : undefined;
  return hasCounted(text, amount) ? undefined : reason;
}

/** A year joined to a year lies in the same age: «في 2016 و1500 جندي» is no second year. */
function isNear(earlier: Amount, amount: Amount): boolean {
  return Math.abs(toValue(earlier) - toValue(amount)) <= 200;
}

/** «2015-16». */
function isShortYear({ tokens }: NumberText, { first }: Amount): boolean {
  return textAt(tokens, first - 1) === '-' && tokens[first]?.isGlued === true && textAt(tokens, first).length === 2;
}

const JOINTS = toWordSet('- , ، / و أو إلى حتى and or to until');

/** Nothing but «و», a comma, a dash, «to» … stands between two amounts. */
function isJoinedTo({ tokens, words }: NumberText, earlier: Amount, amount: Amount): boolean {
  const gap = tokens.slice(earlier.next, amount.first);
  if (gap.length === 0) return words[amount.first]?.isJoined === true;
  return gap.length <= 2 && gap.every(({ text }) => JOINTS.has(text));
}

/** Plain digits without a separator, a scale or a percent sign. */
function isPlainWhole({ tokens }: NumberText, amount: Amount): boolean {
  return amount.next === amount.first + 1 && /^\d+$/.test(textAt(tokens, amount.first));
}

function toValue({ value }: Amount): number {
  return value.kind === 'number' ? value.value : NaN;
}

function isYearLike(amount: Amount): boolean {
  return toValue(amount) >= 1000 && toValue(amount) <= 2100;
}

/** A number of a day of a month; «يومين من تموز» are two days, and no date. */
function isDay(text: NumberText, amount: Amount): boolean {
  const value = toValue(amount);
  if (amount.isPercent || amount.word?.meaning.kind === 'dual') return false;
  return value >= 1 && value <= 31 && (amount.form === 'words' || isPlainWhole(text, amount));
}

function isMonth(token: Token | undefined): boolean {
  return token !== undefined && (ENGLISH_MONTH.test(token.raw) || ARABIC_MONTHS.has(token.text));
}

const MONTH_LINKS = toWordSet('من شهر of');
const MONTH_COMMAS = toWordSet(', ، من of');
/** «كانون الأول», «جمادى الآخرة», «ربيع الثاني». */
const MONTH_ENDINGS = toWordSet('الأول الثاني الآخر الأولى الثانية الآخرة');

/** A day with its month on either side («14 تموز», «14 من تموز», «July 14»), a year after a month, a day after «يوم». */
function isDate(text: NumberText, amount: Amount): boolean {
  const { tokens } = text;
  const before = findBefore(text, amount);
  if (isDay(text, amount)) {
    const after = MONTH_LINKS.has(textAt(tokens, amount.next)) ? amount.next + 1 : amount.next;
    if (isMonth(tokens[after])) return true;
    const isNamed =
      ENGLISH_MONTH.test(tokens[before]?.raw ?? '') || (isPlainWhole(text, amount) && textAt(tokens, before) === 'يوم');
    if (isNamed && !hasCounted(text, amount)) return true;
  }
  const last = MONTH_COMMAS.has(textAt(tokens, before)) ? before - 1 : before;
  const month = MONTH_ENDINGS.has(textAt(tokens, last)) ? last - 1 : last;
  return isPlainWhole(text, amount) && isYearLike(amount) && isMonth(tokens[month]);
}

/** Whether a word that can be the thing counted comes next. */
function hasCounted({ tokens, words }: NumberText, amount: Amount): boolean {
  const after = tokens[amount.next];
  if (after?.text === '-') return after.isGlued && tokens[amount.next + 1]?.kind === 'word';
  return after?.kind === 'word' && !FUNCTION_WORDS.has(after.text) && words[amount.next] === undefined;
}

/**
 * A year: after «عام», with an era, after a month, after a word of time, in brackets, or simply between 1900 and 2100 with
 * nothing counted after it. «قتل 2015 شخصا» stays a quantity, «في 2000 قرية» too; «بلغ 1998.» is taken for a year.
 */
function isYear(text: NumberText, amount: Amount, next: Amount | undefined): boolean {
  const { tokens } = text;
  const before = textAt(tokens, findBefore(text, amount));
  const value = toValue(amount);
  const isBare = isPlainWhole(text, amount);
  if (ERAS_BEFORE.has(before) || isFollowedBy(tokens, amount.next, ERAS_AFTER)) return true;
  if (YEAR_NAMES.has(before)) return isYearLike(amount) || (isBare && value >= 100 && value <= 2100);
  if (!isBare || !isYearLike(amount)) return false;
  if (DEFINITE_YEAR_NAMES.has(before)) return true;
  const isCounting = hasCounted(text, amount);
  if (TIME_WORDS.has(before)) return !isCounting || (value > 1900 && value % 100 !== 0);
  if (value < 1900) return false;
  if (isSpanOfYears(text, before, amount, next)) return true;
  if (isCounting) return false;
  // «1998 و5 دول» are two quantities; of «1998 و2003» each is a year.
  return next === undefined || !isJoinedTo(text, amount, next) || isYear(text, next, undefined);
}

/** «بين 1975 و1990 قتل …», «from 1975 to 1990»: two bare years that rise, not both round, whatever comes after them. */
function isSpanOfYears(text: NumberText, before: string, amount: Amount, next: Amount | undefined): boolean {
  if (next === undefined || !SPAN_OPENERS.has(before) || !isJoinedTo(text, amount, next)) return false;
  const isRound = toValue(amount) % 100 === 0 && toValue(next) % 100 === 0;
  return isPlainWhole(text, next) && isYearLike(next) && toValue(next) > toValue(amount) && !isRound;
}

const SPAN_OPENERS = toWordSet('بين وبين فبين من between from');

/** Whether one of the phrases, their tokens parted by spaces, stands from a token on. */
function isFollowedBy(tokens: readonly Token[], at: number, phrases: readonly string[]): boolean {
  const words = tokens.slice(at, at + 3).map(({ text }) => text);
  return words.some((_, index) => phrases.includes(words.slice(0, index + 1).join(' ')));
}

/** «المادة 5», «رقم 10», «No. 10», «قرار مجلس الأمن 2170». */
function isNumbered(text: NumberText, amount: Amount): boolean {
  const { tokens } = text;
  if (amount.scale > 1 || amount.isPercent) return false;
  const last = findBefore(text, amount);
  const before = textAt(tokens, last) === ':' ? last - 1 : last;
  const word = textAt(tokens, before);
  if (NUMBERED.has(word)) return true;
  if (word === '.' && NUMBERED_SHORT.has(textAt(tokens, before - 1))) return true;
  if (!isPlainWhole(text, amount)) return false;
  // «they number 5,000» counts, «number 10» names.
  if (word === 'number') return toValue(amount) < 1000;
  if (toValue(amount) < 100 || hasCounted(text, amount)) return false;
  return tokens.slice(Math.max(0, before - 3), Math.max(0, before)).some((token) => RESOLUTIONS.has(token.text));
}

/** «القرن 19», «الذكرى الـ70», «الحادي والعشرين», «مجموعة السبع», «Group of Seven». */
function isOrdinal(text: NumberText, amount: Amount): boolean {
  const { tokens } = text;
  const before = findBefore(text, amount);
  const word = textAt(tokens, before);
  if (CENTURIES.has(word)) return true;
  const isDefinite = amount.word?.isDefinite ?? /^(?:.?ال|لل)$/.test(textAt(tokens, amount.first - 1));
  if (isDefinite && ORDINAL_HOSTS.has(word)) return true;
  if (word === 'of' && tokens[before - 1]?.raw === 'Group') return /^[A-Z0-9]/.test(tokens[amount.first]?.raw ?? '');
  const kind = amount.word?.meaning.kind;
  return ARABIC_ORDINAL.test(word) && (kind === 'ten' || (kind === 'tens' && amount.word?.isJoined === true));
}

function isHour(text: NumberText, amount: Amount): boolean {
  const { tokens } = text;
  return HOUR_NAMES.has(textAt(tokens, findBefore(text, amount))) || isFollowedBy(tokens, amount.next, HOURS_AFTER);
}
