import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hueOf, toKindStyles } from '../../../src/site/kind-styles.ts';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
const themes = {
  light: readTokens(/^:root \{([^}]*)\}/m),
  dark: readTokens(/:root\[data-theme='dark'\] \{([^}]*)\}/),
};
const AAA = 7;
const KINDS = 24;

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const theme = themes[name];
  const colour = (token: string): Rgb => parseHex(theme.get(token) ?? '');

  test.each(['ink', 'ink-2', 'accent', 'accent-strong'])('writes in --%s that stands 7:1 against its papers', (ink) => {
    expect(contrast(colour(ink), colour('paper'))).toBeGreaterThanOrEqual(AAA);
    expect(contrast(colour(ink), colour('paper-2'))).toBeGreaterThanOrEqual(AAA);
  });

  test.each([
    ['mark-ink', 'mark'],
    ['accent-paper', 'accent'],
    ['ink', 'target'],
    ['ink-2', 'target'],
    ['warning', 'warning-paper'],
    ['warning', 'paper'],
  ])('writes in --%s that stands 7:1 against --%s', (ink, paper) => {
    expect(contrast(colour(ink), colour(paper))).toBeGreaterThanOrEqual(AAA);
  });

  test('gives every kind a colour that stands 7:1 against its paper', () => {
    for (let index = 0; index < KINDS; index += 1) {
      const kind = fromOklch(Number(theme.get('kind-light')), Number(theme.get('kind-chroma')), hueOf(index));
      expect(contrast(kind, colour('paper')), `kind ${index}`).toBeGreaterThanOrEqual(AAA);
    }
  });
});

test('the dark theme is the same whether the system or the reader asks for it', () => {
  const bySystem = readTokens(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/);
  expect([...bySystem]).toEqual([...themes.dark]);
});

describe('hues of kinds', () => {
  test('differ as long as there are few kinds', () => {
    const hues = Array.from({ length: KINDS }, (_, index) => hueOf(index));
    expect(new Set(hues).size).toBe(KINDS);
  });

  test('are given in the order of the kinds', () => {
    expect(toKindStyles(['members', 'figures'])).toBe(
      `[data-kind='members'] {\n  --kind-hue: ${hueOf(0)};\n}\n[data-kind='figures'] {\n  --kind-hue: ${hueOf(1)};\n}\n`,
    );
  });
});

type Rgb = readonly [number, number, number];

function readTokens(block: RegExp): Map<string, string> {
  const body = block.exec(css)?.[1] ?? '';
  return new Map([...body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Linear light, from 0 to 1. */
function parseHex(hex: string): Rgb {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const channel = (at: number): number => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** OKLCH to linear sRGB (Björn Ottosson, 2020), cut off where the screen has no such colour. */
function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** WCAG 2.2, relative luminance. */
function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [one, other]
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
