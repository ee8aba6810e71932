import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serveFolder } from '../../../src/cli/serve-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-serve-'));
const folder = join(root, 'site');
for (const [path, text] of Object.entries({
  'site/index.html': 'home',
  'site/404.html': 'lost',
  'site/en/404/index.html': 'lost in English',
  'site/fr/404.html': 'lost in French',
  'site/ar/404.html': 'ضائع',
  'site/rivers/nile/index.html': 'nile',
  'site/نهر/index.html': 'نهر',
  'site/a.css': 'a{}',
  'site/data.unknown': 'x',
  'secret.txt': 'secret',
})) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}
const server = await serveFolder({ folder, base: '/docs/', host: '127.0.0.1', port: 0 });
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** The first line, the headers and the body of an answer to exactly this path: `fetch` would tidy it first. */
function ask(path: string): Promise<{ readonly status: number; readonly headers: string; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    let text = '';
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('error', reject).on('close', () => {
      const [headers = '', body = ''] = text.split('\r\n\r\n');
      resolve({ status: Number(headers.split(' ')[1]), headers: headers.toLowerCase(), body });
    });
  });
}

test('says where it serves, with the base', () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
});

test.each([
  ['the home page', '/docs/', 200, 'home'],
  ['a page', '/docs/rivers/nile/', 200, 'nile'],
  ['nothing', '/docs/rivers/indus/', 404, 'lost'],
  ['nothing in another language', '/docs/ar/rivers/indus/', 404, 'ضائع'],
  ['a page with a query', '/docs/rivers/nile/?a=1', 200, 'nile'],
  ['a page in Arabic', '/docs/%D9%86%D9%87%D8%B1/', 200, 'نهر'],
  ['a file', '/docs/a.css', 200, 'a{}'],
  ['what is not there', '/docs/none/', 404, 'lost'],
  ['a folder without a page', '/docs/rivers/', 404, 'lost'],
  ['what is not there in a language', '/docs/en/none/', 404, 'lost in English'],
  ['what is not there far down in a language', '/docs/en/a/b/none', 404, 'lost in English'],
  ['what is not there in a language with a file for it', '/docs/fr/none/', 404, 'lost in French'],
  ['what lies outside the base', '/rivers/nile/', 404, 'lost'],
  ['a way out of the folder', '/docs/../../secret.txt', 404, 'lost'],
  ['a hidden way out', '/docs/%2e%2e/secret.txt', 404, 'lost'],
  ['a way out with its slash hidden', '/docs/..%2fsecret.txt', 404, 'lost'],
  ['a broken escape', '/docs/%zz', 404, 'lost'],
  ['half a character', '/docs/%D9', 404, 'lost'],
  ['a zero byte', '/docs/%00', 404, 'lost'],
  ['a path without end', `/docs/${'a'.repeat(5000)}/`, 404, 'lost'],
])('%s', async (_what, path, status, body) => {
  const answer = await ask(path);
  expect([answer.status, answer.body.replaceAll(/^[0-9a-f]+\r\n|\r\n0(\r\n)*$/g, '')]).toEqual([
    status,
    expect.stringContaining(body),
  ]);
});

test.each([
  ['a page without its slash', '/docs/rivers/nile', '/docs/rivers/nile/'],
  ['its query is kept', '/docs/rivers/nile?q=%D8%A3', '/docs/rivers/nile/?q=%d8%a3'],
  ['the base without its slash', '/docs', '/docs/'],
])('sends on: %s', async (_what, path, location) => {
  const answer = await ask(path);
  expect(answer.status).toBe(301);
  expect(answer.headers).toContain(`location: ${location}\r\n`);
});

test('says what a file is, and that it is nothing else', async () => {
  expect((await ask('/docs/')).headers).toContain('content-type: text/html; charset=utf-8');
  expect((await ask('/docs/a.css')).headers).toContain('content-type: text/css; charset=utf-8');
  expect((await ask('/docs/data.unknown')).headers).toContain('content-type: application/octet-stream');
  expect((await ask('/docs/')).headers).toContain('x-content-type-options: nosniff');
});

test('never sends on to another host', async () => {
  const own = await serveFolder({ folder, base: '/', host: '127.0.0.1', port: 0 });
  try {
    const answer = await fetch(`${own.url}/rivers/nile`, { redirect: 'manual' });
    expect(answer.headers.get('location') ?? '').not.toMatch(/^\/\//);
  } finally {
    await own.close();
  }
});

test('takes the next port when one is taken', async () => {
  const taken = Number(new URL(server.url).port);
  const next = await serveFolder({ folder, base: '/', host: '127.0.0.1', port: taken });
  try {
    expect(Number(new URL(next.url).port)).toBeGreaterThan(taken);
    expect(await (await fetch(next.url)).text()).toBe('home');
  } finally {
    await next.close();
  }
});

test('leads to a base that has to be encoded, and serves what lies under it', async () => {
  const arabic = await serveFolder({ folder, base: '/عربي/', host: '127.0.0.1', port: 0 });
  try {
    expect(arabic.url).toMatch(/\/%D8%B9%D8%B1%D8%A8%D9%8A\/$/);
    const bare = await fetch(arabic.url.slice(0, -1), { redirect: 'manual' });
    expect([bare.status, bare.headers.get('location')]).toEqual([301, '/%D8%B9%D8%B1%D8%A8%D9%8A/']);
    expect(await (await fetch(`${arabic.url}rivers/nile`)).text()).toBe('nile');
  } finally {
    await arabic.close();
  }
});
