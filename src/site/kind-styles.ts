/**
 * Hues (degrees of OKLCH) in the order in which kinds take them: neighbours in the list lie far apart on the wheel, and so
 * stay apart for most readers who confuse some colours. Colour is never the only sign of a kind.
 */
const HUES: readonly number[] = [255, 30, 155, 315, 75, 205, 350, 115];

/** The hue of the kind at `index`; beyond the list, hues between those taken. */
export function hueOf(index: number): number {
  const round = Math.floor(index / HUES.length);
  return ((HUES[index % HUES.length] ?? 0) + round * 17) % 360;
}

/** One rule for each kind that gives its hue; what is made of it stands in the style sheet of tokens. */
export function toKindStyles(kinds: readonly string[]): string {
  return kinds.map((kind, index) => `[data-kind='${kind}'] {\n  --kind-hue: ${hueOf(index)};\n}\n`).join('');
}

/** One rule for each kind that takes its names out of an article's colours, and out of its table, while the legend does not tick it. */
export function toLegendStyles(kinds: readonly string[]): string {
  return kinds
    .map((kind) => {
      const its = `[data-kind='${kind}']`;
      return `.article:has(.legend ${its} > input:not(:checked)) :is(.row-text *, tbody)${its} {\n  --kind: inherit;\n  --name-line: none;\n  --rows: none;\n}\n`;
    })
    .join('');
}
