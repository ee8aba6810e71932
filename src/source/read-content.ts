import { lstatSync, readFileSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostic/compare-text.ts';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';

/** A text file of the content folder. `path` is relative to it, with POSIX slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What stands in a content folder. */
export interface ContentListing {
  /** Paths of texts, sorted, so that nothing depends on the order of a file system. */
  readonly texts: readonly string[];
  /** Paths of files that are neither text nor hidden: pictures. */
  readonly assets: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Content {
  /** Sorted by path. */
  readonly files: readonly SourceFile[];
  readonly assets: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export type TextReading =
  | { readonly status: 'read'; readonly file: SourceFile }
  | { readonly status: 'refused'; readonly diagnostic: Diagnostic };

const TEXT_FILE = /\.(mdx|yaml|json)$/;
const ASSET_FILE = /\.(avif|gif|jpe?g|png|svg|webp)$/i;
/** A text longer than this is no article: it is a mistake, and would stall every later step. In bytes. */
const MAX_BYTES = 4_000_000;
/** Pictures of a page that is to be read on a telephone are a hundred times smaller. In bytes. */
const MAX_PICTURE_BYTES = 20_000_000;
/** Sites are made for a hundred thousand entities; far beyond that a folder was named by mistake. */
const MAX_FILES = 500_000;

/** Reads all texts of a content folder at once: for a command that changes many of them. */
export function readContent(folder: string, maxFiles = MAX_FILES): Content {
  const { texts, assets, diagnostics } = listContent(folder, maxFiles);
  const readings = texts.map((path) => readText(folder, path));
  return {
    files: readings.flatMap((one) => (one.status === 'read' ? [one.file] : [])),
    assets,
    diagnostics: [...diagnostics, ...readings.flatMap((one) => (one.status === 'refused' ? [one.diagnostic] : []))],
  };
}

/**
 * Lists the whole content folder; nowhere else is content looked for. Hidden files are left alone; links, and what is
 * neither file nor folder, are refused. `maxFiles` is for tests of that limit.
 */
export function listContent(folder: string, maxFiles = MAX_FILES): ContentListing {
  const texts: string[] = [];
  const assets: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const listing: Listing = { folder, maxFiles, paths: [], stats: [], diagnostics };
  listFiles(listing, '');
  if (listing.paths.length > maxFiles) {
    return {
      texts: [],
      assets: [],
      diagnostics: [
        diagnose(
          'limit-passed',
          { file: '.' },
          {
            message: `The content folder has more than ${maxFiles} files.`,
            fix: 'Name the folder that holds site.yaml, or part the site in two.',
          },
        ),
      ],
    };
  }
  for (const path of listing.paths) {
    if (isPicture(path)) assets.push(path);
    else if (TEXT_FILE.test(path)) texts.push(path);
    else {
      diagnostics.push(
        diagnose(
          'file-misplaced',
          { file: path },
          {
            message: 'A file of this type is not read.',
            fix: 'Use .mdx for texts and .avif, .gif, .jpg, .png, .svg or .webp for pictures, or move the file out of the content folder.',
          },
        ),
      );
    }
  }
  return { texts, assets, diagnostics };
}

/** Reads one text of a content folder. */
export function readText(folder: string, path: string): TextReading {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, path)));
    return { status: 'read', file: { path, text } };
  } catch (error) {
    return { status: 'refused', diagnostic: unreadable(path, error) };
  }
}

/** Whether a file of the content folder is a picture, by its name. */
export function isPicture(path: string): boolean {
  return ASSET_FILE.test(path);
}

/**
 * What tells whether anything in a content folder was touched: path, size and times of every file, without reading one,
 * and what is refused unread. The same text means the same content, unless somebody set the clock back.
 */
export function describeContent(folder: string): string {
  const listing: Listing = { folder, maxFiles: MAX_FILES, paths: [], stats: [], diagnostics: [] };
  listFiles(listing, '');
  const files = listing.stats.map((stat, at) => describeFile(listing.paths[at] ?? '', stat));
  return [...files, JSON.stringify(listing.diagnostics)].join('\n');
}

/** The same description after some texts were written: whatever else was touched since is described as it was. */
export function describeAgain(folder: string, description: string, written: readonly string[]): string {
  const files = description.split('\n');
  const refused = files.pop() ?? '';
  const lines = new Map(files.map((line) => [line.slice(0, line.indexOf('\t')), line]));
  for (const path of written) lines.set(path, describeFile(path, lstatSync(join(folder, path))));
  // Folder by folder, as they are listed.
  const sorted = Array.from(lines, ([path, line]) => ({ key: path.replaceAll('/', '\0'), line })).toSorted((a, b) =>
    compareText(a.key, b.key),
  );
  return [...sorted.map(({ line }) => line), refused].join('\n');
}

function describeFile(path: string, { size, mtimeMs, ctimeMs }: Stats): string {
  return `${path}\t${size}\t${mtimeMs}\t${ctimeMs}`;
}

interface Listing {
  readonly folder: string;
  readonly maxFiles: number;
  readonly paths: string[];
  /** Of each path. */
  readonly stats: Stats[];
  readonly diagnostics: Diagnostic[];
}

/** Lists what may be read, sorted; stops once there is more than any site has. */
function listFiles(listing: Listing, under: string): void {
  const { folder, maxFiles, paths, stats, diagnostics } = listing;
  let names: string[];
  try {
    names = readdirSync(join(folder, under)).sort();
  } catch (error) {
    diagnostics.push(unreadable(under === '' ? '.' : under, error));
    return;
  }
  for (const name of names) {
    if (name.startsWith('.')) continue;
    if (paths.length > maxFiles) return;
    const path = under === '' ? name : `${under}/${name}`;
    const stat = readStat(folder, path, diagnostics);
    if (stat?.isDirectory() === true) listFiles(listing, path);
    else if (stat !== undefined && !isRefused(path, stat, diagnostics)) {
      paths.push(path);
      stats.push(stat);
    }
  }
}

function readStat(folder: string, path: string, diagnostics: Diagnostic[]): Stats | undefined {
  try {
    return lstatSync(join(folder, path));
  } catch (error) {
    diagnostics.push(unreadable(path, error));
    return undefined;
  }
}

/** What is not even opened: links, pipes and devices, and files of a size that nobody means. */
function isRefused(path: string, stat: Stats, diagnostics: Diagnostic[]): boolean {
  const refuse = (message: string, fix: string): boolean => {
    diagnostics.push(diagnose('file-unreadable', { file: path }, { message, fix }));
    return true;
  };
  if (stat.isSymbolicLink()) {
    return refuse(
      'A symbolic link may lead out of the content folder, so it is not followed.',
      'Put the file itself here.',
    );
  }
  if (!stat.isFile()) return refuse('This is neither a file nor a folder.', 'Remove it.');
  const [most, what] = isPicture(path) ? [MAX_PICTURE_BYTES, 'picture'] : [MAX_BYTES, 'text'];
  if (stat.size <= most) return false;
  return refuse(
    `A ${what} may have at most ${most / 1_000_000} MB; this one has ${Math.ceil(stat.size / 100_000) / 10} MB.`,
    what === 'text' ? 'Cut it into several files.' : 'Make it smaller.',
  );
}

function unreadable(path: string, error: unknown): Diagnostic {
  const isEncoding = error instanceof TypeError;
  return diagnose(
    'file-unreadable',
    { file: path },
    {
      message: isEncoding ? 'The file is not UTF-8 text.' : `The system does not let it be read (${errorCode(error)}).`,
      fix: isEncoding ? 'Save it again as UTF-8.' : 'Check that it exists and that you may read it.',
    },
  );
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
