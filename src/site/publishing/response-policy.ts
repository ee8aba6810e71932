/**
 * What a host is told to answer with. Every file that speaks to a host (`_headers`, `vercel.json`, CloudFront's table) is
 * written from here, and so is the policy within the pages, for hosts that know no headers.
 */

/**
 * Nothing is loaded but from the site itself, and no script or style stands within a page. `wasm-unsafe-eval` lets the
 * search engine run its WebAssembly, and nothing else: every page has the search dialog. Text never becomes code: the one
 * policy of Trusted Types, `default`, is made by the search and admits its worker alone.
 */
const DIRECTIVES: readonly (readonly [directive: string, sources: string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['worker-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
  ['frame-ancestors', "'none'"],
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'default'],
];
/** What browsers only obey as a header. */
const HEADER_ONLY: readonly string[] = ['frame-ancestors'];

const write = (directives: typeof DIRECTIVES): string =>
  directives.map(([directive, sources]) => `${directive} ${sources}`).join('; ');

/** The policy as a header. */
export const HEADER_POLICY: string = write(DIRECTIVES);

/** The policy as `<meta http-equiv>`. */
export const META_POLICY: string = write(DIRECTIVES.filter(([directive]) => !HEADER_ONLY.includes(directive)));

/** Other sites are not told what a reader was reading. */
export const REFERRER_POLICY = 'same-origin';

/** Abilities that no page of the site has a use for. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
];

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** With every answer. */
export const HEADERS: readonly Header[] = [
  { name: 'Content-Security-Policy', value: HEADER_POLICY },
  { name: 'X-Content-Type-Options', value: 'nosniff' },
  { name: 'X-Frame-Options', value: 'DENY' },
  { name: 'Referrer-Policy', value: REFERRER_POLICY },
  { name: 'Permissions-Policy', value: UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ') },
  { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { name: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  // Browsers obey it over https alone, and only for this name, not for those below it.
  { name: 'Strict-Transport-Security', value: 'max-age=31536000' },
];

/** A year, and never asked for again: only for files whose names change with their bytes. */
export const KEPT: Header = { name: 'Cache-Control', value: 'public, max-age=31536000, immutable' };

/** Kept, but asked for every time whether it is still the same. All these hosts do so where nothing else is said. */
export const REVALIDATED: Header = { name: 'Cache-Control', value: 'public, max-age=0, must-revalidate' };

/**
 * Folders in which every name holds a hash of the file: styles, scripts and fonts; and of the search index what is fetched
 * by names that its entry file tells, but for the facets, which not every site has. All other files are revalidated.
 */
export const HASHED_FOLDERS: readonly string[] = [
  '_astro/',
  'pagefind/filters/',
  'pagefind/index/',
  'pagefind/orders/',
  'pagefind/records/',
  'pagefind/words/',
];
