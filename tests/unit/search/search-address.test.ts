import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isFiltered,
  NOTHING_ASKED,
  readSearchAddress,
  writeSearchAddress,
} from '../../../src/search/search-address.ts';

const id = fc.stringMatching(/^[a-z-]*$/);
const value = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `x${text.trim()}`);

test('what is asked survives the address', () => {
  fc.assert(
    fc.property(
      fc.record({
        query: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
        kind: id,
        article: id,
        from: fc.constantFrom('', '2015', '-43'),
        to: fc.constantFrom('', '2016'),
        facets: fc.dictionary(fc.stringMatching(/^[a-z0-9-]+\.[a-z0-9-]+$/), value, { noNullPrototype: true }),
        sort: fc.constantFrom('', 'name', 'oldest', 'newest'),
        group: fc.constantFrom('', 'page'),
      }),
      (state) => {
        expect(readSearchAddress(writeSearchAddress(state))).toEqual(state);
      },
    ),
  );
});

test('nothing asked leaves the address clean', () => {
  expect(writeSearchAddress(NOTHING_ASKED)).toBe('');
  expect(readSearchAddress('')).toEqual(NOTHING_ASKED);
});

test('what others hang on an address is not taken for a filter', () => {
  expect(readSearchAddress('?q=a&utm_source=b&kind.=c&A.b=d&x.y=').facets).toEqual({});
});

test.each([
  ['a kind', { kind: 'members' }, true],
  ['a year', { to: '2016' }, true],
  ['a value of a property', { facets: { 'events.location': 'places/iraq' } }, true],
  ['words alone', { query: 'a' }, false],
  ['an order and a grouping', { sort: 'name', group: 'page' }, false],
])('%s narrows the results or does not', (_what, part, expected) => {
  expect(isFiltered({ ...NOTHING_ASKED, ...part })).toBe(expected);
});
