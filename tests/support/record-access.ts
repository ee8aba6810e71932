import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { fileURLToPath } from 'node:url';

/**
 * Loaded before a program (`node --require`), also into each of its threads: writes down every file that its JavaScript
 * opens, every program that it starts and every attempt to reach a network, one line of JSON each.
 */
export interface Access {
  readonly type: 'file' | 'program' | 'network';
  readonly name: string;
}

type Call = (this: unknown, ...parts: unknown[]) => unknown;

/** Where it is written down; the program itself knows nothing of it. */
const record = fs.openSync(process.env['SANAD_TEST_RECORD'] ?? '', 'a');
const { writeSync } = fs;
function write(type: Access['type'], name: string): void {
  writeSync(record, `${JSON.stringify({ type, name } satisfies Access)}\n`);
}

/** Puts a call in the place of each that writes down its first word and then does the same. */
function watch(holder: object, names: readonly string[], type: Access['type']): void {
  const calls = holder as Record<string, Call | undefined>;
  for (const name of names) {
    const own = calls[name];
    if (own === undefined) throw new Error(`There is no \`${name}\` to watch.`);
    calls[name] = function (this: unknown, ...parts: unknown[]): unknown {
      const said = toName(parts[0]);
      if (said !== undefined) write(type, said);
      return own.apply(this, parts);
    };
  }
}

function toName(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value instanceof URL) return value.protocol === 'file:' ? fileURLToPath(value) : value.href;
  if (Buffer.isBuffer(value)) return value.toString();
  // A number is a file that was opened by its name before.
  return typeof value === 'number' ? undefined : JSON.stringify(value);
}

watch(fs, ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream', 'copyFile', 'copyFileSync'], 'file');
watch(fs.promises, ['open', 'readFile', 'copyFile'], 'file');
watch(childProcess, ['spawnSync', 'execFileSync', 'execSync'], 'program');
const { spawn } = childProcess.ChildProcess.prototype as unknown as { spawn: Call };
Object.assign(childProcess.ChildProcess.prototype, {
  spawn(this: unknown, options: { readonly file: string }): unknown {
    write('program', options.file);
    return spawn.call(this, options);
  },
});
watch(net.Socket.prototype, ['connect'], 'network');
watch(dgram.Socket.prototype, ['connect', 'send', 'bind'], 'network');
watch(dns, ['lookup', 'resolve', 'resolve4', 'resolve6'], 'network');
watch(dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6'], 'network');
syncBuiltinESMExports();
