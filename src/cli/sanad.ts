import { readFileSync } from 'node:fs';
import type { CommandName, CommandOptions } from './parse-arguments.ts';
import { parseArguments } from './parse-arguments.ts';
import { findProject, type FolderUse, type Project } from './project.ts';

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
  EMFILE: 'Too many files are open',
  EADDRINUSE: 'The port is taken; name another with --port',
};

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
      const command = await COMMANDS[parsed.command].load();
      return command(reading.project, parsed.options);
    }
  }
}

/** What no check foresaw: the system's refusals in a sentence, our own faults as such, with the trace only when asked for. */
function explain(error: unknown): number {
  const { code, path, message, stack } = error as Partial<NodeJS.ErrnoException>;
  const system = code === undefined ? undefined : SYSTEM_ERRORS[code];
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
