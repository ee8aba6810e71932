/**
 * Very many texts of which only «is it there?» will be asked: eight bytes each, where a set of strings takes a hundred.
 * Two texts fall together once in 2^53 questions and texts, and then a fault is missed, never invented.
 */
export interface HashList {
  add(hash: number): void;
  /** Sorts what was added; the list can be asked afterwards and takes no more. */
  seal(): SealedHashList;
}

export interface SealedHashList {
  readonly size: number;
  has(hash: number): boolean;
  /** Every hash of this list that `other` does not have. */
  without(other: SealedHashList): ReadonlySet<number>;
}

export function openHashList(): HashList {
  let hashes = new Float64Array(1024);
  let size = 0;
  return {
    add(hash) {
      if (size === hashes.length) {
        // Most links lead to what others lead to as well: room is first sought among the doubles.
        size = sortOnce(hashes);
        if (size * 2 > hashes.length) {
          const larger = new Float64Array(hashes.length * 2);
          larger.set(hashes);
          hashes = larger;
        }
      }
      hashes[size] = hash;
      size += 1;
    },
    seal() {
      const own = hashes.subarray(0, size);
      return toSealed(own.subarray(0, sortOnce(own)));
    },
  };
}

/** Sorts in place and moves doubles out of the way. Returns how many are left. */
function sortOnce(hashes: Float64Array): number {
  hashes.sort();
  let size = 0;
  for (const hash of hashes) {
    if (size > 0 && hashes[size - 1] === hash) continue;
    hashes[size] = hash;
    size += 1;
  }
  return size;
}

function toSealed(sorted: Float64Array): SealedHashList {
  const has = (hash: number): boolean => {
    let low = 0;
    let high = sorted.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = sorted[middle] ?? 0;
      if (found === hash) return true;
      if (found < hash) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  };
  return {
    size: sorted.length,
    has,
    without(other) {
      const missing = new Set<number>();
      for (const hash of sorted) if (!other.has(hash)) missing.add(hash);
      return missing;
    },
  };
}

/** 53 bits of a text: two multiplicative hashes with different primes (after Fowler, Noll and Vo), mixed at the end. */
export function hashText(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x2545f491;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 15;
  }
  low = Math.imul(low ^ (low >>> 16), 0x7feb352d) ^ high;
  high = Math.imul(high ^ (low >>> 13), 0x846ca68b);
  return (low >>> 0) + ((high >>> 0) & 0x1fffff) * 0x1_0000_0000;
}
