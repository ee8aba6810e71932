import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPager, listFurtherPages } from '../../../src/site/models/pager.ts';

const toHref = (page: number): string => `/${page}`;

describe('the ways through the pages of a list', () => {
  test('are none where there is one page', () => {
    expect(buildPager(1, 1, toHref)).toEqual({ current: 1, pages: 1, previous: undefined, next: undefined, links: [] });
    expect(listFurtherPages(1)).toEqual([]);
    expect(listFurtherPages(0)).toEqual([]);
  });

  test('show the first, the last and the neighbours, and a gap between', () => {
    const { links, previous, next } = buildPager(20, 10, toHref);
    expect(links.map((link) => (link === 'gap' ? '…' : link.page))).toEqual([1, '…', 8, 9, 10, 11, 12, '…', 20]);
    expect([previous, next]).toEqual(['/9', '/11']);
  });

  test('lead from every page to every other, step by step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), (pages) => {
        for (let page = 1; page < pages; page += 1) {
          expect(buildPager(pages, page, toHref).next).toBe(toHref(page + 1));
          expect(buildPager(pages, page + 1, toHref).previous).toBe(toHref(page));
        }
        expect([1, ...listFurtherPages(pages)]).toHaveLength(pages);
      }),
      { numRuns: 30 },
    );
  });
});
