import { parseDigits } from './number-digits.ts';
import type { Token } from './number-tokens.ts';
import { textAt, toWordSet } from './number-tokens.ts';

/** What may be written onto digits without making them a code: conjunction, preposition, article («و500», «الـ28»). */
const CLITICS = toWordSet('و ف ب ك ل ال وال فال بال كال لل لال وب ول وك فب فل');

/** Units and scales that English writes right after its digits. */
const GLUED_UNITS = toWordSet('bn tn mn mln km kg cm mm m ft mph kmh kw mw gw ha');

/** Types of weapons and aeroplanes, diseases: the number after them is a part of the name. */
const NAMED_BY_NUMBER = toWordSet('إف ميغ سو سوخوي بوينغ إيرباص كوفيد boeing airbus covid mig apollo');

/** Signs that glue digits to a date, an hour, a version; to an address or an account; to a telephone number; that close a label. */
const LINKS: ReadonlySet<string> = new Set('-/:.');
const ADDRESS_SIGNS: ReadonlySet<string> = new Set('/_=@~\\');
const PHONE_SIGNS: ReadonlySet<string> = new Set('-()');
const LABEL_ENDS: ReadonlySet<string> = new Set('-.)');

/**
 * Digits that say no quantity whatever stands around them: parts of codes (F-16, G7, 94ر6), of dates and times (14/7/2016,
 * 10:30), of telephone numbers, of addresses, list numbers, note numbers, and digits that are no well-formed number.
 */
export function findCodes(tokens: readonly Token[]): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'digits' || codes.has(at)) continue;
    const chain = findChain(tokens, at);
    if (chain.length > 2 || (chain.length === 2 && isTime(tokens, at))) for (const link of chain) codes.add(link);
    if (isPhoneStart(tokens, at)) for (const part of findPhone(tokens, at)) codes.add(part);
    if (parseDigits(token.text) === undefined || isPartOfCode(tokens, at) || isLabel(tokens, at)) codes.add(at);
  }
  return codes;
}

/** Digits glued to one another by signs: `14/7/2016`, `10:30`, `18-22`. */
function findChain(tokens: readonly Token[], at: number): number[] {
  const chain = [at];
  for (let next = at + 2; isLink(tokens, next); next += 2) chain.push(next);
  return chain;
}

function isLink(tokens: readonly Token[], at: number): boolean {
  const [sign, digits] = [tokens[at - 1], tokens[at]];
  return sign?.isGlued === true && digits?.kind === 'digits' && digits.isGlued && LINKS.has(sign.text);
}

/** A colon between digits; a slash too when it cannot be a simple fraction (24/7, 9/11). */
function isTime(tokens: readonly Token[], at: number): boolean {
  const [share, sign, of] = [Number(textAt(tokens, at)), textAt(tokens, at + 1), Number(textAt(tokens, at + 2))];
  return sign === ':' || (sign === '/' && !([2, 3, 4, 5].includes(of) && share > 0 && share < of));
}

function isPhoneStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const isInternational = tokens[at - 1]?.text === '+' && token?.isGlued === true;
  return isInternational || /^0(?:0\d+|\d{6,})$/.test(textAt(tokens, at));
}

/** The groups of a telephone number: digits parted by spaces, hyphens or brackets alone. */
function findPhone(tokens: readonly Token[], at: number): number[] {
  const parts = [at];
  for (let next = at + 1; tokens[next]?.opensLine === false; next += 1) {
    if (tokens[next]?.kind === 'digits') parts.push(next);
    else if (!PHONE_SIGNS.has(textAt(tokens, next))) break;
  }
  return parts;
}

function isPartOfCode(tokens: readonly Token[], at: number): boolean {
  const [beforeLast, before, digits, after] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]];
  if (digits?.isGlued === true && before !== undefined) {
    if (before.text === '#' || (before.kind === 'word' && !CLITICS.has(before.text))) return true;
    if (ADDRESS_SIGNS.has(before.text) && before.isGlued && beforeLast?.kind !== 'digits') return true;
    const isHyphen = before.text === '-' && before.isGlued;
    if (isHyphen && beforeLast?.kind === 'word' && !CLITICS.has(beforeLast.text)) return true;
  }
  if (NAMED_BY_NUMBER.has(textAt(tokens, at - 1))) return true;
  return after?.kind === 'word' && after.isGlued && !isWordOnDigits(after.text);
}

/** A unit in Latin letters, or an Arabic word whose space was forgotten («5آلاف»); single letters make a code. */
function isWordOnDigits(word: string): boolean {
  return GLUED_UNITS.has(word) || (/^[\u0600-\u06ff]/.test(word) && word.length >= 3);
}

/** `1. Introduction`, `(2) …`, `٣- …` at the head of a line; `[12]`, and `(3)` before a stop, as note numbers. */
function isLabel(tokens: readonly Token[], at: number): boolean {
  const [before, digits, after, next] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (digits === undefined || digits.text.length > 3) return false;
  if (before?.text === '[' && after?.text === ']') return true;
  const isClosed = after?.isGlued === true && LABEL_ENDS.has(after.text);
  if (before?.text === '(' && after?.text === ')') return before.opensLine || next?.kind !== 'word';
  return digits.opensLine && isClosed && next !== undefined && !next.isGlued;
}
