import { examineFile } from './examine-file.ts';
import type { SiteRoot } from './locate-address.ts';
import { readFileFacts } from './read-file-facts.ts';

/** What some files have and want, each file's behind that of the one before. */
export interface Examination {
  readonly haves: Float64Array<ArrayBuffer>;
  readonly wants: Float64Array<ArrayBuffer>;
  /** For each file where its part of `haves` ends, and where that of `wants` does. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** How much is wrong with the files by themselves. */
  readonly faulty: number;
}

/** Examines files one after the other. Of each file no hash stands there twice. */
export function examineAll(files: readonly string[], readText: (file: string) => string, root: SiteRoot): Examination {
  const haves: number[] = [];
  const wants: number[] = [];
  const ends = new Uint32Array(files.length * 2);
  let faulty = 0;
  files.forEach((file, at) => {
    const [have, want] = [new Set<number>(), new Set<number>()];
    examineFile(file, readFileFacts(file, readText(file)), root, {
      have: (hash) => have.add(hash),
      want: (hash) => want.add(hash),
      tell: () => {
        faulty += 1;
      },
    });
    for (const hash of have) haves.push(hash);
    for (const hash of want) if (!have.has(hash)) wants.push(hash);
    ends[at * 2] = haves.length;
    ends[at * 2 + 1] = wants.length;
  });
  return { haves: Float64Array.from(haves), wants: Float64Array.from(wants), ends, faulty };
}
