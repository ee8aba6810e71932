import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compile } from '../src/compiler/compile.ts';
import { printDiagnostics } from '../src/diagnostic/print-diagnostics.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'sanad-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The code block that follows the first mention of a file. */
function blockAfter(words: string): string {
  const block = /```\w*\n([\s\S]*?)```/.exec(README.slice(README.indexOf(words)))?.[1];
  if (block === undefined) throw new Error(`The README has no code block after “${words}”.`);
  return block;
}

function writeSite(change: (path: string, text: string) => string): string {
  const content = join(folder, 'content');
  rmSync(content, { recursive: true, force: true });
  for (const path of ['site.yaml', 'articles/survey.mdx', 'rivers/marle.mdx']) {
    const file = join(content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(path, blockAfter(`\`content/${path}\``)));
  }
  return content;
}

test('compiles the smallest site of the README as it stands', async () => {
  const contentFolder = writeSite((_path, text) => text);
  const result = await compile({ contentFolder, cacheFolder: join(folder, 'cache'), locks: 'write' });
  expect(printDiagnostics(result.diagnostics, 'text', { folder: 'content/' })).toBe('No problems\n');
});

test('prints the message that the README shows when the claim says 221', async () => {
  const contentFolder = writeSite((path, text) =>
    path.startsWith('rivers/') ? text.replace('value: 212', 'value: 221') : text,
  );
  const result = await compile({ contentFolder, cacheFolder: join(folder, 'cache'), locks: 'write' });
  expect(printDiagnostics(result.diagnostics, 'text', { folder: 'content/' })).toBe(blockAfter('`sanad check` prints'));
});
