// Joins two amounts into a range or a share of a whole: «بين 18 ألفا و22 ألف», «18-22 thousand», «7 من أصل 27».
import { CURRENCIES, isNumeralOne, toExact } from './number-amounts.ts';
import type { Amount, NumberText } from './number-amounts.ts';
import { textAt, toWordSet, toWordSetWithClitics } from './number-tokens.ts';

/** What a text says in numbers. `min < max`; a fraction is `share` parts `of` so many. */
export type NumberValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly min: number; readonly max: number }
  | { readonly kind: 'fraction'; readonly share: number; readonly of: number };

/** What one reading is made of: the tokens `[first, next)`, and `lead`, the token before which its bound may stand. */
export interface Quantity {
  readonly first: number;
  readonly next: number;
  readonly lead: number;
  readonly value: NumberValue;
  readonly isPercent: boolean;
  readonly form: 'digits' | 'words' | 'mixed';
  /** The numbers that a share names as counts of their own: 7 and 27 of «7 من أصل 27», none of «واحد من كل خمسة» or «ثلث». */
  readonly counts: readonly number[];
  /** «واحد», «one» alone, which is a number only where one is asked for. */
  readonly isLoneOne: boolean;
}

/** Verbs and nouns of change: «rose from 10 to 15» names two values, not a range. */
const CHANGES = toWordSetWithClitics(`
  ارتفع ارتفعت يرتفع ترتفع ارتفاع زاد زادت يزيد زيادة انخفض انخفضت ينخفض تنخفض انخفاض تراجع تراجعت هبط هبطت هبوط نما نمت قفز قفزت
  تقلص تقلصت ازداد ازدادت خفض رفع خفضت رفعت تحول تحولت نزل نزلت صعد صعدت
  rose rise rises risen rising fell fall falls fallen falling grew grow grows grown dropped drop drops increased increase increases
  decreased decrease declined decline climbed jumped shrank cut raised went slid`);

/** Readings in order, out of the amounts that are quantities. */
export function combineAmounts(text: NumberText, amounts: readonly Amount[]): Quantity[] {
  const quantities: Quantity[] = [];
  let read = 0;
  for (const [index, first] of amounts.entries()) {
    if (index < read) continue;
    const second = amounts[index + 1];
    const joined = second && (joinShare(text, first, second) ?? joinRange(text, first, second));
    quantities.push(...(joined ?? [toQuantity(text, first)]));
    read = index + (joined === undefined ? 1 : 2);
  }
  return quantities;
}

function toQuantity(text: NumberText, amount: Amount): Quantity {
  const { first, next, value, isPercent, form, isLoneOne } = amount;
  return { first, next, lead: findLead(text, first), value, isPercent, form, counts: [], isLoneOne };
}

/** A clitic written onto digits stands between them and the words before: «بـ50», «و500». */
function findLead({ tokens }: NumberText, first: number): number {
  const isClitic = tokens[first - 1]?.kind === 'word' && tokens[first]?.isGlued === true;
  return isClitic ? first - 1 : first;
}

/** The words between two amounts; `undefined` when a sign other than a hyphen or a currency parts them. */
function toGap({ tokens }: NumberText, first: Amount, second: Amount): readonly string[] | undefined {
  const gap = tokens.slice(first.next, second.first).filter(({ text }) => !CURRENCIES.has(text));
  return gap.every(({ kind, text }) => kind === 'word' || text === '-') ? gap.map(({ text }) => text) : undefined;
}

const SHARE_LINKS = /^(?:\S+ ){0,2}(?:من كل|من اصل|من بين|out of|out of every|of every|in every)(?: the| ال| every)?$/;
/** Links that say how many of how many, where the others give a proportion. */
const COUNT_LINKS = /(?:من اصل|من بين|out of)(?: the| ال)?$/;

/** «7 من أصل 27», «واحد من كل خمسة», «one in five», «7 out of 27». */
function joinShare(text: NumberText, first: Amount, second: Amount): readonly Quantity[] | undefined {
  const gap = toGap(text, first, second)?.join(' ') ?? '';
  const [share, of] = [toNumber(first), toNumber(second)];
  const isLinked = SHARE_LINKS.test(gap) || (share === 1 && gap === 'in');
  if (!isLinked || first.isPercent || second.isPercent || share === undefined || of === undefined || share >= of)
    return undefined;
  const lead = findLead(text, first.first);
  const value = { kind: 'fraction', share, of } as const;
  const counts = COUNT_LINKS.test(gap) ? [share, of] : [];
  const form = toForm(first, second);
  return [{ first: first.first, next: second.next, lead, value, isPercent: false, form, counts, isLoneOne: false }];
}

interface Link {
  readonly kind: 'between' | 'to' | 'dash';
  /** A word stands after the first number: it has its own thing counted, so it takes no scale from the second. */
  readonly hasNoun: boolean;
  /** The first token of the whole («بين», «من», or the number). */
  readonly lead: number;
}

function joinRange(text: NumberText, first: Amount, second: Amount): readonly Quantity[] | undefined {
  const link = findLink(text, first, second);
  const [low, high] = [toNumber(first), toNumber(second)];
  if (link === undefined || low === undefined || high === undefined || second.isLoneOne) return undefined;
  // «من واحد إلى خمسة»; but «gave one to five people», «بين أحد الجنود وخمسة ضباط».
  const hasOpener = link.lead < findLead(text, first.first);
  if (first.isLoneOne && !(hasOpener && isNumeralOne(text, first.first))) return undefined;
  const start = toExact(low, findSharedScale(link, first, second, { low, high }));
  const isPercent = second.isPercent;
  if (first.isPercent && !second.isPercent) return undefined;
  if (isPercent && !first.isPercent && link.hasNoun) return undefined;
  const form = toForm(first, second);
  const whole = {
    first: first.first,
    next: second.next,
    lead: link.lead,
    isPercent,
    form,
    counts: [],
    isLoneOne: false,
  };
  // «من 22 إلى 18 ألفا» falls without a word that says so.
  if (link.kind === 'to' && (start >= high || isChange(text, link.lead))) {
    return [
      { ...toQuantity(text, first), value: { kind: 'number', value: start }, isPercent },
      toQuantity(text, second),
    ];
  }
  const isMeasured = isPercent || second.scale > 1;
  if (link.kind === 'dash' && !isMeasured && (start >= high || isMatchNear(text, first))) return [];
  if (start < high) return [{ ...whole, value: { kind: 'range', min: start, max: high } }];
  if (link.kind !== 'dash') return undefined;
  // Right-to-left writers put the higher number first: «22-18 ألفا».
  return start > high ? [{ ...whole, value: { kind: 'range', min: high, max: start } }] : [];
}

/** Where a match is spoken of, two bare numbers with a hyphen are its score; falling ones are no range anyway. */
const MATCH_WORDS = toWordSetWithClitics(`
  فاز فازت تعادل تعادلت هزم هزمت خسر خسرت بنتيجة النتيجة المباراة مباراة أهداف
  won win wins beat beats drew draw lost score scored defeated match`);

const MATCH_REACH = 8;

function isMatchNear({ tokens }: NumberText, { first }: Amount): boolean {
  return tokens.slice(Math.max(0, first - MATCH_REACH), first).some(({ text }) => MATCH_WORDS.has(text));
}

/** From so many times as much on, the first number has not the scale of the second: «900 - 1.2 مليون», but «22-18 ألفا». */
const FAR_APART = 10;

/**
 * What the first number takes over from the second: «من 18 إلى 22 ألفا» are both thousands; «من 500 إلى ألف»,
 * «900 - 1.2 مليون» are not. A scale word alone («ألف», «ألفين») counts nothing that could be shared.
 */
function findSharedScale(
  link: Link,
  first: Amount,
  second: Amount,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  const hasNoun = link.hasNoun || first.word?.meaning.kind === 'dual';
  const hasOwnScale = hasNoun || first.scale > 1 || second.word?.meaning.kind === 'scale';
  return hasOwnScale || low >= (FAR_APART * high) / second.scale ? 1 : second.scale;
}

function findLink(text: NumberText, first: Amount, second: Amount): Link | undefined {
  const { tokens, words } = text;
  const gap = toGap(text, first, second);
  if (gap === undefined) return undefined;
  const lead = findLead(text, first.first);
  const opener = findOpener(text, lead);
  const last = gap.at(-1) ?? '';
  if (gap.length === 1 && last === '-') {
    const dash = tokens[first.next];
    const isInsertion = dash?.raw === '—' && !dash.isGlued;
    return isInsertion ? undefined : { kind: 'dash', hasNoun: false, lead: opener?.lead ?? lead };
  }
  if (TO.has(last) || (opener?.kind === 'from' && UNTIL.has(last))) {
    const hasNoun = gap.length > 1;
    if (gap.length > 2 || (hasNoun && opener?.kind !== 'from')) return undefined;
    return { kind: 'to', hasNoun, lead: opener?.lead ?? lead };
  }
  const isJoined = words[second.first]?.isJoined === true;
  if (opener?.kind !== 'between' || !(isJoined || AND.has(last))) return undefined;
  const nouns = gap.length - (isJoined ? 0 : 1);
  return nouns > 2 || gap.includes('-') ? undefined : { kind: 'between', hasNoun: nouns > 0, lead: opener.lead };
}

const BETWEEN = toWordSet('بين وبين فبين between');
const FROM = toWordSet('من from');
const TO = toWordSet('إلى to');
const UNTIL = toWordSet('حتى until till');
/** «وال» is what stays of «والـ22» when its digits are taken away. */
const AND = toWordSet('و وال and');

/** «بين», «ما بين», «من», «between», «from», with one word («نحو») or two between it and the number. */
function findOpener({ tokens }: NumberText, lead: number): { kind: 'between' | 'from'; lead: number } | undefined {
  for (let at = lead - 1; at >= Math.max(0, lead - 2); at -= 1) {
    const word = textAt(tokens, at);
    if (BETWEEN.has(word)) return { kind: 'between', lead: textAt(tokens, at - 1) === 'ما' ? at - 1 : at };
    // «أكثر من 10 إلى …»: that «من» belongs to its bound.
    if (FROM.has(word)) return { kind: 'from', lead: at };
  }
  return undefined;
}

/** How far before a range a word of change may stand, in the same sentence. */
const CHANGE_REACH = 8;
const SENTENCE_ENDS: ReadonlySet<string> = new Set('.!?؟؛');

function isChange({ tokens }: NumberText, lead: number): boolean {
  const before = tokens.slice(Math.max(0, lead - CHANGE_REACH), lead + 1).map(({ text }) => text);
  const end = before.findLastIndex((text) => SENTENCE_ENDS.has(text));
  return before.slice(end + 1).some((text) => CHANGES.has(text));
}

function toNumber({ value }: Amount): number | undefined {
  return value.kind === 'number' ? value.value : undefined;
}

function toForm(first: Amount, second: Amount): Quantity['form'] {
  return first.form === second.form ? first.form : 'mixed';
}
