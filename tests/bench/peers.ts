// The same texts built by Sanad and by other generators with a search of their own, one after another in one run. Prints a
// table with the ratios; with `--write` it becomes a part of docs/performance.md. Linux only, as `bench:build`.
//
//   npm run bench:peers -- [--folder DIR] [--quartz DIR] [--write] [sizes …]      default: 1000
//
// The others are installed once from the package registry into the folder (by default one beside the temporary files);
// Hugo is taken from the PATH, Quartz from a checkout that is set up. What is not there is left out.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateCorpus, toCorpusSize, writeCorpus, writeNotes } from './generate-corpus.ts';
import { measureProcess, weighFolder, type ProcessRun } from './measure-process.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = {
  '@11ty/eleventy': '3.1.8',
  '@astrojs/starlight': '0.42.4',
  astro: '7.3.5',
  pagefind: '1.6.0',
  sharp: '0.35.5',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' }, quartz: { type: 'string' }, write: { type: 'boolean' } },
});

/** A generator: how its project is laid out, and the commands that build it, one after another. */
interface Peer {
  readonly name: string;
  /** Returns the folder that will hold the finished site. */
  readonly prepare: (folder: string, notes: string) => string;
  readonly commands: (folder: string) => readonly (readonly [program: string, ...words: string[]])[];
}

const tools = values.folder ?? join(tmpdir(), 'sanad-peers');
await installTools();
const bin = (name: string): string => join(tools, 'node_modules/.bin', name);

const PEERS: readonly Peer[] = [
  {
    name: 'Sanad',
    prepare: (folder) => join(folder, 'dist'),
    commands: () => [[process.execPath, join(ROOT, 'src/cli/launch.mjs'), 'build']],
  },
  {
    // As the others have it; the texts are the same.
    name: 'Sanad, one language',
    prepare: (folder) => join(folder, 'dist'),
    commands: () => [[process.execPath, join(ROOT, 'src/cli/launch.mjs'), 'build']],
  },
  {
    name: 'Hugo + Pagefind',
    prepare: (folder, notes) => {
      const page = (body: string): string =>
        `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main data-pagefind-body><h1>{{ .Title }}</h1>${body}</main></body></html>\n`;
      write(
        folder,
        'hugo.toml',
        'baseURL = "https://example.org/"\nlanguageCode = "ar"\ntitle = "Notes"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
      );
      write(folder, 'layouts/_default/single.html', page('{{ .Content }}'));
      write(
        folder,
        'layouts/_default/list.html',
        page('<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'),
      );
      cpSync(notes, join(folder, 'content/notes'), { recursive: true });
      return join(folder, 'public');
    },
    commands: () => [['hugo'], [bin('pagefind'), '--site', 'public']],
  },
  {
    name: 'Eleventy + Pagefind',
    prepare: (folder, notes) => {
      write(folder, 'eleventy.config.js', "export default () => ({ dir: { input: 'content', output: 'public' } });\n");
      write(
        folder,
        'content/_includes/page.njk',
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main data-pagefind-body><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>\n',
      );
      cpSync(notes, join(folder, 'content/notes'), { recursive: true });
      write(folder, 'content/notes/notes.json', '{ "layout": "page.njk" }\n');
      return join(folder, 'public');
    },
    commands: () => [
      [bin('eleventy'), '--quiet'],
      [bin('pagefind'), '--site', 'public'],
    ],
  },
  {
    name: 'Starlight',
    prepare: (folder, notes) => {
      write(
        folder,
        'astro.config.mjs',
        "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ site: 'https://example.org', integrations: [starlight({ title: 'Notes', locales: { root: { label: 'العربية', lang: 'ar', dir: 'rtl' } }, sidebar: [] })] });\n",
      );
      write(
        folder,
        'src/content.config.ts',
        "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
      );
      // What it names here is bundled; without it Starlight's own modules are looked for by Node.
      write(folder, 'package.json', JSON.stringify({ type: 'module', private: true, dependencies: PACKAGES }));
      cpSync(notes, join(folder, 'src/content/docs/notes'), { recursive: true });
      return join(folder, 'dist');
    },
    commands: () => [[bin('astro'), 'build']],
  },
  {
    name: 'Quartz',
    prepare: (folder, notes) => {
      cpSync(values.quartz ?? '', folder, { recursive: true, verbatimSymlinks: true });
      rmSync(join(folder, 'content'), { recursive: true, force: true });
      cpSync(notes, join(folder, 'content/notes'), { recursive: true });
      write(folder, 'content/index.md', '---\ntitle: Notes\n---\n');
      return join(folder, 'public');
    },
    commands: () => [[process.execPath, 'quartz/bootstrap-cli.mjs', 'build']],
  },
];

const sizes = positionals.map(Number);
const tables: string[] = [];
for (const size of sizes.length > 0 ? sizes : [1000]) tables.push(await compare(size));
const text = tables.join('\n\n');
process.stdout.write(`${text}\n`);
if (values.write === true) {
  const file = join(ROOT, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(
      /(<!-- peers: begin -->\n)[^]*(<!-- peers: end -->)/,
      (_, begin: string, end: string) => `${begin}\n${text}\n\n${end}`,
    ),
  );
}

async function compare(entities: number): Promise<string> {
  // Under the folder of the packages, so that each generator finds them above it.
  const root = mkdtempSync(join(tools, 'run-'));
  try {
    const corpus = generateCorpus(toCorpusSize(entities));
    const rows: { readonly name: string; readonly run: ProcessRun; readonly files: number; readonly bytes: number }[] =
      [];
    const missing: string[] = [];
    writeNotes(join(root, 'source'), corpus);
    for (const peer of PEERS) {
      if (!(await isThere(peer.name))) {
        missing.push(peer.name);
        continue;
      }
      const folder = join(root, peer.name.toLowerCase().replaceAll(/\W+/g, '-'));
      mkdirSync(folder);
      if (peer.name.startsWith('Sanad')) {
        writeCorpus(join(folder, 'content'), corpus, peer.name === 'Sanad' ? ['ar', 'en'] : ['ar']);
        // Locks are written by an author's first check and committed: a cold build finds them.
        await measureProcess(process.execPath, [join(ROOT, 'src/cli/launch.mjs'), 'check'], folder);
        rmSync(join(folder, '.sanad'), { recursive: true, force: true });
      }
      const output = peer.prepare(folder, join(root, 'source/notes'));
      const run = await runAll(peer, folder);
      rows.push({ name: peer.name, run, ...weighFolder(output) });
      rmSync(folder, { recursive: true, force: true });
    }
    return printTable(corpus.entities.length, corpus.articles.length, rows, missing);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function runAll(peer: Peer, folder: string): Promise<ProcessRun> {
  const runs: ProcessRun[] = [];
  for (const [program, ...words] of peer.commands(folder)) {
    const run = await measureProcess(program, words, folder, { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' });
    if (run.status !== 0) throw new Error(`${peer.name} stopped.\n${run.said.slice(-4000)}`);
    runs.push(run);
  }
  const sum = (pick: (run: ProcessRun) => number): number => runs.reduce((all, run) => all + pick(run), 0);
  return {
    wall: sum(({ wall }) => wall),
    cpu: sum(({ cpu }) => cpu),
    memory: Math.max(...runs.map(({ memory }) => memory)),
    status: 0,
    said: '',
  };
}

async function isThere(name: string): Promise<boolean> {
  if (name === 'Quartz') return values.quartz !== undefined;
  if (name.startsWith('Sanad')) return true;
  if (!existsSync(bin('pagefind'))) return false;
  return !name.startsWith('Hugo') || (await measureProcess('hugo', ['version'], ROOT)).status === 0;
}

async function installTools(): Promise<void> {
  mkdirSync(tools, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }, null, 2);
  const file = join(tools, 'package.json');
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted && existsSync(join(tools, 'node_modules'))) return;
  writeFileSync(file, wanted);
  const { status, said } = await measureProcess('npm', ['install', '--no-audit', '--no-fund'], tools);
  if (status !== 0) process.stderr.write(`The other generators could not be installed; they are left out.\n${said}\n`);
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function printTable(
  entities: number,
  articles: number,
  rows: readonly { readonly name: string; readonly run: ProcessRun; readonly files: number; readonly bytes: number }[],
  missing: readonly string[],
): string {
  const own = rows[0]?.run;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ratio = (a: number, b: number | undefined): string => (b === undefined ? '–' : (b / a).toFixed(2));
  return [
    `### ${entities.toLocaleString('en')} entities and ${articles.toLocaleString('en')} articles as notes`,
    '',
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1) ?? '?'} at the end.${missing.length > 0 ? ` Not there: ${missing.join(', ')}.` : ''}`,
    '',
    line([
      'Generator',
      'wall',
      'processor',
      'memory',
      'files',
      'output',
      'Sanad takes, wall',
      'Sanad takes, processor',
    ]),
    line(['---', ...Array<string>(7).fill('---:')]),
    ...rows.map(({ name, run, files, bytes }) =>
      line([
        name,
        `${run.wall.toFixed(1)} s`,
        `${run.cpu.toFixed(1)} s`,
        `${Math.round(run.memory)} MB`,
        files.toLocaleString('en'),
        `${(bytes / 1e6).toFixed(0)} MB`,
        ratio(run.wall, own?.wall),
        ratio(run.cpu, own?.cpu),
      ]),
    ),
  ].join('\n');
}
