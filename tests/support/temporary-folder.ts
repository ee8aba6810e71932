import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT, SITES, type SiteName } from './sites.ts';

/** An empty folder outside the project, which goes away with the test. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sanad-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A copy of a site's content in `folder/content`. */
export function copyContent(name: SiteName, folder: string): string {
  const copy = join(folder, 'content');
  cpSync(ROOT + SITES[name].content, copy, { recursive: true });
  return copy;
}
