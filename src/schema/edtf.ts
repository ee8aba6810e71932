/**
 * Dates as EDTF level 1 (Library of Congress, 2019; ISO 8601-2): `2015`, `2016-08`, `2016-08-14`, `201X`, seasons
 * `2016-21`, intervals `2015/2016`, open and unknown ends `2015/..`, `/2016`, uncertainty `?`, approximation `~`, both `%`,
 * years before Christ `-0043` and far years `Y-12000`.
 */
export interface EdtfDate {
  /** As the author wrote it. */
  readonly text: string;
  /** First day that may be meant, `undefined` when the start is open or unknown. */
  readonly earliest: Day | undefined;
  /** Last day that may be meant, `undefined` when the end is open or unknown. */
  readonly latest: Day | undefined;
  readonly isApproximate: boolean;
  readonly isUncertain: boolean;
}

/** Astronomical year (0 is 1 BCE), month and day from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Moment {
  readonly earliest: Day;
  readonly latest: Day;
  readonly qualifier: string;
}

/** The date, or nothing when the text is not EDTF level 1 or names a day that does not exist. */
export function parseEdtf(text: string): EdtfDate | undefined {
  const [first = '', second, ...rest] = text.split('/');
  if (rest.length > 0) return undefined;
  if (second === undefined) {
    const moment = parseMoment(first);
    return moment && toDate(text, moment.earliest, moment.latest, moment.qualifier);
  }
  const start = parseEnd(first);
  const end = parseEnd(second);
  if (start === undefined || end === undefined || (start === 'open' && end === 'open')) return undefined;
  const earliest = start === 'open' ? undefined : start.earliest;
  const latest = end === 'open' ? undefined : end.latest;
  if (earliest && latest && compareDays(earliest, latest) > 0) return undefined;
  const qualifiers = [start, end].map((one) => (one === 'open' ? '' : one.qualifier)).join('');
  return toDate(text, earliest, latest, qualifiers);
}

/** Negative, zero or positive, as days follow each other. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

function toDate(text: string, earliest: Day | undefined, latest: Day | undefined, qualifiers: string): EdtfDate {
  return {
    text,
    earliest,
    latest,
    isApproximate: /[~%]/.test(qualifiers),
    isUncertain: /[?%]/.test(qualifiers),
  };
}

function parseEnd(text: string): Moment | 'open' | undefined {
  return text === '' || text === '..' ? 'open' : parseMoment(text);
}

function parseMoment(text: string): Moment | undefined {
  const far = /^Y(-?\d{5,})([?~%]?)$/.exec(text);
  if (far) return inYear(Number(far[1]), Number(far[1]), far[2] ?? '');
  const match = /^(-?\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/.exec(text);
  if (!match) return undefined;
  const [, years = '', month, day, qualifier = ''] = match;
  if (years.includes('X')) {
    if (month !== undefined) return undefined;
    const low = Number(years.replaceAll('X', '0'));
    const high = Number(years.replaceAll('X', '9'));
    return inYear(Math.min(low, high), Math.max(low, high), qualifier);
  }
  const year = Number(years);
  if (month === undefined || month === 'XX')
    return month === undefined || day === undefined || day === 'XX' ? inYear(year, year, qualifier) : undefined;
  const number = Number(month);
  if (number >= 21 && number <= 24) return day === undefined ? inSeason(year, number, qualifier) : undefined;
  if (number < 1 || number > 12) return undefined;
  const last = countDays(year, number);
  if (day === undefined || day === 'XX') {
    return { earliest: { year, month: number, day: 1 }, latest: { year, month: number, day: last }, qualifier };
  }
  const exact = { year, month: number, day: Number(day) };
  return exact.day >= 1 && exact.day <= last ? { earliest: exact, latest: exact, qualifier } : undefined;
}

function inYear(first: number, last: number, qualifier: string): Moment {
  return { earliest: { year: first, month: 1, day: 1 }, latest: { year: last, month: 12, day: 31 }, qualifier };
}

/** Spring, summer, autumn, winter (21–24) of the northern half of the world, as quarters that begin in March. */
function inSeason(year: number, season: number, qualifier: string): Moment {
  const month = (season - 20) * 3;
  const end = month + 2 > 12 ? { year: year + 1, month: 2 } : { year, month: month + 2 };
  return { earliest: { year, month, day: 1 }, latest: { ...end, day: countDays(end.year, end.month) }, qualifier };
}

function countDays(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
