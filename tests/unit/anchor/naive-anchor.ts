// A second anchoring that is slow and short enough to be read at one glance: it tries every stretch of the text. It knows
// only the characters of the generated texts. The real one must agree with it.
import type { Anchoring, Grade, Quotation } from '../../../src/anchor/anchor-quote.ts';
import type { Range } from '../../../src/text/range.ts';

export function anchorNaively(text: string, quotation: Quotation): Anchoring {
  for (const grade of ['exact', 'same-text', 'same-words'] as const) {
    const hits = findStretches(text, quotation, grade);
    const whole = hits.filter((hit) => !isCliticCut(text, hit));
    const [range, ...others] = whole.length > 0 ? whole : hits;
    if (range === undefined) continue;
    return others.length === 0
      ? { status: 'anchored', grade, range }
      : { status: 'ambiguous', grade, ranges: [range, ...others] };
  }
  return { status: 'missing' };
}

function findStretches(text: string, { quote, prefix = '', suffix = '' }: Quotation, grade: Grade): Range[] {
  const wanted = fold(quote, grade);
  if (!/[\p{L}\p{N}]/u.test(wanted)) return [];
  const stretches: Range[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      if (fold(text.slice(start, end), grade) !== wanted) continue;
      if (fold(text.slice(start + 1, end), grade) === wanted) break;
      const grown = grade === 'exact' ? end : end + (/^[\u064b-\u0652ـ]*/u.exec(text.slice(end))?.[0].length ?? 0);
      const final = grade === 'same-words' && text[grown] === 'ء' ? grown + 1 : grown;
      const range = { start, end: final };
      const isFramed =
        fold(text.slice(0, start), grade).endsWith(fold(prefix, grade)) &&
        fold(text.slice(final), grade).startsWith(fold(suffix, grade));
      if (isFramed && !isCut(text, range)) stretches.push(range);
      break;
    }
  }
  return stretches;
}

function fold(text: string, grade: Grade): string {
  if (grade === 'exact') return text.trim();
  let folded = text
    .replace(/ﻻ/g, 'لا')
    .replace(/[\u064b-\u0652ـ\u200f]/g, '')
    .normalize('NFC')
    .replace(/\u0654/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٪/g, '%')
    .replace(/[«»“”]/g, '"')
    .replace(/–/g, '-')
    .replace(/…/g, '...');
  if (grade === 'same-words') {
    folded = folded
      .replace(/[أإآ]/g, 'ا')
      .replace(/ى/g, 'ي')
      .replace(/ة/g, 'ه')
      .replace(/ء/g, '')
      .toLowerCase()
      .replace(/(?<!\d)\.|\.(?!\d)|(?<![\d\s]|^)-|-(?!\d)|[،:"]/g, ' ');
  }
  return folded.replace(/\s+/g, ' ').trim();
}

/** Whether an end divides a word (clitics apart), a figure, or a letter from its marks. */
function isCut(text: string, { start, end }: Range): boolean {
  if (/^[\u064b-\u0654ـ]/u.test(text.slice(end))) return true;
  if (isInside(text, end, /[\p{L}\p{M}]+/gu) || isInside(text, start, FIGURE) || isInside(text, end, FIGURE))
    return true;
  if (!isInside(text, start, /[\p{L}\p{M}]+/gu)) return false;
  return !isCliticCut(text, { start, end });
}

const FIGURE = /(?<![\p{L}\d])-[\d٠-٩]+|[\d٠-٩]+(?:[.–-][\d٠-٩]+)*[%٪]?/gu;

function isInside(text: string, at: number, pattern: RegExp): boolean {
  return Array.from(text.matchAll(pattern)).some(({ index, 0: found }) => index < at && at < index + found.length);
}

function isCliticCut(text: string, { start }: Range): boolean {
  const lead = (/[\p{L}\p{M}]*$/u.exec(text.slice(0, start))?.[0] ?? '').replace(/[\p{M}ـ]/gu, '');
  const rest = text.slice(start).replace(/[\p{M}ـ]/gu, '');
  return (/^[وف]$/.test(lead) && /^\p{L}{3}/u.test(rest)) || (/^[وف]?[بك]$/.test(lead) && /^ال\p{L}{2}/u.test(rest));
}
