/** Ways through the pages of a list. A list of one page has none. */
export interface Pager {
  readonly current: number;
  readonly pages: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** The first, the last and those around this one, in order; a gap stands for what is left out. */
  readonly links: readonly ({ readonly page: number; readonly href: string } | 'gap')[];
}

/** Pages to either side of the one that is shown. */
const AROUND = 2;

export function buildPager(pages: number, current: number, toHref: (page: number) => string): Pager {
  const shown = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (page) => page === 1 || page === pages || Math.abs(page - current) <= AROUND,
  );
  return {
    current,
    pages,
    previous: current > 1 ? toHref(current - 1) : undefined,
    next: current < pages ? toHref(current + 1) : undefined,
    links:
      pages < 2
        ? []
        : shown.flatMap((page, at) => {
            const link = { page, href: toHref(page) };
            return at > 0 && page - (shown[at - 1] ?? 0) > 1 ? (['gap', link] as const) : [link];
          }),
  };
}

/** Numbers of the pages of a list after its first, for routes. */
export function listFurtherPages(pages: number): readonly number[] {
  return Array.from({ length: Math.max(0, pages - 1) }, (_, at) => at + 2);
}
