import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../support/built-site.ts';
import { runSanad, sanadCommand } from '../support/run-sanad.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';

const LONG = 400_000;
/** Moments at which a build is killed here; `KILLS=100` takes more of them. */
const KILLS = Number(process.env['KILLS'] ?? 6);

function hashFiles(folder: string): string {
  const hash = createHash('sha256');
  for (const file of listFiles(folder)) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/** Every page is drawn again when the site has another title. */
function retitle(content: string, title: string): void {
  const file = join(content, 'site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title:\n {2}en: .*$/m, `title:\n  en: ${title}`));
}

test(
  'a build that is killed at any moment leaves the old site whole, and the next one works and clears up',
  async () => {
    const folder = makeFolder();
    const content = copyContent('lighthouses', folder);
    const dist = join(folder, 'dist');
    await runSanad(['build'], folder);
    const before = hashFiles(dist);
    retitle(content, 'Another');
    const start = performance.now();
    const { command, words, options } = sanadCommand(['build', '--out', join(folder, 'measure/dist')], folder);
    spawnSync(command, words, { ...options, stdio: 'ignore' });
    const whole = performance.now() - start;

    for (let at = 0; at < KILLS; at += 1) {
      // Evenly over the whole build, the last ones around its end.
      await killAfter(folder, (whole * (at + 1)) / KILLS, at % 3 === 2 ? 'SIGINT' : 'SIGKILL');
      if (!existsSync(dist)) expect(hashFiles(`${dist}.sanad-old`)).toBe(before);
      else if (hashFiles(dist) !== before) {
        // It was through: the new site stands, and it is as whole as the old one.
        expect(hashFiles(dist)).toBe(hashFiles(join(folder, 'measure/dist')));
        break;
      }
    }
    const { status, stderr } = await runSanad(['build'], folder);
    expect(status, stderr).toBe(0);
    expect(hashFiles(dist)).toBe(hashFiles(join(folder, 'measure/dist')));
    expect(readdirSync(folder).sort()).toEqual(['.sanad', 'content', 'dist', 'measure']);
  },
  LONG,
);

function killAfter(folder: string, time: number, signal: NodeJS.Signals): Promise<void> {
  const { command, words, options } = sanadCommand(['build'], folder);
  const child = spawn(command, words, { ...options, stdio: 'ignore', detached: true });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    }, time);
    child.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A disk of its own, small or not to be written to, for one command: Linux lets everybody have one for a while. */
function runOnSmallDisk(folder: string, mount: string, script: string): { status: number; output: string } {
  const { options } = sanadCommand([], folder);
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `set -e; mkdir -p disk; mount -t tmpfs ${mount} disk; ${script}`],
    { ...options, encoding: 'utf8' },
  );
  return { status: status ?? 1, output: stdout + stderr };
}

const CAN_MOUNT =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /tmp'], { stdio: 'ignore' }).status === 0;

function toShell(words: readonly string[], folder: string): string {
  const { command, words: own } = sanadCommand(words, folder);
  return [command, ...own].map((word) => `'${word}'`).join(' ');
}

const SUM = `find disk/dist -type f | sort | xargs sha256sum | sha256sum`;

test.runIf(CAN_MOUNT)(
  'a full disk and one that cannot be written to leave the old site whole, and are told in a sentence',
  async () => {
    const folder = makeFolder();
    const content = copyContent('lighthouses', folder);
    await runSanad(['build', '--out', 'measure/dist'], folder);
    const size = listFiles(join(folder, 'measure')).reduce(
      (sum, file) => sum + Math.ceil(readFileSync(join(folder, 'measure', file)).length / 4096) * 4096,
      0,
    );
    const build = toShell(['build', '--out', 'disk/dist'], folder);
    retitle(content, 'Once');
    // Room for one site and a half; then none at all; then enough.
    const { status, output } = runOnSmallDisk(
      folder,
      `-o size=${Math.ceil(size * 1.5)} tmpfs`,
      [
        `${build} >/dev/null 2>&1; before=$(${SUM})`,
        `sed -i 's/en: Once/en: Twice/' content/site.yaml`,
        `! ${build} || { echo WRITTEN; exit 9; }`,
        `[ "$before" = "$(${SUM})" ] || { echo CHANGED; exit 9; }`,
        `mount -o remount,ro disk; ! ${build} || { echo WRITTEN; exit 9; }`,
        `[ "$before" = "$(${SUM})" ] || { echo CHANGED; exit 9; }`,
        `mount -o remount,rw,size=${size * 4} disk; ${build} || { echo NOT WRITTEN; exit 9; }`,
        `[ "$before" != "$(${SUM})" ]; echo LEFT $(ls -A disk)`,
      ].join('\n'),
    );
    expect(status, output).toBe(0);
    expect(output).toContain('The disk is full');
    expect(output).toContain('The disk cannot be written to');
    expect(output).not.toMatch(/^\s+at |This is a bug/m);
    expect(output).toMatch(/^LEFT dist$/m);
  },
  LONG,
);

test(
  'a file that cannot be read stops the build and leaves the old site whole',
  async () => {
    const folder = makeFolder();
    const content = copyContent('lighthouses', folder);
    await runSanad(['build'], folder);
    const before = hashFiles(join(folder, 'dist'));
    mkdirSync(join(content, 'keepers/nobody'));
    const file = join(content, 'keepers/ilsa-marn.mdx');
    // Whoever may do everything can read it all the same: for them it is not UTF-8.
    if (process.getuid?.() === 0 || process.platform === 'win32') writeFileSync(file, Uint8Array.of(0xff));
    else chmodSync(file, 0);
    const { status, stdout } = await runSanad(['build'], folder);
    expect(status).toBe(1);
    expect(stdout).toContain('content/keepers/ilsa-marn.mdx  error  file-unreadable');
    expect(hashFiles(join(folder, 'dist'))).toBe(before);
  },
  LONG,
);
