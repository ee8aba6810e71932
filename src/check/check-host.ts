import { diagnose, sortDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { HOST_LIMITS, type Host, type HostLimits } from './host-limits.ts';

/** A finished site as a host will see it. Paths are relative to it, with POSIX slashes; that of a folder ends with one. */
export interface SiteMeasure {
  readonly files: number;
  readonly bytes: number;
  /** Every folder with what lies directly in it; the site itself is the empty path. */
  readonly folders: readonly FolderMeasure[];
  /** The greatest files, the greatest first. */
  readonly greatest: readonly { readonly path: string; readonly bytes: number }[];
  /** Texts that the host reads, by name, as far as there are any. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface FolderMeasure {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
}

/** Folders named when there is too much of everything. */
const NAMED_FOLDERS = 5;

/** Every limit of a host that a finished site breaks, with the folders that are to blame. Places are paths of the site. */
export function checkHost(host: Host, site: SiteMeasure, limits: HostLimits = HOST_LIMITS[host]): Diagnostic[] {
  const report = (
    file: string,
    what: string,
    found: string,
    most: string,
    fix: string,
    folders: readonly string[] = [],
  ): Diagnostic =>
    diagnose(
      'host-limit',
      { file },
      {
        message: `${limits.name} does not take ${what}.`,
        values: [
          { label: 'is', text: found },
          { label: 'most', text: most },
          ...folders.map((text) => ({ label: 'of them', text })),
          { label: 'says', text: limits.source },
        ],
        fix,
      },
    );
  const isOver = (count: number, most: number | undefined): most is number => most !== undefined && count > most;
  const found: Diagnostic[] = [];

  if (isOver(site.files, limits.files))
    found.push(
      report(
        '',
        'so many files',
        count(site.files, 'file'),
        count(limits.files, 'file'),
        FEWER,
        nameFolders(site, 'files'),
      ),
    );
  if (isOver(site.bytes, limits.siteBytes))
    found.push(
      report('', 'so large a site', size(site.bytes), size(limits.siteBytes), FEWER, nameFolders(site, 'bytes')),
    );
  const { fileBytes, folderFiles } = limits;
  for (const { path, bytes } of site.greatest) {
    if (isOver(bytes, fileBytes))
      found.push(
        report(path, 'so large a file', size(bytes), size(fileBytes), 'Make the file smaller, or choose another host.'),
      );
  }
  for (const { path, files } of site.folders) {
    if (isOver(files, folderFiles))
      found.push(report(path, 'so many files in one folder', count(files, 'file'), count(folderFiles, 'file'), FEWER));
  }

  const headers = listLines(site.texts['_headers']);
  const rules = headers.filter((line) => !/^\s/.test(line)).length;
  if (isOver(rules, limits.headerRules))
    found.push(report('_headers', 'so many rules', count(rules, 'rule'), count(limits.headerRules, 'rule'), SHORTER));
  const header = longest(headers);
  if (isOver(header, limits.headerLength))
    found.push(
      report(
        '_headers',
        'so long a line',
        count(header, 'character'),
        count(limits.headerLength, 'character'),
        SHORTER,
      ),
    );
  const redirects = listLines(site.texts['_redirects']);
  if (isOver(redirects.length, limits.redirects))
    found.push(
      report('_redirects', 'so many rules', count(redirects.length, 'rule'), count(limits.redirects, 'rule'), SHORTER),
    );
  const redirect = longest(redirects);
  if (isOver(redirect, limits.redirectLength))
    found.push(
      report(
        '_redirects',
        'so long a line',
        count(redirect, 'character'),
        count(limits.redirectLength, 'character'),
        SHORTER,
      ),
    );
  const routes = countRoutes(site.texts['vercel.json']);
  if (isOver(routes, limits.routes))
    found.push(report('vercel.json', 'so many rules', count(routes, 'rule'), count(limits.routes, 'rule'), SHORTER));
  const ownFunction = site.texts['.hosting/cloudfront-function.js']?.length ?? 0;
  if (isOver(ownFunction, limits.functionBytes))
    found.push(
      report(
        '.hosting/cloudfront-function.js',
        'so long a function',
        size(ownFunction),
        size(limits.functionBytes),
        SHORTER,
      ),
    );
  return sortDiagnostics(found);
}

const FEWER = 'Choose another host or a wider plan, or divide the content into several sites.';
const SHORTER = 'Shorten the file: what is missing in it only makes the site slower.';

function nameFolders({ folders }: SiteMeasure, by: 'files' | 'bytes'): readonly string[] {
  return folders
    .toSorted((a, b) => b[by] - a[by] || (a.path < b.path ? -1 : 1))
    .slice(0, NAMED_FOLDERS)
    .map(
      ({ path, files, bytes }) =>
        `${path === '' ? './' : path}  ${by === 'files' ? count(files, 'file') : size(bytes)}`,
    );
}

function listLines(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function longest(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, line.trim().length), 0);
}

function countRoutes(text: string | undefined): number {
  if (text === undefined) return 0;
  try {
    const config = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return ['redirects', 'headers', 'rewrites']
      .map((name) => config[name])
      .reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  } catch {
    return 0; // Somebody else's file: the host itself will say what is wrong with it.
  }
}

function count(number: number, unit: string): string {
  return `${group(number)} ${unit}${number === 1 ? '' : 's'}`;
}

function size(bytes: number): string {
  const MB = 1_000_000;
  return bytes < MB / 10 ? `${group(bytes)} bytes` : `${(bytes / MB).toFixed(1)} MB`;
}

function group(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
