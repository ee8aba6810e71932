import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { findLineStarts, toPoint, type Point } from '../diagnostic/place.ts';
import { cleanSvg } from './clean-svg.ts';

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
/** Browsers hold four bytes for each pixel of a picture, however small its file is. */
const MAX_PIXELS = 40_000_000;

/** What sharp calls the formats of the names that pictures may have. */
const FORMATS: Readonly<Record<string, string>> = {
  '.avif': 'heif',
  '.gif': 'gif',
  '.jpeg': 'jpeg',
  '.jpg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
};

/** Pictures may lie anywhere in the content folder; their paths in it, sorted, with POSIX slashes. Links are not followed. */
export function listPictures(contentFolder: string): readonly string[] {
  const list = (under: string): readonly string[] =>
    readdirSync(join(contentFolder, under), { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) return list(path);
      return entry.isFile() && PICTURE.test(entry.name) ? [path] : [];
    });
  return [...list('')].sort();
}

/** The bytes of a picture as the site may show them: a drawing is written anew without what could run in it. */
export function readPicture(contentFolder: string, path: string): Uint8Array {
  const bytes = readFileSync(resolve(contentFolder, path));
  if (!path.toLowerCase().endsWith('.svg')) return bytes;
  const cleaning = cleanSvg(bytes.toString('utf8'));
  if (cleaning.status === 'cleaned') return Buffer.from(cleaning.text);
  throw new Error(`This is a bug in Sanad: ${path} should have been refused before, ${cleaning.reason}.`);
}

/** Writes all pictures of the content into a folder of the site. */
export function copyPictures(contentFolder: string, folder: string): void {
  for (const path of listPictures(contentFolder)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, readPicture(contentFolder, path));
  }
}

/** Everything wrong with pictures of a content folder: no picture, another format than the name says, too many pixels. */
export async function checkPictures(
  contentFolder: string,
  paths: readonly string[] = listPictures(contentFolder),
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const problem = path.toLowerCase().endsWith('.svg')
      ? checkDrawing(contentFolder, path)
      : await checkPixels(contentFolder, path);
    if (problem !== undefined) diagnostics.push(problem);
  }
  return diagnostics;
}

function checkDrawing(contentFolder: string, path: string): Diagnostic | undefined {
  const text = readFileSync(resolve(contentFolder, path), 'utf8');
  const cleaning = cleanSvg(text);
  if (cleaning.status === 'cleaned') return undefined;
  const { reason, offset } = cleaning;
  const fix =
    reason === 'it holds a style sheet'
      ? 'Save it with «presentation attributes» instead of a style sheet.'
      : 'Save it again as plain SVG from the program it was drawn with.';
  return refuse(path, `The drawing cannot be shown safely: ${reason}.`, fix, toPoint(findLineStarts(text), offset));
}

async function checkPixels(contentFolder: string, path: string): Promise<Diagnostic | undefined> {
  const expected = FORMATS[extname(path).toLowerCase()];
  try {
    // Loaded when there is something to be read with it.
    const { default: sharp } = await import('sharp');
    // Reads the head of the file alone.
    const { format, width, height } = await sharp(resolve(contentFolder, path), { limitInputPixels: false }).metadata();
    if (format !== expected) {
      return refuse(
        path,
        `The name says ${extname(path)}, and the file is ${format}.`,
        'Save it again in the format of its name.',
      );
    }
    if (width * height <= MAX_PIXELS) return undefined;
    return refuse(
      path,
      `A picture may have at most ${MAX_PIXELS / 1_000_000} million pixels; this one has ${width} × ${height}.`,
      'Make it smaller.',
    );
  } catch {
    // Whatever the decoder stumbled over, the file is not what its name says.
    return refuse(path, 'The file is not a picture that can be read.', 'Save it again, or remove it.');
  }
}

function refuse(file: string, message: string, fix: string, point?: Point): Diagnostic {
  return diagnose('picture-refused', { file, point }, { message, fix });
}
