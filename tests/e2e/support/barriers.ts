import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { WIDE } from './readers.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All of WCAG 2.2 at levels A and AA, and what is good practice beyond it; `target-size` is off unless it is asked for. */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/** What axe finds wrong with a page as it is now. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(OPTIONS)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** The narrowest that WCAG asks for, at which pages must still reflow. */
export const NARROWEST = { width: 320, height: 640 };

/** The same in every size and colour in which a page is seen. */
export async function findBarriersInAllViews(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const viewport of [WIDE, NARROWEST]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await findBarriers(page)).map((barrier) => `${viewport.width} px, ${colorScheme}: ${barrier}`));
    }
  }
  return found;
}
