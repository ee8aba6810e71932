import { createHash } from 'node:crypto';

/** Letters and digits that tell contents apart: 46 bits, in an alphabet that every file system keeps apart. */
const LENGTH = 9;

/** A name that changes with the content, so that a file may be cached for ever. */
export function toFileName(content: string | Uint8Array): string {
  const bits = createHash('sha256').update(content).digest().readBigUInt64BE();
  return bits.toString(36).padStart(13, '0').slice(-LENGTH);
}
