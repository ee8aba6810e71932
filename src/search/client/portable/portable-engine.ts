import {
  ENGINE_FOLDER,
  ENGINE_START,
  findShard,
  toShardName,
  type EngineShard,
  type EngineStart,
} from '../../portable-index.ts';
import type { Engine } from '../search-index.ts';

/** Answers as Pagefind would, from what it once answered. `folder` is that of the index and ends with a slash. */
export async function openPortableEngine(
  folder: string,
  readText: (address: string) => Promise<string>,
): Promise<Engine> {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readText(`${folder}${ENGINE_FOLDER}/${name}`)) as T;
  const { ids, shards } = await read<EngineStart>(ENGINE_START);
  const known = new Map<number, Promise<EngineShard>>();
  const readShard = (shard: number): Promise<EngineShard> => {
    const asked =
      known.get(shard) ??
      read<EngineShard>(toShardName(shard)).catch((error: unknown) => {
        // Asked again, it may be there again.
        known.delete(shard);
        throw error;
      });
    known.set(shard, asked);
    return asked;
  };
  return {
    search: async (term) => {
      const words = await readShard(findShard(term, shards));
      const found = Object.hasOwn(words, term) ? (words[term] ?? []) : [];
      return { results: found.map(([result, score, tokens]) => ({ id: ids[result] ?? '', score, words: tokens })) };
    },
  };
}
