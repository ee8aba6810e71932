import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spool } from '../../../src/search/spool.ts';

test('gives back what was put in, as often as it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), number: fc.nat() })), (items) => {
      const seen: unknown[] = [];
      const kept = spool(items, (item) => seen.push(item));
      try {
        expect(seen).toEqual(items);
        expect([...kept.read()]).toEqual(items);
        expect([...kept.read()]).toEqual(items);
      } finally {
        kept.close();
      }
    }),
    { numRuns: 30 },
  );
});

test('keeps letters whole that lie across the parts in which a file is read', () => {
  const items = Array.from({ length: 40 }, (_, at) => `${'x'.repeat(at)}${'نص'.repeat(40_000)}`);
  const kept = spool(items, () => undefined);
  try {
    expect([...kept.read()]).toEqual(items);
  } finally {
    kept.close();
  }
});

test('leaves nothing behind, nor when what it is given fails', () => {
  const list = (): readonly string[] =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`sanad-spool-${process.pid}-`));
  const before = new Set(list());
  function* failing(): Generator<number> {
    yield 1;
    throw new Error('no more');
  }
  expect(() => spool(failing(), () => undefined)).toThrow('no more');
  spool([1, 2], () => undefined).close();
  expect(list().filter((name) => !before.has(name))).toEqual([]);
});
