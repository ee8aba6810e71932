import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** In each finished press. */
export const DESCRIPTION = 'press.json';

/** Where a process makes a press before it stands in its place. */
export function toUnfinishedFolder(press: string): string {
  return `${press}-${process.pid}`;
}

/**
 * Removes what nobody will draw with any more: presses that a killed build began, and presses of projects that are gone.
 * @param folder - where presses are kept, each in `press-HASH`
 */
export function removeStalePresses(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const found = /^press-[0-9a-f]+(?:-(?<pid>\d+))?$/.exec(name);
    if (found === null) continue;
    const pid = found.groups?.['pid'];
    const isStale = pid === undefined ? isOrphan(join(folder, name)) : !isRunning(Number(pid));
    if (isStale) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isOrphan(press: string): boolean {
  try {
    const { project } = JSON.parse(readFileSync(join(press, DESCRIPTION), 'utf8')) as { readonly project?: unknown };
    return typeof project !== 'string' || !existsSync(project);
  } catch {
    // Another build puts a new one in its place just now, or it is damaged: its project makes another.
    return false;
  }
}

/** Whether there is a process of this number: the one that was meant, unless the system has given the number to another since. */
export function isRunning(pid: number): boolean {
  try {
    // Signal 0 is sent to nobody: it only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
