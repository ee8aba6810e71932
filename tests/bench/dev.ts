// What an author waits for: the start of `sanad dev` until its first page has come, with nothing kept and with everything,
// and an edit of an entity and of an article until it stands on the screen of a browser. Prints a table; with `--write` it
// becomes the measured part of docs/performance.md. Linux only: memory is read from /proc.
//
//   npm run bench:dev -- [--write] [sizes …]      default: 1000
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/launch-browser.ts';
import { generateCorpus, toCorpusSize, writeCorpus } from './generate-corpus.ts';
import { measureProcess, readTreeMemory } from './measure-process.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli/sanad.ts')];
/** Milliseconds between two questions whether the first page has come. */
const GLANCE = 20;
/** Edits of one sort: the middle one is told, and the slowest. */
const EDITS = 5;
const LONGEST = 300_000;
/** The words of an edit, as they are looked for on the page. */
const SIGN = String.raw`edit-\d+-of-\d+`;

interface Started {
  readonly url: string;
  /** Seconds until the home page had come whole. */
  readonly first: number;
  readonly process: ChildProcess;
}

/** A page, and the words that are painted on it, each an event with its time. */
interface Shown {
  readonly page: Page;
  readonly painted: EventEmitter;
}

type Row = readonly [what: string, time: string];

const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const tables: string[] = [];
for (const [at, size] of (sizes.length > 0 ? sizes : [1000]).entries())
  tables.push(await measureSize(size, 4700 + at * 10));
const text = tables.join('\n\n');
process.stdout.write(`${text}\n`);
if (words.includes('--write')) {
  const file = join(ROOT, 'docs/performance.md');
  const pattern = /(<!-- dev: begin -->\n)[^]*(<!-- dev: end -->)/;
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(pattern, (_, begin: string, end: string) => `${begin}\n${text}\n\n${end}`),
  );
}

async function measureSize(size: number, port: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-dev-'));
  try {
    const corpus = generateCorpus(toCorpusSize(size));
    writeCorpus(join(folder, 'content'), corpus);
    // Locks are written by an author's first check and committed: whoever starts finds them.
    await measureProcess(process.execPath, [...PROGRAM, 'check'], folder);
    rmSync(join(folder, '.sanad'), { recursive: true, force: true });
    const rows: Row[] = [];
    const cold = await start(folder, port);
    rows.push(['first page, nothing kept', toSeconds(cold.first)]);
    await stop(cold);
    const warm = await start(folder, port + 1);
    rows.push(['first page, everything kept', toSeconds(warm.first)]);
    try {
      const entity = corpus.entities[Math.floor(corpus.entities.length / 2)];
      const article = corpus.articles[Math.floor(corpus.articles.length / 2)];
      if (!entity || !article) throw new Error('A corpus has entities and articles.');
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage();
        page.setDefaultTimeout(LONGEST);
        const painted = new EventEmitter();
        await page.exposeFunction('tellPainted', (sign: string, time: number) => painted.emit(sign, time));
        await page.addInitScript(lookFor, SIGN);
        const entityFile = `${entity.kind}/${entity.slug}`;
        rows.push(
          ...(await measureEdits('an entity', { page, painted }, warm.url, join(folder, 'content'), entityFile)),
        );
        rows.push(
          ...(await measureEdits(
            'an article',
            { page, painted },
            warm.url,
            join(folder, 'content'),
            `articles/${article.slug}`,
          )),
        );
      } finally {
        await browser.close();
      }
      rows.push(['memory, after these edits', `${Math.round(readTreeMemory(warm.process.pid ?? 0) / 1024)} MB`]);
    } finally {
      await stop(warm);
    }
    return printTable(corpus.entities.length, corpus.articles.length, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the server and asks for the home page until it comes. */
async function start(folder: string, port: number): Promise<Started> {
  const begin = performance.now();
  const server = spawn(process.execPath, [...PROGRAM, 'dev', '--port', String(port)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = `http://127.0.0.1:${port}/`;
  while (performance.now() - begin < LONGEST) {
    if (server.exitCode !== null) throw new Error(`The server ended.\n${said}`);
    try {
      const response = await fetch(url);
      if (response.ok && (await response.text()).includes('</html>'))
        return { url, first: (performance.now() - begin) / 1000, process: server };
    } catch {
      // Nobody listens yet.
    }
    await wait(GLANCE);
  }
  throw new Error(`No page came.\n${said}`);
}

async function stop({ process: server }: Started): Promise<void> {
  server.kill('SIGTERM');
  const ended = once(server, 'exit');
  await Promise.race([ended, wait(5000).then(() => server.kill('SIGKILL'))]);
}

/**
 * Run in every page as soon as it begins: tells the words of an edit, and when they were painted (milliseconds since 1970),
 * the first time they stand there. The clock of the page is that of this machine.
 */
function lookFor(sign: string): void {
  const look = (): void => {
    const [found] = new RegExp(sign).exec(document.body.textContent) ?? [];
    if (found === undefined) requestAnimationFrame(look);
    // What is put off until now is painted before.
    else setTimeout(() => void window.tellPainted(found, performance.timeOrigin + performance.now()));
  };
  requestAnimationFrame(look);
}

declare global {
  interface Window {
    tellPainted(found: string, time: number): Promise<void>;
  }
}

/** Writes an English sentence at the end of a text, again and again, and waits each time until it can be read. */
async function measureEdits(
  what: string,
  { page, painted: signs }: Shown,
  url: string,
  content: string,
  document: string,
): Promise<readonly Row[]> {
  const file = join(content, `${document}.mdx`);
  const before = performance.now();
  await page.goto(`${url}en/${document}/`, { waitUntil: 'load' });
  const opened = (performance.now() - before) / 1000;
  // The page follows changes once its script has connected.
  await wait(2000);
  const times: number[] = [];
  for (let edit = 1; edit <= EDITS; edit += 1) {
    const sign = `edit-${edit}-of-${EDITS}`;
    const source = readFileSync(file, 'utf8');
    const painted = once(signs, sign);
    const begin = performance.timeOrigin + performance.now();
    writeFileSync(file, `${source.replace(/\n+Sentence .*\n$/, '\n')}\n\nSentence ${sign}.\n`);
    const [time] = (await painted) as [number];
    times.push((time - begin) / 1000);
    await page.waitForLoadState('load');
    await wait(1000);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return [
    [`the page of ${what}, for the first time`, toSeconds(opened)],
    [
      `an edit of ${what} on the screen`,
      `${toSeconds(sorted[Math.floor(sorted.length / 2)] ?? 0)} (slowest ${toSeconds(sorted.at(-1) ?? 0)})`,
    ],
  ];
}

function toSeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}

function printTable(entities: number, articles: number, rows: readonly Row[]): string {
  const date = new Date().toISOString().slice(0, 10);
  return [
    `### ${entities.toLocaleString('en')} entities, ${articles.toLocaleString('en')} articles`,
    '',
    `${date}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1) ?? '?'} at the end; of ${EDITS} edits the middle one.`,
    '',
    '| What | |',
    '| --- | ---: |',
    ...rows.map(([what, time]) => `| ${what} | ${time} |`),
  ].join('\n');
}
