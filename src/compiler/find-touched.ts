/** A line of what `describeContent` tells: a path, and what changes when the file is written. */
const LINE = /^(.*)\t\d+\t[\d.]+\t[\d.]+$/;

/**
 * The files that were written between two descriptions of one content folder. `undefined` when files came, went or were
 * renamed, when others than files changed, or when more than `most` were written.
 */
export function findTouched(before: string, after: string, most: number): readonly string[] | undefined {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length !== now.length) return undefined;
  const touched: string[] = [];
  for (const [at, line] of now.entries()) {
    const last = old[at];
    if (last === undefined || line === last) continue;
    const path = toPath(line);
    if (path === undefined || path !== toPath(last) || touched.length >= most) return undefined;
    touched.push(path);
  }
  return touched;
}

/** All files of a description. */
export function listPaths(description: string): readonly string[] {
  return description.split('\n').flatMap((line) => toPath(line) ?? []);
}

function toPath(line: string): string | undefined {
  return LINE.exec(line)?.[1];
}
