import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { geoEqualEarth } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import {
  drawMap,
  isOnMap,
  NARROW_MAP,
  WIDE_MAP,
  type MapDrawing,
  type MapMark,
} from '../../../../src/site/pictures/draw-map.ts';
import { toMapPoint, WORLD_HEIGHT, WORLD_WIDTH } from '../../../../src/site/pictures/to-map-point.ts';
import world from '../../../../src/site/pictures/world.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const COUNTRIES = Object.entries(world.countries);
const ARAB_LEAGUE = 'DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE'.split(' ');

describe('the flat map', () => {
  test('is the Equal Earth projection as another library has it', () => {
    const project = geoEqualEarth().fitSize([WORLD_WIDTH, WORLD_HEIGHT], { type: 'Sphere' }).precision(0);
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -89, max: 89, noNaN: true }),
        (longitude, latitude) => {
          const [x = 0, y = 0] = project([longitude, latitude]) ?? [];
          const [ownX, ownY] = toMapPoint(longitude, latitude);
          // Both ends of the meridian of 180° are one place, for which the other library takes either.
          const isEdge = Math.abs(Math.abs(longitude) - 180) < 1e-6;
          expect(isEdge || Math.abs(ownX - x) < 1.5).toBe(true);
          expect(Math.abs(ownY - y)).toBeLessThan(1.5);
        },
      ),
    );
  });

  test('lies within its frame, with every country in the box it gives', () => {
    const [top, bottom] = [toMapPoint(0, 90)[1], toMapPoint(0, -90)[1]];
    expect(top).toBeCloseTo(0, 0);
    expect(bottom).toBeCloseTo(WORLD_HEIGHT, 0);
    for (const [code, { at, box, path, coarse }] of COUNTRIES) {
      const [left = 0, up = 0, right = 0, down = 0] = box;
      const [x = 0, y = 0] = at;
      expect(left >= 0 && up >= 0 && right <= WORLD_WIDTH && down <= WORLD_HEIGHT + 1, code).toBe(true);
      expect(x >= left - 1 && x <= right + 1 && y >= up - 1 && y <= down + 1, code).toBe(true);
      for (const shape of [path, coarse]) expect(shape, code).toMatch(/^(?:M\d+ \d+(?:l[-\d ]+)?z)+$/);
    }
  });

  test('names countries by codes that readers have names for', () => {
    const names = new Intl.DisplayNames(['ar'], { type: 'region', fallback: 'none' });
    expect(COUNTRIES.filter(([code]) => names.of(code) === undefined)).toEqual([]);
    expect(COUNTRIES.length).toBeGreaterThan(230);
  });

  test('has the Arab states, each with a mark and a place in the table', () => {
    expect(ARAB_LEAGUE.filter((code) => !isOnMap(code))).toEqual([]);
    const drawing = drawMap(ARAB_LEAGUE.map((code) => ({ type: 'country', code, name: code })));
    expect(drawing?.marks.map(({ index }) => index)).toEqual(ARAB_LEAGUE.map((_, index) => index));
    const reached = listReached(drawing);
    expect(reached.map(({ index }) => index)).toEqual(ARAB_LEAGUE.map((_, index) => index));
    expect(reached.filter(({ path, caption }) => path === undefined || caption === undefined)).toEqual([]);
  });

  test('is what its script makes of its source', () => {
    const check = (): string =>
      execFileSync(process.execPath, ['.ci/make-world.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect(check).not.toThrow();
  });
});

/** The marks of a map and of its close-ups that are links of their own. */
function listReached(drawing: MapDrawing | undefined): readonly MapMark[] {
  if (drawing === undefined) return [];
  return [drawing, ...drawing.closeUps]
    .flatMap(({ marks }) => marks.filter(({ isReached }) => isReached))
    .toSorted((a, b) => a.index - b.index);
}

const codes = fc.uniqueArray(fc.constantFrom(...COUNTRIES.map(([code]) => code)), { minLength: 1, maxLength: 30 });

describe('a map', () => {
  test.each([
    ['wide', WIDE_MAP],
    ['narrow', NARROW_MAP],
  ])('makes every place a link once, on a %s screen, in the map or in a close-up', (_, format) => {
    fc.assert(
      fc.property(codes, (own) => {
        const drawing = drawMap(
          own.map((code) => ({ type: 'country', code, name: code })),
          format,
        );
        expect(listReached(drawing).map(({ index }) => index)).toEqual(own.map((__, index) => index));
        expect(drawing?.closeUps.length).toBeLessThanOrEqual(format.mostCloseUps);
        expect(drawing?.width).toBe(format.width);
      }),
      { numRuns: 40 },
    );
  });

  test('shows once more, and larger, where places crowd', () => {
    const own = ['US', 'AU', 'BE', 'NL', 'LU', 'DK', 'FR'];
    const drawing = drawMap(own.map((code) => ({ type: 'country', code, name: code })));
    const [closeUp, ...others] = drawing?.closeUps ?? [];
    expect(others).toEqual([]);
    const named = closeUp?.marks.filter(({ caption }) => caption !== undefined).map(({ index }) => own[index]);
    expect(named).toEqual(['BE', 'NL', 'LU', 'DK', 'FR']);
    expect((drawing?.unit ?? 0) / (closeUp?.unit ?? 1)).toBeGreaterThan(1.8);
    const { x = 0, width = 0 } = closeUp?.window ?? {};
    expect(x > 0 && x + width < (drawing?.width ?? 0)).toBe(true);
  });

  test('shows a country that is no bigger than a dot as a dot', () => {
    const marks = drawMap([
      { type: 'country', code: 'SA', name: 'Saudi Arabia' },
      { type: 'country', code: 'BH', name: 'Bahrain' },
    ])?.marks;
    expect(marks?.map(({ dot }) => dot !== undefined)).toEqual([false, true]);
  });

  test('is cut to where its places lie, and shows where that is', () => {
    const near = drawMap([{ type: 'point', longitude: -7, latitude: 61, name: 'A light' }]);
    expect(near?.inset).toBeDefined();
    const far = drawMap([
      { type: 'country', code: 'US', name: 'United States' },
      { type: 'country', code: 'AU', name: 'Australia' },
    ]);
    expect(far?.inset).toBeUndefined();
    expect((near?.land.length ?? 0) < (far?.land.length ?? 0)).toBe(true);
  });

  test('leaves out places that it has no shape for, and is none without any other', () => {
    const nowhere = { type: 'country', code: 'ZZ', name: 'Nowhere' } as const;
    expect(drawMap([nowhere])).toBeUndefined();
    expect(drawMap([nowhere, { type: 'country', code: 'ES', name: 'Spain' }])?.marks.map(({ index }) => index)).toEqual(
      [1],
    );
    expect(drawMap([{ type: 'country', code: 'constructor', name: 'None' }])).toBeUndefined();
  });
});
