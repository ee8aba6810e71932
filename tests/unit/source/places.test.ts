import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPoint, packPlaces } from '../../../src/source/places.ts';

const point = fc.record({ line: fc.nat(), column: fc.nat() });

test('packed places are found again, whatever the keys hold', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: fc.constantFrom('a', '.', '\n', '\t', '\\', 'n', ':') }), point),
      (places) => {
        const packed = packPlaces(places);
        for (const [path, place] of Object.entries(places)) expect(findPoint(packed, path)).toEqual(place);
      },
    ),
  );
});

test('what is not written has no place, in either form', () => {
  const places = { label: { line: 2, column: 8 } };
  for (const form of [places, packPlaces(places)]) {
    expect(findPoint(form, 'label')).toEqual({ line: 2, column: 8 });
    for (const path of ['labe', 'abel', 'constructor', '']) expect(findPoint(form, path)).toBeUndefined();
  }
});
