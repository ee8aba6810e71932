// A server for measuring in a browser: folders of finished sites, the client's own modules with their types taken off, and
// the modules of others beside which it is measured. What it sends is compressed as static hosts do, and counted.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../support/sites.ts';

export interface BenchServer {
  readonly url: string;
  /** Bytes and requests since the last time it was asked; the pages and modules of the bench itself are not among them. */
  readonly takeCount: () => Sent;
  readonly close: () => Promise<void>;
}

export interface Sent {
  readonly bytes: number;
  readonly requests: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};
/** An empty page in each language: Pagefind as it comes chooses its index by the language of the page. */
const PAGE = /^\/page\/(\w+)\.html$/;

/** Serves `folders` under their names; `/source/…` is the project, `/modules/…` its packages. */
export async function serveBench(folders: Readonly<Record<string, string>>): Promise<BenchServer> {
  let sent = { bytes: 0, requests: 0 };
  const kept = new Map<string, Buffer>();
  const read = (path: string): { readonly body: Buffer; readonly isOwn: boolean } | undefined => {
    const language = PAGE.exec(path)?.[1];
    if (language !== undefined) {
      const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>bench</title></html>`;
      return { body: Buffer.from(html), isOwn: true };
    }
    const [, name = '', ...rest] = path.split('/');
    const base = name === 'source' ? ROOT : name === 'modules' ? join(ROOT, 'node_modules') : folders[name];
    if (base === undefined) return undefined;
    const file = join(base, normalize(`/${rest.join('/')}`));
    if (!existsSync(file) || !statSync(file).isFile()) return undefined;
    const body = readFileSync(file);
    const isOwn = name === 'source' || name === 'modules';
    return { body: file.endsWith('.ts') ? Buffer.from(stripTypeScriptTypes(body.toString('utf8'))) : body, isOwn };
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname);
    const found = read(path);
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)];
    let body = found.body;
    if (type !== undefined) {
      // A large index is compressed once, as a host would have it ready.
      body = kept.get(path) ?? gzipSync(found.body);
      kept.set(path, body);
    }
    if (!found.isOwn) sent = { bytes: sent.bytes + body.length, requests: sent.requests + 1 };
    response
      .writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        'content-length': body.length,
        'cache-control': 'max-age=3600',
        ...(type === undefined ? {} : { 'content-encoding': 'gzip' }),
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    takeCount: () => {
      const taken = sent;
      sent = { bytes: 0, requests: 0 };
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
