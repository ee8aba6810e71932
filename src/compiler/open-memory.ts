import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** What a stage of the build remembers belongs to one finished site, and to one version and setting of that stage. */
export interface MemoryOwner {
  readonly version: string;
  readonly id: string;
  readonly key: string;
}

/** What a stage remembers of its last run, read by `read`; nothing when there is none, or it belongs to another. */
export function openMemory<Memory>(
  file: string,
  { version, id, key }: MemoryOwner,
  read: (database: DatabaseSync) => Memory,
): Memory | undefined {
  if (!existsSync(file)) return undefined;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    const rows = database.prepare('SELECT key, value FROM meta').all();
    const meta = new Map(rows.map((row) => [row['key'], row['value']]));
    if (meta.get('version') === version && meta.get('id') === id && meta.get('key') === key) return read(database);
  } catch {
    // A build was cut off, or the file is damaged or another program's: the stage does all its work anew.
  }
  database?.close();
  return undefined;
}
