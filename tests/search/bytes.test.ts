import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSearchIndex } from '../../src/search/build-search-index.ts';
import { openIndex, type SearchIndex } from '../../src/search/client/search-index.ts';
import { searchDocuments } from '../../src/search/client/search-documents.ts';
import { generateSite } from '../bench/generate-documents.ts';
import { startEngine, watchReading } from './support/open-index-folder.ts';

const PAGES = 1000;
const QUESTIONS = 60;
/** Bytes as hosts send them; above these the build of the project fails. */
const MOST_TO_FIRST_RESULTS = 180 * 1024;
const MOST_LATER = 30 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'sanad-bytes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const site = generateSite(PAGES);
/** Compressed already, like all that Pagefind writes. */
const isPacked = (path: string): boolean => /\.(?:pf_\w+|pagefind)$/.test(path);
const sent = new Map<string, number>();
const note = (path: string, content: Buffer): void => {
  // A browser keeps what it has fetched.
  if (!sent.has(path)) sent.set(path, isPacked(path) ? content.length : gzipSync(content).length);
};
const takeBytes = (): number => [...sent.values()].reduce((sum, bytes) => sum + bytes, 0);
let index: SearchIndex;

beforeAll(async () => {
  const waiting: Promise<void>[] = [];
  await writeSearchIndex(site.documents(), (path, content) => {
    const file = join(folder, path);
    waiting.push(mkdir(dirname(file), { recursive: true }).then(() => writeFile(file, content)));
  });
  await Promise.all(waiting);
  for (const script of ['pagefind.js', 'pagefind-worker.js']) note(script, readFileSync(join(folder, script)));
  watchReading(folder, note);
  index = await openIndex({
    readText: (path) => {
      const content = readFileSync(join(folder, path));
      note(path, content);
      return Promise.resolve(content.toString('utf8'));
    },
    startEngine: () => startEngine(folder),
  });
});

const ask = async (query: string): Promise<void> => {
  const findings = await searchDocuments(index, { query, language: 'ar', filters: {} });
  await findings.hits(0, 10);
};

test(`at ${PAGES} pages the first results cost few bytes, and later ones fewer`, async () => {
  const [first = '', ...others] = site.queries(QUESTIONS);
  await ask(first);
  expect(takeBytes()).toBeLessThan(MOST_TO_FIRST_RESULTS);
  const later: number[] = [];
  for (const query of others) {
    const before = takeBytes();
    await ask(query);
    later.push(takeBytes() - before);
  }
  expect(later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)]).toBeLessThan(MOST_LATER);
});
