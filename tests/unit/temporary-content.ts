import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TemporaryContent {
  readonly contentFolder: string;
  readonly cacheFolder: string;
  /** Writes or replaces one file of the content. */
  write(path: string, text: string): void;
  remove(): void;
}

/** A content folder on disk with an empty cache beside it. */
export function writeContent(content: Readonly<Record<string, string>>): TemporaryContent {
  const root = mkdtempSync(join(tmpdir(), 'sanad-content-'));
  const write = (path: string, text: string): void => {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const [path, text] of Object.entries(content)) write(path, text);
  return {
    contentFolder: join(root, 'content'),
    cacheFolder: join(root, 'cache'),
    write,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
