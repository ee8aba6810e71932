// What it takes to build sites of several sizes: cold, when nothing changed, and after one edit of an entity, an article
// and a label. Prints a table; with `--write` it becomes the measured part of docs/performance.md. Linux only: memory and
// processor time are read from /proc, of the whole tree of processes.
//
//   npm run bench:build -- [--write] [sizes …]      default: 100 1000
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateCorpus, toCorpusSize, writeCorpus, type Corpus } from './generate-corpus.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Milliseconds between two looks at the memory of the processes. */
const GLANCE = 100;
/** Clock ticks of /proc in a second. */
const TICKS = 100;

interface Run {
  readonly what: string;
  readonly wall: number;
  readonly cpu: number;
  /** Most memory of all processes together, in MB. */
  readonly memory: number;
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
    const { files, bytes } = weigh(join(folder, 'dist'));
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
  const before = readChildTime();
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli/sanad.ts'), what === 'check' ? 'check' : 'build'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let memory = 0;
  const glance = setInterval(() => (memory = Math.max(memory, readTreeMemory(child.pid ?? 0))), GLANCE);
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(glance);
  if (status !== 0) throw new Error(`The build failed.\n${said}`);
  const stages = new Map(
    [...said.matchAll(/^(\w+) +([\d.]+) s {2}(.*)$/gm)].map(([, name = '', seconds = '', detail = '']) => [
      name,
      { seconds, detail },
    ]),
  );
  return {
    what,
    wall: (performance.now() - start) / 1000,
    cpu: readChildTime() - before,
    memory: memory / 1024,
    stages,
  };
}

/** Processor seconds of all processes that this one started and that ended. */
function readChildTime(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** Resident memory of a process and all below it, in KB; shared pages count in each. */
function readTreeMemory(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // It ended between two looks.
    }
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === root) return true;
    return false;
  };
  let sum = 0;
  for (const pid of parents.keys()) {
    if (!isBelow(pid)) continue;
    try {
      sum += Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended between two looks.
    }
  }
  return sum;
}

function weigh(folder: string): { files: number; bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}

function printTable({ entities, articles }: Corpus, runs: readonly Run[], files: number, bytes: number): string {
  const stages = [...new Set(runs.flatMap((run) => [...run.stages.keys()]))];
  const head = ['Build', 'wall', 'processor', 'memory', ...stages];
  const rows = runs.map((run) => [
    run.what,
    `${run.wall.toFixed(1)} s`,
    `${run.cpu.toFixed(1)} s`,
    `${Math.round(run.memory)} MB`,
    ...stages.map((stage) => {
      const found = run.stages.get(stage);
      return found === undefined ? '–' : `${found.seconds} s`;
    }),
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
