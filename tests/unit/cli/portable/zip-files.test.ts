import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { zipFiles } from '../../../../src/cli/portable/zip-files.ts';
import { findZipProblem } from '../../../../src/cli/portable/find-zip-problem.ts';
import { formatBytes } from '../../../../src/cli/portable/write-portable.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const MARK = '.sanad-site';
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['index.html', bytes('<p>سلام</p>')],
  ['a/b.woff2', bytes('font')],
  ['نهر/index.html', bytes('x'.repeat(1000))],
];

test('a ZIP gives its files back, names beyond ASCII included', () => {
  const back = unzipSync(zipFiles(new Map(FILES)));
  expect(new Map(Object.entries(back))).toEqual(new Map(FILES));
});

test('a ZIP does not depend on the order of its files, nor on the zone of the clock', () => {
  const here = Buffer.from(zipFiles(new Map(FILES))).toString('base64');
  expect(Buffer.from(zipFiles(new Map(FILES.toReversed()))).toString('base64')).toBe(here);
  const script = `
    import { zipFiles } from ${JSON.stringify(new URL('../../../../src/cli/portable/zip-files.ts', import.meta.url).href)};
    const files = new Map(${JSON.stringify(FILES.map(([path, content]) => [path, [...content]]))}.map(([p, c]) => [p, Uint8Array.from(c)]));
    process.stdout.write(Buffer.from(zipFiles(files)).toString('base64'));`;
  for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const there = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    expect(there, TZ).toBe(here);
  }
});

test('what Sanad did not write is not replaced', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sanad-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'site.zip');
  expect(findZipProblem(file, MARK)).toBeUndefined();
  writeFileSync(file, 'a letter');
  expect(findZipProblem(file, MARK)).toMatch(/did not write/);
  writeFileSync(file, zipFiles(new Map(FILES)));
  expect(findZipProblem(file, MARK)).toMatch(/did not write/);
  writeFileSync(file, zipFiles(new Map([...FILES, [MARK, bytes('')]])));
  expect(findZipProblem(file, MARK)).toBeUndefined();
  expect(findZipProblem(folder, MARK)).toMatch(/did not write/);
});

test.each([
  [999, '1 kB'],
  [999_001, '1000 kB'],
  [1_383_791, '1.4 MB'],
])('%d bytes are %s', (count, text) => {
  expect(formatBytes(count)).toBe(text);
});
