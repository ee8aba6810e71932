import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/find-chromium.ts';

interface Step {
  readonly name: string;
  /** File of a package's program, run by this very Node. */
  readonly program: string;
  readonly words: readonly string[];
}

/** How many tests passed and failed. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const RESULTS = join(ROOT, 'tests/.output/results.json');

const CHECKS: readonly Step[] = [
  { name: 'types', program: 'typescript/bin/tsc', words: ['--noEmit'] },
  // Its own program: `astro check` ends well when it cannot load it.
  { name: 'types of templates', program: '@astrojs/check/bin/astro-check.js', words: ['--minimumSeverity', 'warning'] },
  { name: 'lint', program: 'eslint/bin/eslint.js', words: ['.', '--max-warnings', '0'] },
  { name: 'format', program: 'prettier/bin/prettier.cjs', words: ['--check', '.'] },
];

process.exitCode = main(process.argv.slice(2));

/** Everything that can be checked by a machine; with words of your own, only vitest, which gets them. */
function main(words: readonly string[]): number {
  const chromium = findChromium() ?? (words.length === 0 ? installChromium() : undefined);
  if (chromium === undefined && words.length === 0) {
    process.stderr.write(
      'No Chromium was found for the tests in a browser. Fix: install Chromium or Chrome, or set CHROMIUM_PATH to its program.\n',
    );
    return 1;
  }
  if (chromium !== undefined) process.env.CHROMIUM_PATH = chromium;
  if (words.length > 0) return run({ name: 'tests', program: 'vitest/vitest.mjs', words: ['run', ...words] });

  say(`browser: ${chromium ?? ''}`);
  const failedChecks = CHECKS.filter((step) => timed(step) !== 0).map(({ name }) => name);
  rmSync(RESULTS, { force: true });
  mkdirSync(dirname(RESULTS), { recursive: true });
  const status = timed({
    name: 'tests',
    program: 'vitest/vitest.mjs',
    words: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`],
  });
  const { passed, failed } = countTests(status);
  if (failedChecks.length > 0) say(`these checks found something, see above: ${failedChecks.join(', ')}`);
  process.stdout.write(`\n${passed} passed, ${failed + failedChecks.length} failed\n`);
  return failed + failedChecks.length === 0 ? 0 : 1;
}

/** Installs Debian's package where that needs no questions: on a system with apt-get, as its administrator. */
function installChromium(): string | undefined {
  const isAllowed = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isAllowed || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  say('installing Chromium with apt-get, once …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', ['-qq', ...words], { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) return undefined;
  }
  return findChromium();
}

function timed(step: Step): number {
  say(`${step.name} …`);
  const start = performance.now();
  const status = run(step);
  say(`${step.name}: ${status === 0 ? 'clean' : 'FAILED'} after ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return status;
}

function run({ program, words }: Step): number {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return status ?? 1;
}

/** From what vitest wrote down. A file of tests that could not be loaded counts as one that failed. */
function countTests(status: number): Count {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(RESULTS, 'utf8')) as {
      readonly numPassedTests: number;
      readonly numFailedTests: number;
      readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
    };
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = numFailedTests + unloaded;
    return { passed: numPassedTests, failed: status !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 }; // It stopped before it could write anything.
  }
}

function say(line: string): void {
  process.stdout.write(`[test] ${line}\n`);
}
