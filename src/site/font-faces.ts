/** A face of the site: a family in the weights that it is used in. */
export interface Face {
  readonly family: string;
  /** Name of its package under `@fontsource`. */
  readonly name: string;
  readonly weights: readonly number[];
  /** Of the line, as parts of the font size; read from the fonts' own tables. */
  readonly ascent: number;
  readonly descent: number;
}

/** Code points from `start` to `end`, both included. */
export type CodeRange = readonly [start: number, end: number];

/** One rule: a file and the code points it is fetched for. */
export interface FontRule {
  readonly family: string;
  readonly weight: number;
  readonly file: string;
  readonly ranges: readonly CodeRange[];
  /** Whether it serves what the site was not known to say when the fonts were cut. */
  readonly isRare: boolean;
}

export const FACES: readonly Face[] = [
  { family: 'Noto Naskh Arabic', name: 'noto-naskh-arabic', weights: [400, 700], ascent: 1.069, descent: 0.634 },
  { family: 'IBM Plex Sans Arabic', name: 'ibm-plex-sans-arabic', weights: [400, 600], ascent: 1.085, descent: 0.415 },
];

/**
 * What stands in for a face until it has come: a font of the system with the lines of the face, and, where widths were
 * measured on running text, with letters as wide as the face's. The space is measured for itself: it comes with the Latin
 * signs, yet Arabic lines hold one in every five signs. Words scatter by some hundredths around any one number: of those
 * near the mean (0.86 for the reading face) the one at which the lines of our own pages break alike. Systems without any of them take their own font.
 */
const STAND_INS: readonly {
  readonly family: string;
  readonly weight: number;
  readonly locals: readonly string[];
  readonly arabic: number;
  readonly latin: number;
  readonly space: number;
}[] = [
  { family: 'Noto Naskh Arabic', weight: 400, locals: ['DejaVu Sans'], arabic: 0.87, latin: 0.957, space: 0.695 },
  { family: 'Noto Naskh Arabic', weight: 700, locals: ['DejaVu Sans Bold'], arabic: 0.743, latin: 0.902, space: 0.635 },
  { family: 'Noto Naskh Arabic', weight: 400, locals: ['Times New Roman', 'Geeza Pro'], arabic: 1, latin: 1, space: 1 },
  { family: 'IBM Plex Sans Arabic', weight: 400, locals: ['DejaVu Sans'], arabic: 0.889, latin: 0.903, space: 0.742 },
  {
    family: 'IBM Plex Sans Arabic',
    weight: 600,
    locals: ['DejaVu Sans Bold'],
    arabic: 0.779,
    latin: 0.825,
    space: 0.678,
  },
  { family: 'IBM Plex Sans Arabic', weight: 400, locals: ['Segoe UI', 'Geeza Pro'], arabic: 1, latin: 1, space: 1 },
];

const ARABIC: readonly CodeRange[] = [[0x600, 0x6ff]];

const SPACE: readonly CodeRange[] = [[0x20, 0x20]];

/** Letters, vowel marks, both sets of digits and punctuation: whatever is written tomorrow is mostly made of these. */
export const SAFE: readonly CodeRange[] = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xab, 0xab],
  [0xb0, 0xb0],
  [0xb7, 0xb7],
  [0xbb, 0xbb],
  [0xd7, 0xd7],
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x61f],
  [0x621, 0x63a],
  [0x640, 0x652],
  [0x660, 0x66c],
  [0x670, 0x671],
  [0x200c, 0x200f],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
  [0x2066, 0x2069],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
];

/**
 * The files that the top of a page is set with, by the direction of the page: both scripts in ordinary weight, since every
 * page quotes in both and spaces stand among the Latin signs, and what its headings are set in.
 */
export function findFirstFonts(rules: readonly FontRule[]): {
  readonly rtl: readonly string[];
  readonly ltr: readonly string[];
} {
  const isFor = ({ ranges }: FontRule, letter: string): boolean => isInRanges(letter.codePointAt(0) ?? 0, ranges);
  const isHeading = ({ family, weight }: FontRule): boolean => weight === 700 && family === FACES[0]?.family;
  const first = rules.filter((rule) => !rule.isRare && (isFor(rule, 'a') || isFor(rule, '\u0627')));
  return {
    rtl: first.filter((rule) => rule.weight === 400 || isHeading(rule)).map(({ file }) => file),
    ltr: first.filter((rule) => rule.weight === 400 || (isHeading(rule) && isFor(rule, 'a'))).map(({ file }) => file),
  };
}

/** Reads `U+0600-06FF,U+204F`. What lies beyond the first plane is left to fonts of the system. */
export function parseRanges(text: string): readonly CodeRange[] {
  return text.split(',').flatMap((one) => {
    const [, start = '', end = start] = /^\s*U\+([0-9A-F]+)(?:-([0-9A-F]+))?\s*$/i.exec(one) ?? [];
    const range: CodeRange = [Number.parseInt(start, 16), Number.parseInt(end, 16)];
    return range[0] <= 0xffff ? [range] : [];
  });
}

/** The code points of `ranges` that are wanted, and those that are left. */
export function splitRanges(
  ranges: readonly CodeRange[],
  isWanted: (code: number) => boolean,
): { readonly wanted: readonly CodeRange[]; readonly rest: readonly CodeRange[] } {
  const codes = ranges.flatMap(([start, end]) => Array.from({ length: end - start + 1 }, (_, index) => start + index));
  return { wanted: joinCodes(codes.filter(isWanted)), rest: joinCodes(codes.filter((code) => !isWanted(code))) };
}

export function isInRanges(code: number, ranges: readonly CodeRange[]): boolean {
  return ranges.some(([start, end]) => start <= code && code <= end);
}

/** The style sheet of what the site is known to say: the cut faces, then what stands in for each until it has come. */
export function writeFontFaces(rules: readonly FontRule[]): string {
  const standIns = STAND_INS.flatMap(({ family, weight, locals, arabic, latin, space }) => {
    const { ascent = 1, descent = 0 } = FACES.find((face) => face.family === family) ?? {};
    const sizes = [
      { size: latin, ranges: [] as readonly CodeRange[] },
      ...(arabic === latin ? [] : [{ size: arabic, ranges: ARABIC }]),
      ...(space === latin ? [] : [{ size: space, ranges: SPACE }]),
    ];
    return sizes.map(({ size, ranges }) =>
      writeRule([
        `font-family: '${family} ${locals[0]?.startsWith('DejaVu') === true ? 'DejaVu' : 'local'}'`,
        `font-weight: ${weight}`,
        `src: ${locals.map((local) => `local('${local}')`).join(', ')}`,
        `ascent-override: ${toPercent(ascent / size)}`,
        `descent-override: ${toPercent(descent / size)}`,
        'line-gap-override: 0%',
        `size-adjust: ${toPercent(size)}`,
        ...(ranges.length === 0 ? [] : [`unicode-range: ${writeRanges(ranges)}`]),
      ]),
    );
  });
  const { rtl, ltr } = findFirstFonts(rules);
  const first = new Set([...rtl, ...ltr]);
  const own = rules.filter(({ isRare }) => !isRare);
  return [...own.map((rule) => writeFontFace(rule, first.has(rule.file) ? 'optional' : 'swap')), ...standIns].join('');
}

/** The style sheet of all other characters, for pages that may hold what nobody read before: prose that is code, typed words. */
export function writeRareFontFaces(rules: readonly FontRule[]): string {
  return rules
    .filter(({ isRare }) => isRare)
    .map((rule) => writeFontFace(rule, 'swap'))
    .join('');
}

/**
 * What the top of a page is set with is fetched with its styles, and browsers wait a moment for it. Where it comes later
 * still, this page stays as it is and the next one has it (`optional`): lines never break anew under a reader's eyes, which
 * no stand-in can promise whatever its widths. Faces of single words and rare characters come whenever they come (`swap`).
 */
function writeFontFace({ family, weight, file, ranges }: FontRule, display: 'optional' | 'swap'): string {
  return writeRule([
    `font-family: '${family}'`,
    `font-weight: ${weight}`,
    `font-display: ${display}`,
    `src: url('${file}') format('woff2')`,
    `unicode-range: ${writeRanges(ranges)}`,
  ]);
}

function joinCodes(codes: readonly number[]): readonly CodeRange[] {
  const ranges: [number, number][] = [];
  for (const code of codes.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && code <= last[1] + 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

function writeRanges(ranges: readonly CodeRange[]): string {
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return ranges.map(([start, end]) => `U+${hex(start)}${end > start ? `-${hex(end)}` : ''}`).join(', ');
}

function writeRule(lines: readonly string[]): string {
  return `@font-face {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`;
}

function toPercent(part: number): string {
  return `${Math.round(part * 1000) / 10}%`;
}
