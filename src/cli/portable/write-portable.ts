import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildPortableFiles, type FinishedFolder } from './build-portable-files.ts';
import { MOST_BYTES, MOST_FILES, zipFiles } from './zip-files.ts';

export type PortableOutcome =
  | {
      readonly status: 'written';
      readonly files: number;
      readonly pages: number;
      readonly bytes: number;
      readonly unpacked: number;
    }
  | { readonly status: 'refused'; readonly message: string };

/** Writes a finished site as one ZIP that opens from a disk. What stood there before is there until the new one is whole. */
export async function writePortable(site: FinishedFolder, file: string): Promise<PortableOutcome> {
  const files = await buildPortableFiles(site);
  const unpacked = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (files.size > MOST_FILES || unpacked > MOST_BYTES) {
    return {
      status: 'refused',
      message: `the site has ${files.size} files of ${formatBytes(unpacked)}, and a ZIP that every system opens holds ${MOST_FILES} files of ${formatBytes(MOST_BYTES)}`,
    };
  }
  const zip = zipFiles(files);
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.sanad-new`;
  try {
    writeFileSync(beside, zip);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  const pages = [...files.keys()].filter((path) => path.endsWith('.html')).length;
  return { status: 'written', files: files.size, pages, bytes: zip.length, unpacked };
}

export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
