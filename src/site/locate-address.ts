/** Where an address of a finished site leads, seen from one of its files. */
export type Location =
  /** A file of the site, by its path in the output folder, and the id within it (`''` for none). */
  | { readonly status: 'inside'; readonly file: string; readonly fragment: string }
  /** Another site, or a mail program. */
  | { readonly status: 'outside' }
  /** Its own server, but not under the path of this site. */
  | { readonly status: 'astray' }
  /** Nothing that a finished page may hold: code, a file of a machine, an address that nobody resolved. */
  | { readonly status: 'forbidden' };

export interface SiteRoot {
  /** `https://example.org` */
  readonly origin: string;
  /** `/` or `/sub/`, encoded. */
  readonly base: string;
}

const OUTSIDE: Location = { status: 'outside' };
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Resolves an address as a browser does. `from` is the path of the file in the output folder that holds it. */
export function locateAddress(address: string, from: string, { origin, base }: SiteRoot): Location {
  let path = address.trim();
  if (path.startsWith('//')) return OUTSIDE;
  const scheme = SCHEME.exec(path)?.[0].toLowerCase();
  if (scheme !== undefined) {
    if (scheme === 'mailto:' || scheme === 'tel:') return OUTSIDE;
    if (scheme !== 'http:' && scheme !== 'https:') return { status: 'forbidden' };
    if (!path.startsWith(origin)) return OUTSIDE;
    const rest = path.slice(origin.length);
    if (rest !== '' && !/^[/?#]/.test(rest)) return OUTSIDE;
    path = rest.startsWith('/') ? rest : `/${rest}`;
  }
  const hash = path.indexOf('#');
  const fragment = hash === -1 ? '' : safeDecode(path.slice(hash + 1).replace(/:~:.*$/, ''));
  const bare = (hash === -1 ? path : path.slice(0, hash)).replace(/\?.*$/, '');
  if (bare === '' && scheme === undefined) return { status: 'inside', file: from, fragment };
  // Only what is plainly a path from the root, encoded as the parser would leave it, needs none; nine in ten are.
  const full =
    bare.startsWith('/') && !/\/\.|[^\x21-\x7e]|["<>\\^`{}]/.test(bare)
      ? bare
      : new URL(bare, `http://site${base}${toAddressPath(from)}`).pathname;
  if (full !== base && !full.startsWith(base)) {
    return `${full}/` === base ? { status: 'inside', file: 'index.html', fragment } : { status: 'astray' };
  }
  const inner = safeDecode(full.slice(base.length));
  return { status: 'inside', file: inner === '' || inner.endsWith('/') ? `${inner}index.html` : inner, fragment };
}

/** The address of a file within the site: `a/index.html` is found at `a/`. */
export function toAddressPath(file: string): string {
  return file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** Browsers take what cannot be decoded as it is. */
function safeDecode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A lone `%` means itself.
  }
}
