import { readFileSync } from 'node:fs';
import type { CommandName, CommandOptions } from './parse-arguments.ts';
import { parseArguments } from './parse-arguments.ts';
import { findProject, type FolderUse, type Project } from './project.ts';
import { healPlace } from './publish-folder.ts';

type Command = (project: Project, options: CommandOptions) => Promise<number>;

interface LoadableCommand {
  readonly use: FolderUse | ((options: CommandOptions) => FolderUse);
  /** Loaded when asked for: Astro alone takes most of a second, and `check` needs none of it. */
  readonly load: () => Promise<Command>;
}

const READ: FolderUse = { content: 'read', output: 'unused' };
const FINISHED: FolderUse = { content: 'unused', output: 'read' };
const REPLACE: FolderUse = { content: 'read', output: 'replaced' };

const COMMANDS: Record<CommandName, LoadableCommand> = {
  start: { use: REPLACE, load: async () => (await import('./commands/start.ts')).start },
  build: { use: REPLACE, load: async () => (await import('./commands/build.ts')).build },
  check: {
    // What a host takes is asked of the finished site alone.
    use: ({ target }) => (target === undefined ? READ : FINISHED),
    load: async () => (await import('./commands/check.ts')).check,
  },
  coverage: { use: READ, load: async () => (await import('./commands/coverage.ts')).coverage },
  export: { use: READ, load: async () => (await import('./commands/export.ts')).exportGraph },
  rename: { use: READ, load: async () => (await import('./commands/rename.ts')).rename },
  dev: { use: READ, load: async () => (await import('./commands/dev.ts')).dev },
  preview: {
    use: FINISHED,
    load: async () => (await import('./commands/preview.ts')).preview,
  },
};

/** What the system's refusals mean to whoever typed the command. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'The system does not allow it',
  EPERM: 'The system does not allow it',
  EROFS: 'The disk cannot be written to',
  ENOSPC: 'The disk is full',
  EIO: 'The disk has a fault',
  EMFILE: 'Too many files are open',
  EBUSY: 'Another program uses it, or it is a disk of its own that cannot be replaced',
  EADDRINUSE: 'The port is taken; name another with --port',
};

/** Result codes of SQLite for what the system refuses it (https://sqlite.org/rescode.html): its errors name no others. */
const SQLITE_ERRORS: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' };

/**
 * Astro counts its users over the network, asks there for newer versions, and keeps files in the home folder, unless it
 * is told not to: no command of this program speaks to anybody, and none writes where it has no business.
 */
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });

process.exit(await run(process.argv.slice(2)).catch(explain));

/** 0 clean, 1 problems in the content, 2 wrong usage. */
async function run(words: readonly string[]): Promise<number> {
  const parsed = parseArguments(words, Boolean(process.env['CI']) && process.env['CI'] !== 'false');
  switch (parsed.status) {
    case 'help':
      process.stdout.write(parsed.text);
      return 0;
    case 'version':
      process.stdout.write(`${readVersion()}\n`);
      return 0;
    case 'refused':
      process.stderr.write(`${parsed.message}\n`);
      return 2;
    case 'command': {
      const { use } = COMMANDS[parsed.command];
      const reading = findProject(parsed.options, process.cwd(), typeof use === 'function' ? use(parsed.options) : use);
      if (reading.status === 'refused') {
        process.stderr.write(`${reading.message}\n`);
        return 2;
      }
      healPlace(reading.project.outputFolder);
      const command = await COMMANDS[parsed.command].load();
      return command(reading.project, parsed.options);
    }
  }
}

/** The system's refusal behind an error, also where another program has wrapped it. */
function findSystemError(error: unknown): string | undefined {
  const { code, errcode, cause, message } = error as {
    code?: string;
    errcode?: number;
    cause?: unknown;
    message?: string;
  };
  // An error that comes from a thread has lost its code, but Node begins its message with it.
  const said = code ?? /^(?:Error: )?(E[A-Z]+): /.exec(message ?? '')?.[1];
  // The low byte says what happened, the rest in which of SQLite's calls.
  const name = errcode === undefined ? said : SQLITE_ERRORS[errcode & 0xff];
  const own = name === undefined ? undefined : SYSTEM_ERRORS[name];
  return own ?? (cause instanceof Error ? findSystemError(cause) : undefined);
}

/** What no check foresaw: the system's refusals in a sentence, our own faults as such, with the trace only when asked for. */
function explain(error: unknown): number {
  const { path, message, stack } = error as Partial<NodeJS.ErrnoException>;
  const system = findSystemError(error);
  if (system !== undefined)
    process.stderr.write(`${system}${path === undefined ? '' : `: ${path}`}. Nothing was published.\n`);
  else {
    process.stderr.write(`This is a bug in Sanad, not in your content: ${message ?? String(error)}\n`);
    process.stderr.write(
      process.env['SANAD_DEBUG'] ? `${stack ?? ''}\n` : 'Set SANAD_DEBUG=1 to see where it happened.\n',
    );
  }
  return 1;
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
