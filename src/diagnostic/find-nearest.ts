/**
 * The name most like `wanted`, for «did you mean»: at most a third of the letters of its longest part may differ, so
 * that `lines/albula#opening` is no misspelling of `lines/albula#length`. Capitals are set aside.
 * Ties go to the name that comes first, so the answer does not depend on the order of files when names are sorted.
 */
export function findNearest(wanted: string, names: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  const longest = Math.max(...wanted.split(/[/#]/).map((part) => part.length));
  let least = Math.max(1, Math.floor(longest / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const distance = countEdits(wanted.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

/** Levenshtein distance with swaps of neighbours counted as one edit (optimal string alignment). */
function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isEqual = a[i - 1] === b[j - 1];
      let edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isEqual ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      next.push(edits);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
