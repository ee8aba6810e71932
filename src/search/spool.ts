import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Plain data that is gone through more than once and too large to be kept in memory. */
export interface Spool<T> {
  /** All of it, in order; may be asked for again. */
  readonly read: () => Iterable<T>;
  readonly close: () => void;
}

const WRITTEN_AT_ONCE = 1 << 20;
const READ_AT_ONCE = 1 << 20;
const NEWLINE = 0x0a;

/** Puts items into a file of a folder as they come; `note` sees each of them, and how long it is as JSON. */
export function spool<T>(
  items: Iterable<T>,
  note: (item: T, length: number) => void,
  within: string = tmpdir(),
): Spool<T> {
  const folder = mkdtempSync(join(within, `sanad-spool-${process.pid}-`));
  const file = join(folder, 'items.jsonl');
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  const handle = openSync(file, 'w');
  try {
    let waiting: string[] = [];
    let length = 0;
    for (const item of items) {
      const json = JSON.stringify(item);
      note(item, json.length);
      waiting.push(json, '\n');
      length += json.length;
      if (length < WRITTEN_AT_ONCE) continue;
      writeSync(handle, waiting.join(''));
      waiting = [];
      length = 0;
    }
    writeSync(handle, waiting.join(''));
  } catch (error) {
    close();
    throw error;
  } finally {
    closeSync(handle);
  }
  return { read: () => readLines<T>(file), close };
}

function* readLines<T>(file: string): Generator<T> {
  const handle = openSync(file, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    const buffer = Buffer.alloc(READ_AT_ONCE);
    for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
      const bytes = Buffer.concat([rest, buffer.subarray(0, size)]);
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        yield JSON.parse(bytes.toString('utf8', from, end)) as T;
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  } finally {
    closeSync(handle);
  }
}
