import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly license?: unknown;
  readonly licenses?: readonly { readonly type: string }[];
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const manifest = readJson('package.json') as Manifest;
const locked = Object.entries(
  (readJson('package-lock.json') as { packages: Record<string, LockedPackage> }).packages,
).filter(([path]) => path !== '');
const production = locked.filter(([, { dev }]) => dev !== true);

/** Licences under which a site and its generator may be given on without asking anybody. */
const ALLOWED = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0'],
  ...['Unlicense', 'Python-2.0', 'OFL-1.1', 'CC-BY-4.0', 'LGPL-3.0-or-later', 'Zlib', 'MPL-2.0'],
];

const kept = spawnSync(
  'git',
  ['ls-files', '--others', '--ignored', '--exclude-standard', 'src', 'content', 'docs', 'public'],
  { cwd: ROOT, encoding: 'utf8' },
);

test.runIf(kept.status === 0)('no file of the source is kept out of version control by its name', () => {
  expect(kept.stdout).toBe('');
});

describe('direct runtime dependencies', () => {
  const rows = [
    ...readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)` +\| (\S+) +\| (.+?) *\|$/gm),
  ];

  test('are twenty at most, each of one version', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(20);
    expect(Object.values(manifest.dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('are the rows of docs/dependencies.md, each with its reason', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(manifest.dependencies).sort());
    expect(rows.filter(([, , , reason = '']) => reason.length < 15).map(([, name]) => name)).toEqual([]);
  });

  test.each(rows.map(([, name = '', licence = '']) => [name, licence]))(
    '%s is under the licence that is written: %s',
    (name, licence) => {
      expect(readLicence(`node_modules/${name}`)).toBe(licence);
    },
  );
});

test('every package of the production tree that is installed has a licence that is allowed', () => {
  const wrong = production
    .filter(([path]) => existsSync(join(ROOT, path, 'package.json')))
    .map(([path]) => [path, readLicence(path)] as const)
    .filter(([, licence]) => !isAllowed(licence));
  expect(wrong).toEqual([]);
});

test('every locked package that comes from a registry has its integrity, of the strongest kind', () => {
  const wrong = locked.filter(
    ([, { resolved, integrity, link }]) =>
      link !== true && resolved !== undefined && integrity?.startsWith('sha512-') !== true,
  );
  expect(wrong.map(([path]) => path)).toEqual([]);
});

test('packages without one are those of other platforms, which a registry may leave out', () => {
  const without = locked.filter(([, { resolved, integrity }]) => resolved === undefined && integrity === undefined);
  expect(without.filter(([, { optional }]) => optional !== true).map(([path]) => path)).toEqual([]);
});

test('no package but the two that are named runs a program when it is installed', () => {
  const scripts = locked
    .filter(([, one]) => one.hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  const known = Object.keys(manifest.allowScripts);
  expect(known.sort()).toEqual(['esbuild', 'node']);
  // Of other platforms' packages only: they are never installed where they could run.
  expect([...new Set(scripts)].filter((name) => !known.includes(name) && name !== 'fsevents')).toEqual([]);
});

function isAllowed(licence: string): boolean {
  const alternatives = licence.replaceAll(/[()]/g, '').split(' OR ');
  return alternatives.some((one) => one.split(' AND ').every((part) => ALLOWED.includes(part)));
}

function readLicence(path: string): string {
  const { license, licenses } = readJson(join(path, 'package.json')) as Manifest;
  if (typeof license === 'string') return license;
  const older = (license as { type?: string } | undefined)?.type ?? licenses?.map(({ type }) => type).join(' OR ');
  return older ?? 'none';
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
