import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSearchAddress, writeSearchAddress } from '../../../src/search/search-address.ts';

test('what is asked survives the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z-]*$/), (text, kind) => {
      const query = text.trim();
      expect(readSearchAddress(writeSearchAddress({ query, kind }))).toEqual({ query, kind });
    }),
  );
});

test('nothing asked leaves the address clean', () => {
  expect(writeSearchAddress({ query: '', kind: '' })).toBe('');
});
