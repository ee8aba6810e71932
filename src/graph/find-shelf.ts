/** About so many entities stand on one shelf. */
const ENTITIES_PER_SHELF = 16;

/** How many shelves so many entities take: a power of two, so that it seldom changes. */
export function countShelves(entities: number): number {
  let shelves = 1;
  while (shelves * ENTITIES_PER_SHELF < entities) shelves *= 2;
  return shelves;
}

/** The shelf of an entity, from 0: the same for the same id on every machine, in the compiler and in a browser. FNV-1a. */
export function toShelf(entity: string, shelves: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < entity.length; at += 1) hash = Math.imul(hash ^ entity.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % shelves;
}
