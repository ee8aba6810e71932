import type { Engine, EngineResult } from './client/search-index.ts';
import { toIndexTerm } from './end-mark.ts';
import {
  ENGINE_FOLDER,
  ENGINE_START,
  findShard,
  toShardName,
  type EngineShard,
  type EngineStart,
  type Posting,
} from './portable-index.ts';
import { readLine } from './vocabulary-lines.ts';

/** UTF-16 units of a file of words, about. */
const SHARD_SIZE = 60_000;
/** Scores are 32-bit floats: with so many digits each is told from the next. */
const DIGITS = 9;

/**
 * Asks the engine of an index everything that it can be asked, and writes the answers down: whoever reads them
 * ranks exactly as the engine does. `vocabulary` holds the texts of all vocabulary files. Gives files by their paths in the
 * folder of the index.
 */
export async function buildPortableIndex(
  engine: Engine,
  vocabulary: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, readonly EngineResult[]>();
  for (const stem of new Set(vocabulary.flatMap(listStems))) {
    const term = toIndexTerm(stem);
    const results = (await engine.search(term))?.results ?? [];
    if (results.length > 0) answers.set(term, results);
  }
  const ids = [...new Set([...answers.values()].flatMap((results) => results.map(({ id }) => id)))].toSorted();
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const words = new Map(
    [...answers].map(([term, results]) => [
      term,
      results.map(({ id, score, words: tokens }): Posting => [
        numbers.get(id) ?? -1,
        Number(score.toPrecision(DIGITS)),
        tokens,
      ]),
    ]),
  );
  const size = [...words].reduce((sum, entry) => sum + JSON.stringify(entry).length, 0);
  const shards = Math.max(1, Math.ceil(size / SHARD_SIZE));
  const start: EngineStart = { ids, shards };
  const divided = Map.groupBy([...words.keys()].toSorted(), (word) => findShard(word, shards));
  return new Map([
    [`${ENGINE_FOLDER}/${ENGINE_START}`, JSON.stringify(start)],
    ...Array.from({ length: shards }, (_, shard): [string, string] => {
      const own: EngineShard = Object.fromEntries(
        (divided.get(shard) ?? []).map((word) => [word, words.get(word) ?? []]),
      );
      return [`${ENGINE_FOLDER}/${toShardName(shard)}`, JSON.stringify(own)];
    }),
  ]);
}

function listStems(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const entry = readLine(line);
    return entry.type === 'stem' ? [entry.stem] : [];
  });
}
