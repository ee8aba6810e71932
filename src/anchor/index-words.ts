/** Where each word of a folded text begins: word → offsets, in order. */
export type WordIndex = ReadonlyMap<string, readonly number[]>;

/** Words are what stands between spaces, as `same-words` folding leaves them. */
export function indexWords(folded: string): WordIndex {
  const index = new Map<string, number[]>();
  for (const { index: start, 0: word } of folded.matchAll(/[^ ]+/g)) {
    const starts = index.get(word);
    if (starts === undefined) index.set(word, [start]);
    else starts.push(start);
  }
  return index;
}
