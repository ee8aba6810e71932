import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, globSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { listFiles } from '../support/built-site.ts';
import { ROOT } from '../support/sites.ts';
import { runSanad, sanadCommand } from '../support/run-sanad.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';

const LONG = 400_000;
/** Moments at which a build is killed here; `KILLS=100` takes more of them. */
const KILLS = Number(process.env['KILLS'] ?? 4);

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
  'a build that is killed at any moment, or stopped by a file that cannot be read, leaves the old site whole; the next one works and clears up',
  async ({ annotate }) => {
    const folder = makeFolder();
    const content = copyContent('lighthouses', folder);
    const dist = join(folder, 'dist');
    await runSanad(['build'], folder);
    const before = hashFiles(dist);

    const file = join(content, 'keepers/ilsa-marn.mdx');
    const text = readFileSync(file, 'utf8');
    // Whoever may do everything could read it all the same: for them it is not UTF-8.
    if (process.getuid?.() === 0 || process.platform === 'win32') writeFileSync(file, Uint8Array.of(0xff));
    else chmodSync(file, 0);
    const unread = await runSanad(['build'], folder);
    expect(unread.status).toBe(1);
    expect(unread.stdout).toContain('content/keepers/ilsa-marn.mdx  error  file-unreadable');
    expect(hashFiles(dist)).toBe(before);
    chmodSync(file, 0o644);
    writeFileSync(file, text);

    // From here on one of two sites is whole, and the other one is being built.
    retitle(content, 'One');
    const start = performance.now();
    expect((await runSanad(['build'], folder)).status).toBe(0);
    const one = hashFiles(dist);
    retitle(content, 'Two');
    expect((await runSanad(['build'], folder)).status).toBe(0);
    const two = hashFiles(dist);
    const length = (performance.now() - start) / 2;
    let cut = 0;
    for (let at = 0; at < KILLS; at += 1) {
      retitle(content, hashFiles(dist) === one ? 'Two' : 'One');
      // Evenly over a whole build; every third is asked to stop, the others are given no time to clear up.
      const signal = at % 3 === 1 ? 'SIGINT' : 'SIGKILL';
      if ((await killAfter(folder, (length * (at + 1)) / (KILLS + 1), signal)) === 'killed') cut += 1;
      expect([one, two], `after kill ${at}`).toContain(hashFiles(dist));
    }
    await annotate(`${cut} of ${KILLS} builds were killed before they were through`);
    // They are not all of one length.
    expect(cut).toBeGreaterThanOrEqual(KILLS / 4);

    for (const [title, site] of [
      ['One', one],
      ['Two', two],
    ] as const) {
      retitle(content, title);
      const { status, stderr } = await runSanad(['build'], folder);
      expect(status, stderr).toBe(0);
      expect(hashFiles(dist)).toBe(site);
    }
    expect(readdirSync(folder).sort()).toEqual(['.sanad', 'content', 'dist']);
  },
  LONG + KILLS * 60_000,
);

/** Whether the build was killed, or was through before its time; told when nothing of it runs any more. */
async function killAfter(folder: string, time: number, signal: NodeJS.Signals): Promise<'killed' | 'through'> {
  const { command, words, options } = sanadCommand(['build'], folder);
  // The launcher may be gone before the program that it started: the pipe ends with the last who holds it.
  const child = spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  child.stdout.resume();
  let end: 'killed' | 'through' = 'through';
  const timer = setTimeout(() => {
    end = 'killed';
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  }, time);
  await once(child, 'close');
  clearTimeout(timer);
  while (child.pid !== undefined && isGroupRunning(child.pid)) await setImmediate();
  return end;
}

/**
 * Whether a thread of a group of programs still runs: one that was killed within a call to the system ends after it, and a
 * program that exchanges two folders holds no pipe. Linux tells it in /proc (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).
 */
function isGroupRunning(group: number): boolean {
  if (process.platform !== 'linux') return false;
  return globSync('/proc/[0-9]*/task/[0-9]*/stat').some((file) => {
    try {
      const [state, , its] = readFileSync(file, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(its) === group && !/^[ZXx]$/.test(state ?? '');
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

/** A disk of its own, small or not to be written to, for one command: Linux lets everybody have one for a while. */
function runOnSmallDisk(folder: string, script: string): { status: number; output: string } {
  const { options } = sanadCommand([], folder);
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `set -e; mkdir -p disk; mount -t tmpfs -o size=64m tmpfs disk; ${script}`],
    { ...options, encoding: 'utf8' },
  );
  return { status: status ?? 1, output: stdout + stderr };
}

/** Where a build may write: the folder in which it was started, and what the generator keeps of its own code. */
const WRITABLE = ['.', `${ROOT}.sanad`, `${ROOT}.astro`];

const CAN_MOUNT =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /tmp'], { stdio: 'ignore' }).status === 0;

function toShell(words: readonly string[], folder: string): string {
  const { command, words: own } = sanadCommand(words, folder);
  return [command, ...own].map((word) => `'${word}'`).join(' ');
}

const SUM = `find disk/dist -type f | sort | xargs sha256sum | sha256sum`;

test.runIf(CAN_MOUNT)(
  'a full disk and one that cannot be written to leave the old site whole, and are told in a sentence',
  () => {
    const folder = makeFolder();
    copyContent('lighthouses', folder);
    retitle(join(folder, 'content'), 'Once');
    const build = toShell(['build', '--out', 'disk/dist'], folder);
    const { status, output } = runOnSmallDisk(
      folder,
      [
        `${build} >/dev/null 2>&1; before=$(${SUM})`,
        // Room for a little more than the site that stands there, and another one to be built.
        `mount -o remount,size=$(($(du -sk disk | cut -f1) * 5 / 4))k disk`,
        `sed -i 's/en: Once/en: Twice/' content/site.yaml`,
        `! ${build} || { echo WRITTEN; exit 9; }`,
        `[ "$before" = "$(${SUM})" ] || { echo CHANGED; exit 9; }`,
        `mount -o remount,ro disk; ! ${build} || { echo WRITTEN; exit 9; }`,
        `[ "$before" = "$(${SUM})" ] || { echo CHANGED; exit 9; }`,
        `mount -o remount,rw,size=64m disk; ${build} || { echo NOT WRITTEN; exit 9; }`,
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

test.runIf(CAN_MOUNT)(
  'a build writes nothing outside of its project and what the generator keeps, and works where there is no network',
  () => {
    const folder = makeFolder();
    copyContent('lighthouses', folder);
    const binds = WRITABLE.map((path) => `mkdir -p '${path}'; mount --bind '${path}' '${path}'`);
    const script = [
      ...binds,
      'for disk in /tmp /home /var; do if mountpoint -q $disk; then mount -o remount,bind,ro $disk; fi; done',
      'mount -o remount,bind,ro /',
      // The folder is entered anew: the one that was entered before lies on the disk that is read-only now.
      `cd '${folder}'`,
      `! touch ../outside 2>/dev/null`,
      toShell(['build'], folder),
      'ls -A | xargs echo LEFT',
    ];
    const { options } = sanadCommand([], folder);
    const { status, stdout, stderr } = spawnSync('unshare', ['-rmn', 'sh', '-c', `set -e\n${script.join('\n')}`], {
      ...options,
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toContain('LEFT .sanad content dist');
  },
  LONG,
);
