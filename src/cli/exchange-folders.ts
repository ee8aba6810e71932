import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

interface Program {
  readonly command: string;
  readonly toWords: (a: string, b: string) => readonly string[];
}

/** Numbers of the system call `renameat2` (https://man7.org/linux/man-pages/man2/renameat2.2.html), which perl asks for by number. */
const RENAMEAT2: Readonly<Partial<Record<NodeJS.Architecture, number>>> = { x64: 316, arm64: 276 };

/** The folder that paths are relative to (AT_FDCWD), and the flag that exchanges instead of replacing (RENAME_EXCHANGE). */
const [WORKING_FOLDER, EXCHANGE] = [-100, 2];

/**
 * Makes each of two folders stand where the other stood, in one step of which nobody ever sees a half. Node cannot ask
 * Linux for it, but programs can that most systems have: each does all of it or nothing. Returns false where there is
 * no such program, or the disk does not know how; throws when there are not two folders.
 */
export function exchangeFolders(a: string, b: string): boolean {
  const moved = toIdentity(a);
  return listPrograms().some(({ command, toWords }) => {
    spawnSync(command, toWords(a, b), { stdio: 'ignore' });
    // Not what the program says: one that was stopped right after it had done it says nothing.
    return toIdentity(b) === moved;
  });
}

function toIdentity(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return `${dev} ${ino}`;
}

/** GNU coreutils has it since 9.5, util-linux since 2.40; perl is part of every Debian. */
function listPrograms(): readonly Program[] {
  if (process.platform !== 'linux') return [];
  const number = RENAMEAT2[process.arch];
  return [
    { command: 'mv', toWords: (a, b) => ['--exchange', '--no-copy', '-T', '--', a, b] },
    { command: 'exch', toWords: (a, b) => ['--', a, b] },
    ...(number === undefined ? [] : [toPerl(number)]),
  ];
}

function toPerl(number: number): Program {
  const script = `my ($from, $to) = @ARGV; exit(syscall(${number}, ${WORKING_FOLDER}, $from, ${WORKING_FOLDER}, $to, ${EXCHANGE}) == 0 ? 0 : 1)`;
  return { command: 'perl', toWords: (a, b) => ['-e', script, '--', a, b] };
}
