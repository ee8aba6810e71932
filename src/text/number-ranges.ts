// Joins two amounts into a range or a share of a whole: «بين 18 ألفا و22 ألف», «18-22 thousand», «7 من أصل 27».
import type { Amount, NumberText } from './number-amounts.ts';
import { toPlainSpelling } from './number-tokens.ts';

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
}

const toWordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(toPlainSpelling));

/** Verbs and nouns of change: «rose from 10 to 15» names two values, not a range. */
const CHANGES = toWordSet(`
  ارتفع ارتفعت يرتفع ترتفع ارتفاع زاد زادت يزيد زيادة انخفض انخفضت ينخفض تنخفض انخفاض تراجع تراجعت هبط هبطت هبوط نما نمت قفز قفزت
  تقلص تقلصت ازداد ازدادت خفض رفع خفضت رفعت تحول تحولت نزل نزلت صعد صعدت
  rose rise rises risen rising fell fall falls fallen falling grew grow grows grown dropped drop drops increased increase increases
  decreased decrease declined decline climbed jumped shrank cut raised went slid`);

/** Readings in order, out of the amounts that are quantities. */
export function combineAmounts(text: NumberText, amounts: readonly Amount[]): Quantity[] {
  const quantities: Quantity[] = [];
  for (let index = 0; index < amounts.length; index += 1) {
    const [first, second] = [amounts[index], amounts[index + 1]];
    if (first === undefined) break;
    const joined =
      second === undefined ? undefined : (joinShare(text, first, second) ?? joinRange(text, first, second));
    if (joined !== undefined) {
      quantities.push(...joined);
      index += 1;
    } else if (!first.isLoneOne) quantities.push(toQuantity(text, first));
  }
  return quantities;
}

function toQuantity(text: NumberText, amount: Amount): Quantity {
  const { first, next, value, isPercent, form } = amount;
  return { first, next, lead: findLead(text, first), value, isPercent, form, counts: [] };
}

/** A clitic written onto digits stands between them and the words before: «بـ50», «و500». */
function findLead({ tokens }: NumberText, first: number): number {
  const isClitic = tokens[first - 1]?.kind === 'word' && tokens[first]?.isGlued === true;
  return isClitic ? first - 1 : first;
}

/** The words between two amounts; `undefined` when a sign other than a hyphen or a currency parts them. */
function toGap({ tokens }: NumberText, first: Amount, second: Amount): readonly string[] | undefined {
  const gap = tokens.slice(first.next, second.first).filter(({ text }) => !/^[$£€]$/.test(text));
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
  return [
    { first: first.first, next: second.next, lead, value, isPercent: false, form: toForm(first, second), counts },
  ];
}

interface Link {
  readonly kind: 'between' | 'to' | 'dash';
  /** A word stands after the first number: it has its own thing counted, so it takes no scale from the second. */
  readonly hasNoun: boolean;
  /** The first token of the whole («بين», «من», or the number). */
  readonly lead: number;
}

function joinRange(text: NumberText, first: Amount, second: Amount): readonly Quantity[] | undefined {
  const link = first.isLoneOne || second.isLoneOne ? undefined : findLink(text, first, second);
  const [low, high] = [toNumber(first), toNumber(second)];
  if (link === undefined || low === undefined || high === undefined) return undefined;
  const start = toNumber(shareScale(link, first, second)) ?? low;
  const isPercent = second.isPercent;
  if (first.isPercent && !second.isPercent) return undefined;
  if (isPercent && !first.isPercent && link.hasNoun) return undefined;
  const form = toForm(first, second);
  const whole = { first: first.first, next: second.next, lead: link.lead, isPercent, form, counts: [] };
  // «من 22 إلى 18 ألفا» falls without a word that says so.
  if (link.kind === 'to' && (start > high || isChange(text, link.lead))) {
    return [
      { ...toQuantity(text, first), value: { kind: 'number', value: start }, isPercent },
      toQuantity(text, second),
    ];
  }
  if (start < high) return [{ ...whole, value: { kind: 'range', min: start, max: high } }];
  // Right-to-left writers put the higher number first: «22-18 ألفا». Without scale or percent it may be a score.
  const reversed = toReversed(first, second);
  if (link.kind === 'dash' && reversed !== undefined) return [{ ...whole, value: reversed }];
  return link.kind === 'dash' ? [] : undefined;
}

function toReversed(first: Amount, second: Amount): NumberValue | undefined {
  if (!second.isPercent && second.scale === 1) return undefined;
  const scale = hasOwnNumber(second) && first.scale === 1 ? second.scale : 1;
  const [max, min] = [(toNumber(first) ?? 0) * scale, toNumber(second) ?? 0];
  return min < max ? { kind: 'range', min, max } : undefined;
}

/** From so many times as much on, the first number has not the scale of the second: «900 - 1.2 مليون», but «22-18 ألفا». */
const FAR_APART = 10;

/** «من 18 إلى 22 ألفا»: both are thousands. «من 500 إلى ألف», «900 - 1.2 مليون»: they are not. */
function shareScale(link: Link, first: Amount, second: Amount): Amount {
  const [low, high] = [toNumber(first), toNumber(second)];
  if (low === undefined || high === undefined || link.hasNoun || first.scale > 1 || second.scale === 1) return first;
  if (!hasOwnNumber(second) || low >= (FAR_APART * high) / second.scale) return first;
  return { ...first, value: { kind: 'number', value: Number((low * second.scale).toPrecision(15)) } };
}

/** A scale word alone («ألف», «ألفين») counts nothing that could be shared. */
function hasOwnNumber(amount: Amount): boolean {
  return amount.word?.meaning.kind !== 'scale';
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
  if (/^(?:الي|to)$/.test(last) || (opener?.kind === 'from' && /^(?:حتي|until|till)$/.test(last))) {
    const hasNoun = gap.length > 1;
    if (gap.length > 2 || (hasNoun && opener?.kind !== 'from')) return undefined;
    return { kind: 'to', hasNoun, lead: opener?.lead ?? lead };
  }
  const isJoined = words[second.first]?.isJoined === true;
  if (opener?.kind !== 'between' || !(isJoined || last === 'و' || last === 'and')) return undefined;
  const nouns = gap.length - (isJoined ? 0 : 1);
  return nouns > 2 || gap.includes('-') ? undefined : { kind: 'between', hasNoun: nouns > 0, lead: opener.lead };
}

/** «بين», «ما بين», «من», «between», «from», with one word («نحو») or two between it and the number. */
function findOpener({ tokens }: NumberText, lead: number): { kind: 'between' | 'from'; lead: number } | undefined {
  for (let at = lead - 1; at >= Math.max(0, lead - 2); at -= 1) {
    const word = tokens[at]?.text ?? '';
    if (/^(?:[وف]?بين|between)$/.test(word))
      return { kind: 'between', lead: tokens[at - 1]?.text === 'ما' ? at - 1 : at };
    // «أكثر من 10 إلى …»: that «من» belongs to its bound.
    if (/^(?:من|from)$/.test(word)) return { kind: 'from', lead: at };
  }
  return undefined;
}

/** How far before a range a word of change may stand. */
const CHANGE_REACH = 8;

function isChange({ tokens }: NumberText, lead: number): boolean {
  for (let at = lead; at >= Math.max(0, lead - CHANGE_REACH); at -= 1) {
    const token = tokens[at];
    if (token === undefined || /^[.!?؟؛]$/.test(token.text)) return false;
    if (CHANGES.has(token.text) || CHANGES.has(token.text.replace(/^[وف]/, ''))) return true;
  }
  return false;
}

function toNumber({ value }: Amount): number | undefined {
  return value.kind === 'number' ? value.value : undefined;
}

function toForm(first: Amount, second: Amount): Quantity['form'] {
  return first.form === second.form ? first.form : 'mixed';
}
