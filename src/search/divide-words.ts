/** A word of the index, by the bytes that its entry takes. */
export interface SizedWord {
  readonly word: string;
  readonly size: number;
}

/** One word in so many may end a chunk. */
const ENDS = 4;

/**
 * Divides words into chunks of about `size` bytes, as pairs of where a chunk begins and where the next one does. Which word
 * may end a chunk is told by the word itself, so that a word more or less moves the ends of one or two chunks and not of
 * all that follow (content-defined chunking, as in Muthitacharoen et al., «A low-bandwidth network file system», 2001). A
 * word as large as a chunk has one of its own: nobody loads it who asks for a neighbour.
 */
export function divideWords(words: readonly SizedWord[], size: number): readonly (readonly [number, number])[] {
  const chunks: (readonly [number, number])[] = [];
  let start = 0;
  let sum = 0;
  const close = (end: number): void => {
    if (end > start) chunks.push([start, end]);
    start = end;
    sum = 0;
  };
  words.forEach((one, at) => {
    if (one.size >= size) {
      close(at);
      close(at + 1);
      return;
    }
    sum += one.size;
    if (sum >= 2 * size || (sum >= size && mayEnd(one.word))) close(at + 1);
  });
  close(words.length);
  return chunks;
}

/** FNV-1a over UTF-16 units. */
function mayEnd(word: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash >>> 8) % ENDS === 0;
}
