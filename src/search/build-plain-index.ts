import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

export interface PlainIndexSettings {
  /** The finished site; the index is written into its `pagefind` folder. */
  readonly outputFolder: string;
}

export interface PlainIndexReport {
  readonly pages: number;
}

/**
 * Indexes the pages of a finished site that say what of them is to be searched (`data-pagefind-body`), one index for each
 * language. Pages go in one after the other in the order of their paths: names of index files follow from that order.
 */
export async function buildPlainIndex({ outputFolder }: PlainIndexSettings): Promise<PlainIndexReport> {
  const { index, errors } = await createIndex({ excludeSelectors: ['.cite'] });
  if (index === undefined) throw new Error(`Pagefind could not begin: ${errors.join('; ')}`);
  try {
    const paths = globSync('**/*.html', { cwd: outputFolder })
      .map((path) => path.replaceAll('\\', '/'))
      .toSorted();
    let pages = 0;
    for (const path of paths) {
      const content = await readFile(join(outputFolder, path), 'utf8');
      if (!content.includes('data-pagefind-body')) continue;
      throwIfAny((await index.addHTMLFile({ sourcePath: path, content })).errors, path);
      pages += 1;
    }
    const { errors: problems, files } = await index.getFiles();
    throwIfAny(problems, outputFolder);
    for (const { path, content } of files) {
      if (isUnused(path)) continue;
      const file = join(outputFolder, 'pagefind', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return { pages };
  } finally {
    await close();
  }
}

/** Pagefind's own interface: the site has one of its own. */
function isUnused(path: string): boolean {
  return /^pagefind-(?:.*ui|highlight)\./.test(path);
}

function throwIfAny(errors: readonly string[], where: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index ${where}: ${errors.join('; ')}`);
}
