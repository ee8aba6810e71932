import type { Locator, Page } from 'playwright-core';

export interface Landing {
  /** The words that the address leads to, pieces joined; those of another passage on a line of their own. */
  readonly words: string;
  readonly colours: readonly string[];
  readonly isInView: boolean;
}

/** The page of an article. */
export function articlePage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    passage: (id: string): Locator => page.locator(`[data-passage="${id}"]`),
    /** The margin beside a passage. */
    margin: (id: string): Locator =>
      page.locator('.row', { has: page.locator(`[data-passage="${id}"]`) }).getByRole('complementary'),
    /** Links from the margin beside a passage to the claims that rest on it. */
    notes: (id: string): Locator =>
      page
        .locator('.row', { has: page.locator(`[data-passage="${id}"]`) })
        .getByRole('complementary')
        .locator('.note-claims > li > a:not(.to-words)'),
    /** What the address leads to, and how it looks. */
    readLanding: (): Promise<Landing> => readSettled(page),
    /** How the same words look when no address leads to them. */
    readColours: (anchor: string): Promise<readonly string[]> => page.evaluate(readColoursOf, anchor),
  };
}

/** Milliseconds between two looks at a page, and how many looks are taken at one that does not come to rest. */
const LOOK = 50;
const MOST_LOOKS = 60;

/** A page that was just come to is drawn, and moved to the place, some moments after its address has changed. */
async function readSettled(page: Page): Promise<Landing> {
  let last = await page.evaluate(readTarget);
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await page.waitForTimeout(LOOK);
    const next = await page.evaluate(readTarget);
    if (next.isInView && JSON.stringify(next) === JSON.stringify(last)) return next;
    last = next;
  }
  return last;
}

/** Runs in the page, so it stands on its own. */
function readTarget(): Landing {
  const target = document.querySelector<HTMLElement>(':target');
  if (target === null) return { words: '', colours: [], isInView: false };
  const number = target.dataset['range'];
  const pieces =
    number === undefined ? [target] : [...document.querySelectorAll<HTMLElement>(`[data-range~="${number}"]`)];
  const lines = new Map<Element | null, string>();
  for (const piece of pieces) {
    const passage = piece.closest('[data-passage]');
    lines.set(passage, (lines.get(passage) ?? '') + piece.textContent);
  }
  const { top, bottom } = target.getBoundingClientRect();
  return {
    words: [...lines.values()].join('\n'),
    colours: pieces.map((piece) => getComputedStyle(piece).backgroundColor),
    isInView: top >= 0 && bottom <= innerHeight,
  };
}

function readColoursOf(anchor: string): string[] {
  const first = document.getElementById(anchor);
  const number = first?.dataset['range'];
  const pieces = number === undefined ? [first] : [...document.querySelectorAll(`[data-range~="${number}"]`)];
  return pieces.map((piece) => (piece ? getComputedStyle(piece).backgroundColor : 'missing'));
}
