import { isSameLock, printPassageLock, type Alignment, type PassageChange } from '../anchor/align-passages.ts';
import type { Corpus } from '../graph/corpus.ts';

/** Passages of an article whose ids or texts changed since its lock was written. */
export interface LockUpdate {
  readonly path: string;
  readonly text: string;
  /** There was no lock yet. */
  readonly isNew: boolean;
  readonly changes: readonly PassageChange[];
}

/** The locks that do not say any more, or not yet, what the articles of a corpus say. */
export function findLockUpdates({ articles }: Corpus, alignments: ReadonlyMap<string, Alignment>): LockUpdate[] {
  return articles.flatMap(({ document, lock }) => {
    const alignment = alignments.get(document.slug);
    if (!alignment || (lock && isSameLock(lock, alignment.lock))) return [];
    const { changes } = alignment;
    const text = printPassageLock(alignment.lock);
    return [{ path: toLockPath(document.slug), text, isNew: lock === undefined, changes }];
  });
}

/** Where the lock of an article lies. */
export function toLockPath(slug: string): string {
  return `articles/${slug}.passages.json`;
}

/** The article whose lock lies at a path; `undefined` where no lock belongs. */
export function findLocked(path: string): string | undefined {
  return /^articles\/([a-z0-9-]+)\.passages\.json$/.exec(path)?.[1];
}
