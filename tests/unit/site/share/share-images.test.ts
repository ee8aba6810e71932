import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';
import { listShareCards, toShareName } from '../../../../src/site/share/list-share-cards.ts';
import { toHexColour } from '../../../../src/site/share/to-hex-colour.ts';
import { SHARE, writeShareImages } from '../../../../src/site/share/write-share-images.ts';
import { listFiles } from '../../../support/built-site.ts';
import { openContext } from '../open-context.ts';

const LONG = 'The keepers of the light and what became of them in the long winter after the war, told by themselves. ';
const CONTENT = {
  'site.yaml': `title: { ar: "UNESCO: منارات", en: "Lights & <stars>" }
description: { ar: منارات الساحل, en: Lighthouses of a coast }
languages: [ar, en]
url: https://example.org/
kinds:
  keepers: { base: person, label: { ar: { one: حارس, other: حراس }, en: { one: Keeper, other: Keepers } } }
`,
  'articles/storm.mdx': `---\ntitle: { ar: العاصفة, en: "${LONG.repeat(4)}" }\nlang: en\n---\n\nThe storm came.\n`,
};
const SETTINGS = { base: '/', siteUrl: 'https://example.org/' };
/** What a picture may weigh: readers of other sites load it. */
const MOST_BYTES = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'sanad-share-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the card that a page is shared with', () => {
  const { kb } = openContext(CONTENT, 'ar');

  test.each([
    ['articles/storm/', 'articles/storm'],
    ['keepers/anna/', 'kinds/keepers'],
    ['keepers/', 'kinds/keepers'],
    ['articles/', 'site'],
    ['articles/page/2/', 'site'],
    ['keepers/page/2/', 'kinds/keepers'],
    ['search/', 'site'],
    ['', 'site'],
  ])('of %j is %s', (path, name) => {
    expect(toShareName(path, ['keepers'])).toBe(name);
  });

  test('is drawn for every name that a page can ask for', () => {
    const names = listShareCards(openContext(CONTENT, 'en')).map(({ name }) => name);
    expect(names).toEqual(['site', 'kinds/keepers', 'articles/storm']);
  });

  test('is the same bytes on every machine with the same fonts, light, and drawn once', async () => {
    const draw = (name: string, cache: string): Promise<number> =>
      writeShareImages(kb, { ...SETTINGS, outputFolder: join(folder, name), cacheFolder: join(folder, cache) });
    expect(await draw('one', 'cache')).toBe(6);
    expect(await draw('two', 'other cache')).toBe(6);
    expect(await draw('three', 'cache')).toBe(0);

    const files = listFiles(join(folder, 'one', SHARE));
    expect(files).toHaveLength(6);
    for (const file of files) {
      const [one, ...others] = ['one', 'two', 'three'].map((name) => readFileSync(join(folder, name, SHARE, file)));
      expect(others.every((other) => one?.equals(other))).toBe(true);
      expect(one?.length).toBeLessThan(MOST_BYTES);
    }
  });

  test('has its title where its language begins, whatever letters come first, and nothing beyond its edges', () => {
    const arabic = readInk(join(folder, 'one', SHARE, 'ar/site.png'));
    const english = readInk(join(folder, 'one', SHARE, 'en/articles/storm.png'));
    expect(arabic.right).toBeGreaterThan(1110);
    expect(english.left).toBeLessThan(90);
    for (const { left, right } of [arabic, english]) {
      expect(left).toBeGreaterThanOrEqual(75);
      expect(right).toBeLessThanOrEqual(1125);
    }
  });
});

describe('a colour of OKLCH', () => {
  test.each([
    [1, 0, 0, '#ffffff'],
    [0, 0, 0, '#000000'],
    [0.627955, 0.257683, 29.2339, '#ff0000'],
    [0.519752, 0.176858, 142.4954, '#008000'],
  ])('%d %d %d is %s', (lightness, chroma, hue, hex) => {
    expect(toHexColour(lightness, chroma, hue)).toBe(hex);
  });
});

/** The columns of a picture between which there is anything dark, below the band and above the line. */
function readInk(file: string): { readonly left: number; readonly right: number } {
  const { width, data } = PNG.sync.read(readFileSync(file));
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: 480 }, (_, y) => (y + 20) * width + x).some((at) => (data[at * 4] ?? 255) < 100),
  );
  return { left: columns[0] ?? -1, right: columns.at(-1) ?? -1 };
}
