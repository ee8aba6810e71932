import { readFileSync } from 'node:fs';
import type { CommandName, CommandOptions } from './parse-arguments.ts';
import { parseArguments } from './parse-arguments.ts';
import { findProject, type Project } from './project.ts';

type Command = (project: Project, options: CommandOptions) => Promise<number>;

/** Loaded when asked for: Astro alone takes most of a second, and `check` needs none of it. */
const COMMANDS: Record<CommandName, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).start,
  build: async () => (await import('./commands/build.ts')).build,
  check: async () => (await import('./commands/check.ts')).check,
  coverage: async () => (await import('./commands/coverage.ts')).coverage,
  rename: async () => (await import('./commands/rename.ts')).rename,
  dev: async () => (await import('./commands/dev.ts')).dev,
  preview: async () => (await import('./commands/preview.ts')).preview,
};

process.exit(await run(process.argv.slice(2)));

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
      const reading = findProject(parsed.options, process.cwd(), parsed.command === 'preview' ? 'optional' : 'needed');
      if (reading.status === 'refused') {
        process.stderr.write(`${reading.message}\n`);
        return 2;
      }
      const command = await COMMANDS[parsed.command]();
      return command(reading.project, parsed.options);
    }
  }
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
