import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds between two looks at the memory of the processes. */
const GLANCE = 100;
/** Clock ticks of /proc in a second. */
const TICKS = 100;

/** What a command took, with all processes that it started. */
export interface ProcessRun {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Processor seconds. */
  readonly cpu: number;
  /** Most memory of all processes together, in MB; pages that they share count in each. */
  readonly memory: number;
  readonly status: number | null;
  /** All that it printed. */
  readonly said: string;
}

/** Runs a command and measures it. Linux only: memory and processor time are read from /proc. One at a time. */
export async function measureProcess(
  program: string,
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ProcessRun> {
  const before = readChildTime();
  const start = performance.now();
  const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let memory = 0;
  const glance = setInterval(() => (memory = Math.max(memory, readTreeMemory(child.pid ?? 0))), GLANCE);
  const status = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  });
  clearInterval(glance);
  return {
    wall: (performance.now() - start) / 1000,
    cpu: readChildTime() - before,
    memory: memory / 1024,
    status,
    said,
  };
}

/** How many files a folder holds, and how many bytes they have. */
export function weighFolder(folder: string): { readonly files: number; readonly bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}

/** Processor seconds of all processes that this one started and that ended. */
function readChildTime(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** Resident memory of a process and all below it, in KB; pages that they share count in each. */
export function readTreeMemory(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // It ended between two looks.
    }
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === root) return true;
    return false;
  };
  let sum = 0;
  for (const pid of parents.keys()) {
    if (!isBelow(pid)) continue;
    try {
      sum += Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended between two looks.
    }
  }
  return sum;
}
