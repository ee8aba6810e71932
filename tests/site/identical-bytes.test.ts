import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { generateCorpus, writeCorpus } from '../bench/generate-corpus.ts';
import { startRandom } from '../bench/random.ts';
import { listFiles } from '../support/built-site.ts';
import { runSanad } from '../support/run-sanad.ts';
import { ROOT } from '../support/sites.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { hashFiles } from '../support/hash-files.ts';

const LONG = 400_000;

/** Enough to be read and drawn by several threads, and for lists of more than one page. */
const SIZE = { entities: 160, articles: 6 };

interface Machine {
  readonly cores: number;
  readonly order: number;
  readonly environment: NodeJS.ProcessEnv;
}

const SMALL: Machine = { cores: 1, order: 1, environment: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } };
const LARGE: Machine = {
  cores: 4,
  order: 2,
  environment: { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', LANGUAGE: 'ar' },
};

test(
  'two machines write the same bytes: other folders, orders of files, dates, processors, time zones and languages',
  async () => {
    const folder = makeFolder();
    const other = join(makeFolder(), 'موقع آخر', 'a folder with spaces');
    writeCorpus(join(folder, 'content'), generateCorpus(SIZE, 20_161_124));
    copyInOtherOrder(join(folder, 'content'), join(other, 'content'));
    const one = await build(folder, SMALL);
    const two = await build(other, LARGE);

    expect(Object.keys(one).filter((file) => file.startsWith('pagefind/')).length).toBeGreaterThan(5);
    expect(Object.keys(one).filter((file) => /^(?:coverage|people)\/page\/2\/|^coverage\/page/.test(file))).not.toEqual(
      [],
    );
    expect(two).toEqual(one);
  },
  LONG,
);

test('a machine of four processors is taken for one, and lists a folder in another order each time', () => {
  const folder = makeFolder();
  for (let at = 0; at < 30; at += 1) mkdirSync(join(folder, String(at)));
  const script = `
    import { readdirSync } from 'node:fs';
    import { readdir } from 'node:fs/promises';
    import { availableParallelism } from 'node:os';
    const lists = [readdirSync('.').join(), readdirSync('.').join(), (await readdir('.')).join()];
    console.log(availableParallelism(), new Set(lists).size);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env: { ...process.env, ...toEnvironment(LARGE) },
    encoding: 'utf8',
  });
  expect(stdout, stderr).toBe('4 3\n');
});

async function build(folder: string, machine: Machine): Promise<Readonly<Record<string, string>>> {
  const { status, stdout, stderr } = await runSanad(['build'], folder, toEnvironment(machine));
  expect(status, stdout + stderr).toBe(0);
  return hashFiles(join(folder, 'dist'));
}

function toEnvironment({ cores, order, environment }: Machine): NodeJS.ProcessEnv {
  return {
    ...environment,
    NODE_OPTIONS: `--require="${ROOT.replaceAll('\\', '/')}tests/support/other-machine.ts"`,
    SANAD_TEST_CORES: String(cores),
    SANAD_TEST_ORDER: String(order),
  };
}

/** The same files, written in another order, as of another day. */
function copyInOtherOrder(from: string, to: string): void {
  const random = startRandom(7);
  const files: string[] = [];
  for (const file of listFiles(from)) files.splice(random.below(files.length + 1), 0, file);
  for (const [at, file] of files.entries()) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
    utimesSync(join(to, file), 1_000_000_000 + at, 1_000_000_000 + at);
  }
}
