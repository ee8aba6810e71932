// Measures search on the finished sites, beside others on the same texts: `npm run bench:search`.
//
// For every phenomenon of the published set (tests/search/queries.json): recall@5, MRR and precision@5, of this search, of
// Pagefind as it comes, of MiniSearch and of Orama. All get the same documents: names and texts, one record each. With
// `--held-out` or `--tuning` only that half is asked; with `--scale N` a site of N pages is made up and timed, and its index
// is kept where `--out DIR` says.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { buildIndexFiles } from '../../src/search/build-search-index.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { searchDocuments } from '../../src/search/client/search-documents.ts';
import { openIndex } from '../../src/search/client/search-index.ts';
import { ask, summarise, type Outcome, type Searcher } from '../search/support/measure.ts';
import { openIndexFolder, startEngine } from '../search/support/open-index-folder.ts';
import { QUERIES, type PublishedQuery } from '../search/support/queries.ts';
import { readJudged } from '../search/support/read-judged.ts';
import { runSanad } from '../support/run-sanad.ts';
import { SITE_NAMES, SITES } from '../support/sites.ts';

const SHOWN = 10;
type Texts = ReturnType<typeof readJudged>;

const work = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
try {
  const scale = process.argv.indexOf('--scale');
  if (scale >= 0) await measureScale(Number(process.argv[scale + 1]));
  else await measureQuality();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measureQuality(): Promise<void> {
  const half = process.argv.includes('--held-out')
    ? 'held-out'
    : process.argv.includes('--tuning')
      ? 'tuning'
      : undefined;
  const outcomes = new Map<string, Outcome[]>();
  for (const site of SITE_NAMES) {
    const out = join(work, site);
    const { status, stderr } = await runSanad(['build', '--content', SITES[site].content, '--out', out, '--frozen']);
    if (status !== 0) throw new Error(stderr);
    const folder = join(out, 'pagefind');
    const texts = readJudged(folder);
    const queries = QUERIES.filter((query) => query.site === site && (half === undefined || query.set === half));
    const searchers: Readonly<Record<string, Searcher>> = {
      sanad: await openSanad(folder),
      pagefind: await openStock(texts, join(work, `${site}-stock`)),
      minisearch: openMiniSearch(texts),
      orama: await openOrama(texts),
    };
    for (const [name, search] of Object.entries(searchers)) {
      outcomes.set(name, [...(outcomes.get(name) ?? []), ...(await ask(queries, search, texts))]);
    }
  }
  const names = [...outcomes.keys()];
  console.log(['recall@5 / MRR / precision@5'.padEnd(32), ...names.map((name) => name.padEnd(22))].join(''));
  const rows: [string, (query: PublishedQuery) => boolean][] = [];
  for (const language of ['ar', 'en'] as const) {
    rows.push([`${language}, all`, (query) => query.language === language]);
    for (const phenomenon of new Set(QUERIES.map((query) => query.phenomenon))) {
      rows.push([
        `${language}, ${phenomenon}`,
        (query) => query.language === language && query.phenomenon === phenomenon,
      ]);
    }
  }
  for (const [label, isMeant] of rows) {
    const scores = names.map((name) => summarise((outcomes.get(name) ?? []).filter(({ query }) => isMeant(query))));
    const count = scores[0]?.count ?? 0;
    if (count === 0) continue;
    const cells = scores.map(({ recall, mrr, precision }) =>
      [recall, mrr, precision]
        .map((value) => value?.toFixed(3) ?? '  –  ')
        .join(' ')
        .padEnd(22),
    );
    console.log([`${label} (${count})`.padEnd(32), ...cells].join(''));
  }
}

async function openSanad(folder: string): Promise<Searcher> {
  const index = await openIndexFolder(folder);
  return async ({ query, language }) => {
    const findings = await searchDocuments(index, { query, language, filters: {} });
    return (await findings.hits(0, SHOWN)).map(({ document }) => document);
  };
}

/** Pagefind as it comes: one record for each document and language of readers, words joined as Pagefind joins them. */
async function openStock(texts: Texts, folder: string): Promise<Searcher> {
  const { index } = await createIndex();
  if (index === undefined) throw new Error('Pagefind could not begin.');
  for (const language of ['ar', 'en']) {
    for (const { id, names, text } of texts) {
      await index.addCustomRecord({ url: id, content: text, language, meta: { title: names === '' ? id : names } });
    }
  }
  await index.writeFiles({ outputPath: folder });
  await close();
  const engines = { ar: await startEngine(folder, 'ar'), en: await startEngine(folder, 'en') };
  return async ({ query, language }) => {
    const found = (await engines[language].search(query))?.results.slice(0, SHOWN) ?? [];
    return Promise.all(
      found.map(async (result) => {
        const { raw_url: url } = await (result as unknown as { data: () => Promise<{ raw_url: string }> }).data();
        return url;
      }),
    );
  };
}

function openMiniSearch(texts: Texts): Searcher {
  const index = new MiniSearch({
    fields: ['names', 'text'],
    searchOptions: { boost: { names: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(texts.map((one) => ({ ...one })));
  return ({ query }) =>
    Promise.resolve(
      index
        .search(query)
        .slice(0, SHOWN)
        .map(({ id }) => String(id)),
    );
}

async function openOrama(texts: Texts): Promise<Searcher> {
  const databases = {
    ar: create({ schema: { id: 'string', names: 'string', text: 'string' } as const, language: 'arabic' }),
    en: create({ schema: { id: 'string', names: 'string', text: 'string' } as const, language: 'english' }),
  };
  for (const database of Object.values(databases))
    await insertMultiple(
      database,
      texts.map((one) => ({ ...one })),
    );
  return async ({ query, language }) => {
    const { hits } = await searchOrama(databases[language], {
      term: query,
      properties: ['names', 'text'],
      boost: { names: 2 },
      tolerance: 1,
      limit: SHOWN,
    });
    return hits.map(({ document }) => document.id);
  };
}

/** Time, bytes and size with made-up pages: three passages of some forty words, of a vocabulary that grows as texts do. */
async function measureScale(pages: number): Promise<void> {
  const words = QUERIES.flatMap(({ query }) => query.split(/\s+/)).filter((word) => word.length > 2);
  let seed = 7;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const letters = Array.from('ابتجحدرسشصطعفقكلمنهوي');
  const vocabulary = Array.from({ length: Math.round(800 * Math.sqrt(pages)) }, () =>
    Array.from(
      { length: 3 + Math.floor(random() * 4) },
      () => letters[Math.floor(random() * letters.length)] ?? '',
    ).join(''),
  );
  const draw = (): string => {
    const at = Math.floor(Math.exp(random() * Math.log(vocabulary.length))) - 1;
    const word = vocabulary[at] ?? 'كلمة';
    const use = random();
    return use < 0.25
      ? `ال${word}`
      : use < 0.35
        ? `و${word}`
        : random() < 0.01
          ? (words[Math.floor(random() * words.length)] ?? word)
          : word;
  };
  const text = (length: number): string => Array.from({ length }, draw).join(' ');
  const documents = Array.from({ length: pages }, (_, at): SearchDocument => {
    const title = text(3);
    const view = { href: `/x/${at}/`, title, summary: undefined, summaryLanguage: undefined };
    return {
      id: `x/${at}`,
      kind: at % 2 === 0 ? 'x' : 'y',
      views: { ar: view },
      names: [title],
      epithets: [],
      filters: { kind: [at % 2 === 0 ? 'x' : 'y'] },
      sections: [1, 2, 3].map((number) => ({
        text: text(40),
        lang: 'ar',
        fragment: `p${number}`,
        shownIn: ['ar'],
        mentions: [],
      })),
    };
  });

  const started = performance.now();
  const files = await buildIndexFiles(documents, {});
  const built = performance.now() - started;
  const kept = process.argv.indexOf('--out');
  const folder = kept >= 0 ? (process.argv[kept + 1] ?? '') : join(work, 'scale');
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const size = [...files.values()].reduce((sum, content) => sum + content.length, 0);

  // Bytes as they travel: Pagefind's own files are compressed already, ours are by the host.
  let bytes = 0;
  const engineFetch = globalThis.fetch;
  globalThis.fetch = async (input, settings) => {
    const response = await engineFetch(input, settings);
    bytes += (await response.clone().arrayBuffer()).byteLength;
    return response;
  };
  const index = await openIndex({
    readText: (path) => {
      const content = readFileSync(join(folder, path));
      bytes += gzipSync(content).byteLength;
      return Promise.resolve(content.toString('utf8'));
    },
    startEngine: async () => {
      bytes += gzipSync(readFileSync(join(folder, 'pagefind.js'))).byteLength;
      return startEngine(folder);
    },
  });
  const costs: { readonly bytes: number; readonly time: number }[] = [];
  let empty = 0;
  for (let at = 0; at < 120; at++) {
    const query = Array.from({ length: 1 + (at % 3) }, draw).join(' ');
    const asked = at % 4 === 3 ? query.slice(0, 2) + query.slice(3) : query;
    const before = bytes;
    const begun = performance.now();
    const findings = await searchDocuments(index, { query: asked, language: 'ar', filters: {} });
    if ((await findings.hits(0, SHOWN)).length === 0) empty += 1;
    costs.push({ bytes: bytes - before, time: performance.now() - begun });
    if (at === 0) console.log(`first result: ${kilobytes(bytes)}, runtime and WebAssembly included`);
  }
  const later = costs.slice(1);
  const quantile = (values: readonly number[], share: number): number =>
    values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
  const times = later.map(({ time }) => time);
  const sent = later.map((cost) => cost.bytes);
  console.log(`${pages} pages: built in ${(built / 1000).toFixed(1)} s, ${kilobytes(size)} in ${files.size} files`);
  console.log(
    `vocabulary ${kilobytes(sizeOf(files, 'words/'))}, records ${kilobytes(sizeOf(files, 'records/'))}, chunks ${kilobytes(sizeOf(files, 'index/'))}, list of documents ${kilobytes(statSync(join(folder, [...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? '')).size)}`,
  );
  console.log(
    `later queries: p50 ${kilobytes(quantile(sent, 0.5))}, p95 ${kilobytes(quantile(sent, 0.95))}; p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms in Node; ${empty} of ${costs.length} found nothing`,
  );
}

function sizeOf(files: ReadonlyMap<string, string | Uint8Array>, folder: string): number {
  return [...files].filter(([path]) => path.startsWith(folder)).reduce((sum, [, content]) => sum + content.length, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
