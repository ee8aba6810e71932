import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

export interface ServeOptions {
  readonly folder: string;
  readonly base: string;
  readonly host: string;
  /** Tried first, then the ones above it; 0 takes any free one. */
  readonly port: number;
}

export interface FolderServer {
  /** With the base and a final slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Types of files by their ending. */
export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** Ports tried after a taken one. */
const MORE_PORTS = 20;

/** Serves a folder as static hosts do: `/x/` is `x/index.html`, `/x` goes to `/x/`, what is missing gets the 404.html of its language. */
export async function serveFolder({ folder, base, host, port }: ServeOptions): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const path = decodePath(url);
    if (path === undefined) return sendMissing(response, folder, '');
    if (path === base.slice(0, -1)) return redirect(response, encodeURI(base));
    if (!path.startsWith(base)) return sendMissing(response, folder, '');
    const file = join(folder, normalize(`/${path.slice(base.length)}`));
    if (isFile(file)) return send(response, file, 200);
    if (isFile(join(file, 'index.html'))) {
      return path.endsWith('/')
        ? send(response, join(file, 'index.html'), 200)
        : redirect(response, `${encodeURI(path).replace(/^\/+/, '/')}/${/\?[^#]*/.exec(url)?.[0] ?? ''}`);
    }
    sendMissing(response, folder, path.slice(base.length));
  });
  const taken = await listen(server, host, port);
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${taken}${encodeURI(base)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, host: string, first: number): Promise<number> {
  const last = first === 0 ? 0 : first + MORE_PORTS;
  for (let port = first; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.removeListener('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    } catch (error) {
      server.removeAllListeners('listening'); // Of the attempt that failed.
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port >= last) throw error;
    }
  }
}

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ''));
  } catch {
    return undefined; // Not an encoded address: nothing can stand there.
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // Not there, or no path at all: too long, with a zero byte.
  }
}

function send(response: ServerResponse, file: string, status: number): void {
  response.writeHead(status, {
    'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The nearest 404.html: that of the language whose folder was asked for. */
function sendMissing(response: ServerResponse, folder: string, path: string): void {
  const [first = ''] = normalize(`/${path}`)
    .split(/[\\/]/)
    .filter((part) => part !== '');
  for (const page of [join(folder, first, '404.html'), join(folder, '404.html')]) {
    if (isFile(page)) return send(response, page, 404);
  }
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Not found\n');
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location });
  response.end();
}
