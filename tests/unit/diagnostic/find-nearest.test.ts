import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearest } from '../../../src/diagnostic/find-nearest.ts';

test.each([
  ['a letter too few', 'orgin', ['label', 'origin'], 'origin'],
  ['a letter too many', 'members/belgiium', ['members/belgium', 'members/denmark'], 'members/belgium'],
  ['two neighbours swapped', 'lenght', ['length', 'label'], 'length'],
  ['other capitals', 'ID', ['id'], 'id'],
  ['a wrong folder', 'lighthouse/skelligs', ['lighthouses/skelligs'], 'lighthouses/skelligs'],
  ['an Arabic word', 'البحيره', ['البحيرة', 'الجبل'], 'البحيرة'],
  ['a name called constructor', 'constructr', ['constructor', 'value'], 'constructor'],
  ['two letters of two', 'xy', ['id'], undefined],
  ['another slug of the same kind', 'oases/kharga', ['oases/bahariya'], undefined],
  ['another claim of the same entity', 'lines/albula#opening', ['lines/albula#length'], undefined],
  ['nothing near', 'colour', ['label', 'aliases'], undefined],
  ['no names', 'label', [], undefined],
])('for %s', (_what, wanted, names, nearest) => {
  expect(findNearest(wanted, names)).toBe(nearest);
});

test('a tie goes to the name that comes first', () => {
  expect(findNearest('bat', ['cat', 'rat'])).toBe('cat');
});

test('a name that is there is its own nearest', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1 }), fc.nat(), (names, pick) => {
      const name = names[pick % names.length] ?? '';
      expect(findNearest(name, names)).toBe(name);
    }),
  );
});
