import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkHost } from '../../check/check-host.ts';
import type { Host } from '../../check/host-limits.ts';
import { hasErrors } from '../../diagnostic/diagnostic.ts';
import { printDiagnostics } from '../../diagnostic/print-diagnostics.ts';
import { measureSite } from '../measure-site.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import type { Project } from '../project.ts';

/** Says before an upload which limits of a host the finished site would break. */
export function checkForHost(
  host: Host,
  { outputFolder }: Pick<Project, 'outputFolder'>,
  { out, format }: Pick<CommandOptions, 'out' | 'format'>,
): number {
  if (!existsSync(join(outputFolder, 'index.html'))) {
    process.stderr.write(`There is no site in \`${out}\` yet. Fix: run \`sanad build\` first.\n`);
    return 1;
  }
  const site = measureSite(outputFolder);
  const diagnostics = checkHost(host, site);
  const shown = relative(process.cwd(), outputFolder).split(sep).join('/');
  if (format === 'text' && diagnostics.length === 0)
    process.stdout.write(
      `${String(site.files)} files, ${(site.bytes / 1_000_000).toFixed(1)} MB: within the limits.\n`,
    );
  else process.stdout.write(printDiagnostics(diagnostics, format, { folder: `${shown}/` }));
  return hasErrors(diagnostics) ? 1 : 0;
}
