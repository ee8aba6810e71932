// The little of CBOR (RFC 8949) that lists of whole numbers, texts and lists need.

export type Cbor = number | string | readonly Cbor[];

const NUMBER = 0;
const TEXT = 3;
const LIST = 4;

/** Reads one value that fills all bytes. Throws when there is anything else in them. */
export function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  const readLength = (short: number): number => {
    if (short < 24) return short;
    const size = { 24: 1, 25: 2, 26: 4 }[short];
    if (size === undefined) throw new Error(`CBOR: a length of kind ${short} at ${at} is not known.`);
    const length = size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at) : view.getUint32(at);
    at += size;
    return length;
  };
  const read = (): Cbor => {
    const head = view.getUint8(at);
    at += 1;
    const length = readLength(head & 0x1f);
    switch (head >> 5) {
      case NUMBER:
        return length;
      case TEXT:
        at += length;
        return decoder.decode(bytes.subarray(at - length, at));
      case LIST:
        return Array.from({ length }, read);
      default:
        throw new Error(`CBOR: a value of type ${head >> 5} at ${at - 1} is not known.`);
    }
  };
  const value = read();
  if (at !== bytes.length) throw new Error(`CBOR: ${bytes.length - at} bytes are left over.`);
  return value;
}

/** Writes what `readCbor` reads, as short as it can be. */
export function writeCbor(value: Cbor): Uint8Array {
  const parts: Uint8Array[] = [];
  const writeHead = (type: number, length: number): void => {
    const head = type << 5;
    if (length < 24) parts.push(Uint8Array.of(head | length));
    else if (length < 0x100) parts.push(Uint8Array.of(head | 24, length));
    else if (length < 0x10000) parts.push(Uint8Array.of(head | 25, length >> 8, length & 0xff));
    else
      parts.push(Uint8Array.of(head | 26, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff));
  };
  const encoder = new TextEncoder();
  const write = (one: Cbor): void => {
    if (typeof one === 'number') writeHead(NUMBER, one);
    else if (typeof one === 'string') {
      const bytes = encoder.encode(one);
      writeHead(TEXT, bytes.length);
      parts.push(bytes);
    } else {
      writeHead(LIST, one.length);
      one.forEach(write);
    }
  };
  write(value);
  return new Uint8Array(Buffer.concat(parts));
}
