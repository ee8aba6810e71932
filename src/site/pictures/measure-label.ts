/** The lines of a label, and the room that they take: units of the drawing, in which `size` is the size of the letters. */
export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Room of one line, in sizes of its letters: Arabic letters reach far down. */
export const LINE = 1.45;

/** Widths of letters in sizes of their own. Rather too wide than too narrow: the reader's font may be another. */
const NARROW = 0.34;
const USUAL = 0.58;
const WIDE = 0.88;
const NARROW_SIGNS = /[\s.,:;'’|!ilIjtfr()«»\u0627\u0623\u0625\u0622\u0644\u060C-]/u;
const WIDE_SIGNS = /[mwMWGOQ@%\u0633\u0634\u0635\u0636]/u;

/** How wide a text is about, set in letters of `size`. Marks over letters take no room. */
export function measureText(text: string, size: number): number {
  let sum = 0;
  for (const sign of text.normalize('NFC')) {
    if (/\p{M}/u.test(sign)) continue;
    sum += NARROW_SIGNS.test(sign) ? NARROW : WIDE_SIGNS.test(sign) ? WIDE : USUAL;
  }
  return Math.ceil(sum * size);
}

/**
 * A text in lines of at most `width` where words allow it: no word is cut. Of a text of more than `most` lines the last
 * line ends in dots.
 */
export function wrapLabel(
  text: string,
  { width, size, most }: { readonly width: number; readonly size: number; readonly most: number },
): Label {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measureText(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`] : lines;
  return {
    lines: shown,
    width: Math.max(0, ...shown.map((line) => measureText(line, size))),
    height: Math.ceil(shown.length * size * LINE),
  };
}
