import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureRarity } from '../../../../src/search/client/measure-rarity.ts';

describe('how much a word tells', () => {
  const counts = fc.tuple(fc.nat(100_000), fc.nat(100_000)).map(([one, other]) => [Math.min(one, other), one + other]);

  test('is more than nothing, even where every document holds the word', () => {
    fc.assert(
      fc.property(counts, ([holding = 0, documents = 0]) => {
        expect(measureRarity(holding, documents)).toBeGreaterThan(0);
      }),
    );
    expect(measureRarity(1000, 1000)).toBeGreaterThan(0);
  });

  test('is less, the more documents hold it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100_000 }), (documents) => {
        const holding = Math.floor(documents / 2);
        expect(measureRarity(holding + 1, documents)).toBeLessThan(measureRarity(holding, documents));
      }),
    );
  });

  test('is more, the more documents there are without it', () => {
    expect(measureRarity(3, 1000)).toBeGreaterThan(measureRarity(3, 100));
  });
});
