import { parseEdtf, type Day } from '../schema/edtf.ts';
import { remember } from '../text/remember.ts';
import type { Strings } from './strings.ts';

export interface FormattedDate {
  readonly text: string;
  /** For `<time datetime>`, when HTML has a form for it. */
  readonly machine: string | undefined;
}

/** Seasons of EDTF, by number. */
const SEASONS = { 21: 'date.spring', 22: 'date.summer', 23: 'date.autumn', 24: 'date.winter' } as const;

/** A date in EDTF level 1, or `unknown`, in words. What is not EDTF comes back as it is. */
export function formatDate(text: string, strings: Strings): FormattedDate {
  if (text === 'unknown') return { text: strings.say('date.unknown'), machine: undefined };
  const date = parseEdtf(text);
  if (date === undefined) return { text, machine: undefined };
  const plain = text.replace(/[?~%]/g, '');
  const machine = /^\d{4}(-\d\d){0,2}$/.test(plain) && !/^\d{4}-2[1-4]$/.test(plain) ? plain : undefined;
  const [start = '', end] = plain.split('/');
  const words = end === undefined ? formatMoment(start, strings) : formatInterval(start, end, strings);
  const about = date.isApproximate ? strings.say('date.about', { date: words }) : words;
  return { text: strings.number(date.isUncertain ? strings.say('date.uncertain', { date: about }) : about), machine };
}

function formatInterval(start: string, end: string, strings: Strings): string {
  const isOpen = (part: string): boolean => part === '' || part === '..';
  if (isOpen(end)) return strings.say('date.since', { start: formatMoment(start, strings) });
  if (isOpen(start)) return strings.say('date.until', { end: formatMoment(end, strings) });
  return strings.say('date.interval', { start: formatMoment(start, strings), end: formatMoment(end, strings) });
}

function formatMoment(text: string, strings: Strings): string {
  const date = parseEdtf(text);
  if (date?.earliest === undefined) return text;
  const day = date.earliest;
  const season = /^-?\d{4}-(2[1-4])$/.exec(text)?.[1];
  if (season !== undefined) {
    const key = SEASONS[Number(season) as keyof typeof SEASONS];
    return strings.say('date.season', { season: strings.say(key), year: formatYear(day.year, strings) });
  }
  if (text.includes('X')) {
    const last = date.latest?.year ?? day.year;
    if (last - day.year === 9) return strings.say('date.decade', { year: formatYear(day.year, strings) });
    if (last !== day.year) {
      return strings.say('date.interval', { start: formatYear(day.year, strings), end: formatYear(last, strings) });
    }
  }
  const parts = text
    .replace(/^-/, '')
    .split('-')
    .filter((part) => part !== 'XX').length;
  if (parts === 1 || text.startsWith('Y')) return formatYear(day.year, strings);
  const month = formatPart(day, 'month', strings);
  const year = formatYear(day.year, strings);
  return parts === 2 ? `${month} ${year}` : `${formatPart(day, 'day', strings)} ${month} ${year}`;
}

function formatYear(year: number, strings: Strings): string {
  return year > 0 ? String(year) : strings.say('date.before-christ', { year: String(1 - year) });
}

function formatPart({ month, day }: Day, part: 'day' | 'month', { language }: Strings): string {
  // A year that surely has the day: only month and day are asked for.
  return FORMATS[part](language).format(new Date(Date.UTC(2000, month - 1, day)));
}

const FORMATS = { day: toFormat({ day: 'numeric' }), month: toFormat({ month: 'long' }) };

function toFormat(options: Intl.DateTimeFormatOptions): (language: string) => Intl.DateTimeFormat {
  return remember(
    (language) => new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, { ...options, timeZone: 'UTC' }),
  );
}
