import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPictures, copyPictures, listPictures } from '../../../src/site/read-pictures.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-pictures-'));
const content = join(root, 'content');
afterAll(() => rmSync(root, { recursive: true }));

beforeAll(async () => {
  mkdirSync(join(content, 'a/صور'), { recursive: true });
  const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  writeFileSync(join(content, 'a/صور/نهر.png'), png);
  writeFileSync(join(content, 'MAP.PNG'), png);
  writeFileSync(join(content, '.hidden.png'), png);
  writeFileSync(join(content, 'a/words.mdx'), 'words');
  writeFileSync(join(content, 'a/b.svg'), '<svg onload="a()"><script>a()</script><path d="M0 0"/></svg>');
  writeFileSync(join(root, 'secret.png'), png);
  symlinkSync(join(root, 'secret.png'), join(content, 'link.png'));
  symlinkSync(root, join(content, 'loop'));
});

test('pictures are found wherever they lie and however they are written, links and hidden files apart', () => {
  expect(listPictures(content)).toEqual(['MAP.PNG', 'a/b.svg', 'a/صور/نهر.png']);
});

test('pictures that are what they say are not complained of', async () => {
  expect(await checkPictures(content)).toEqual([]);
});

test('pictures are copied as they are, and drawings without what could run in them', () => {
  const out = join(root, 'out');
  copyPictures(content, out);
  expect(listPictures(out)).toEqual(listPictures(content));
  expect(readFileSync(join(out, 'MAP.PNG'))).toEqual(readFileSync(join(content, 'MAP.PNG')));
  expect(readFileSync(join(out, 'a/b.svg'), 'utf8')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>\n',
  );
  expect(existsSync(join(out, 'link.png'))).toBe(false);
});
