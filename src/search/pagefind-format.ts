// What is known of Pagefind 1.6, whose runtime searches the index in the reader's browser:
//
// - It asks a folder for `pagefind-entry.json`, which names the list of documents and the WebAssembly of a language. In the
//   language `und` nothing is stemmed.
// - The list of documents is CBOR, `[version, [[id, count of words, group] …], [[first word, last word, chunk] …], filters,
//   sorts, names of meta fields]`, the chunks `posting-lists.ts` describes; both are gzipped behind «pagefind_dcd».
// - A word that is not in the index is replaced by words it begins; an end mark after each stem switches that off.
//
// The lists and chunks are written here and not by Pagefind's own program, which can change no index that it has written, and
// holds 80 KB of memory for each document. When an index is built from nothing that program indexes a few documents too,
// and the build stops where it writes a byte differently. If a version breaks all this, the fall-back is its own index
// of plain text in each language with the same client: word families and particles are then lost, merging by word is not.
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readCbor, writeCbor, type Cbor } from './cbor.ts';
import { toIndexTerm } from './end-mark.ts';
import type { IndexedDocument } from './index-document.ts';
import { createPostings, joinEntries, splitEntries, writeEntry } from './posting-lists.ts';
import { toFileName } from './to-file-name.ts';

/** A file of the index, by its path in the index's folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What every index needs of Pagefind, whatever is in it. */
export interface Runtime {
  readonly version: string;
  /** `pagefind-entry.json` of some index, as text. */
  readonly entry: string;
  readonly files: readonly IndexFile[];
}

/** A chunk by its first and last word. */
export interface ChunkPlace {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

const LANGUAGE = 'und';
const STOP = '·';
const SIGNATURE = Buffer.from('pagefind_dcd');
const ENTRY = 'pagefind-entry.json';
/** What a reader's browser runs. */
export const RUNTIME_FILES: readonly string[] = ['pagefind.js', 'pagefind-worker.js', 'wasm.unknown.pagefind'];
const LIST = /^pagefind\.\w+\.pf_meta$/;
const CHUNK = /^index\/\w+\.pf_index$/;
/** Chunks are read by everybody and written once. */
const STRENGTH = { level: 9 };

export function toChunkPath(name: string): string {
  return `index/${name}.pf_index`;
}

/** Packs the entries of a chunk; its name changes with them. */
export function packChunk(entries: readonly Uint8Array[]): { readonly name: string; readonly content: Uint8Array } {
  const content = pack(joinEntries(entries));
  return { name: `${LANGUAGE}_${toFileName(content)}`, content };
}

/** The entries of a packed chunk by their words. */
export function unpackChunk(content: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return splitEntries(unpack(content, 'a chunk'));
}

/** The list of all documents, with the ids that results shall have and how many words each has, and the entry that names it. */
export function writeDocumentList(
  { version, entry }: Pick<Runtime, 'version' | 'entry'>,
  documents: Iterable<readonly [id: string, words: number]>,
  chunks: readonly ChunkPlace[],
): readonly IndexFile[] {
  const listed = Array.from(documents, ([id, words]): Cbor => [id, words, '']);
  const places = chunks.map(({ from, to, name }): Cbor => [from, to, name]);
  const content = pack(writeCbor([version, listed, places, [], [], ['title']]));
  const hash = `${LANGUAGE}_${toFileName(content)}`;
  const { languages, ...rest } = JSON.parse(entry) as Entry;
  const own = { ...languages[LANGUAGE], hash, page_count: listed.length };
  return [
    { path: `pagefind.${hash}.pf_meta`, content },
    { path: ENTRY, content: Buffer.from(JSON.stringify({ ...rest, languages: { [LANGUAGE]: own } })) },
  ];
}

interface Entry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly page_count: number }>>;
}

/** Some documents that between them have all that an index holds. */
const PROBES: readonly IndexedDocument[] = [
  probe([['دول'], [], ['ناتو', 'وناتو'], ['3.5'], ['دول', 'x'], ['دول'], ['a', 'b', 'c'], ['a']], ['اسم', 'دول']),
  probe([['دول'], ['x', 'y', 'z', 'q', 'w'], []], []),
  ...Array.from({ length: 30 }, (_, at) =>
    probe([...Array.from({ length: at * 12 }, () => []), ['far'], ['٠𐌰']], ['far']),
  ),
];

function probe(positions: IndexedDocument['positions'], title: readonly string[]): IndexedDocument {
  return { positions, title, starts: [0], spans: new Map() };
}

/** Fetches the runtime from Pagefind, and throws where Pagefind writes an index otherwise than this module does. */
export async function fetchRuntime(): Promise<Runtime> {
  const files = await runPagefind(PROBES);
  const chunks = [...files].filter(([path]) => CHUNK.test(path));
  const [list, entry] = [[...files].find(([path]) => LIST.test(path))?.[1], files.get(ENTRY)];
  if (list === undefined || entry === undefined) throw new Error('Pagefind wrote no list of documents.');
  const meta = readCbor(unpack(list, 'the list of documents'));
  const [version, documents] = isList(meta) ? meta : [];
  if (typeof version !== 'string' || !isList(documents))
    throw new Error('Pagefind’s list of documents is not as known.');
  PROBES.forEach(({ positions }, at) => {
    const document = documents[at];
    // Places in results are places in texts only as long as both count words alike.
    if (!isList(document) || document[1] !== positions.length || document[2] !== '')
      throw new Error('Pagefind counts the words of a document otherwise than known.');
  });

  const postings = createPostings();
  PROBES.forEach((one, at) => postings.add(at, one));
  const entries = new Map(chunks.flatMap(([, content]) => [...unpackChunk(content)]));
  const { words, find } = postings.finish();
  for (const word of words) {
    const [own, theirs] = [find(word), entries.get(word)];
    if (own === undefined || theirs === undefined || !Buffer.from(writeEntry(word, [own])).equals(theirs))
      throw new Error(`Pagefind writes «${word}» into its index otherwise than known.`);
  }
  const [places] = isList(meta) ? meta.slice(2) : [];
  const named = isList(places) ? places.map((one) => (isList(one) ? toChunkPath(String(one[2])) : '')) : [];
  if (named.join(' ') !== chunks.map(([path]) => path).join(' '))
    throw new Error('Pagefind names its chunks otherwise than known.');
  return {
    version,
    entry: Buffer.from(entry).toString('utf8'),
    files: RUNTIME_FILES.map((path) => {
      const content = files.get(path);
      if (content === undefined) throw new Error(`Pagefind wrote no ${path}.`);
      return { path, content };
    }),
  };
}

/** The files that Pagefind's own program writes for some documents, by their paths. */
export async function runPagefind(documents: readonly IndexedDocument[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (index === undefined) throw new Error(`Pagefind could not begin: ${errors.join('; ')}`);
  try {
    for (const [number, { positions, title }] of documents.entries()) {
      const answer = await index.addCustomRecord({
        url: String(number),
        content: positions.map((stems) => (stems.length === 0 ? STOP : stems.map(toIndexTerm).join('-'))).join(' '),
        language: LANGUAGE,
        meta: { title: title.length === 0 ? STOP : title.map(toIndexTerm).join(' ') },
      });
      throwIfAny(answer.errors, `document ${number}`);
    }
    const { errors: problems, files } = await index.getFiles();
    throwIfAny(problems, 'the whole');
    return new Map(files.map(({ path, content }) => [path, content]));
  } finally {
    await close();
  }
}

function isList(value: Cbor | undefined): value is readonly Cbor[] {
  return Array.isArray(value);
}

function pack(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, content]), STRENGTH);
}

function unpack(content: Uint8Array, what: string): Uint8Array {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error(`Pagefind’s ${what} does not begin as known.`);
  return bytes.subarray(SIGNATURE.length);
}

function throwIfAny(errors: readonly string[], where: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index ${where}: ${errors.join('; ')}`);
}
