#!/usr/bin/env node
/**
 * The door of every command. It runs on any Node from 20 on and with nothing installed: it installs the locked
 * dependencies when they are missing or stale, among them the pinned Node that everything else runs on.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Of the engine. Pages and documents are short-lived: with a nursery of at most 16 MB in each thread the compile of 10,000
 * entities takes two thirds of the memory that it takes without a limit.
 */
const OPTIONS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'];

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.sanad-lock');

process.exitCode = installIfStale() || run(process.argv.slice(2));

/** Installs what package-lock.json names, unless exactly that was installed before. */
function installIfStale() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  process.stderr.write('Installing the locked dependencies (once; about half a minute) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write(
      `The dependencies could not be installed${error ? `: ${error.message}` : ''}. Fix: see what npm says above, then try again.\n`,
    );
    return 1;
  }
  writeFileSync(stamp, wanted);
  return 0;
}

/**
 * Runs the command on the pinned Node, which keeps the code that it has compiled: half of what a short command does.
 * @param {readonly string[]} words
 */
function run(words) {
  const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const isTest = words[0] === '--run-tests';
  const script = isTest ? join(root, 'tests', 'run-tests.ts') : join(root, 'src', 'cli', 'sanad.ts');
  const { status, signal } = spawnSync(
    existsSync(node) ? node : process.execPath,
    [...OPTIONS, script, ...(isTest ? words.slice(1) : words)],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(isTest ? {} : { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.sanad', 'code') }),
        PATH: `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
      },
    },
  );
  return signal ? 1 : (status ?? 1);
}
