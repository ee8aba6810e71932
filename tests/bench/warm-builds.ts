import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { compileTwice } from '../support/compile-twice.ts';
import { editContent } from '../support/edit-content.ts';
import { runSanad } from '../support/run-sanad.ts';
import { ROOT, SITES } from '../support/sites.ts';

/**
 * Whether what is kept from one build to the next ever shows: after each of many rounds of edits a compile, and then a
 * whole build, must give the bytes of one that begins with nothing. It ends at the first difference.
 */
const { values } = parseArgs({
  options: {
    compiles: { type: 'string', default: '200' },
    builds: { type: 'string', default: '20' },
    first: { type: 'string', default: '0' },
  },
});
const root = realpathSync(mkdtempSync(join(tmpdir(), 'sanad-warm-')));
try {
  const first = Number(values.first);
  process.exitCode =
    (await compareCompiles(first, Number(values.compiles))) || (await compareBuilds(first, Number(values.builds)));
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function compareCompiles(first: number, rounds: number): Promise<number> {
  const content = join(root, 'content');
  cpSync(ROOT + SITES.lighthouses.content, content, { recursive: true });
  let compiled = 0;
  for (let round = first; round < first + rounds; round += 1) {
    const edits = editContent(content, round);
    const { status, warm, cold } = await compileTwice(root);
    if (!isDeepStrictEqual(warm, cold)) return fail(round, edits, 'compile differently');
    if (status === 'compiled') compiled += 1;
  }
  process.stdout.write(`${rounds} rounds of edits, ${compiled} of them compiled, all the same warm and cold\n`);
  return 0;
}

async function compareBuilds(first: number, rounds: number): Promise<number> {
  const warm = join(root, 'warm');
  cpSync(ROOT + SITES.lighthouses.content, join(warm, 'content'), { recursive: true });
  let built = 0;
  for (let round = first; round < first + rounds; round += 1) {
    const edits = editContent(join(warm, 'content'), round);
    const cold = join(root, 'cold');
    rmSync(cold, { recursive: true, force: true });
    cpSync(join(warm, 'content'), join(cold, 'content'), { recursive: true });
    const [own, other] = [
      await runSanad(['build'], warm),
      await runSanad(['build'], cold, { TZ: 'Pacific/Kiritimati' }),
    ];
    if (own.status !== other.status)
      return fail(round, edits, `ended with ${own.status} and ${other.status}:\n${own.stderr}\n${other.stderr}`);
    const said = own.stdout + own.stderr;
    if (/The finished site has|This is a bug/.test(said)) return fail(round, edits, `found a fault:\n${said}`);
    if (own.status !== 0) {
      process.stdout.write(`round ${round}: both refused after ${edits.join('; ')}\n`);
      continue;
    }
    built += 1;
    const differences = compare(join(warm, 'dist'), join(cold, 'dist'));
    if (differences.length > 0) return fail(round, edits, `differ in ${differences.slice(0, 20).join(', ')}`);
    process.stdout.write(`round ${round}: the same bytes after ${edits.join('; ')}\n`);
  }
  process.stdout.write(`${rounds} rounds of edits, ${built} of them built, all with the same bytes warm and cold\n`);
  return 0;
}

function fail(round: number, edits: readonly string[], what: string): number {
  process.stdout.write(`round ${round}, after ${edits.join('; ')}: warm and cold ${what}\n`);
  return 1;
}

function compare(a: string, b: string): string[] {
  const [own, other] = [hashFiles(a), hashFiles(b)];
  return [...new Set([...own.keys(), ...other.keys()])].filter((file) => own.get(file) !== other.get(file)).sort();
}

function hashFiles(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')];
      }),
  );
}
