import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findSite, readPages, type BuiltPage } from '../support/built-site.ts';
import { findAll, findAllByTag } from '../support/html.ts';

/** Bytes. The article of the site carries 94 claims in its margin. */
const MOST = {
  /** Brotli, the page and its style sheets. */
  reading: 14 * 1024,
  /** Gzip, all scripts that an article runs before anybody asks for more. */
  scripts: 6 * 1024,
  /** The font files that it is set with. */
  fonts: 60 * 1024,
} as const;

describe('an article, as it comes over the wire', () => {
  const site = readPages('main');
  const read = (address: string): Buffer => readFileSync(join(findSite('main').folder, address));

  describe.each(['/articles/nato-against-isis/', '/en/articles/nato-against-isis/'])('%s', (path) => {
    const find = (
      tag: string,
      name: string,
      holds: (attributes: Readonly<Record<string, string>>) => boolean,
    ): string[] =>
      findAllByTag(site.page(path).root, tag)
        .filter(({ attributes }) => holds(attributes))
        .map(({ attributes }) => attributes[name] ?? '');

    test('is read after at most 14 KB of HTML and styles', () => {
      const styles = find('link', 'href', ({ rel }) => rel === 'stylesheet');
      expect(styles.length).toBeGreaterThan(0);
      expect(toBrotli(Buffer.from(withoutData(site.page(path))))).toBeGreaterThan(1000);
      const bytes = [Buffer.from(withoutData(site.page(path))), ...styles.map(read)].map(toBrotli);
      expect(sum(bytes)).toBeLessThanOrEqual(MOST.reading);
    });

    test('runs at most 6 KB of scripts, none of which it needs to be read', () => {
      const scripts = find('script', 'src', ({ src }) => src !== undefined);
      const all = [...new Set(scripts.flatMap((script) => [script, ...listImports(script, read)]))];
      expect(sum(all.map((script) => gzipSync(read(script)).length))).toBeLessThanOrEqual(MOST.scripts);
    });

    test('asks for at most 60 KB of fonts at once', () => {
      const fonts = find('link', 'href', ({ rel, as }) => rel === 'preload' && as === 'font');
      expect(fonts.length).toBeGreaterThan(0);
      expect(sum(fonts.map((font) => read(font).length))).toBeLessThanOrEqual(MOST.fonts);
    });
  });

  test('is the only kind of page that does without the sheet of rare characters', () => {
    const isRare = ({ root }: BuiltPage): boolean =>
      findAll(root, ({ tag, attributes }) => tag === 'link' && attributes.rel === 'stylesheet').some(({ attributes }) =>
        /arabic-\d00-normal/.test(read(attributes.href ?? '').toString()),
      );
    expect(isRare(site.page('/articles/nato-against-isis/'))).toBe(false);
    expect(isRare(site.page('/members/belgium/'))).toBe(true);
  });
});

/** What the page says of itself to machines is no part of what a reader waits for: it stands last and draws nothing. */
function withoutData({ html }: BuiltPage): string {
  return html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '');
}

/** Modules that a script imports at once, and those that they import; not what it asks for later. */
function listImports(script: string, read: (address: string) => Buffer): string[] {
  const folder = script.slice(0, script.lastIndexOf('/') + 1);
  const direct = [
    ...read(script)
      .toString()
      .matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g),
  ].map(([, name = '']) => folder + name);
  return direct.flatMap((one) => [one, ...listImports(one, read)]);
}

function toBrotli(bytes: Buffer): number {
  return brotliCompressSync(bytes).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
