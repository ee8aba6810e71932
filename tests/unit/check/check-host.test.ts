import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkHost, type SiteMeasure } from '../../../src/check/check-host.ts';
import { HOST_LIMITS, HOSTS, type Host } from '../../../src/check/host-limits.ts';

const SMALL: SiteMeasure = {
  files: 3,
  bytes: 3000,
  folders: [{ path: '', files: 3, bytes: 3000 }],
  greatest: [{ path: 'index.html', bytes: 1000 }],
  texts: { _headers: '/*\n  A: b\n', _redirects: '/a/ /b/ 301\n', 'vercel.json': '{"headers":[{}],"redirects":[{}]}' },
};
const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

test.each(HOSTS)('%s takes a small site', (host) => {
  expect(checkHost(host, SMALL)).toEqual([]);
});

test.each<[Host, string, Partial<SiteMeasure>, string, string]>([
  ['cloudflare', 'files', { files: 20_001 }, '', '20,001 files'],
  ['cloudflare', 'a file', { greatest: [{ path: 'a.zip', bytes: 25 * 1024 * 1024 + 1 }] }, 'a.zip', '26.2 MB'],
  ['cloudflare', 'header rules', { texts: { _headers: lines(101, '/x\n  A: b') } }, '_headers', '101 rules'],
  ['cloudflare', 'a header', { texts: { _headers: `/*\n  A: ${'b'.repeat(2000)}\n` } }, '_headers', '2,003 characters'],
  ['cloudflare', 'redirects', { texts: { _redirects: lines(2001, '/a /b 301') } }, '_redirects', '2,001 rules'],
  [
    'cloudflare',
    'a redirect',
    { texts: { _redirects: `/${'a'.repeat(1000)} /b 301\n` } },
    '_redirects',
    '1,008 characters',
  ],
  ['netlify', 'a folder', { folders: [{ path: 'records/', files: 54_001, bytes: 1 }] }, 'records/', '54,001 files'],
  ['vercel', 'the site', { bytes: 100_000_001 }, '', '100.0 MB'],
  [
    'vercel',
    'routes',
    { texts: { 'vercel.json': `{"redirects":[${'0,'.repeat(2048)}0]}` } },
    'vercel.json',
    '2,049 rules',
  ],
  ['github', 'the site', { bytes: 1_200_000_000 }, '', '1200.0 MB'],
  [
    's3',
    'the function',
    { texts: { '.hosting/cloudfront-function.js': 'x'.repeat(10_241) } },
    '.hosting/cloudfront-function.js',
    '10,241 bytes',
  ],
])('%s refuses too much: %s', (host, _what, change, file, found) => {
  const diagnostics = checkHost(host, { ...SMALL, ...change });
  expect(diagnostics.map(({ place, code }) => [place.file, code])).toEqual([[file, 'host-limit']]);
  expect(diagnostics[0]?.values.find(({ label }) => label === 'is')?.text).toBe(found);
});

test('the biggest folders are named when there are too many files', () => {
  const folders = [
    { path: '', files: 5, bytes: 9 },
    ...Array.from({ length: 8 }, (_, index) => ({ path: `f${index}/`, files: 1000 * index, bytes: 1 })),
  ];
  const [diagnostic] = checkHost('cloudflare', { ...SMALL, files: 28_005, folders });
  expect(diagnostic?.values.filter(({ label }) => label === 'of them').map(({ text }) => text)).toEqual([
    'f7/  7,000 files',
    'f6/  6,000 files',
    'f5/  5,000 files',
    'f4/  4,000 files',
    'f3/  3,000 files',
  ]);
});

test.each(HOSTS)('the limits of %s say where they are from and when they were read', (host) => {
  const { source, read } = HOST_LIMITS[host];
  expect(source).toMatch(/^https:\/\//);
  expect(read).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test.each(HOSTS)('the guide tells the limits of %s as they are checked', (host) => {
  const guide = readFileSync(new URL('../../../docs/hosting/README.md', import.meta.url), 'utf8');
  const row = guide.split('\n').find((line) => line.startsWith(`| \`${host}\``)) ?? '';
  const {
    files,
    fileBytes,
    siteBytes,
    folderFiles,
    headerRules,
    headerLength,
    redirects,
    redirectLength,
    routes,
    functionBytes,
  } = HOST_LIMITS[host];
  const group = (number: number): string => new Intl.NumberFormat('en').format(number);
  const words = [
    ...[files, folderFiles, headerRules, headerLength, redirects, redirectLength, routes].map(
      (number) => number && group(number),
    ),
    fileBytes && (fileBytes >= 2 ** 30 ? `${fileBytes / 2 ** 30} GiB` : `${fileBytes / 2 ** 20} MiB`),
    siteBytes && (siteBytes >= 1e9 ? `${siteBytes / 1e9} GB` : `${siteBytes / 1e6} MB`),
    functionBytes && `${functionBytes / 2 ** 10} KiB`,
    HOST_LIMITS[host].source,
    HOST_LIMITS[host].read,
  ];
  for (const word of words) if (word !== undefined) expect(row).toContain(word);
});
