import { parseEdtf, type Day } from '../schema/edtf.ts';

/**
 * A day, month or year as ISO 8601 has it (`2016`, `2016-08`, `2016-08-14`), or nothing: what is approximate, uncertain, a
 * season, a decade or a span has no such form and is not made more exact than its author left it.
 */
export function toIsoDate(edtf: string): string | undefined {
  const match = /^\d{4}(?:-(\d\d)(?:-\d\d)?)?$/.exec(edtf);
  const isSeason = Number(match?.[1] ?? 0) > 12;
  return match !== null && !isSeason && parseEdtf(edtf) !== undefined ? edtf : undefined;
}

/** The first moment that a date may mean, as RFC 3339 has it; nothing when its start is open or it lies before the year 0. */
export function toTimestamp(edtf: string): string | undefined {
  const day = parseEdtf(edtf)?.earliest;
  return day === undefined || day.year < 0 || day.year > 9999 ? undefined : `${writeDay(day)}T00:00:00Z`;
}

function writeDay({ year, month, day }: Day): string {
  const pad = (number: number, width: number): string => String(number).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
