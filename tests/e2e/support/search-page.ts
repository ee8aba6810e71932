import type { Locator, Page } from 'playwright-core';
import { say, type Language } from './strings.ts';

/** The search page. */
export function searchPage(page: Page, language: Language) {
  const results = page.locator('[data-search-results] > li');
  return {
    box: page.getByRole('main').getByRole('searchbox'),
    kinds: page.getByRole('combobox', { name: say(language, 'search.kind') }),
    results,
    status: page.getByRole('status'),
    /** Results of one kind; `passage` for passages of articles. */
    resultsOf: (kind: string): Locator => page.locator(`[data-search-results] > li[data-kind="${kind}"]`),
    listKinds: (): Promise<string[]> =>
      results.evaluateAll((items) => [...new Set(items.map((item) => (item as HTMLElement).dataset['kind'] ?? ''))]),
  };
}
