import type { SiteConfig } from '../../schema/site-schema.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import type { Progress } from '../progress.ts';
import type { Project } from '../project.ts';
import { formatBytes, writePortable } from './write-portable.ts';

/** Above so many pages a copy from a disk opens slowly and unpacks for minutes. */
const MANY_PAGES = 5_000;

/** Writes the ZIP that `--portable` asks for, and says what became of it. Exit status: 0 when it is there. */
export async function publishPortable(
  { outputFolder, zipFile }: Pick<Project, 'outputFolder' | 'zipFile'>,
  site: SiteConfig,
  { base, url }: CommandOptions,
  progress: Progress,
): Promise<number> {
  progress.show('portable', 0, 1);
  const outcome = await writePortable({ folder: outputFolder, base, siteUrl: url ?? site.url }, zipFile);
  if (outcome.status === 'refused') {
    progress.finish('portable', 'not written');
    process.stderr.write(`The site is published, but ${zipFile} was not written: ${outcome.message}.\n`);
    return 1;
  }
  const { pages, files, bytes, unpacked } = outcome;
  progress.finish(
    'portable',
    `${zipFile}: ${pages} pages, ${files} files, ${formatBytes(bytes)} (${formatBytes(unpacked)} unpacked)`,
  );
  if (pages > MANY_PAGES) {
    process.stderr.write(`A portable copy is meant for up to ${MANY_PAGES} pages: this one will unpack slowly.\n`);
  }
  return 0;
}
