import { HASHED_FOLDERS, HEADERS, KEPT, REVALIDATED, type Header } from './response-policy.ts';

/** An address that something had, and the one it has now: absolute paths, with the base. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * So many redirects at most are told to a host, within the limits of all of them. Every old address is also a page that
 * leads on, so what is beyond them is only slower.
 */
const MOST_REDIRECTS = 1000;

/** `_headers`, for Cloudflare and Netlify. Where two rules give one header its values are joined, so no two do. */
export function writeHeadersFile(base: string): string {
  const rule = (path: string, headers: readonly Header[]): string =>
    `${base}${path}*\n${headers.map(({ name, value }) => `  ${name}: ${value}\n`).join('')}`;
  return [rule('', HEADERS), ...HASHED_FOLDERS.map((folder) => rule(folder, [KEPT]))].join('\n');
}

/** `_redirects`, for Cloudflare, Netlify and GitLab. */
export function writeRedirectsFile(redirects: readonly Redirect[]): string {
  return redirects
    .slice(0, MOST_REDIRECTS)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
}

/** `vercel.json`. Of two rules for one header the later one holds. */
export function writeVercelFile(base: string, redirects: readonly Redirect[]): string {
  const rule = (path: string, headers: readonly Header[]): object => ({
    source: `${base}${path}(.*)`,
    headers: headers.map(({ name, value }) => ({ key: name, value })),
  });
  const config = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    trailingSlash: true,
    redirects: redirects
      .slice(0, MOST_REDIRECTS)
      .map(({ from, to }) => ({ source: from, destination: to, statusCode: 301 })),
    headers: [rule('', [...HEADERS, REVALIDATED]), ...HASHED_FOLDERS.map((folder) => rule(folder, [KEPT]))],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/**
 * A CloudFront function (viewer request, runtime 2.0). S3 knows no folders: `/x/` becomes `/x/index.html`, and `/x`, which
 * has no ending, leads to `/x/`.
 */
export function writeCloudFrontFunction(): string {
  return `// Written by Sanad. CloudFront function, viewer request, runtime cloudfront-js-2.0.
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (uri.endsWith('/')) {
    request.uri = uri + 'index.html';
    return request;
  }
  if (uri.slice(uri.lastIndexOf('/') + 1).includes('.')) return request;
  var query = Object.keys(request.querystring).map(function (name) {
    return name + '=' + request.querystring[name].value;
  });
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: uri.replace(/^\\/+/, '/') + '/' + (query.length > 0 ? '?' + query.join('&') : '') } },
  };
}
`;
}

/** What CloudFront adds to answers, as `aws cloudfront create-response-headers-policy` takes it. */
export function writeCloudFrontHeaders(): string {
  const of = (name: string): string => HEADERS.find((one) => one.name === name)?.value ?? '';
  const own = [
    'Content-Security-Policy',
    'X-Content-Type-Options',
    'X-Frame-Options',
    'Referrer-Policy',
    'Strict-Transport-Security',
  ];
  const others = HEADERS.filter(({ name }) => !own.includes(name));
  const config = {
    Name: 'sanad',
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: of('Content-Security-Policy') },
      ContentTypeOptions: { Override: true },
      FrameOptions: { Override: true, FrameOption: of('X-Frame-Options') },
      ReferrerPolicy: { Override: true, ReferrerPolicy: of('Referrer-Policy') },
      StrictTransportSecurity: {
        Override: true,
        AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(of('Strict-Transport-Security'))?.[1] ?? 0),
      },
    },
    CustomHeadersConfig: {
      Quantity: others.length,
      Items: others.map(({ name, value }) => ({ Header: name, Value: value, Override: true })),
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Which file is kept how long, for hosts where the upload says it. The first pattern that fits holds. */
export function writeCacheTable(base: string): string {
  const rows = [
    ...HASHED_FOLDERS.map((folder) => ({ path: `${base}${folder}*`, cacheControl: KEPT.value })),
    { path: `${base}*`, cacheControl: REVALIDATED.value },
  ];
  return `${JSON.stringify(rows, null, 2)}\n`;
}
