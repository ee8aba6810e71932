import { compareText } from '../diagnostic/compare-text.ts';
import type { Entity } from '../graph/graph.ts';
import { listBeginnings, type Beginning } from '../mention/name-beginning.ts';

/** How a name of an entity begins. */
export interface Naming extends Beginning {
  readonly entity: string;
}

/** How the labels and aliases of entities begin: sorted, those of two names alike twice. */
export function listNamings(entities: readonly Pick<Entity, 'id' | 'label' | 'aliases'>[]): readonly Naming[] {
  return entities
    .flatMap(({ id, label, aliases }) => {
      const texts = [
        ...Object.values(label),
        ...Object.values(aliases).flatMap((list) => list.map(({ text }) => text)),
      ];
      const beginnings = texts.flatMap((text) => listBeginnings({ text }));
      return beginnings.map(({ word, next }) => ({ word, next, entity: id }));
    })
    .toSorted((a, b) => compareText(a.word, b.word) || compareText(a.next, b.next) || compareText(a.entity, b.entity));
}
