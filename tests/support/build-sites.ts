import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { writeCrowdedContent } from './crowded-content.ts';
import { runSanad } from './run-sanad.ts';
import { OUTPUT, ROOT, SITE_NAMES, SITES, type BuiltSite } from './sites.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly sites: readonly BuiltSite[];
  }
}

/**
 * Builds every site once, before the first test of finished pages, and takes it away after the last. What went wrong is
 * for the tests to say. Each run has a folder of its own, so that two can go on at once.
 */
export default async function buildSites(project: TestProject): Promise<() => void> {
  const output = `${OUTPUT}/run-${process.pid}`;
  const sites: BuiltSite[] = [];
  writeCrowdedContent(ROOT + SITES.crowded.content);
  for (const name of [...SITE_NAMES, 'crowded'] as const) {
    const folder = `${output}/${name}`;
    const words = ['build', '--content', SITES[name].content, '--out', folder];
    // The passage locks of the sites that authors wrote are committed and up to date.
    const { status, stdout, stderr } = await runSanad(name === 'crowded' ? words : [...words, '--frozen']);
    sites.push({ name, folder, status, log: stdout + stderr });
  }
  project.provide('sites', sites);
  return () => rmSync(output, { recursive: true, force: true });
}
