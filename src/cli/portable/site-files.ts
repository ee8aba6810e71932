import { posix } from 'node:path';

/** Finds what the addresses of a finished site lead to among its files. */
export interface SiteFiles {
  readonly paths: ReadonlySet<string>;
  /** The file or folder (with a final slash) of an address that begins with the site's base, and what follows its path. */
  readonly find: (address: string) => FoundFile | undefined;
}

export interface FoundFile {
  /** From the folder of the site, decoded: `members/belgium/index.html`. */
  readonly path: string;
  /** Query and fragment, encoded, with their marks. */
  readonly suffix: string;
}

/** `base` begins and ends with a slash; `siteUrl` is the site's own origin, which some links may carry. */
export function openSiteFiles(paths: Iterable<string>, base: string, siteUrl: string): SiteFiles {
  const known = new Set(paths);
  const folders = new Set([...known].flatMap(listFolders));
  const { origin } = new URL(siteUrl);
  const root = decode(base) ?? base;
  return {
    paths: known,
    find: (address) => {
      const local = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
      if (!local.startsWith('/') || local.startsWith('//')) return undefined;
      const [, encoded = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(local) ?? [];
      // A base that is not ASCII stands encoded in some addresses and as it reads in others.
      const full = decode(encoded);
      if (full?.startsWith(root) !== true) return undefined;
      const path = full.slice(root.length);
      if (known.has(path)) return { path, suffix };
      const page = posix.join(path, 'index.html');
      if (known.has(page)) return { path: page, suffix };
      const folder = path.endsWith('/') ? path : `${path}/`;
      return folders.has(folder) ? { path: folder, suffix } : undefined;
    },
  };
}

/** An address that leads from one file to another wherever both lie. */
export function toRelativeAddress(from: string, { path, suffix }: FoundFile): string {
  const relative = posix.relative(posix.dirname(from), path);
  const encoded = relative.split('/').map(encodeURIComponent).join('/');
  return `${encoded === '' ? '.' : encoded}${path.endsWith('/') ? '/' : ''}${suffix}`;
}

function listFolders(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`);
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined; // Not an encoded address: nothing can stand there.
  }
}
