import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAuthoredContent } from '../support/authored-content.ts';
import { findSite } from '../support/built-site.ts';
import { runSanad, serveWithSanad } from '../support/run-sanad.ts';
import { ROOT, SITES } from '../support/sites.ts';
import { copyContent, makeFolder } from '../support/temporary-folder.ts';

describe('sanad check --host', () => {
  test('says that a host takes the finished site, without asking for its content', async () => {
    const { status, stdout } = await runSanad(
      ['check', '--host', 'cloudflare', '--out', findSite('main').folder],
      makeFolder(),
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ files, \d+\.\d MB: within the limits\.$/m);
  });

  test('fails for a site that the host would refuse, for people and for programs', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'dist/films'), { recursive: true });
    writeFileSync(join(folder, 'dist/index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'dist/films/voyage.webm'), '');
    truncateSync(join(folder, 'dist/films/voyage.webm'), 30_000_000);
    const told = await runSanad(['check', '--host', 'cloudflare'], folder);
    expect(told.status).toBe(1);
    expect(told.stdout).toContain('dist/films/voyage.webm  error  host-limit');
    const { stdout } = await runSanad(['check', '--host', 'cloudflare', '--format', 'json'], folder);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'host-limit' }] });
    expect((await runSanad(['check', '--host', 'netlify'], folder)).status).toBe(0);
  });

  test('says when there is no site yet', async () => {
    const { status, stderr } = await runSanad(['check', '--host', 's3'], makeFolder());
    expect(status).toBe(1);
    expect(stderr).toContain('sanad build');
  });
});

describe('sanad export', () => {
  const content = ROOT + SITES.lighthouses.content;

  test('writes every claim, and nothing else, to the standard output', async () => {
    const { status, stdout } = await runSanad(
      ['export', '--format', 'ndjson', '--content', content, '--frozen'],
      makeFolder(),
    );
    expect(status).toBe(0);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; id: string });
    expect(
      records
        .filter(({ type }) => type === 'claim')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(
      readAuthoredContent(content)
        .entities.flatMap(({ id, claims }) => claims.map(({ name }) => `${id}#${name}`))
        .toSorted(),
    );
  });

  test('writes nothing when the content is wrong, and says what', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'content'));
    const { status, stdout, stderr } = await runSanad(['export'], folder);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('site-missing');
  });
});

describe('after a build that was killed when the old site was moved aside and the new one not yet in its place', () => {
  test.each(['check --host s3', 'check --frozen', 'coverage', 'export'])(
    '`sanad %s` puts the old site back first',
    async (command) => {
      const folder = dieWhilePublishing();
      copyContent('lighthouses', folder);
      const { status, stdout, stderr } = await runSanad(command.split(' '), folder);
      expect(status, stdout + stderr).toBe(0);
      expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
    },
  );

  test('`sanad preview` serves the old site', async () => {
    const folder = dieWhilePublishing();
    const site = await serveWithSanad(['preview', '--port', '0'], folder);
    try {
      expect(await (await fetch(site.url)).text()).toBe('old');
    } finally {
      await site.stop();
    }
  });

  test('`sanad build` puts the old site back even if it builds no new one, and clears up', async () => {
    const folder = dieWhilePublishing();
    mkdirSync(join(folder, 'content'));
    expect((await runSanad(['build'], folder)).status).toBe(1);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['content', 'dist']);
  });
});

/** A folder in which a site was about to be replaced by another in two steps, and the program was killed after the first. */
function dieWhilePublishing(): string {
  const folder = makeFolder();
  for (const [name, text] of [
    ['dist', 'old'],
    ['fresh', 'new'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.html'), text);
    writeFileSync(join(folder, name, '.sanad-site'), '');
  }
  const words = [`${ROOT}tests/support/publish-and-die.ts`, join(folder, 'fresh'), join(folder, 'dist')];
  expect(spawnSync(process.execPath, words).signal).toBe('SIGKILL');
  expect(existsSync(join(folder, 'dist'))).toBe(false);
  return folder;
}
