import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

/** Why a file must not be replaced by a ZIP of ours, which holds `mark`; nothing where it may. */
export function findZipProblem(file: string, mark: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    if (Object.hasOwn(unzipSync(readFileSync(file), { filter: ({ name }) => name === mark }), mark)) return undefined;
  } catch {
    // A folder, or no ZIP at all: surely not ours.
  }
  return 'there is something of this name that Sanad did not write';
}
