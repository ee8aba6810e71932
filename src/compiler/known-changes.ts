import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Beside a knowledge base: what was changed in it since older ones, so that nobody has to compare them. */
interface KnownChanges {
  /** Each from the file that one leads to, oldest first. */
  readonly steps: readonly { readonly from: string; readonly to: string; readonly groups: readonly string[] }[];
}

/** Longer chains are no help: most pages would be drawn anyway. */
const MOST_STEPS = 100;

/** Which file it is, whatever its name is now: knowledge bases are never changed, others take their place. */
export function identifyFile(file: string): string {
  const { ino, size, mtimeMs } = statSync(file);
  return `${ino} ${size} ${mtimeMs}`;
}

/** Records that the knowledge base in this place differs from the one that stood there (as identified) in these groups of rows. */
export function recordChanges(file: string, from: string, groups: Iterable<string>): void {
  const { steps } = readChanges(file);
  const last = steps.at(-1);
  const chain = last?.to === from ? steps.slice(1 - MOST_STEPS) : [];
  const changes: KnownChanges = { steps: [...chain, { from, to: identifyFile(file), groups: [...groups] }] };
  writeFileSync(toChangesFile(file), JSON.stringify(changes));
}

/** Forgets what was recorded: the knowledge base was written anew. */
export function forgetChanges(file: string): void {
  rmSync(toChangesFile(file), { force: true });
}

/** The groups that may differ between two knowledge bases; `undefined` when it is not known. */
export function findKnownChanges(before: string, after: string): ReadonlySet<string> | undefined {
  const { steps } = readChanges(after);
  const [from, to] = [identifyFile(before), identifyFile(after)];
  const first = steps.findLastIndex((step) => step.from === from);
  if (first === -1 || steps.at(-1)?.to !== to) return undefined;
  return new Set(steps.slice(first).flatMap(({ groups }) => groups));
}

function readChanges(file: string): KnownChanges {
  try {
    return JSON.parse(readFileSync(toChangesFile(file), 'utf8')) as KnownChanges;
  } catch {
    // Nothing was recorded, or not to its end.
    return { steps: [] };
  }
}

function toChangesFile(file: string): string {
  return `${file}.changes.json`;
}
