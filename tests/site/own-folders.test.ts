import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import type { Access } from '../support/record-access.ts';
import { sanadCommand, serveWithSanad } from '../support/run-sanad.ts';
import { ROOT } from '../support/sites.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';

const LONG = 300_000;

/** What Linux can tell of every call of every program, native code included. */
const CAN_TRACE = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0;
const TRACED =
  'trace=open,openat,creat,mkdir,rename,renameat2,link,symlink,unlink,chmod,truncate,socket,connect,sendto';

/** What programs ask of the system itself: libraries, the clock's zone, how many processors there are, which Linux it is. */
const SYSTEM = /^\/(?:proc|sys|dev|etc|lib|lib64|usr)(?:\/|$)/;
/** Addresses that a server listens at. */
const OWN_ADDRESS = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|[0:]*:[0:]*1?)$/;
/** What the generator keeps of its own code, which all projects share. */
const KEPT = [`${ROOT}.sanad`, `${ROOT}.astro`];

test(
  'a build reads only its project, writes only the site and what it keeps, starts only programs of its own, and asks no network',
  () => {
    const { folder, site, record, environment } = makeMachine();
    copyContent('lighthouses', site);
    const before = { around: describeTree(folder), own: describeOwn() };

    const { command, words, options } = sanadCommand(['build'], site, environment);
    const trace = join(folder, 'trace');
    const { status, stderr } = CAN_TRACE
      ? spawnSync('strace', ['-f', '-qq', '-s', '4096', '-e', TRACED, '-o', trace, command, ...words], options)
      : spawnSync(command, words, options);
    expect(status, String(stderr)).toBe(0);

    const accesses = readRecord(record);
    const isOwn = (path: string): boolean =>
      isWithin(path, site) || isWithin(path, ROOT) || (process.platform === 'linux' && SYSTEM.test(path));
    expect(listNames(accesses, 'file').filter((path) => !isOwn(path))).toEqual([]);
    expect(listNames(accesses, 'network')).toEqual([]);
    expect(listNames(accesses, 'program').filter((path) => !isWithin(path, ROOT))).toEqual([]);
    // The threads were watched too: pages are drawn in one.
    expect(listNames(accesses, 'file').some((path) => path.endsWith(`${sep}index.html`))).toBe(true);

    if (CAN_TRACE) {
      const calls = readTrace(trace).filter(({ path }) => path !== record);
      expect(calls.length).toBeGreaterThan(1000);
      expect(calls.filter(({ path }) => !isOwn(path)).map(({ line }) => line)).toEqual([]);
      const written = calls.filter(({ isWriting }) => isWriting).map(({ path }) => path);
      expect(written.filter((path) => ![site, ...KEPT].some((own) => isWithin(path, own)))).toEqual([]);
      expect(readFileSync(trace, 'utf8').match(/.*\bAF_INET6?\b.*/g)).toBeNull();
    }

    const isMade = (path: string): boolean => /^(?:record|trace|site\/(?:\.sanad|dist)(?:\/.*)?)$/.test(path);
    expect(describeTree(folder).filter(({ path }) => !isMade(path))).toEqual(
      before.around.filter(({ path }) => !isMade(path)),
    );
    expect(describeOwn()).toEqual(before.own);
    expect(existsSync(join(site, 'dist/index.html'))).toBe(true);
  },
  LONG,
);

test(
  'the site is served to its author without a word to anybody else',
  async () => {
    const { folder, site, record, environment } = makeMachine();
    copyContent('lighthouses', site);
    const server = await serveWithSanad(['dev', '--port', '0'], site, environment);
    try {
      expect((await fetch(server.url)).status).toBe(200);
    } finally {
      await server.stop();
    }
    const asked = listNames(readRecord(record), 'network');
    expect(asked.filter((name) => !OWN_ADDRESS.test(name))).toEqual([]);
    expect(readdirSync(join(folder, 'home'))).toEqual([]);
  },
  LONG,
);

test('whoever reads, asks or starts something is seen', () => {
  const { record, environment } = makeMachine();
  const script = `
    import { readFileSync } from 'node:fs';
    import { connect } from 'node:net';
    import { spawn } from 'node:child_process';
    import { Worker } from 'node:worker_threads';
    readFileSync(process.argv[0]);
    connect(9, '127.0.0.1').on('error', () => {});
    fetch('http://localhost:58999/').catch(() => {});
    spawn(process.execPath, ['--version']);
    new Worker("import fs from 'node:fs'; fs.openSync('package.json')", { eval: true });`;
  spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
  });
  const accesses = readRecord(record);
  expect(listNames(accesses, 'file')).toEqual(expect.arrayContaining([process.execPath, 'package.json']));
  expect(listNames(accesses, 'program')).toEqual([process.execPath]);
  expect(listNames(accesses, 'network').length).toBeGreaterThanOrEqual(2);
});

interface Machine {
  readonly folder: string;
  /** Where the project goes. */
  readonly site: string;
  /** Where it is written down what the program does. */
  readonly record: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A machine as far as a program is told of one: a home, a folder for temporary files and a neighbour, all its own. */
function makeMachine(): Machine {
  const folder = makeFolder();
  for (const name of ['home', 'temporary', 'neighbour', 'site']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'neighbour/private.txt'), 'not for the site');
  const [home, temporary, record] = [join(folder, 'home'), join(folder, 'temporary'), join(folder, 'record')];
  writeFileSync(record, '');
  return {
    folder,
    site: join(folder, 'site'),
    record,
    environment: {
      ...{ HOME: home, USERPROFILE: home, APPDATA: home, LOCALAPPDATA: home },
      ...{ XDG_CONFIG_HOME: undefined, XDG_CACHE_HOME: undefined, XDG_DATA_HOME: undefined },
      ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      NODE_OPTIONS: `--require="${ROOT.replaceAll('\\', '/')}tests/support/record-access.ts"`,
      SANAD_TEST_RECORD: record,
    },
  };
}

function readRecord(file: string): readonly Access[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Access);
}

function listNames(accesses: readonly Access[], type: Access['type']): readonly string[] {
  return [...new Set(accesses.filter((access) => access.type === type).map(({ name }) => name))];
}

interface Call {
  readonly line: string;
  readonly path: string;
  readonly isWriting: boolean;
}

/** Calls that succeeded, with every absolute path in them: names within an open folder are of that folder. */
function readTrace(file: string): readonly Call[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/ = -1 |<unfinished/.test(line))
    .flatMap((line) =>
      [...line.matchAll(/"(\/[^"]*)"/g)].map(([, path = '']) => ({
        line,
        path,
        isWriting: !/\bopen(?:at)?\(/.test(line) || /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(line),
      })),
    );
}

function isWithin(path: string, folder: string): boolean {
  const own = folder.endsWith(sep) ? folder.slice(0, -1) : folder;
  return path === own || path.startsWith(own + sep);
}

interface Described {
  readonly path: string;
  readonly hash: string;
}

/** Every folder and file with what is in it; links by where they lead. */
function describeTree(folder: string): readonly Described[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => ({ path: path.split(sep).join('/'), hash: describe(join(folder, path)) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function describe(file: string): string {
  const stat = lstatSync(file);
  return stat.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : `mode ${stat.mode}`;
}

/** The generator's own code and content, and the names that stand beside them. */
function describeOwn(): unknown {
  const names = readdirSync(ROOT).filter((name) => !['.sanad', '.astro', 'dist'].includes(name));
  return { names, trees: ['src', 'public', 'content'].map((name) => describeTree(ROOT + name)) };
}
