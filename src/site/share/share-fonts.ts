import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { parseRanges } from '../font-faces.ts';
import { findFontPackage } from '../subset-fonts.ts';

/** What the cards are set in. */
const FONTS = [
  { name: 'noto-naskh-arabic', weight: 700 },
  { name: 'ibm-plex-sans-arabic', weight: 400 },
  { name: 'ibm-plex-sans-arabic', weight: 600 },
] as const;
const SCRIPTS = ['arabic', 'latin', 'latin-ext'] as const;

/** Fonts unpacked for the drawing of pictures. */
export interface ShareFonts {
  /** For fontconfig: these fonts, and none of the machine's. */
  readonly configFile: string;
  /** Of the fonts' bytes. */
  readonly hash: string;
}

/** Unpacks the packages' fonts once: a text that is drawn to a picture needs them as they were before they were packed for the web. */
export async function unpackShareFonts(folder: string): Promise<ShareFonts> {
  const files = FONTS.flatMap(({ name, weight }) => SCRIPTS.map((script) => readFont(name, script, weight)));
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  const key = hash.digest('hex').slice(0, 16);
  const place = join(folder, `fonts-${key}`);
  const configFile = join(place, 'fonts.conf');
  for (const { name, bytes, text } of files) {
    const file = join(place, 'faces', `${name}.ttf`);
    if (!existsSync(file)) writeWhole(file, await subsetFont(bytes, text, { targetFormat: 'sfnt' }));
  }
  // The cache of another place of these fonts would be of no use: they may have been moved.
  writeWhole(
    configFile,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(join(place, 'faces'))}</dir>
  <cachedir>${escapeXml(join(place, 'cache'))}</cachedir>
</fontconfig>
`,
  );
  return { configFile, hash: key };
}

function readFont(
  name: string,
  script: string,
  weight: number,
): { readonly name: string; readonly bytes: Buffer; readonly text: string } {
  const { folder } = findFontPackage(name);
  const scripts = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const codes = parseRanges(scripts[script] ?? '').flatMap(([start, end]) =>
    Array.from({ length: end - start + 1 }, (_, index) => start + index),
  );
  const file = `${name}-${script}-${weight}-normal`;
  return {
    name: file,
    bytes: readFileSync(join(folder, 'files', `${file}.woff2`)),
    text: String.fromCodePoint(...codes),
  };
}

function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
