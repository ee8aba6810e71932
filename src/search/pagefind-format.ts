// Everything that depends on how Pagefind 1.6 works inside stands here, so that a new version has one file to pass:
//
// - A record's text is cut at white space; a token without letters or digits counts as a place and is not indexed; a token
//   «a-b» is indexed as a, as b and as ab at one place. In the language `und` nothing is stemmed.
// - A word that is not in the index is replaced by words it begins; an end mark after each stem switches that off.
// - A record's fragment file is a gzipped «pagefind_dcd» and JSON with its address and its count of words; its name is the
//   record's id in the list of documents, which every reader loads: CBOR, `[version, [[id, words, group] …], …]`. There
//   the ids are replaced by ours, which are shorter and tell where the record lies; fragments are not published.
// - The runtime asks a folder for `pagefind-entry.json`, which names the list of documents and the WebAssembly.
//
// All of it is checked on every build, which stops if anything is not as known; a test asks the built index the rest. If a
// version breaks them, the fall-back is an index of plain text in each language with the same client: word families and
// particles are then lost, merging by word is not.
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { readCbor, writeCbor, type Cbor } from './cbor.ts';
import { toIndexTerm } from './end-mark.ts';
import { toPartFolder } from './index-files.ts';
import { toFileName } from './to-file-name.ts';

/** A record as the index takes it. */
export interface PagefindRecord {
  /** Stems by place; none for a word that is not to be found. */
  readonly positions: readonly (readonly string[])[];
  readonly title: readonly string[];
}

/** A part of the index that is being built. Pagefind holds all of a part in memory, about 80 KB for each document. */
export interface PagefindPart {
  /** Resolves when there is room for another. */
  readonly add: (record: PagefindRecord) => Promise<void>;
  /** Files to be published by their paths, given the ids that results shall have, in the order of the records. */
  readonly finish: (ids: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
}

const LANGUAGE = 'und';
const STOP = '·';
const SIGNATURE = 'pagefind_dcd';
const MOST_IN_FLIGHT = 200;
const ENTRY = 'pagefind-entry.json';
/** What every part would bring and the first has. */
const RUNTIME = /^(?:pagefind\.js|pagefind-worker\.js|wasm\.unknown\.pagefind)$/;
const LIST = /^pagefind\.(\w+)\.pf_meta$/;
const CHUNKS = 'index/';

/** Begins a part; files are named from the order in which records are added. One part at a time. */
export async function openPagefindPart(part: number): Promise<PagefindPart> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (index === undefined) throw new Error(`Pagefind could not begin: ${errors.join('; ')}`);
  const lengths: number[] = [];
  let inFlight: Promise<void>[] = [];
  return {
    add: async ({ positions, title }) => {
      const number = lengths.length;
      lengths.push(positions.length + (isSilent(positions) ? 1 : 0));
      inFlight.push(
        index
          .addCustomRecord({
            url: String(number),
            content: writeContent(positions),
            language: LANGUAGE,
            meta: { title: title.length === 0 ? toIndexTerm('') : title.map(toIndexTerm).join(' ') },
          })
          .then((answer) => throwIfAny(answer.errors, `document ${number}`)),
      );
      if (inFlight.length < MOST_IN_FLIGHT) return;
      const sent = inFlight;
      inFlight = [];
      await Promise.all(sent);
    },
    finish: async (ids) => {
      try {
        await Promise.all(inFlight);
        const { errors: problems, files } = await index.getFiles();
        throwIfAny(problems, 'the whole');
        return toPublished(part, new Map(files.map(({ path, content }) => [path, content])), lengths, ids);
      } finally {
        await close();
      }
    },
  };
}

function toPublished(
  part: number,
  files: ReadonlyMap<string, Uint8Array>,
  lengths: readonly number[],
  ids: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const published = new Map<string, Uint8Array>();
  for (const path of [...files.keys()].toSorted()) {
    const content = files.get(path) ?? new Uint8Array();
    if (path.startsWith(CHUNKS) || (part === 0 && RUNTIME.test(path))) published.set(path, content);
    const list = LIST.exec(path)?.[1];
    if (list === undefined) continue;
    const renamed = renameDocuments(content, mapDocuments(files, lengths, ids));
    const name = `${LANGUAGE}_${toFileName(renamed)}`;
    published.set(`pagefind.${name}.pf_meta`, renamed);
    published.set(ENTRY, writeEntry(files.get(ENTRY), list, name, part));
  }
  if (!published.has(ENTRY)) throw new Error('Pagefind wrote no list of documents.');
  const folder = toPartFolder(part);
  return new Map([...published].map(([path, content]) => [folder + path, content]));
}

/** Our ids by Pagefind's. */
function mapDocuments(
  files: ReadonlyMap<string, Uint8Array>,
  lengths: readonly number[],
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [path, content] of files) {
    const name = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
    if (name === undefined) continue;
    const { url, word_count: words } = JSON.parse(unpack(content, path).toString('utf8')) as {
      readonly url: string;
      readonly word_count: number;
    };
    // Places in results are places in texts only as long as both count words alike.
    if (words !== lengths[Number(url)])
      throw new Error(`Pagefind counts ${words} words in document ${url}, not ${lengths[Number(url)] ?? 'any'}.`);
    known.set(name, ids[Number(url)] ?? '');
  }
  if (known.size !== lengths.length || ids.length !== lengths.length) {
    throw new Error(
      `Pagefind wrote ${known.size} of ${lengths.length} records: its format is not the one that is known.`,
    );
  }
  return known;
}

function renameDocuments(packed: Uint8Array, ids: ReadonlyMap<string, string>): Uint8Array {
  const content = unpack(packed, 'the list of documents');
  const meta = readCbor(content);
  if (!content.equals(writeCbor(meta))) throw new Error('The list of documents is not written as known.');
  const [version = '', documents, ...others] = isList(meta) ? meta : [];
  if (!isList(documents) || documents.length !== ids.size) throw new Error('The list of documents is not as known.');
  const renamed = documents.map((document): Cbor => {
    const [id, words] = isList(document) ? document : [];
    const own = typeof id === 'string' ? ids.get(id) : undefined;
    if (own === undefined || typeof words !== 'number') throw new Error('A listed document is not as known.');
    return [own, words, ''];
  });
  return gzipSync(Buffer.concat([Buffer.from(SIGNATURE), writeCbor([version, renamed, ...others])]), { level: 9 });
}

/** All parts run on the first one's WebAssembly: the runtime puts the name between `wasm.` and `.pagefind`. */
function writeEntry(entry: Uint8Array | undefined, known: string, name: string, part: number): Uint8Array {
  const { languages, ...rest } = JSON.parse(Buffer.from(entry ?? []).toString('utf8')) as {
    readonly languages: Readonly<Record<string, { readonly hash: string }>>;
  };
  const own = languages[LANGUAGE];
  if (own?.hash !== known) throw new Error('Pagefind’s entry does not name its list of documents.');
  const wasm = part === 0 ? null : '/../../../wasm.unknown';
  return Buffer.from(JSON.stringify({ ...rest, languages: { [LANGUAGE]: { ...own, hash: name, wasm } } }));
}

function isList(value: Cbor | undefined): value is readonly Cbor[] {
  return Array.isArray(value);
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

function unpack(content: Uint8Array, path: string): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, SIGNATURE.length).equals(Buffer.from(SIGNATURE)))
    throw new Error(`Pagefind's file ${path} does not begin as known.`);
  return bytes.subarray(SIGNATURE.length);
}

function throwIfAny(errors: readonly string[], where: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index ${where}: ${errors.join('; ')}`);
}
