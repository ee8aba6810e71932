import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';

/** How unlike two colours must be to count, from 0 to 1: the smoothing of letters differs a little from machine to machine. */
const UNLIKE = 0.1;
/** As unlike as paper and ink: a letter that is there or not, not one that lies a part of a pixel farther. */
export const INK = 0.5;

export interface Comparison {
  /** Share of the pixels that differ, from 0 to 1; 1 where the sizes do. */
  readonly share: number;
  /** The second picture with what differs in red. */
  readonly difference: Buffer;
}

/** How far two pictures differ, the smoothed edges of letters aside. */
export function comparePictures(one: Buffer, other: Buffer, threshold = UNLIKE): Comparison {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return { share: 1, difference: other };
  const difference = new PNG({ width: a.width, height: a.height });
  const count = pixelmatch(a.data, b.data, difference.data, a.width, a.height, { threshold });
  return { share: count / (a.width * a.height), difference: PNG.sync.write(difference) };
}

/** Adds rules as a script may under any policy for styles. */
export async function addRules(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}

export function readPicture(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // The test says that there is none, and how to make it.
    return undefined;
  }
}

export function writePicture(file: string, picture: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
}
