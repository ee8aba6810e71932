/**
 * A number for a group of rows: 32 bits. Two groups of one number only mean that a page is drawn once too often. The step
 * is that of FNV with Knuth's multiplier, the end that of MurmurHash3.
 */
export function hashGroup(group: string): number {
  let hash = 0xdeadbeef;
  for (let at = 0; at < group.length; at += 1) hash = Math.imul(hash ^ group.charCodeAt(at), 2654435761);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return (hash ^ (hash >>> 16)) >>> 0;
}
