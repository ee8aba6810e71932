import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, posix } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Host } from '../../src/check/host-limits.ts';

export interface HostServer {
  readonly origin: string;
  /** With the base and a final slash. */
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  /** Path within the site of the file to send. */
  readonly file?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** What one host does with a path as it stands in the request: percent-encoded, without the query. */
type Rules = (path: string, query: string) => Answer;

interface Site {
  readonly folder: string;
  /** Percent-encoded, with a slash at each end. */
  readonly base: string;
  /** The file within the site at exactly this path, if there is one. */
  readonly find: (path: string) => string | undefined;
  readonly read: (name: string) => string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/**
 * Serves a finished site by the rules of a host, as its manual tells them: what it makes of the presets that the site
 * brings along, of addresses without a final slash, and of those where nothing stands. Presets are read by rules of our own
 * here, not by the code that writes them.
 */
export async function serveAsHost(host: Host, folder: string, base: string): Promise<HostServer> {
  const root = base === '/' ? '/' : encodeURI(base);
  const site: Site = {
    folder,
    base: root,
    find: (path) => {
      if (!path.startsWith(root)) return undefined;
      const name = decodeURIComponent(path.slice(root.length));
      const file = join(folder, name);
      return name !== '' && !name.endsWith('/') && existsSync(file) && statSync(file).isFile() ? name : undefined;
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
  };
  const answer = HOSTS[host](site);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const [path = '/', query] = (request.url ?? '/').split('?');
    const { status, file, headers } = answer(path, query === undefined ? '' : `?${query}`);
    response.writeHead(status, {
      ...(file === undefined ? {} : { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }),
      ...headers,
    });
    response.end(file === undefined ? '' : readFileSync(join(folder, file)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    origin,
    url: origin + root,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Two kinds of rule file, which no visitor ever gets. */
const PRESETS = ['_headers', '_redirects'];

const HOSTS: Readonly<Record<Host, (site: Site) => Rules>> = {
  /** Redirects hold even where a file stands; `/x` → `/x/`, `/x.html` → `/x`; the nearest 404.html above. */
  cloudflare: (site) => {
    const redirects = readRedirects(site);
    const headers = readHeaders(site, { 'cache-control': 'public, max-age=0, must-revalidate' });
    return (path, query) => {
      const to = redirects.get(path);
      if (to !== undefined) return lead(301, to, headers(path));
      const bare = path.replace(/\/index\.html$|\.html$/, (end) => (end.startsWith('/') ? '/' : ''));
      if (bare !== path && site.find(path) !== undefined) return lead(308, bare + query, headers(path));
      const file = findPage(site, path) ?? site.find(`${path}.html`);
      if (file !== undefined && !PRESETS.includes(file)) return { status: 200, file, headers: headers(path) };
      if (findPage(site, `${path}/`) !== undefined) return lead(308, `${path}/${query}`, headers(path));
      return { status: 404, file: findNearest404(site, path), headers: headers(path) };
    };
  },

  /** A file stands before a redirect; `/x` → `/x/`. */
  netlify: (site) => {
    const redirects = readRedirects(site);
    const headers = readHeaders(site, { 'cache-control': 'public,max-age=0,must-revalidate' });
    return (path, query) => {
      const file = findPage(site, path);
      if (file !== undefined && !PRESETS.includes(file)) return { status: 200, file, headers: headers(path) };
      if (findPage(site, `${path}/`) !== undefined) return lead(301, `${path}/${query}`, headers(path));
      const to = redirects.get(path);
      return to === undefined
        ? { status: 404, file: '404.html', headers: headers(path) }
        : lead(301, to, headers(path));
    };
  },

  vercel: (site) => {
    const config = JSON.parse(site.read('vercel.json')) as {
      readonly trailingSlash: boolean;
      readonly redirects: readonly { source: string; destination: string; statusCode: number }[];
      readonly headers: readonly { source: string; headers: readonly { key: string; value: string }[] }[];
    };
    const headers = (path: string): Record<string, string> =>
      Object.fromEntries(
        config.headers
          .filter(({ source }) => new RegExp(`^${source}$`).test(path))
          .flatMap((rule) => rule.headers.map(({ key, value }) => [key.toLowerCase(), value])),
      );
    return (path, query) => {
      const redirect = config.redirects.find(({ source }) => source === path);
      if (redirect !== undefined) return lead(redirect.statusCode, redirect.destination, headers(path));
      if (config.trailingSlash && !path.endsWith('/') && !posix.basename(path).includes('.'))
        return lead(308, `${path}/${query}`, headers(path));
      const file = findPage(site, path);
      return file === undefined
        ? { status: 404, file: '404.html', headers: headers(path) }
        : { status: 200, file, headers: headers(path) };
    };
  },

  /** No headers of one's own at all. */
  github: (site) => {
    const headers = { 'cache-control': 'max-age=600', 'access-control-allow-origin': '*' };
    return (path, query) => {
      const file = findPage(site, path);
      if (file !== undefined) return { status: 200, file, headers };
      if (findPage(site, `${path}/`) !== undefined) return lead(301, `${path}/${query}`, headers);
      return { status: 404, file: '404.html', headers };
    };
  },

  /** A store of files by their exact names, behind the function, the headers and the table that the site brings. */
  s3: (site) => {
    const code = `${site.read('.hosting/cloudfront-function.js')}\nhandler(event)`;
    const config = JSON.parse(site.read('.hosting/cloudfront-headers.json')) as CloudFrontHeaders;
    const table = JSON.parse(site.read('.hosting/cache.json')) as readonly { path: string; cacheControl: string }[];
    return (path, query) => {
      const querystring = Object.fromEntries([...new URLSearchParams(query)].map(([key, value]) => [key, { value }]));
      const result = runInNewContext(code, { event: { request: { uri: path, querystring } } }) as CloudFrontResult;
      const headers = {
        ...toHeaders(config),
        'cache-control': table.find((row) => path.startsWith(row.path.replace(/\*$/, '')))?.cacheControl ?? '',
      };
      if ('statusCode' in result) return lead(result.statusCode, result.headers.location.value, headers);
      const file = site.find(result.uri);
      return file === undefined ? { status: 404, file: '404.html', headers } : { status: 200, file, headers };
    };
  },
};

interface CloudFrontHeaders {
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
    readonly FrameOptions: { readonly FrameOption: string };
    readonly ReferrerPolicy: { readonly ReferrerPolicy: string };
    readonly StrictTransportSecurity: { readonly AccessControlMaxAgeSec: number };
  };
  readonly CustomHeadersConfig: {
    readonly Quantity: number;
    readonly Items: readonly { readonly Header: string; readonly Value: string }[];
  };
}

type CloudFrontResult =
  | { readonly uri: string }
  | { readonly statusCode: number; readonly headers: { readonly location: { readonly value: string } } };

function toHeaders({
  SecurityHeadersConfig: own,
  CustomHeadersConfig: custom,
}: CloudFrontHeaders): Record<string, string> {
  return {
    'content-security-policy': own.ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': own.FrameOptions.FrameOption,
    'referrer-policy': own.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${own.StrictTransportSecurity.AccessControlMaxAgeSec}`,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}

function lead(status: number, to: string, headers: Readonly<Record<string, string>>): Answer {
  return { status, headers: { ...headers, location: to } };
}

/** The file of a path, or the page of a folder. */
function findPage(site: Site, path: string): string | undefined {
  return path.endsWith('/') ? site.find(`${path}index.html`) : site.find(path);
}

function findNearest404(site: Site, path: string): string | undefined {
  for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
    const page = site.find(`${at.slice(0, at.lastIndexOf('/'))}/404.html`);
    if (page !== undefined) return page;
  }
  return undefined;
}

function readRedirects(site: Site): ReadonlyMap<string, string> {
  return new Map(
    site
      .read('_redirects')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [from = '', to = ''] = line.split(' ');
        return [from, to];
      }),
  );
}

/** Every rule that fits adds its headers; values of one name are joined, and stand instead of what the host says itself. */
function readHeaders(site: Site, own: Readonly<Record<string, string>>): (path: string) => Record<string, string> {
  const rules: { readonly pattern: string; readonly headers: [string, string][] }[] = [];
  for (const line of site.read('_headers').split('\n')) {
    if (line.trim() === '') continue;
    const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name.toLowerCase(), value]);
    else rules.push({ pattern: line.trim(), headers: [] });
  }
  return (path) => {
    const said = new Map<string, string[]>();
    for (const { pattern, headers } of rules) {
      const fits = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
      if (fits) for (const [name, value] of headers) said.set(name, [...(said.get(name) ?? []), value]);
    }
    return { ...own, ...Object.fromEntries([...said].map(([name, values]) => [name, values.join(', ')])) };
  };
}
