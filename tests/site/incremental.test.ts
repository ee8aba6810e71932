import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDrawnSite } from '../../src/site/press/drawn-site.ts';
import { listSiteFiles } from '../../src/site/list-site-files.ts';
import { expect, test } from 'vitest';
import { startRandom, type Random } from '../bench/random.ts';
import { listFiles } from '../support/built-site.ts';
import { EDITS } from '../support/edit-content.ts';
import { runSanad } from '../support/run-sanad.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';
import { hashFiles } from '../support/hash-files.ts';

/** How a build says that it compiled some entities alone. */
const PATCHED = /^compile .*; only what was edited$/m;

const LONG = 400_000;
const SEED = 20_161_124;
/** After so many builds that keep what they can one begins with nothing. */
const BETWEEN_COLD = 4;

/** In this order an entity is there before it is taken away; all others are mixed among them by chance. */
const IN_ORDER = ['addEntityOfWord', 'rename', 'removeEntity'];
const MIXED = [
  'addSentenceToEntity',
  'changeLabel',
  'changeClaim',
  'insertPassageIntoArticle',
  'changePage',
  'changeSite',
  'addPicture',
];

test(
  'a build that draws only pages whose sources changed gives the bytes of one that begins with nothing',
  async () => {
    const random = startRandom(SEED);
    const folder = makeFolder();
    const content = copyContent('lighthouses', folder);
    const { counts: all } = await build(folder);
    const scripts = mix(IN_ORDER, MIXED, random);
    const done: string[] = [];
    const keeping = { draw: 0, search: 0, verify: 0 };
    let patched = 0;
    for (const [at, script] of scripts.entries()) {
      done.push(script === 'rename' ? await rename(folder, random) : edit(script, content, random));
      const before = hashFiles(join(folder, 'dist'));
      if (at === DAMAGED) damageSpare(findSpare(folder));
      const { counts, stderr } = await build(folder);
      for (const stage of STAGES) if (counts[stage] < all[stage] / 2) keeping[stage] += 1;
      if (PATCHED.test(stderr)) patched += 1;
      checkRecord(folder);
      // The site that stood lies in the spare folder, into which the next one will be built: none of its files was written into.
      if (counts.draw < all.draw) expect(hashFiles(findSpare(folder)), done.join('; ')).toEqual(before);
      if ((at + 1) % BETWEEN_COLD !== 0 && at < scripts.length - 1) continue;
      const cold = makeFolder();
      cpSync(content, join(cold, 'content'), { recursive: true });
      await build(cold);
      expect(hashFiles(join(folder, 'dist')), done.join('; ')).toEqual(hashFiles(join(cold, 'dist')));
      rmSync(cold, { recursive: true, force: true });
    }
    // Most was kept several times (a title or a picture changes all pages): else nothing was compared here.
    for (const stage of STAGES)
      expect(keeping[stage], `${stage}: ${done.join('; ')}`).toBeGreaterThanOrEqual(LEAST_KEPT);
    // Nor was everything compiled each time.
    expect(patched, done.join('; ')).toBeGreaterThanOrEqual(2);
  },
  LONG,
);

/** What is remembered of a site are its files as they lie there, though nobody looked into most of its folders. */
function checkRecord(folder: string): void {
  const cache = join(folder, '.sanad');
  const record = openDrawnSite(join(cache, ...readdirSync(cache), 'drawn.sqlite'));
  const remembered = new Map(Array.from(record?.files() ?? [], ({ path, ...facts }) => [path, { ...facts }]));
  record?.close();
  const { files } = listSiteFiles(join(folder, 'dist'));
  expect(remembered).toEqual(new Map(files.map(({ path, ...facts }) => [path, facts])));
}

/** Before this build somebody lays other things into the spare folder. */
const DAMAGED = 2;

function damageSpare(spare: string): void {
  mkdirSync(join(spare, 'stray/folder'), { recursive: true });
  writeFileSync(join(spare, 'stray/folder/index.html'), 'stray');
  rmSync(join(spare, '404.html'));
  writeFileSync(join(spare, '404.html'), 'another');
  rmSync(join(spare, 'pagefind/pagefind.js'));
  mkdirSync(join(spare, 'pagefind/pagefind.js'));
}

function findSpare(folder: string): string {
  const cache = join(folder, '.sanad');
  return join(cache, ...readdirSync(cache), 'spare');
}

/** In so many builds more than half of the work of each stage was not done again. */
const LEAST_KEPT = 2;
const STAGES = ['draw', 'search', 'verify'] as const;

interface Built {
  /** How many pages were drawn, documents indexed, files read. */
  readonly counts: Readonly<Record<(typeof STAGES)[number], number>>;
  readonly stderr: string;
}

async function build(folder: string): Promise<Built> {
  const { status, stdout, stderr } = await runSanad(['build'], folder);
  expect(status, stdout + stderr).toBe(0);
  const count = (stage: string): number => {
    const [, all, some] = new RegExp(`^${stage} .*? s  (\\d+) \\w+(?:, (\\d+) of them \\w+)?$`, 'm').exec(stderr) ?? [];
    return Number(some ?? all ?? 'none');
  };
  return { counts: { draw: count('draw'), search: count('search'), verify: count('verify') }, stderr };
}

function edit(name: string, content: string, random: Random): string {
  const found = EDITS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no edit ${name}.`);
  return found(content, random);
}

async function rename(folder: string, random: Random): Promise<string> {
  const ids = listFiles(join(folder, 'content'))
    .filter((path) => /^(?!pages|articles).*\.mdx$/.test(path) && !path.includes('/new-'))
    .map((path) => path.slice(0, -'.mdx'.length));
  const id = random.pick(ids);
  const { status, stderr } = await runSanad(['rename', id, `${id}-of-old`], folder);
  expect(status, stderr).toBe(0);
  return `${id}: renamed`;
}

/** Both lists in one; the order of the first is kept. */
function mix(kept: readonly string[], shuffled: readonly string[], random: Random): string[] {
  const mixed = [...kept];
  for (const one of shuffled) mixed.splice(random.below(mixed.length + 1), 0, one);
  return mixed;
}
