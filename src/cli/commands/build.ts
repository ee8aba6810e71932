import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { checkWeight } from '../../check/check-weight.ts';
import { printDiagnostics } from '../../diagnostic/print-diagnostics.ts';
import { writePublishingFiles } from '../../site/publishing/write-publishing-files.ts';
import { INDEX_FOLDER } from '../../search/index-files.ts';
import { listSiteFiles } from '../../site/list-site-files.ts';
import { SHARE } from '../../site/share/write-share-images.ts';
import { describeFile, type SiteFile } from '../../site/site-file.ts';
import { checkOutput, printOutputProblems, type CheckedOutput } from '../../site/check-output.ts';
import { startSearch, type Search } from '../start-search.ts';
import { drawSite, type Drawing, type Groundwork } from '../draw-site.ts';
import { compileChangedContent, report } from '../compile-content.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import { openProgress } from '../progress.ts';
import { INSTALLATION, SITE_MARK, type Project } from '../project.ts';
import { preparePlace, publishFolder, toBesideFolder } from '../publish-folder.ts';
import { dropSpare, fillSpareBeside, keepSpare } from '../spare-folder.ts';
import { publishPortable } from '../portable/publish-portable.ts';

/** Faults of a finished site that are shown: they come in hundreds, from one cause. */
const MOST_FAULTS_SHOWN = 20;

/** Proves, draws, indexes, holds the result against itself, and only then puts the new site in the place of the old one. */
export async function build(project: Project, options: CommandOptions): Promise<number> {
  const progress = openProgress();
  preparePlace(project.outputFolder);
  const compilation = await compileChangedContent(project, options.frozen ? 'frozen' : 'write', progress);
  if (compilation.status === 'refused') {
    report(compilation, project, options.format, 'all');
    process.stderr.write(`Nothing was written: ${options.out} is as it was.\n`);
    return 1;
  }
  report(compilation, project, options.format, 'problems');

  const beside = toBesideFolder(project.outputFolder);
  const spare = join(project.cacheFolder, 'spare');
  const removeBeside = (): void => rmSync(beside, { recursive: true, force: true });
  process.once('exit', removeBeside);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

  const { site, knowledgeBaseFile } = compilation;
  const running: { groundwork?: Groundwork; search?: Search; output?: CheckedOutput } = {};
  try {
    return await drawAndPublish();
  } finally {
    running.output?.close();
    await running.search?.close();
  }

  async function drawAndPublish(): Promise<number> {
    progress.show('draw', 0, 1);
    process.chdir(INSTALLATION); // Astro puts the pages' code under the working folder, from where it must find its packages.
    const drawing = await drawOrExplain();
    if (drawing === undefined) {
      process.stderr.write(`Nothing was written: ${options.out} is as it was.\n`);
      return 1;
    }
    if (drawing.status === 'standing') {
      progress.finish('draw', `${drawing.pages} pages; nothing has changed`);
      process.removeListener('exit', removeBeside);
      return writeCopies();
    }
    progress.finish(
      'draw',
      `${drawing.pages} pages${drawing.drawn < drawing.pages ? `, ${drawing.drawn} of them anew` : ''}`,
    );

    progress.show('search', 0, 1);
    const { documents, indexed } = (await running.search?.built) ?? { documents: 0, indexed: 0 };
    progress.finish('search', `${documents} documents${indexed < documents ? `, ${indexed} of them anew` : ''}`);

    const written = writePublishingFiles({
      outputFolder: beside,
      knowledgeBaseFile,
      base: options.base,
      siteUrl: options.url ?? site.url,
      hasSitemaps: drawing.hasSitemaps,
    });

    progress.show('verify', 0, 1);
    // Nothing changes in the folder any more but its mark.
    const filling = drawing.drawn === drawing.pages ? fillSpareBeside(beside, spare) : undefined;
    const output = (running.output = await checkOutput({
      ...{ folder: beside, base: options.base, siteUrl: options.url ?? site.url },
      list: drawing.files && listFiles(beside, drawing.files, written),
      memory: {
        file: join(project.cacheFolder, 'output.sqlite'),
        key: running.groundwork?.key ?? '',
        last: running.groundwork?.last?.id,
      },
    }));
    await filling;
    if (output.problems.length > 0) {
      if (filling) dropSpare(spare);
      process.stderr.write(printOutputProblems(output, MOST_FAULTS_SHOWN));
      process.stderr.write(`Nothing was written: ${options.out} is as it was.\n`);
      return 1;
    }
    progress.finish(
      'verify',
      `${output.files} files${output.examined < output.files ? `, ${output.examined} of them read` : ''}`,
    );

    const heavy = checkWeight(output.list);
    if (heavy.length > 0) process.stdout.write(printDiagnostics(heavy, options.format, { folder: `${options.out}/` }));

    const mark = `This folder is written by Sanad: the next build replaces it.\n${drawing.id}\n`;
    writeFileSync(join(beside, SITE_MARK), mark);
    publishFolder(beside, project.outputFolder, { discard: (old) => keepSpare(old, spare) });
    process.removeListener('exit', removeBeside);
    drawing.remember([...output.list, describeFile(project.outputFolder, SITE_MARK)]);
    output.remember(drawing.id);
    await running.search?.remember(drawing.id);
    return writeCopies();
  }

  async function writeCopies(): Promise<number> {
    return options.portable === undefined ? 0 : publishPortable(project, site, options, progress);
  }

  async function drawOrExplain(): Promise<Drawing | undefined> {
    try {
      return await drawSite({
        ...{ project, options, site, knowledgeBaseFile, spare, folder: beside },
        onProgress: (done, total) => progress.show('draw', done, total),
        onGroundwork: (groundwork) => {
          const { key, pagesFolder, last } = groundwork;
          running.groundwork = groundwork;
          running.search = startSearch({
            ...{ knowledgeBaseFile, key, pagesFolder, outputFolder: beside, languages: site.languages },
            memoryFile: join(project.cacheFolder, 'search.sqlite'),
            base: options.base,
            siteUrl: options.url ?? site.url,
            last: last && {
              ...{ id: last.id, recordFile: last.recordFile, folder: project.outputFolder },
              changed: [...last.changed],
            },
          });
        },
      });
    } catch (error) {
      const page = findFaultyPage(error, project.contentFolder);
      if (page === undefined) throw error;
      process.stderr.write(printFaultyPage(`${project.shownFolder}pages/${page}`, error));
      return undefined;
    }
  }
}

/** All files of a site of which most were kept: nobody need look into the folders of its pages. */
function listFiles(folder: string, known: readonly SiteFile[], written: readonly string[]): readonly SiteFile[] {
  const files = new Map(known.map((file) => [file.path, file]));
  for (const path of written) files.set(path, describeFile(folder, path));
  for (const name of [INDEX_FOLDER, SHARE]) {
    for (const file of listSiteFiles(join(folder, name)).files)
      files.set(`${name}/${file.path}`, { ...file, path: `${name}/${file.path}` });
  }
  return [...files.values()];
}

/** Free pages are code, and only their own author can mend it: the one whose module or text the error names. */
function findFaultyPage(error: unknown, contentFolder: string): string | undefined {
  const { message = '', stack = '' } = error as Partial<Error>;
  const folder = join(contentFolder, 'pages');
  if (message.includes('This is a bug in Sanad') || !existsSync(folder)) return undefined;
  const isNamed = (name: string): boolean =>
    stack.includes(`/chunks/${name.replace(/\.mdx$/, '')}_`) || message.includes(join(folder, name));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx') && isNamed(name))
    .toSorted((a, b) => b.length - a.length)[0];
}

function printFaultyPage(file: string, error: unknown): string {
  const { message, stack } = error as Partial<Error>;
  const trace = process.env['SANAD_DEBUG'] ? `${stack ?? ''}\n` : '';
  return `${file}  error\n  The code of this page stopped: ${stripVTControlCharacters(message ?? String(error)).trim()}\n  Fix: mend its expressions and imports; SANAD_DEBUG=1 shows where it stopped.\n${trace}`;
}
