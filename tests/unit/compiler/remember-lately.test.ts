import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rememberLately } from '../../../src/compiler/remember-lately.ts';

test('what was set or asked for lately is there, and never another value', () => {
  const questions = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 });
  fc.assert(
    fc.property(questions, fc.integer({ min: 1, max: 8 }), (keys, least) => {
      const memory = rememberLately<number>(least);
      keys.forEach((key, at) => {
        const found = memory.get(String(key));
        const lately = new Set(keys.slice(0, at).toReversed().slice(0, least));
        expect([key, ...(lately.has(key) ? [] : [undefined])]).toContain(found);
        if (found === undefined) memory.set(String(key), key);
      });
    }),
  );
});

test('what was not asked for in a long time is forgotten', () => {
  const memory = rememberLately<number>(3);
  for (let key = 0; key < 7; key += 1) memory.set(String(key), key);
  expect(memory.get('0')).toBeUndefined();
  expect(memory.get('6')).toBe(6);
});
