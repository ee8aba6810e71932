import { spawn, type ChildProcess } from 'node:child_process';
import { ROOT } from './sites.ts';

export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as a user does, through the launcher; in `cwd`, where its cache goes too. */
export function runSanad(
  words: readonly string[],
  cwd: string = ROOT,
  more: NodeJS.ProcessEnv = {},
): Promise<CommandResult> {
  const child = startSanad(words, cwd, more);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, stdout, stderr }));
  });
}

export interface RunningSite {
  readonly url: string;
  /** What was printed since the start. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a command that serves, and waits until it prints its address. */
export async function serveWithSanad(
  words: readonly string[],
  cwd: string,
  more: NodeJS.ProcessEnv = {},
): Promise<RunningSite> {
  const child = startSanad(words, cwd, more);
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      log += chunk.toString();
      const found = /The site is at (\S+)/.exec(log)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('close', (status) =>
      reject(new Error(`sanad ${words.join(' ')} ended with ${String(status)}:\n${log}`)),
    );
  });
  return { url, log: () => log, stop: () => stop(child) };
}

/** What vitest sets for its own workers, by which Astro and Vite would take a site for a test; and CI, where locks are frozen. */
const NOT_A_USERS = /^(?:CI|NODE_ENV|NODE_OPTIONS|TEST|DEV|PROD|SSR|MODE|BASE_URL|VITE.*|ASTRO_.*)$/;

/** How a command is started: for tests that end it themselves, or start it within something else. */
export function sanadCommand(
  words: readonly string[],
  cwd: string,
  more: NodeJS.ProcessEnv = {},
): { readonly command: string; readonly words: string[]; readonly options: { cwd: string; env: NodeJS.ProcessEnv } } {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_A_USERS.test(name)));
  return {
    command: process.execPath,
    words: [`${ROOT}src/cli/launch.mjs`, ...words],
    options: { cwd, env: { ...env, NO_COLOR: '1', ...more } },
  };
}

function startSanad(words: readonly string[], cwd: string, more: NodeJS.ProcessEnv): ChildProcess {
  const { command, words: all, options } = sanadCommand(words, cwd, more);
  return spawn(command, all, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    // The launcher waits for the program it starts: both are one group, so that both can be ended.
    detached: process.platform !== 'win32',
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.once('close', () => resolve());
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  });
}
