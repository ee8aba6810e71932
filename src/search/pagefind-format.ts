// Everything that depends on how Pagefind 1.6 works inside stands here, so that a new version has one file to pass:
//
// - A record's text is cut at white space; a token without letters or digits counts as a place and is not indexed; a token
//   «a-b» is indexed as a, as b and as ab at one place. In the language `und` nothing is stemmed.
// - A word that is not in the index is replaced by words it begins; an end mark after each stem switches that off.
// - A result's id is the name of its fragment file, a gzipped «pagefind_dcd» and JSON with the record's address.
//
// Counts and names are checked here on every build, which stops if they are not as known; a test asks the built index the
// rest. If a version breaks them, the fall-back is an index of plain text in each language with the same client: word
// families and particles are then lost, merging by word is not.
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { toIndexTerm } from './end-mark.ts';

/** A record as the index takes it. */
export interface PagefindRecord {
  /** Comes back with the id; also tells texts apart whose stems are equal. */
  readonly address: string;
  /** Stems by place; none for a word that is not to be found. */
  readonly positions: readonly (readonly string[])[];
  readonly title: readonly string[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface PagefindFiles {
  /** Files to be published, by their path in Pagefind's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Ids of results by the addresses of records. */
  readonly ids: ReadonlyMap<string, string>;
}

const LANGUAGE = 'und';
const STOP = '·';
const SIGNATURE = 'pagefind_dcd';
/** Pagefind's own interface, highlighter and playground: the site has its own. */
const UNUSED = /^(?:pagefind-(?:.*ui|highlight)\.|fragment\/)/;

/** Builds the index of `records`, in the order given: names of files follow from that order. */
export async function buildPagefindIndex(records: readonly PagefindRecord[]): Promise<PagefindFiles> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (index === undefined) throw new Error(`Pagefind could not begin: ${errors.join('; ')}`);
  try {
    for (const { address, positions, title, filters } of records) {
      const { errors: problems } = await index.addCustomRecord({
        url: address,
        content: writeContent(positions),
        language: LANGUAGE,
        meta: { title: title.length === 0 ? toIndexTerm('') : title.map(toIndexTerm).join(' ') },
        filters: Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]])),
      });
      throwIfAny(problems, address);
    }
    const { errors: problems, files } = await index.getFiles();
    throwIfAny(problems, 'the whole');
    const ids = new Map<string, string>();
    const lengths = new Map(
      records.map(({ address, positions }) => [address, positions.length + (isSilent(positions) ? 1 : 0)]),
    );
    for (const { path, content } of files) {
      if (!path.startsWith('fragment/')) continue;
      const { url, word_count: words } = readFragment(content, path);
      ids.set(url, path.slice('fragment/'.length).replace(/\.pf_fragment$/, ''));
      checkLength(lengths.get(url), url, words);
    }
    if (ids.size !== records.length) {
      throw new Error(
        `Pagefind wrote ${ids.size} of ${records.length} records: its format is not the one that is known.`,
      );
    }
    return {
      files: new Map(
        files
          .filter(({ path }) => !UNUSED.test(path))
          .map(({ path, content }): [string, Uint8Array] => [path, content])
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
      ids,
    };
  } finally {
    await close();
  }
}

/** A record without a single word would be left out: it gets one that is never asked for. */
function writeContent(positions: PagefindRecord['positions']): string {
  return [...positions.map(writePlace), ...(isSilent(positions) ? [toIndexTerm('')] : [])].join(' ');
}

function isSilent(positions: PagefindRecord['positions']): boolean {
  return positions.every((stems) => stems.length === 0);
}

function writePlace(stems: readonly string[]): string {
  return stems.length === 0 ? STOP : stems.map(toIndexTerm).join('-');
}

function readFragment(content: Uint8Array, path: string): { readonly url: string; readonly word_count: number } {
  const text = gunzipSync(content).toString('utf8');
  if (!text.startsWith(SIGNATURE)) throw new Error(`Pagefind's file ${path} does not begin as known.`);
  return JSON.parse(text.slice(SIGNATURE.length)) as { url: string; word_count: number };
}

/** Places in results are places in texts only as long as both count words alike. */
function checkLength(expected: number | undefined, address: string, words: number): void {
  if (words !== expected) throw new Error(`Pagefind counts ${words} words in ${address}, not ${expected ?? 'any'}.`);
}

function throwIfAny(errors: readonly string[], where: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index ${where}: ${errors.join('; ')}`);
}
