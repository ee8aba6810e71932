import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';

/** A text file of the content folder. `path` is relative to it, with POSIX slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Content {
  /** Sorted by path, so that nothing depends on the order of a file system. */
  readonly files: readonly SourceFile[];
  /** Paths of files that are neither text nor hidden: pictures. */
  readonly assets: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const TEXT_FILE = /\.(mdx|yaml|json)$/;
const ASSET_FILE = /\.(avif|gif|jpe?g|png|svg|webp)$/i;
/** A text longer than this is no article: it is a mistake, and would stall every later step. In bytes. */
const MAX_BYTES = 4_000_000;

/** Reads the whole content folder, the only place where content is read. Hidden files are left alone; links are refused. */
export function readContent(folder: string): Content {
  const files: SourceFile[] = [];
  const assets: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of listFiles(folder, '', diagnostics)) {
    if (ASSET_FILE.test(path)) assets.push(path);
    else if (TEXT_FILE.test(path)) {
      const text = readText(join(folder, path), path, diagnostics);
      if (text !== undefined) files.push({ path, text });
    } else {
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
  return { files, assets, diagnostics };
}

/**
 * What tells whether anything in a content folder was touched: path, size and times of every file, without reading one.
 * The same text means the same content, unless somebody set the clock back.
 */
export function describeContent(folder: string): string {
  return listFiles(folder, '', [])
    .map((path) => {
      const { size, mtimeMs, ctimeMs } = lstatSync(join(folder, path));
      return `${path}\t${size}\t${mtimeMs}\t${ctimeMs}`;
    })
    .join('\n');
}

function listFiles(folder: string, under: string, diagnostics: Diagnostic[]): string[] {
  let names: string[];
  try {
    names = readdirSync(join(folder, under)).sort();
  } catch (error) {
    diagnostics.push(unreadable(under === '' ? '.' : under, error));
    return [];
  }
  return names.flatMap((name) => {
    const path = under === '' ? name : `${under}/${name}`;
    if (name.startsWith('.')) return [];
    const stat = lstatSync(join(folder, path));
    if (stat.isSymbolicLink()) {
      diagnostics.push(
        diagnose(
          'file-unreadable',
          { file: path },
          {
            message: 'A symbolic link may lead out of the content folder, so it is not followed.',
            fix: 'Put the file itself here.',
          },
        ),
      );
      return [];
    }
    return stat.isDirectory() ? listFiles(folder, path, diagnostics) : [path];
  });
}

function readText(file: string, path: string, diagnostics: Diagnostic[]): string | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > MAX_BYTES) {
      diagnostics.push(
        diagnose(
          'file-unreadable',
          { file: path },
          {
            message: `A text may have at most ${MAX_BYTES / 1_000_000} MB; this one has ${Math.ceil(bytes.length / 100_000) / 10} MB.`,
            fix: 'Cut it into several files.',
          },
        ),
      );
      return undefined;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    diagnostics.push(unreadable(path, error));
    return undefined;
  }
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
