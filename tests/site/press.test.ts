import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { findSite, listFiles } from '../support/built-site.ts';
import { sanadCommand } from '../support/run-sanad.ts';
import { ROOT } from '../support/sites.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';

test('threads with a kept bundle draw every page as Astro itself draws it, byte for byte', async () => {
  const folder = makeFolder();
  const content = copyContent('lighthouses', folder);
  const own = join(folder, 'astro');
  const script = join(ROOT, 'tests/support/draw-with-astro.ts');
  // Without what vitest sets: Astro leaves the content security policy out of a page that is drawn for a test.
  const { command, options } = sanadCommand([], folder);
  await promisify(execFile)(command, [script, content, join(folder, 'cache'), own], options);
  const drawn = listFiles(own).filter((file) => /\.(html|json|csv|css|js|xml)$/.test(file));
  const { folder: finished } = findSite('lighthouses');
  const differing = drawn.filter((file) => !readFileSync(join(own, file)).equals(readFileSync(join(finished, file))));
  expect(differing).toEqual([]);
  expect(drawn.filter((file) => file.endsWith('.html')).length).toBeGreaterThan(40);
  // And nothing more than that: pages that Astro does not know would be pages that nobody asked for.
  const pages = (root: string): string[] => listFiles(root).filter((file) => file.endsWith('.html'));
  // But for the page of what is missing, which stands a second time where hosts look for it.
  const copies = pages(finished).filter((file) => /^[^/]+\/404\.html$/.test(file));
  expect(pages(finished)).toEqual([...pages(own), ...copies].toSorted());
  for (const file of copies) {
    const page = join(finished, file.replace(/\.html$/, '/index.html'));
    expect(readFileSync(join(finished, file)).equals(readFileSync(page)), file).toBe(true);
  }
}, 120_000);
