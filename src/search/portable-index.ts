// The files that stand for Pagefind's where no module and no WebAssembly can be loaded: written by `build-portable-index.ts`,
// read by `client/portable/portable-engine.ts`. All JSON.

/** Folder within that of the index. */
export const ENGINE_FOLDER = 'engine';
export const ENGINE_START = 'start.json';

/** What every search needs. Results are named by their place in `ids`. */
export interface EngineStart {
  readonly ids: readonly string[];
  /** Among how many files the words are divided. */
  readonly shards: number;
}

/** Where a word stands: the result, the score that Pagefind gives it there, the numbers of its tokens. */
export type Posting = readonly [result: number, score: number, tokens: readonly number[]];

/** A file of words. */
export type EngineShard = Readonly<Record<string, readonly Posting[]>>;

export function toShardName(shard: number): string {
  return `words-${String(shard)}.json`;
}

/** The number of the file in which a word stands, from 0 (FNV-1a over UTF-16 units). */
export function findShard(word: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % shards;
}
