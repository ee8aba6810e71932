import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandOptions } from '../parse-arguments.ts';
import type { Project } from '../project.ts';
import { serveFolder } from '../serve-folder.ts';

const PORT = 4321;

/** Serves what was built until it is stopped. */
export async function preview(
  { outputFolder }: Pick<Project, 'outputFolder'>,
  { base, host, port, out }: CommandOptions,
): Promise<number> {
  if (!existsSync(join(outputFolder, 'index.html'))) {
    process.stderr.write(`There is no site in \`${out}\` yet. Fix: run \`sanad build\` first.\n`);
    return 1;
  }
  const server = await serveFolder({ folder: outputFolder, base, host, port: port ?? PORT });
  process.stdout.write(`\n  The site is at ${server.url}\n  Stop it with Ctrl-C.\n\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return 0;
}
