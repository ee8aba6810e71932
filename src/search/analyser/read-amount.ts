import { toNormalForm } from './normal-form.ts';

/** A number that is written in words, or in digits and a word of scale. */
export interface Amount {
  /** The same in digits alone: 27 for «سبع وعشرون», 33000 for «33 ألفا». */
  readonly digits: string;
  /** Of how many tokens it is. */
  readonly tokens: number;
}

/** What a reader of amounts must know of a token. */
export interface AmountWord {
  readonly normal: string;
  /** Without article. */
  readonly bare: string;
  readonly script: 'arabic' | 'latin' | 'digits' | 'other';
}

/** What a word does to the number that is being read. */
type Numeral =
  | { readonly as: 'unit' | 'ten' | 'teen' | 'hundreds'; readonly value: number }
  /** «عشر» behind a unit makes a teen of it; alone it is ten. */
  | { readonly as: 'ten-or-teen' }
  /** «hundred» multiplies what stands before it. */
  | { readonly as: 'hundred' }
  | { readonly as: 'scale'; readonly value: number }
  /** «ألفان»: two of a scale in one word. */
  | { readonly as: 'scaled'; readonly value: number };

const NUMERALS: ReadonlyMap<string, Numeral> = new Map(
  [
    ...list('unit', [
      [1, 'واحد واحدة أحد إحدى one'],
      [2, 'اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي two'],
      [3, 'ثلاث ثلاثة three'],
      [4, 'أربع أربعة four'],
      [5, 'خمس خمسة five'],
      [6, 'ست ستة six'],
      [7, 'سبع سبعة seven'],
      [8, 'ثمان ثماني ثمانية eight'],
      [9, 'تسع تسعة nine'],
    ]),
    ...list('teen', [
      [10, 'ten'],
      [11, 'eleven'],
      [12, 'twelve'],
      [13, 'thirteen'],
      [14, 'fourteen'],
      [15, 'fifteen'],
      [16, 'sixteen'],
      [17, 'seventeen'],
      [18, 'eighteen'],
      [19, 'nineteen'],
    ]),
    ...list('ten', [
      [20, 'عشرون عشرين twenty'],
      [30, 'ثلاثون ثلاثين thirty'],
      [40, 'أربعون أربعين forty'],
      [50, 'خمسون خمسين fifty'],
      [60, 'ستون ستين sixty'],
      [70, 'سبعون سبعين seventy'],
      [80, 'ثمانون ثمانين eighty'],
      [90, 'تسعون تسعين ninety'],
    ]),
    ...list('hundreds', [
      [100, 'مئة مائة'],
      [200, 'مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي'],
      ...(
        [
          [3, 'ثلاث'],
          [4, 'أربع'],
          [5, 'خمس'],
          [6, 'ست'],
          [7, 'سبع'],
          [8, 'ثمان'],
          [8, 'ثماني'],
          [9, 'تسع'],
        ] as const
      ).map(([value, unit]): [number, string] => [value * 100, `${unit}مئة ${unit}مائة`]),
    ]),
    ...list('scale', [
      [1e3, 'ألف ألفا آلاف thousand thousands'],
      [1e6, 'مليون مليونا ملايين million millions'],
      [1e9, 'مليار مليارا مليارات بليون بلايين billion billions'],
    ]),
    ...list('scaled', [
      [2e3, 'ألفان ألفين ألفا'],
      [2e6, 'مليونان مليونين'],
      [2e9, 'ملياران مليارين'],
    ]),
    ['عشر', { as: 'ten-or-teen' }] as const,
    ['عشرة', { as: 'ten-or-teen' }] as const,
    ['hundred', { as: 'hundred' }] as const,
  ]
    // «ألفا» is a thousand behind a number far oftener than it is two thousand: the first meaning stays.
    .toReversed()
    .map(([word, numeral]) => [toNormalForm(word), numeral]),
);

/**
 * The number that begins at a token: a word of number, a run of them («ثلاثة وثلاثون ألفا», “twenty-seven”), digits before
 * a word of scale. Nothing for digits, a scale or a one by itself.
 */
export function readAmount(words: readonly AmountWord[], first: number): Amount | undefined {
  const head = words[first];
  if (head === undefined) return undefined;
  const isDigits = head.script === 'digits';
  const begun = isDigits ? undefined : readNumeral(head, HEAD_PARTICLES);
  if (!isDigits && (begun === undefined || begun.as === 'scale' || begun.as === 'hundred')) return undefined;
  let total = 0;
  let group = isDigits ? Number(head.normal) : 0;
  let least = Infinity;
  let at = isDigits ? first + 1 : first;
  /** What may follow: a unit behind a ten, anything behind hundreds; nothing but a scale behind digits. */
  let open: 'all' | 'unit' | 'ten' | 'scale' = isDigits ? 'scale' : 'all';
  for (; at < words.length; at++) {
    const word = words[at] ?? head;
    const numeral = at === first ? begun : readNumeral(word, JOINT);
    if (numeral === undefined) break;
    const { joined, ...meaning } = numeral;
    if (meaning.as === 'scale') {
      if (joined || meaning.value >= least || group === 0) break;
      total += group * meaning.value;
      least = meaning.value;
      group = 0;
      open = 'all';
    } else if (meaning.as === 'scaled') {
      if (meaning.value >= least || group > 0) break;
      total += meaning.value;
      least = meaning.value / 2;
    } else if (meaning.as === 'hundred') {
      if (group === 0 || group > 9) break;
      group *= 100;
      open = 'all';
    } else if (meaning.as === 'hundreds') {
      const isMultiplied = open === 'ten' && !joined && meaning.value === 100 && group < 10;
      if (group > 0 && !isMultiplied) break;
      group = isMultiplied ? group * 100 : meaning.value;
      open = 'all';
    } else if (meaning.as === 'ten-or-teen') {
      if (open === 'ten' && !joined && group % 100 < 10) group += 10;
      else if (open === 'all') group += 10;
      else break;
      open = 'scale';
    } else if (meaning.as === 'teen') {
      if (open !== 'all') break;
      group += meaning.value;
      open = 'scale';
    } else if (meaning.as === 'ten') {
      // «سبعة وعشرون» has the unit first, and joined.
      if (open === 'ten' ? !joined : open !== 'all') break;
      open = open === 'ten' ? 'scale' : 'unit';
      group += meaning.value;
    } else {
      if (open !== 'all' && (open !== 'unit' || joined)) break;
      open = open === 'unit' ? 'scale' : 'ten';
      group += meaning.value;
    }
  }
  const value = total + group;
  const tokens = at - first;
  // «أحد» and “one” alone are mostly no number.
  return (tokens === 1 && (isDigits || value === 1)) || !Number.isSafeInteger(value) || value <= 0
    ? undefined
    : { digits: String(value), tokens };
}

/** Particles before the first word of a number, and the one that joins its parts. */
const HEAD_PARTICLES = /^[وفبلك]/u;
const JOINT = /^و/u;

function readNumeral(
  { normal, bare, script }: AmountWord,
  particle: RegExp,
): (Numeral & { readonly joined: boolean }) | undefined {
  const whole = NUMERALS.get(bare);
  if (whole !== undefined) return { ...whole, joined: false };
  const rest = script === 'arabic' && particle.test(normal) ? NUMERALS.get(normal.slice(1)) : undefined;
  return rest && { ...rest, joined: true };
}

function list<As extends 'unit' | 'teen' | 'ten' | 'hundreds' | 'scale' | 'scaled'>(
  as: As,
  rows: readonly (readonly [value: number, words: string])[],
): readonly (readonly [string, { readonly as: As; readonly value: number }])[] {
  return rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, { as, value }] as const));
}
