// Where words stand, in the bytes in which a chunk of Pagefind's index holds it: an entry is CBOR (RFC 8949),
// `[word, [[document, places, places in names], …], variants]`. A document is told by its distance from the one before. Places
// are told by their weight, lowest first: `-weight - 1`, then the first place, then the distance from each to the next.
import type { IndexedDocument } from './index-document.ts';
import { toIndexTerm } from './end-mark.ts';

/** The documents that have a word, in the order of their numbers. */
export interface PostingList {
  readonly documents: Uint32Array;
  /** Places in each of them: from where to where in `bytes`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
  /** Whether it stands in the name of one of them. */
  readonly isName: boolean;
}

/** Postings of documents that are being read. */
export interface Postings {
  /** Documents come in the order of their numbers. */
  readonly add: (document: number, indexed: IndexedDocument) => void;
  /** To be called once, when all are added. */
  readonly finish: () => Concordance;
}

/** Every word of some documents with where it stands. */
export interface Concordance {
  /** In the order of the index. */
  readonly words: readonly string[];
  readonly find: (word: string) => PostingList | undefined;
}

/** What a place of one stem weighs in Pagefind; one of two stems at a place weighs half. */
const WEIGHT = 24;
const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

/** A stem as Pagefind's runtime looks it up: it takes accents off what it is asked, too. */
export function toWord(stem: string): string {
  const term = toIndexTerm(stem);
  // The analyser leaves hardly any: a few letters of Urdu that are written with a hamza.
  // eslint-disable-next-line no-control-regex -- all that is beyond the commonest letters is looked at closer
  return /^[\u0000-\u007F\u0620-\u064A\u07CA\u07CB]*$/.test(term) ? term : term.normalize('NFD').replace(/\p{M}/gu, '');
}

export function createPostings(): Postings {
  const words = new Map<string, number>();
  const terms = new Map<string, number>();
  const named: boolean[] = [];
  const out = createByteWriter();
  let size = 0;
  let owners = new Uint32Array(4096);
  let documents = new Uint32Array(4096);
  let ends = new Uint32Array(4096);
  const grow = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
    const larger = new Uint32Array(old.length * 2);
    larger.set(old);
    return larger;
  };
  const toNumber = (stem: string): number => {
    let number = terms.get(stem);
    if (number !== undefined) return number;
    const word = toWord(stem);
    number = words.get(word) ?? words.size;
    words.set(word, number);
    terms.set(stem, number);
    return number;
  };
  return {
    add: (document, { positions, title }) => {
      const places = new Map<number, number[]>();
      positions.forEach((stems, at) => {
        const weight = Math.max(1, Math.floor(WEIGHT / stems.length));
        for (const stem of stems) {
          const number = toNumber(stem);
          const own = places.get(number);
          if (own === undefined) places.set(number, [weight, at]);
          else own.push(weight, at);
        }
      });
      const inName = new Map<number, number>();
      title.forEach((stem, at) => {
        const number = toNumber(stem);
        if (!inName.has(number)) inName.set(number, at);
        if (!places.has(number)) places.set(number, []);
      });
      for (const [number, own] of places) {
        const name = inName.get(number);
        writePlaces(out, own);
        writePlaces(out, name === undefined ? [] : [0, name]);
        if (name !== undefined) named[number] = true;
        if (size === owners.length) [owners, documents, ends] = [grow(owners), grow(documents), grow(ends)];
        owners[size] = number;
        documents[size] = document;
        ends[size] = out.length();
        size += 1;
      }
    },
    finish: () => {
      const bytes = out.bytes();
      const first = new Uint32Array(words.size + 1);
      for (let at = 0; at < size; at += 1) first[(owners[at] ?? 0) + 1] = (first[(owners[at] ?? 0) + 1] ?? 0) + 1;
      for (let at = 1; at <= words.size; at += 1) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
      const next = first.slice();
      const [sorted, from, to] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
      for (let at = 0; at < size; at += 1) {
        const owner = owners[at] ?? 0;
        const place = next[owner] ?? 0;
        next[owner] = place + 1;
        sorted[place] = documents[at] ?? 0;
        from[place] = at === 0 ? 0 : (ends[at - 1] ?? 0);
        to[place] = ends[at] ?? 0;
      }
      return {
        words: [...words.keys()].toSorted(compareWords),
        find: (word) => {
          const number = words.get(word);
          if (number === undefined) return undefined;
          const [start, end] = [first[number] ?? 0, first[number + 1] ?? 0];
          return {
            documents: sorted.subarray(start, end),
            starts: from.subarray(start, end),
            ends: to.subarray(start, end),
            bytes,
            isName: named[number] === true,
          };
        },
      };
    },
  };
}

/** `places` holds weight and place of each, in turn, in the order of the places. */
function writePlaces(out: ByteWriter, places: readonly number[]): void {
  const weights = new Set<number>();
  for (let at = 0; at < places.length; at += 2) weights.add(places[at] ?? 0);
  out.head(LIST, places.length / 2 + weights.size);
  for (const weight of weights.size > 1 ? [...weights].toSorted((a, b) => a - b) : weights) {
    out.head(NEGATIVE, weight);
    let last = 0;
    for (let at = 0; at < places.length; at += 2) {
      if (places[at] !== weight) continue;
      const place = places[at + 1] ?? 0;
      out.head(NUMBER, place - last);
      last = place;
    }
  }
}

/** An entry of a chunk, from lists of which no document is in two. */
export function writeEntry(word: string, lists: readonly PostingList[]): Uint8Array {
  const count = lists.reduce((sum, { documents }) => sum + documents.length, 0);
  const out = createByteWriter();
  out.head(LIST, 3);
  const text = Buffer.from(word);
  out.head(TEXT, text.length);
  out.append(text);
  out.head(LIST, count);
  const at = lists.map(() => 0);
  let last = 0;
  for (let done = 0; done < count; done += 1) {
    let best = -1;
    let lowest = Infinity;
    lists.forEach(({ documents }, list) => {
      const number = documents[at[list] ?? 0] ?? Infinity;
      if (number < lowest) [best, lowest] = [list, number];
    });
    const list = lists[best];
    if (list === undefined) break;
    const place = at[best] ?? 0;
    out.head(LIST, 3);
    out.head(NUMBER, lowest - last);
    last = lowest;
    out.append(list.bytes.subarray(list.starts[place], list.ends[place]));
    at[best] = place + 1;
  }
  out.head(LIST, 0);
  return out.bytes();
}

/** Reads an entry, leaving out some documents. */
export function readEntry(entry: Uint8Array, isWanted: (document: number) => boolean): PostingList {
  const reader = createReader(entry);
  reader.head();
  reader.move(reader.head());
  const count = reader.head();
  const [documents, starts, ends] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  let kept = 0;
  let isName = false;
  let document = 0;
  for (let at = 0; at < count; at += 1) {
    reader.head();
    document += reader.head();
    const start = reader.at();
    reader.skip();
    const names = reader.head();
    for (let left = names; left > 0; left -= 1) reader.head();
    if (!isWanted(document)) continue;
    documents[kept] = document;
    starts[kept] = start;
    ends[kept] = reader.at();
    if (names > 0) isName = true;
    kept += 1;
  }
  return {
    documents: documents.subarray(0, kept),
    starts: starts.subarray(0, kept),
    ends: ends.subarray(0, kept),
    bytes: entry,
    isName,
  };
}

/** A chunk, before it is packed: entries in the order of their words. */
export function joinEntries(entries: readonly Uint8Array[]): Uint8Array {
  const out = createByteWriter();
  out.head(LIST, 1);
  out.head(LIST, entries.length);
  for (const entry of entries) out.append(entry);
  return out.bytes();
}

/** The entries of a chunk, by their words. */
export function splitEntries(chunk: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = createReader(chunk);
  const entries = new Map<string, Uint8Array>();
  reader.head();
  for (let left = reader.head(); left > 0; left -= 1) {
    const start = reader.at();
    reader.head();
    const length = reader.head();
    const word = Buffer.from(chunk.buffer, chunk.byteOffset + reader.at(), length).toString('utf8');
    reader.move(length);
    reader.skip();
    reader.skip();
    entries.set(word, chunk.subarray(start, reader.at()));
  }
  if (reader.at() !== chunk.length) throw new Error('A chunk of the search index is not as it was written.');
  return entries;
}

/** The order of the index: by code points, as the bytes of UTF-8 are ordered. */
export function compareWords(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    // Halves of pairs stand for what lies above all others.
    if (one !== other) return toRank(one) - toRank(other);
  }
  return a.length - b.length;
}

function toRank(code: number): number {
  return code >= 0xd800 && code <= 0xdfff ? code + 0x10000 : code;
}

interface ByteWriter {
  /** The head of a value: its type, and its length or itself. */
  readonly head: (type: number, value: number) => void;
  readonly append: (bytes: Uint8Array) => void;
  readonly length: () => number;
  readonly bytes: () => Uint8Array;
}

function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(256);
  let at = 0;
  const reserve = (more: number): void => {
    if (at + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, at + more));
    larger.set(buffer.subarray(0, at));
    buffer = larger;
  };
  return {
    head: (type, value) => {
      reserve(5);
      const top = type << 5;
      if (value < 24) buffer[at++] = top | value;
      else if (value < 0x100) {
        buffer[at++] = top | 24;
        buffer[at++] = value;
      } else if (value < 0x10000) {
        buffer[at++] = top | 25;
        buffer[at++] = value >> 8;
        buffer[at++] = value;
      } else {
        buffer[at++] = top | 26;
        for (const shift of [24, 16, 8, 0]) buffer[at++] = value >>> shift;
      }
    },
    append: (bytes) => {
      reserve(bytes.length);
      buffer.set(bytes, at);
      at += bytes.length;
    },
    length: () => at,
    bytes: () => buffer.subarray(0, at),
  };
}

interface Reader {
  readonly at: () => number;
  /** Steps over a head and gives its value. */
  readonly head: () => number;
  /** Steps over a whole value. */
  readonly skip: () => void;
  readonly move: (by: number) => void;
}

function createReader(bytes: Uint8Array): Reader {
  let at = 0;
  const head = (): number => {
    const short = (bytes[at++] ?? 0) & 0x1f;
    if (short < 24) return short;
    let value = 0;
    for (let left = 1 << (short - 24); left > 0; left -= 1) value = value * 256 + (bytes[at++] ?? 0);
    return value;
  };
  const skip = (): void => {
    const type = (bytes[at] ?? 0) >> 5;
    const value = head();
    if (type === TEXT) at += value;
    else if (type === LIST) for (let left = value; left > 0; left -= 1) skip();
  };
  return { at: () => at, head, skip, move: (by) => (at += by) };
}
