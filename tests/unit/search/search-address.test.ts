import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSearchAddress, writeSearchAddress } from '../../../src/search/search-address.ts';

const id = fc.stringMatching(/^[a-z-]*$/);

test('what is asked survives the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), id, id, fc.constantFrom('', 'page'), (text, kind, article, group) => {
      const state = { query: text.trim(), kind, article, from: group === '' ? '' : '2015', to: '', group };
      expect(readSearchAddress(writeSearchAddress(state))).toEqual(state);
    }),
  );
});

test('nothing asked leaves the address clean', () => {
  expect(writeSearchAddress({ query: '', kind: '', article: '', from: '', to: '', group: '' })).toBe('');
});
