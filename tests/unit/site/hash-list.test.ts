import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashText, openHashList } from '../../../src/site/hash-list.ts';

test('holds what was put in, each once, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3000), { maxLength: 5000 }), fc.nat(3000), (put, asked) => {
      const list = openHashList();
      for (const one of put) list.add(one);
      const sealed = list.seal();
      expect(sealed.size).toBe(new Set(put).size);
      expect(sealed.has(asked)).toBe(put.includes(asked));
      expect(put.every((one) => sealed.has(one))).toBe(true);
    }),
  );
});

test('tells what another list does not have', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(50)), (own, others) => {
      const [a, b] = [openHashList(), openHashList()];
      own.forEach((one) => a.add(one));
      others.forEach((one) => b.add(one));
      expect(a.seal().without(b.seal())).toEqual(new Set(own).difference(new Set(others)));
    }),
  );
});

test('a hundred thousand addresses that are nearly alike have as many hashes', () => {
  const hashes = new Set<number>();
  for (let at = 0; at < 50_000; at += 1) {
    hashes.add(hashText(`articles/a-${at}/index.html#p${at % 7}`));
    hashes.add(hashText(`articles/a-${at % 7}/index.html#p${at}`));
  }
  expect(hashes.size).toBe(100_000 - 7); // seven are made twice
  expect([...hashes].every((hash) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true);
});
