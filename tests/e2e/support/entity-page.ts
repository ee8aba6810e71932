import type { Locator, Page } from 'playwright-core';

/** The page of an entity. */
export function entityPage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    /** The claim that the address leads to. */
    target: page.locator(':target'),
    claim: (name: string): Locator => page.locator(`[id="${name}"]`),
    /** Within a claim: the quoted words, linked to their place. */
    words: (claim: Locator): Locator => claim.locator('a.words').first(),
    /** Sentences elsewhere that name the entity, with links to them. */
    mentions: page.locator('.mention-group').getByRole('listitem'),
  };
}
