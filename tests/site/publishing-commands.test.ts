import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAuthoredContent } from '../support/authored-content.ts';
import { findSite } from '../support/built-site.ts';
import { runSanad } from '../support/run-sanad.ts';
import { ROOT, SITES } from '../support/sites.ts';
import { makeFolder } from '../support/temporary-folder.ts';

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
