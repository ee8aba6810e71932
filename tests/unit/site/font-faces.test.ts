import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findFirstFonts,
  isInRanges,
  parseRanges,
  SAFE,
  splitRanges,
  writeFontFaces,
  writeRareFontFaces,
  type FontRule,
} from '../../../src/site/font-faces.ts';

const RULES: readonly FontRule[] = [
  { family: 'Noto Naskh Arabic', weight: 400, file: '/a.woff2', ranges: [[0x621, 0x64a]], isRare: false },
  { family: 'Noto Naskh Arabic', weight: 700, file: '/b.woff2', ranges: [[0x621, 0x64a]], isRare: false },
  { family: 'Noto Naskh Arabic', weight: 700, file: '/c.woff2', ranges: [[0x20, 0x7e]], isRare: false },
  { family: 'IBM Plex Sans Arabic', weight: 600, file: '/d.woff2', ranges: [[0x20, 0x7e]], isRare: false },
  { family: 'IBM Plex Sans Arabic', weight: 400, file: '/e.woff2', ranges: [[0x100, 0x130]], isRare: false },
];
const WHOLE: FontRule = {
  family: 'Noto Naskh Arabic',
  weight: 400,
  file: '/whole.woff2',
  ranges: [[0x600, 0x6ff]],
  isRare: true,
};

describe('the fonts of a site', () => {
  test('are read for the code points of the first plane', () => {
    expect(parseRanges('U+0600-0602, U+204F,U+10E60-10E7E')).toEqual([
      [0x600, 0x602],
      [0x204f, 0x204f],
    ]);
  });

  test('serve every character from exactly one file, wanted or not', () => {
    const range = fc.tuple(fc.nat(400), fc.nat(30)).map(([start, length]): [number, number] => [start, start + length]);
    fc.assert(
      fc.property(range, fc.uniqueArray(fc.nat(450)), (one, wanted) => {
        const split = splitRanges([one], (code) => wanted.includes(code));
        for (let code = one[0]; code <= one[1]; code += 1) {
          const files = [split.wanted, split.rest].filter((ranges) => isInRanges(code, ranges));
          expect(files).toEqual([wanted.includes(code) ? split.wanted : split.rest]);
        }
      }),
    );
  });

  test.each(Array.from('ءيًْـ٠٩09azAZ،؛؟«»“”–'))('always hold %s', (sign) => {
    expect(isInRanges(sign.codePointAt(0) ?? 0, SAFE)).toBe(true);
  });

  test('are fetched first where the top of a page needs them', () => {
    expect(findFirstFonts(RULES)).toEqual({ rtl: ['/a.woff2', '/b.woff2', '/c.woff2'], ltr: ['/a.woff2', '/c.woff2'] });
  });

  test('are fetched first as what is cut from them, never whole', () => {
    expect(findFirstFonts([WHOLE, ...RULES]).rtl).toEqual(['/a.woff2', '/b.woff2', '/c.woff2']);
  });

  test('leave rare characters to a sheet of their own, which has nothing else', () => {
    expect(writeFontFaces([...RULES, WHOLE])).not.toContain('/whole.woff2');
    expect(writeRareFontFaces([...RULES, WHOLE]).match(/url\([^)]*\)|local\([^)]*\)/g)).toEqual([
      "url('/whole.woff2')",
    ]);
  });

  test('never change a page that is being read: what is fetched first and comes late is for the next page', () => {
    const displays = [...writeFontFaces(RULES).matchAll(/font-display: (\w+);\s*src: url\('([^']+)'\)/g)].map(
      ([, display, file]) => [file, display],
    );
    expect(displays).toEqual([
      ['/a.woff2', 'optional'],
      ['/b.woff2', 'optional'],
      ['/c.woff2', 'optional'],
      ['/d.woff2', 'swap'],
      ['/e.woff2', 'swap'],
    ]);
  });

  test('have stand-ins whose lines are as high as their own', () => {
    const css = writeFontFaces(RULES.slice(0, 1));
    expect(css).toContain("src: url('/a.woff2') format('woff2');\n  unicode-range: U+621-64A;");
    const own = 1.069;
    for (const [, ascent = '', size = ''] of css.matchAll(
      /'Noto Naskh Arabic \w+';[^}]*ascent-override: ([\d.]+)%;[^}]*size-adjust: ([\d.]+)%/g,
    )) {
      expect((Number(ascent) * Number(size)) / 10_000).toBeCloseTo(own, 2);
    }
  });
});
