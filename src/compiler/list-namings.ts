import type { Entity } from '../graph/graph.ts';
import { listFirstWords } from '../mention/list-first-words.ts';

/** A folded word, and an entity one of whose names begins with it. */
export interface Naming {
  readonly word: string;
  readonly entity: string;
}

/** Which words begin names of which entities: each pair once, sorted. */
export function listNamings(entities: readonly Pick<Entity, 'id' | 'label' | 'aliases'>[]): readonly Naming[] {
  const words = new Map<string, Set<string>>();
  for (const { id, label, aliases } of entities) {
    const texts = [...Object.values(label), ...Object.values(aliases).flatMap((list) => list.map(({ text }) => text))];
    for (const text of texts) {
      for (const word of listFirstWords({ entity: id, text, lang: 'und' })) {
        const known = words.get(word);
        if (known) known.add(id);
        else words.set(word, new Set([id]));
      }
    }
  }
  return [...words].toSorted(byWord).flatMap(([word, ids]) => [...ids].sort().map((entity) => ({ word, entity })));
}

function byWord([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
