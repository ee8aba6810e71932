import { diagnose, sortDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';

/** A file of a finished site, by its path there with POSIX slashes. */
export interface WeighedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Bytes of a page, and of a file of data that pages load without being asked, before they are compressed. */
export const MOST_BYTES = { page: 300_000, data: 1_000_000 } as const;

/** Folders of files that pages load. Lists, feeds and sitemaps are for those who ask for them. */
const LOADED = /(?:^|\/)(?:previews|pagefind)\//;

/** Whether a file is heavier than its readers should have to wait for. */
function isHeavy({ path, size }: WeighedFile): boolean {
  return size > mostOf(path);
}

/** Every page, and every file that pages load, that is too heavy. Lists are cut into pages; a text that an author wrote is not. */
export function checkWeight(files: readonly WeighedFile[]): Diagnostic[] {
  return sortDiagnostics(
    files.filter(isHeavy).map(({ path, size }) =>
      diagnose(
        'page-heavy',
        { file: path },
        {
          message: path.endsWith('.html')
            ? 'This page is so large that it opens late on a telephone.'
            : 'Pages load this file, and it is so large that it comes late on a telephone.',
          values: [
            { label: 'is', text: toKilobytes(size) },
            { label: 'most', text: toKilobytes(mostOf(path)) },
          ],
          fix: 'Divide the article or the entity that it shows into several files.',
        },
      ),
    ),
  );
}

function mostOf(path: string): number {
  if (path.endsWith('.html')) return MOST_BYTES.page;
  return LOADED.test(path) ? MOST_BYTES.data : Number.POSITIVE_INFINITY;
}

function toKilobytes(bytes: number): string {
  return `${String(Math.round(bytes / 1000)).replace(/\B(?=(\d{3})+$)/g, ',')} KB`;
}
