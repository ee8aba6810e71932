/** A span of years with how many documents are of it. */
export interface YearCount {
  readonly from: number;
  /** Included; `from` for a single year. */
  readonly to: number;
  readonly count: number;
}

/** More spans than these are no overview. */
const MOST_SPANS = 12;
const LENGTHS = [1, 10, 100, 1000] as const;

/**
 * Documents by year, or by the shortest of decade, century and millennium that needs few spans. A document of several years
 * counts once in each span. `years` holds ids by year, `ids` are those to be counted.
 */
export function countYears(
  years: ReadonlyMap<string, ReadonlySet<string>>,
  ids: readonly string[],
): readonly YearCount[] {
  const held = [...years]
    .map(([year, set]) => ({ year: Number(year), own: ids.filter((id) => set.has(id)) }))
    .filter(({ own }) => own.length > 0);
  const toStart = (year: number, length: number): number => Math.floor(year / length) * length;
  const length = LENGTHS.find((one) => new Set(held.map(({ year }) => toStart(year, one))).size <= MOST_SPANS) ?? 1000;
  return [...Map.groupBy(held, ({ year }) => toStart(year, length))]
    .map(([from, group]) => ({
      from,
      to: from + length - 1,
      count: new Set(group.flatMap(({ own }) => own)).size,
    }))
    .toSorted((a, b) => a.from - b.from);
}
