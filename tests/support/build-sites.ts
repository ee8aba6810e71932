import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { runSanad } from './run-sanad.ts';
import { OUTPUT, SITE_NAMES, SITES, type BuiltSite } from './sites.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly sites: readonly BuiltSite[];
  }
}

/** Builds every site once, before the first test of finished pages. What went wrong is for the tests to say. */
export default async function buildSites(project: TestProject): Promise<void> {
  const sites: BuiltSite[] = [];
  for (const name of SITE_NAMES) {
    const { content } = SITES[name];
    const folder = `${OUTPUT}/${name}`;
    rmSync(folder, { recursive: true, force: true });
    // Frozen: the passage locks of both sites are committed and up to date.
    const { status, stdout, stderr } = await runSanad(['build', '--content', content, '--out', folder, '--frozen']);
    sites.push({ name, folder, status, log: stdout + stderr });
  }
  project.provide('sites', sites);
}
