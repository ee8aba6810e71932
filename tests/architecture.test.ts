import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = join(new URL('..', import.meta.url).pathname, 'src');

/** The house, floor by floor. A module imports only from lower floors and from its own room. */
const LEVELS: readonly (readonly string[])[] = [
  ['diagnostic'],
  ['schema'],
  ['source'],
  ['text'],
  ['anchor', 'mention'],
  ['graph'],
  ['check', 'export', 'render'],
  ['compiler'],
  ['search', 'site'],
  ['cli', 'components', 'layouts', 'styles'],
  ['pages'],
];
/** Floors that know no clock, no chance, no console and no files. */
const PURE = 6;

/** Rooms of one floor that may be entered from another one. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  // A script of the browser may fetch a style sheet by its address.
  site: ['styles'],
  layouts: ['components', 'styles'],
  components: ['styles'],
};

/** Packages by the rooms that run them. Types cost nothing at run time: those of a tree may be named wherever trees are. */
const PACKAGES: readonly {
  readonly name: RegExp;
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
}[] = [
  { name: /^zod$/, rooms: ['schema'], types: ['source'] },
  { name: /^yaml$/, rooms: ['source'] },
  { name: /^remark-(parse|mdx|gfm)$/, rooms: ['source'] },
  { name: /^(remark-rehype|rehype-.*)$/, rooms: ['render'] },
  { name: /^unified$/, rooms: ['source', 'render'] },
  { name: /^(mdast|mdast-.*)$/, rooms: [], types: ['source', 'text', 'render'] },
  { name: /^hast$/, rooms: [], types: ['render', 'site'] },
  { name: /^approx-string-match$/, rooms: ['anchor'] },
  { name: /^pagefind$/, rooms: ['search'] },
  { name: /^fflate$/, rooms: ['cli'] },
  { name: /^(astro|astro:.*|@astrojs\/.*)$/, rooms: ['site', 'cli', 'components', 'layouts', 'pages'] },
  { name: /^virtual:sanad/, rooms: ['site', 'layouts', 'pages'] },
  { name: /^subset-font$/, rooms: ['site'] },
  { name: /^sharp$/, rooms: ['site'] },
  { name: /^d3-force$/, rooms: ['site'] },
  { name: /^@fontsource/, rooms: ['site', 'layouts', 'styles'] },
  { name: /^node:sqlite$/, rooms: ['compiler', 'search', 'site'] },
  { name: /^node:worker_threads$/, rooms: ['compiler', 'site', 'cli'] },
  // What is read of the knowledge base is told to whoever records what a page was drawn from.
  { name: /^node:diagnostics_channel$/, rooms: ['compiler'] },
  { name: /^node:(fs|fs\/promises|path|url|crypto|os)$/, rooms: ['compiler', 'search', 'site', 'cli'] },
  { name: /^node:zlib$/, rooms: ['search'] },
  { name: /^node:(child_process|http|module|net|process|readline|util|v8)$/, rooms: ['cli'] },
];
/** The one module below the compiler that reads files. */
const READER = 'source/read-content.ts';

/** Words that a pure module must not hold, and why. */
const IMPURE: readonly { readonly words: RegExp; readonly why: string }[] = [
  { words: /\bconsole\./, why: 'what is to be said is returned, not printed' },
  { words: /\bMath\.random\b/, why: 'the same input gives the same bytes' },
  { words: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/, why: 'there is no clock' },
  { words: /\bprocess\./, why: 'the machine is none of its business' },
  { words: /\.localeCompare\(|\btoLocale[A-Z]\w*\(/, why: 'the locale of the machine must not decide' },
];

interface Import {
  readonly target: string;
  readonly isType: boolean;
}

/** Every broken rule of one module, as a sentence with its file and import. */
function checkModule(file: string, text: string): string[] {
  const room = roomOf(file);
  const level = levelOf(room);
  if (level === -1) return [`${file}: no level of the house has the folder ${room}/.`];
  const imports = listImports(text).flatMap((one) =>
    one.target.startsWith('.') ? checkRoom(file, one) : checkPackage(file, room, one),
  );
  const words =
    level > PURE
      ? []
      : IMPURE.filter(({ words: pattern }) => pattern.test(withoutComments(text))).map(
          ({ words: pattern, why }) =>
            `${file} holds ${pattern.exec(withoutComments(text))?.[0] ?? ''}: in levels 0 to ${PURE} ${why}.`,
        );
  return [...imports, ...words];
}

function checkRoom(file: string, { target }: Import): string[] {
  const room = roomOf(file);
  const other = roomOf(posix.join(posix.dirname(file), target));
  if (room === other || (levelOf(other) < levelOf(room) && levelOf(other) !== -1)) return [];
  if (NEIGHBOURS[room]?.includes(other)) return [];
  const where = levelOf(other) === -1 ? 'which is no level of the house' : `level ${levelOf(other)}`;
  return [
    `${file} (level ${levelOf(room)}) imports ${target} from ${other}/, ${where}: a module imports only from lower levels or its own folder.`,
  ];
}

function checkPackage(file: string, room: string, { target, isType }: Import): string[] {
  if (file === READER && /^node:(fs|path)$/.test(target)) return [];
  const rule = PACKAGES.find(({ name }) => name.test(target));
  if (!rule)
    return [`${file} imports ${target}, which no level may touch: add it to the table of this test, with a reason.`];
  const rooms = isType ? [...rule.rooms, ...(rule.types ?? [])] : rule.rooms;
  if (rooms.includes(room)) return [];
  return [`${file} imports ${isType ? 'types of ' : ''}${target}, which only ${rooms.join(', ') || 'nobody'} may.`];
}

/** Static imports, re-exports and `import()` with a literal, wherever they stand, scripts of Astro files included. */
function listImports(text: string): Import[] {
  const code = withoutComments(text);
  const statements = code.matchAll(/\b(?:import|export)\s+(type\s)?(?:[^'"`;()]*?\sfrom\s*)?['"]([^'"\n]+)['"]/g);
  const calls = code.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g);
  return [
    ...[...statements].map(([, type, target = '']) => ({ target, isType: type !== undefined })),
    ...[...calls].map(([, target = '']) => ({ target, isType: false })),
  ];
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function levelOf(room: string): number {
  return LEVELS.findIndex((rooms) => rooms.includes(room));
}

const MODULES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  // Declarations of types stand outside the house.
  .filter((path) => /\.(ts|mjs|astro)$/.test(path) && !path.endsWith('.d.ts'))
  .sort();

describe('the house', () => {
  test.each(MODULES)('%s keeps to its floor', (file) => {
    expect(checkModule(file, readFileSync(join(SOURCE, file), 'utf8'))).toEqual([]);
  });

  test('has no folder that nobody placed on a floor', () => {
    const folders = [...new Set(MODULES.map(roomOf))];
    expect(folders.filter((room) => levelOf(room) === -1)).toEqual([]);
  });

  test('has no circle of modules', () => {
    const graph = new Map(
      MODULES.map((file) => [
        file,
        listImports(readFileSync(join(SOURCE, file), 'utf8'))
          .filter(({ target, isType }) => !isType && target.startsWith('.'))
          .map(({ target }) => posix.join(posix.dirname(file), target)),
      ]),
    );
    expect(findCircle(graph)).toBeUndefined();
  });
});

describe('a planted fault is found', () => {
  test.each([
    [
      'an import upwards',
      'text/fold-text.ts',
      `import { compile } from '../compiler/compile.ts';`,
      /level 3.*imports \.\.\/compiler\/compile\.ts.*level 7/,
    ],
    [
      'an import upwards, of a type',
      'schema/value.ts',
      `import type { Body } from '../text/body.ts';`,
      /level 1.*\.\.\/text\/body\.ts/,
    ],
    [
      'an import across',
      'anchor/anchor-quote.ts',
      `import { findMentions } from '../mention/find-mentions.ts';`,
      /from mention\//,
    ],
    [
      'an import over several lines',
      'graph/graph.ts',
      `import {\n  a,\n  type B,\n} from '../check/check-corpus.ts';`,
      /from check\//,
    ],
    ['a re-export', 'graph/graph.ts', `export { site } from '../site/urls.ts';`, /from site\//],
    ['an import in a call', 'check/check-corpus.ts', `const x = await import('../cli/sanad.ts');`, /from cli\//],
    ['an import without names', 'components/Claim.astro', `---\nimport '../layouts/base.ts';\n---`, /from layouts\//],
    ['a room that is none', 'text/a.ts', `import { x } from '../utils/x.ts';`, /no level of the house/],
    ['a module in no room', 'helpers/a.ts', ``, /no level of the house has the folder helpers/],
    [
      'files in a pure room',
      'graph/graph.ts',
      `import { readFileSync } from 'node:fs';`,
      /only compiler, search, site, cli may/,
    ],
    [
      'files beside the reader',
      'source/parse-site.ts',
      `import { readFileSync } from 'node:fs';`,
      /only compiler, search, site, cli may/,
    ],
    ['zod at run time outside the schemas', 'source/validate.ts', `import * as z from 'zod';`, /only schema may/],
    ['a parser in the checks', 'check/a.ts', `import remarkParse from 'remark-parse';`, /only source may/],
    ['a package of nobody', 'text/a.ts', `import leftPad from 'left-pad';`, /no level may touch/],
    ['a console', 'check/a.ts', `console.log('x');`, /holds console\./],
    ['chance', 'text/a.ts', `const x = Math.random();`, /holds Math\.random/],
    ['a clock', 'render/a.ts', `const x = Date.now();`, /holds Date\.now/],
    ['the locale of the machine', 'graph/a.ts', `names.sort((a, b) => a.localeCompare(b));`, /holds \.localeCompare/],
  ])('%s', (_what, file, text, sentence) => {
    const found = checkModule(file, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
    expect(found[0]).toContain(file.split('/')[0]);
  });

  test.each([
    ['a lower floor', 'compiler/compile.ts', `import { renderBody } from '../render/render-body.ts';`],
    ['the own room', 'text/a.ts', `import { b } from './b.ts';`],
    ['a deeper folder of the own room', 'site/models/a.ts', `import { b } from '../urls.ts';`],
    ['components in a layout', 'layouts/A.astro', `---\nimport B from '../components/B.astro';\n---`],
    ['types of zod beside the schemas', 'source/validate.ts', `import type * as z from 'zod';`],
    ['an import in a comment', 'text/a.ts', `// import { x } from '../cli/x.ts';\n/* import '../cli/x.ts'; */`],
    ['a clock on a terminal', 'cli/progress.ts', `const now = performance.now();`],
  ])('%s is no fault', (_what, file, text) => {
    expect(checkModule(file, text)).toEqual([]);
  });

  test('a circle', () => {
    const graph = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['b.ts']],
    ]);
    expect(findCircle(graph)).toEqual(['b.ts', 'c.ts', 'b.ts']);
  });
});

function findCircle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    const at = path.indexOf(file);
    if (at !== -1) return [...path.slice(at), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}
