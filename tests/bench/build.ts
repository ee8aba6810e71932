// What it takes to build sites of several sizes: cold, when nothing changed, and after one edit of an entity, an article
// and a label. Prints a table; with `--write` it becomes the measured part of docs/performance.md. Linux only: memory and
// processor time are read from /proc, of the whole tree of processes.
//
//   npm run bench:build -- [--write] [sizes …]      default: 100 1000
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listSiteFiles } from '../../src/site/list-site-files.ts';
import { isSameFile, type SiteFile } from '../../src/site/site-file.ts';
import { generateCorpus, toCorpusSize, writeCorpus, type Corpus } from './generate-corpus.ts';
import { measureProcess, weighFolder, type ProcessRun } from './measure-process.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
interface Run extends ProcessRun {
  readonly what: string;
  /** Files of the site that the build wrote: all others are the very ones of the site before. */
  readonly written: { readonly files: number; readonly bytes: number };
  readonly stages: ReadonlyMap<string, { readonly seconds: string; readonly detail: string }>;
}

const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const tables: string[] = [];
for (const size of sizes.length > 0 ? sizes : [100, 1000]) tables.push(await measureSize(size));
const text = tables.join('\n\n');
process.stdout.write(`${text}\n`);
if (words.includes('--write')) {
  const file = join(ROOT, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(
      /(<!-- measured: begin -->\n)[^]*(<!-- measured: end -->)/,
      (_, begin: string, end: string) => `${begin}\n${text}\n\n${end}`,
    ),
  );
}

async function measureSize(entities: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
  try {
    const corpus = generateCorpus(toCorpusSize(entities));
    writeCorpus(join(folder, 'content'), corpus);
    // Locks are written by an author's first check and committed: a cold build finds them.
    await measure('check', folder);
    rmSync(join(folder, '.sanad'), { recursive: true, force: true });
    const runs = [await measure('cold', folder)];
    runs.push(await measure('nothing changed', folder));
    for (const [what, edit] of listEdits(corpus)) {
      edit(folder);
      runs.push(await measure(what, folder));
    }
    const { files, bytes } = weighFolder(join(folder, 'dist'));
    return printTable(corpus, runs, files, bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Edit = readonly [what: string, apply: (folder: string) => void];

/** Each touches one file, without changing how many sentences there are or what is quoted. */
function listEdits({ entities, articles }: Corpus): readonly Edit[] {
  const entity = entities[Math.floor(entities.length / 2)];
  const article = articles[Math.floor(articles.length / 2)];
  if (!entity || !article) throw new Error('A corpus has entities and articles.');
  const entityFile = join('content', entity.kind, `${entity.slug}.mdx`);
  const articleFile = join('content', 'articles', `${article.slug}.mdx`);
  const replace = (file: string, pattern: RegExp, by: string) => (folder: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const edited = text.replace(pattern, by);
    if (edited === text) throw new Error(`The edit of ${file} changed nothing.`);
    writeFileSync(path, edited);
  };
  return [
    ['one entity', replace(entityFile, /\n$/, ' One more sentence about nothing.\n')],
    ['one article', replace(articleFile, /\n$/, '\n\nOne more paragraph about nothing at all.\n')],
    ['one label', replace(entityFile, /^(label: \{ ar: ".*?)"/m, '$1 الجديد"')],
  ];
}

async function measure(what: string, folder: string): Promise<Run> {
  const command = what === 'check' ? 'check' : 'build';
  const before = listSite(folder);
  const run = await measureProcess(process.execPath, [join(ROOT, 'src/cli/launch.mjs'), command], folder);
  if (run.status !== 0) throw new Error(`The build failed.\n${run.said}`);
  const stages = new Map(
    [...run.said.matchAll(/^(\w+) +([\d.]+) s {2}(.*)$/gm)].map(([, name = '', seconds = '', detail = '']) => [
      name,
      { seconds, detail },
    ]),
  );
  const fresh = [...listSite(folder).values()].filter((file) => !isSameFile(before.get(file.path), file));
  const written = { files: fresh.length, bytes: fresh.reduce((sum, { size }) => sum + size, 0) };
  return { ...run, what, stages, written };
}

function listSite(folder: string): ReadonlyMap<string, SiteFile> {
  const site = join(folder, 'dist');
  const { files } = existsSync(site) ? listSiteFiles(site) : { files: [] };
  return new Map(files.map((file) => [file.path, file]));
}

function printTable({ entities, articles }: Corpus, runs: readonly Run[], files: number, bytes: number): string {
  const stages = [...new Set(runs.flatMap((run) => [...run.stages.keys()]))];
  const head = ['Build', 'wall', 'processor', 'memory', ...stages, 'written'];
  const rows = runs.map((run) => [
    run.what,
    `${run.wall.toFixed(1)} s`,
    `${run.cpu.toFixed(1)} s`,
    `${Math.round(run.memory)} MB`,
    ...stages.map((stage) => {
      const found = run.stages.get(stage);
      return found === undefined ? '–' : `${found.seconds} s`;
    }),
    `${run.written.files.toLocaleString('en')} files, ${(run.written.bytes / 1e6).toFixed(1)} MB`,
  ]);
  const drawn = runs.map((run) => `${run.what}: ${run.stages.get('draw')?.detail ?? '–'}`).join('; ');
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const date = new Date().toISOString().slice(0, 10);
  return [
    `### ${entities.length.toLocaleString('en')} entities, ${articles.length.toLocaleString('en')} articles`,
    '',
    `${date}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1) ?? '?'} at the end; ${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(0)} MB. Pages: ${drawn}.`,
    '',
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');
}
