import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build as buildPages } from 'astro';
import { buildPlainIndex } from '../../search/build-plain-index.ts';
import { toSiteConfig } from '../to-site-config.ts';
import { compileContent, report } from '../compile-content.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import { openProgress } from '../progress.ts';
import { INSTALLATION, type Project } from '../project.ts';
import { publishFolder } from '../publish-folder.ts';

/** Proves, draws, indexes, and only then puts the new site in the place of the old one. */
export async function build(project: Project, options: CommandOptions): Promise<number> {
  const progress = openProgress();
  const compilation = await compileContent(project, options.frozen ? 'frozen' : 'write', progress);
  if (compilation.status === 'refused') {
    report(compilation, project, options.format, 'all');
    process.stderr.write(`Nothing was written: ${options.out} is as it was.\n`);
    return 1;
  }
  report(compilation, project, options.format, 'problems');

  // Within the installation: the pages' code is run from there and finds its packages by walking upwards.
  const beside = join(INSTALLATION, '.sanad', `building-${process.pid}`);
  const removeBeside = (): void => rmSync(beside, { recursive: true, force: true });
  process.once('exit', removeBeside);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  mkdirSync(beside, { recursive: true });

  const site = compilation.graph.site;
  progress.show('draw', 0, 1);
  process.chdir(INSTALLATION); // Astro puts the pages' code under the working folder, from where it must find its packages.
  await buildPages(toSiteConfig({ ...project, outputFolder: beside }, compilation.knowledgeBaseFile, site, options));
  progress.finish('draw', `${countFiles(beside, '.html')} pages`);

  progress.show('search', 0, 1);
  const { pages } = await buildPlainIndex({ outputFolder: beside });
  progress.finish('search', `${pages} pages`);

  publishFolder(beside, project.outputFolder);
  process.removeListener('exit', removeBeside);
  return 0;
}

function countFiles(folder: string, ending: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith(ending) && statSync(join(folder, name)).isFile(),
  ).length;
}
