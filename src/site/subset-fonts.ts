import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { KnowledgeBase } from '../compiler/knowledge-base.ts';
import { FACES, isInRanges, parseRanges, SAFE, splitRanges, type CodeRange, type FontRule } from './font-faces.ts';
import { STRINGS } from './strings.ts';

/** Features that text is set with by itself, and digits of one width; what only a style sheet could ask for is left out. */
const FEATURES = [
  ...['ccmp', 'locl', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'clig', 'rclt'],
  ...['curs', 'kern', 'mark', 'mkmk', 'tnum'],
];
/** Subsets of the packages: the scripts of the site are cut down to what it holds, the others are fetched only if needed. */
const SCRIPTS = [
  { script: 'arabic', isCut: true },
  { script: 'latin', isCut: true },
  { script: 'latin-ext', isCut: false },
] as const;

/** The packages' files of one face, and where its licence stands. */
export function findFontPackage(name: string): { readonly folder: string; readonly licence: string } {
  const folder = dirname(fileURLToPath(import.meta.resolve(`@fontsource/${name}/package.json`)));
  return { folder, licence: join(folder, 'LICENSE') };
}

/**
 * Cuts the fonts down to the characters of the site and the safe ones. All others stay in the packages' own files, which a
 * browser fetches only when it meets one. What is cut is kept under `folder` by what it was cut from.
 */
export async function subsetFonts(kb: KnowledgeBase, folder: string): Promise<readonly FontRule[]> {
  const used = listCharacters(kb);
  const isWanted = (code: number): boolean => used.has(code) || isInRanges(code, SAFE);
  const rules: FontRule[] = [];
  for (const { family, name, weights } of FACES) {
    const source = findFontPackage(name).folder;
    const scripts = JSON.parse(readFileSync(join(source, 'unicode.json'), 'utf8')) as Record<string, string>;
    for (const weight of weights) {
      for (const { script, isCut } of SCRIPTS) {
        const whole = join(source, 'files', `${name}-${script}-${weight}-normal.woff2`);
        const { wanted, rest } = splitRanges(parseRanges(scripts[script] ?? ''), (code) => isCut && isWanted(code));
        if (wanted.length > 0) {
          const file = await cutFont(whole, wanted, folder, `${name}-${script}-${weight}`);
          rules.push({ family, weight, file, ranges: wanted, isRare: false });
        }
        if (rest.length > 0) rules.push({ family, weight, file: whole, ranges: rest, isRare: true });
      }
    }
  }
  return rules;
}

async function cutFont(file: string, ranges: readonly CodeRange[], folder: string, name: string): Promise<string> {
  const font = readFileSync(file);
  const codes = ranges.flatMap(([start, end]) => Array.from({ length: end - start + 1 }, (_, index) => start + index));
  const text = String.fromCodePoint(...codes);
  const key = createHash('sha256').update(font).update(text).update(FEATURES.join()).digest('hex').slice(0, 12);
  // The key is a folder: in the site the bundler puts one of its own into the name, and every page bears that name.
  const target = join(folder, key, `${name}.woff2`);
  if (!existsSync(target)) {
    const cut = await subsetFont(font, text, { targetFormat: 'woff2', keepFeatures: FEATURES, noHinting: true });
    mkdirSync(dirname(target), { recursive: true });
    const beside = `${target}.${process.pid}`;
    writeFileSync(beside, cut);
    renameSync(beside, target);
  }
  return target;
}

/** Code points of everything that pages may say; ASCII is among the safe ones. */
function listCharacters(kb: KnowledgeBase): ReadonlySet<number> {
  const text = kb.characters() + JSON.stringify(STRINGS);
  return new Set(Array.from(text, (sign) => sign.codePointAt(0) ?? 0));
}
