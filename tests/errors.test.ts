import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCoverage } from '../src/check/check-coverage.ts';
import { checkHost } from '../src/check/check-host.ts';
import { checkWeight } from '../src/check/check-weight.ts';
import { measureSite } from '../src/cli/measure-site.ts';
import { compile, type Compilation } from '../src/compiler/compile.ts';
import { openKnowledgeBase } from '../src/compiler/knowledge-base.ts';
import { CATALOGUE } from '../src/diagnostic/catalogue.ts';
import type { Diagnostic } from '../src/diagnostic/diagnostic.ts';
import { printDiagnostics } from '../src/diagnostic/print-diagnostics.ts';
import { checkPictures } from '../src/site/read-pictures.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const FIXTURES = join(ROOT, 'tests/fixtures/errors');
const WORK = mkdtempSync(join(tmpdir(), 'sanad-errors-'));

/** Folders are named after a code, and after what is wrong when a code needs several: `field-missing.site`. */
const FOLDERS = readdirSync(FIXTURES).sort();

/** What a repository cannot hold as it is. */
const PREPARE: Readonly<Record<string, (content: string) => void>> = {
  'file-unreadable': (content) => {
    writeFileSync(join(content, 'rivers/danube.mdx'), Uint8Array.of(0x2d, 0xff, 0xfe, 0x0a));
    writeFileSync(join(content, 'rivers/rhine.mdx'), 'The Rhine. '.repeat(400_000));
    symlinkSync(join(content, 'site.yaml'), join(content, 'rivers/link.mdx'));
  },
  'page-heavy': (site) => {
    truncateSync(join(site, 'articles/book/index.html'), 412_000);
    truncateSync(join(site, 'people/list.json'), 4_000_000);
    mkdirSync(join(site, 'previews'));
    writeFileSync(join(site, 'previews/7.json'), '');
    truncateSync(join(site, 'previews/7.json'), 1_250_000);
  },
  'host-limit': (site) => {
    writeFileSync(join(site, 'films/voyage.webm'), '');
    truncateSync(join(site, 'films/voyage.webm'), 30_000_000);
  },
};

/** Codes that stand beside others because one mistake cannot be made without the other. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  'name-ambiguous': ['name-weak'],
  'vocabulary-forbidden': ['language-unknown'],
};

afterAll(() => rmSync(WORK, { recursive: true, force: true }));

describe.each(FOLDERS)('%s', (folder) => {
  const code = toCode(folder);

  test('is told in these words', async () => {
    const shown = code === 'host-limit' || code === 'page-heavy' ? 'dist/' : 'content/';
    const printed = printDiagnostics(await diagnoseFixture(folder), 'text', { folder: shown });
    // Written by hand or by `vitest -u`, never by a run in CI.
    await expect(printed).toMatchFileSnapshot(join(FIXTURES, folder, 'expected.txt'));
  });

  test('is the one thing that is wrong', async () => {
    const codes = new Set((await diagnoseFixture(folder)).map((diagnostic) => diagnostic.code as string));
    expect(codes).toContain(code);
    expect([...codes].filter((one) => one !== code && !COMPANIONS[code]?.includes(one))).toEqual([]);
  });

  test('points into a file of the fixture, at a place that is there', async () => {
    for (const { place } of await diagnoseFixture(folder)) {
      if (!place.point) continue;
      const line = readFileSync(join(WORK, folder, 'content', place.file), 'utf8').split('\n')[place.point.line - 1];
      expect(line, `${place.file}:${place.point.line}`).toBeDefined();
      expect(place.point.column).toBeGreaterThanOrEqual(1);
      expect(place.point.column).toBeLessThanOrEqual((line?.length ?? 0) + 1);
    }
  });
});

describe('the three lists agree', () => {
  const catalogue = Object.keys(CATALOGUE).sort();
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('catalogue.ts'))
    .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'));

  test('every code has a page, and every page a code', () => {
    const pages = readdirSync(join(ROOT, 'docs/errors')).map((name) => name.replace(/\.md$/, ''));
    expect(pages.sort()).toEqual(catalogue);
  });

  test.each(catalogue)('the page of %s begins with its code and its title and shows what is printed', (code) => {
    const page = readFileSync(join(ROOT, 'docs/errors', `${code}.md`), 'utf8');
    expect(page.startsWith(`# \`${code}\`\n\n${CATALOGUE[code as keyof typeof CATALOGUE].title}.`)).toBe(true);
    expect(page).toContain('## How to fix it');
    expect(page).toContain('## Why it is there');
    const expected = join(FIXTURES, code, 'expected.txt');
    if (!existsSync(expected)) return;
    const [, printed = ''] = /```text\n([\s\S]*?)\n```/.exec(page) ?? [];
    const blocks = readFileSync(expected, 'utf8').split('\n\n');
    expect(blocks, 'one block of the fixture, word for word').toContain(printed);
  });

  test('every fixture is of a code of the catalogue', () => {
    expect(FOLDERS.map(toCode).filter((code) => !catalogue.includes(code))).toEqual([]);
  });

  test('every code that the program can give has a fixture', () => {
    const given = catalogue.filter((code) => sources.some((source) => source.includes(`'${code}'`)));
    const missing = given.filter((code) => !FOLDERS.map(toCode).includes(code));
    expect(missing).toEqual([]);
  });
});

function toCode(folder: string): string {
  return folder.replace(/\..*$/, '');
}

/** Proves a fresh copy of a fixture, as `sanad check` and `sanad coverage` do; weighs it where it is a finished site. */
async function diagnoseFixture(folder: string): Promise<readonly Diagnostic[]> {
  const place = join(WORK, folder);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const contentFolder = join(place, 'content');
  cpSync(join(FIXTURES, folder, 'content'), contentFolder, { recursive: true });
  PREPARE[folder]?.(contentFolder);
  if (toCode(folder) === 'host-limit') return checkHost('cloudflare', measureSite(contentFolder));
  if (toCode(folder) === 'page-heavy')
    return checkWeight(measureSite(contentFolder).greatest.map(({ path, bytes }) => ({ path, size: bytes })));
  const locks = toCode(folder) === 'lock-stale' ? 'frozen' : 'write';
  const compilation = await compile({ contentFolder, cacheFolder: join(place, 'cache'), locks });
  const pictures = await checkPictures(contentFolder);
  const coverage = compilation.status === 'compiled' ? checkCompiledCoverage(compilation) : [];
  return [...compilation.diagnostics, ...pictures, ...coverage];
}

function checkCompiledCoverage({
  site,
  sitePlaces,
  knowledgeBaseFile,
}: Extract<Compilation, { readonly status: 'compiled' }>): readonly Diagnostic[] {
  const kb = openKnowledgeBase(knowledgeBaseFile);
  try {
    return checkCoverage(site, kb.coverage(), sitePlaces);
  } finally {
    kb.close();
  }
}
