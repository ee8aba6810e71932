import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, inject, test } from 'vitest';
import { findSite, listFiles } from '../support/built-site.ts';
import { findAll, parseHtml } from '../support/html.ts';
import { runSanad } from '../support/run-sanad.ts';
import { SITE_NAMES } from '../support/sites.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';
import { hashFiles } from '../support/hash-files.ts';

const LONG = 240_000;

describe('building', () => {
  test.each(SITE_NAMES)('ends well for the site %s', (name) => {
    const site = inject('sites').find((one) => one.name === name);
    expect(site, site?.log).toMatchObject({ status: 0 });
  });

  test.each(SITE_NAMES)('leaves nothing of itself beside the site %s', (name) => {
    const { folder } = findSite(name);
    expect(readdirSync(join(folder, '..')).filter((file) => file.startsWith('.') || file.endsWith('.old'))).toEqual([]);
    expect(listFiles(folder).filter((file) => /\.(mdx|sqlite|map|yaml)$/.test(file))).toEqual([]);
  });

  test.each(SITE_NAMES)(
    'writes the same bytes again for the site %s, from another folder, with nothing kept, in another time zone',
    async (name) => {
      const folder = makeFolder();
      copyContent(name, folder);
      const { status, stderr } = await runSanad(['build', '--frozen'], folder, {
        TZ: 'Pacific/Kiritimati',
        LANG: 'ar_EG.UTF-8',
      });
      expect(status, stderr).toBe(0);
      expect(hashFiles(join(folder, 'dist'))).toEqual(hashFiles(findSite(name).folder));
    },
    LONG,
  );

  test(
    'writes the same bytes again from what it kept, and follows a change of the content',
    async () => {
      const folder = makeFolder();
      const content = copyContent('lighthouses', folder);
      const out = join(folder, 'dist');
      await runSanad(['build'], folder);
      const cold = hashFiles(out);
      await runSanad(['build'], folder);
      expect(hashFiles(out)).toEqual(cold);

      edit(content, 'keepers/tobin-reyle.mdx', 'Carried the oil.', 'Carried all of the oil.');
      await runSanad(['build'], folder);
      expect(readFileSync(join(out, 'keepers/tobin-reyle/index.html'), 'utf8')).toContain('Carried all of the oil.');
      edit(content, 'keepers/tobin-reyle.mdx', 'Carried all of the oil.', 'Carried the oil.');
      await runSanad(['build'], folder);
      expect(hashFiles(out)).toEqual(cold);
    },
    LONG,
  );

  test(
    'writes nothing when the content is wrong, and leaves the old site byte for byte',
    async () => {
      const folder = makeFolder();
      const content = copyContent('lighthouses', folder);
      const out = join(folder, 'dist');
      await runSanad(['build'], folder);
      const before = { files: hashFiles(out), content: hashFiles(content) };

      edit(content, 'towers/halder-light.mdx', '41 metres tall', '42 metres tall');
      const { status, stdout, stderr } = await runSanad(['build'], folder);
      edit(content, 'towers/halder-light.mdx', '42 metres tall', '41 metres tall');

      expect(status).toBe(1);
      expect(stdout + stderr).toMatch(/^content\/towers\/halder-light\.mdx:\d+:\d+ {2}error {2}citation-missing$/m);
      expect({ files: hashFiles(out), content: hashFiles(content) }).toEqual(before);
      expect(readdirSync(folder).sort()).toEqual(['.sanad', 'content', 'dist']);
    },
    LONG,
  );

  test(
    'writes nothing when a free page cannot be drawn, and says which',
    async () => {
      const folder = makeFolder();
      const content = copyContent('lighthouses', folder);
      await runSanad(['build'], folder);
      const before = hashFiles(join(folder, 'dist'));
      edit(content, 'pages/signals.mdx', 'come home.', '{nothing.of.this.name}');
      const { status, stderr } = await runSanad(['build'], folder);

      expect(status).toBe(1);
      expect(stderr).toContain('signals.mdx');
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(hashFiles(join(folder, 'dist'))).toEqual(before);
      expect(readdirSync(folder).sort()).toEqual(['.sanad', 'content', 'dist']);
    },
    LONG,
  );

  test('never replaces a folder that holds something else', async () => {
    const folder = makeFolder();
    copyContent('lighthouses', folder);
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/thesis.txt'), 'the only copy');
    const { status, stderr } = await runSanad(['build'], folder);
    expect(status).toBe(2);
    expect(stderr).toContain('--out');
    expect(readFileSync(join(folder, 'dist/thesis.txt'), 'utf8')).toBe('the only copy');
  });

  test(
    'puts everything under the path that the site will stand under',
    async () => {
      const folder = makeFolder();
      copyContent('lighthouses', folder);
      const { status, stderr } = await runSanad(
        ['build', '--base', '/sub/path', '--url', 'https://example.org'],
        folder,
      );
      expect(status, stderr).toBe(0);
      const site = join(folder, 'site');
      mkdirSync(join(site, 'sub'), { recursive: true });
      renameSync(join(folder, 'dist'), join(site, 'sub/path'));
      const files = listFiles(site);

      const wrong = files
        .filter((file) => file.endsWith('.html'))
        .flatMap((file) =>
          listAddresses(join(site, file)).map((address) => ({
            file,
            url: new URL(address, `https://example.org/${file}`),
          })),
        )
        .filter(({ url }) => url.origin === 'https://example.org')
        .filter(({ url }) => {
          const path = decodeURIComponent(url.pathname);
          return !path.startsWith('/sub/path/') || !existsSync(join(site, path.endsWith('/') ? `${path}.` : path));
        });
      expect(wrong.map(({ file, url }) => `${file} → ${url.href}`)).toEqual([]);

      const styles = files.filter((file) => file.startsWith('sub/path/_astro/') && file.endsWith('.css'));
      const loaded = styles.flatMap((file) => [
        ...readFileSync(join(site, file), 'utf8').matchAll(/url\(["']?(\/[^)"']*)/g),
      ]);
      expect(loaded.map((match) => match[1]).filter((path) => path?.startsWith('/sub/path/') !== true)).toEqual([]);
    },
    LONG,
  );
});

function edit(folder: string, file: string, before: string, after: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no «${before}».`);
  writeFileSync(path, text.replace(before, after));
}

function listAddresses(file: string): string[] {
  return findAll(parseHtml(readFileSync(file, 'utf8')), () => true).flatMap(({ attributes }) =>
    ['href', 'src', 'action', 'data-index'].flatMap((name) => attributes[name] ?? []),
  );
}
