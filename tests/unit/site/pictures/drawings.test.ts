import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEdtf, type EdtfDate } from '../../../../src/schema/edtf.ts';
import type { Quantity } from '../../../../src/schema/value.ts';
import { drawShares, type ShareWish } from '../../../../src/site/draw-shares.ts';
import { isOverlapping, isWithin, round, type Box } from '../../../../src/site/pictures/box.ts';
import { drawNeighbours, MOST_NEIGHBOURS } from '../../../../src/site/pictures/draw-neighbours.ts';
import { drawTimeline } from '../../../../src/site/pictures/draw-timeline.ts';
import { drawShape } from '../../../../src/site/pictures/kind-shapes.ts';
import { layOutGraph, NARROW_GRAPH, WIDE_GRAPH } from '../../../../src/site/pictures/lay-out-graph.ts';
import { measureText, wrapLabel } from '../../../../src/site/pictures/measure-label.ts';
import { placeLabels } from '../../../../src/site/pictures/place-labels.ts';
import { findSign, untangleGraph, type Room } from '../../../../src/site/pictures/untangle-graph.ts';

describe('a label', () => {
  test('goes on in a new line between words, never within one', () => {
    const { lines } = wrapLabel('عدد المسافرين من أوروبا للقتال', { width: 90, size: 12, most: 9 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe('عدد المسافرين من أوروبا للقتال');
  });

  test('ends in dots where it has more lines than there is room for', () => {
    expect(wrapLabel('one two three', { width: 1, size: 12, most: 2 }).lines).toEqual(['one', 'two…']);
  });

  test('is not wider for its vowel marks', () => {
    expect(measureText('كَتَبَ', 12)).toBe(measureText('كتب', 12));
  });
});

const wishes = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 700 }),
    y: fc.integer({ min: 0, max: 350 }),
    width: fc.integer({ min: 10, max: 120 }),
    height: fc.integer({ min: 10, max: 50 }),
    radius: fc.integer({ min: 1, max: 6 }),
    isRoomy: fc.boolean(),
  }),
  { maxLength: 40 },
);

describe('labels of a map', () => {
  test('lie within the map and never on each other', () => {
    const frame: Box = { x: 0, y: 0, width: 760, height: 400 };
    fc.assert(
      fc.property(wishes, (own) => {
        const placed = placeLabels(own, frame).filter((box) => box !== undefined);
        placed.forEach((box, index) => {
          expect(isWithin(box, frame)).toBe(true);
          expect(placed.slice(index + 1).some((other) => isOverlapping(box, other))).toBe(false);
        });
      }),
    );
  });

  test('stand on an area that has room for them, and beside a point', () => {
    const point = { x: 100, y: 100, width: 40, height: 20, radius: 5 };
    const frame: Box = { x: 0, y: 0, width: 200, height: 200 };
    expect(placeLabels([{ ...point, isRoomy: true }], frame)[0]).toMatchObject({ x: 80, y: 90 });
    expect(placeLabels([{ ...point, isRoomy: false }], frame)[0]).toMatchObject({ x: 107, y: 90 });
  });
});

describe('the layout of a graph', () => {
  const sizes = Array.from({ length: 30 }, (_, index) => ({ width: 40 + ((index * 37) % 70), height: 30, sign: 12 }));
  const edges = sizes
    .slice(1)
    .map((_, index) => ({ source: Math.floor(index / 3), target: index + 1, strength: 1 + (index % 3) }));

  test.each([
    ['wide', WIDE_GRAPH],
    ['narrow', NARROW_GRAPH],
  ])('leaves every node its room, %s', (_, format) => {
    const { places, width, height } = layOutGraph(sizes, edges, format);
    expect(width).toBeLessThanOrEqual(format.width);
    const boxes = places.map(({ x, y }, index): Box => {
      const size = sizes[index] ?? { width: 0, height: 0 };
      return { x: x - size.width / 2, y: y - size.height / 2, width: size.width, height: size.height };
    });
    boxes.forEach((box, index) => {
      expect(isWithin(box, { x: 0, y: 0, width, height })).toBe(true);
      expect(boxes.slice(index + 1).some((other) => isOverlapping(box, other))).toBe(false);
    });
  });

  test('is the same every time and on every machine', () => {
    expect(layOutGraph(sizes, edges)).toEqual(layOutGraph(sizes, edges));
    const small = [
      { width: 40, height: 30, sign: 12 },
      { width: 60, height: 30, sign: 12 },
      { width: 50, height: 30, sign: 12 },
    ];
    expect(layOutGraph(small, [{ source: 0, target: 1, strength: 1 }])).toMatchInlineSnapshot(`
      {
        "height": 65,
        "places": [
          {
            "isFlipped": false,
            "signY": 28.7,
            "x": 98.3,
            "y": 37.7,
          },
          {
            "isFlipped": false,
            "signY": 20.5,
            "x": 42,
            "y": 29.5,
          },
          {
            "isFlipped": false,
            "signY": 18,
            "x": 203,
            "y": 27,
          },
        ],
        "width": 240,
      }
    `);
  });

  test('is empty for nothing, and fine for one', () => {
    expect(layOutGraph([{ width: 40, height: 20, sign: 10 }], [])).toEqual({
      width: 64,
      height: 44,
      places: [{ x: 32, y: 22, signY: 17, isFlipped: false }],
    });
  });
});

describe('untangling a graph', () => {
  const room = (x: number, y: number): Room => ({ x, y, width: 40, height: 30, sign: 12, isFlipped: false });

  test('turns a name to the side of its sign on which no line runs', () => {
    const [above, below] = untangleGraph([room(0, 0), room(0, 100)], [{ source: 0, target: 1 }]);
    expect([above?.isFlipped, below?.isFlipped]).toEqual([true, false]);
  });

  test('takes a node off a line that is not its own', () => {
    const rooms = [room(0, 0), room(200, 0), room(100, 0), room(100, 120)];
    const [from, to, between] = untangleGraph(rooms, [{ source: 0, target: 1 }]);
    const [start, end] = [from, to].map((one) => (one === undefined ? { x: 0, y: 0 } : findSign(one)));
    const along = Array.from({ length: 101 }, (_, step) => ({
      x: (start?.x ?? 0) + (((end?.x ?? 0) - (start?.x ?? 0)) * step) / 100,
      y: (start?.y ?? 0) + (((end?.y ?? 0) - (start?.y ?? 0)) * step) / 100,
    }));
    const { x = 0, y = 0 } = between ?? {};
    expect(along.filter((point) => Math.abs(point.x - x) < 20 && Math.abs(point.y - y) < 15)).toEqual([]);
  });

  test('never brings two rooms onto each other', () => {
    const rooms = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 8 })), {
      minLength: 2,
      maxLength: 20,
      selector: ([column, row]) => `${column} ${row}`,
    });
    fc.assert(
      fc.property(rooms, fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 30 }), (cells, pairs) => {
        const lines = pairs
          .map(([a, b]) => ({ source: a % cells.length, target: b % cells.length }))
          .filter(({ source, target }) => source !== target);
        const boxes = untangleGraph(
          cells.map(([column, row]) => room(column * 60, row * 50)),
          lines,
        ).map(({ x, y, width, height }): Box => ({ x: x - width / 2, y: y - height / 2, width, height }));
        boxes.forEach((box, index) => {
          expect(boxes.slice(index + 1).some((other) => isOverlapping(box, other))).toBe(false);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('the neighbours of an entity', () => {
  const names = Array.from({ length: 20 }, (_, index) => `Neighbour number ${index}`);

  test('are at most twelve, each beside the middle and with its name on the far side', () => {
    const { neighbours, centre, width, height } = drawNeighbours(names, 'ltr');
    expect(neighbours).toHaveLength(MOST_NEIGHBOURS);
    for (const { x, y, textX, side } of neighbours) {
      expect(side === 'left' ? textX < x && x < centre.x : textX > x && x > centre.x).toBe(true);
      expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
    }
  });

  test('stand mirrored where one reads from the right', () => {
    const [left, right] = [drawNeighbours(names, 'ltr'), drawNeighbours(names, 'rtl')];
    expect(right.neighbours.map(({ x }) => x)).toEqual(left.neighbours.map(({ x }) => round(left.width - x)));
    expect(right.neighbours[0]?.side).toBe('right');
  });

  test.each([1, 2, 3, 7])('never share a line of text when they are %i', (count) => {
    const { neighbours } = drawNeighbours(names.slice(0, count), 'ltr');
    const lines = neighbours.flatMap(({ side, lines: own }) => own.map(({ y }) => `${side} ${y}`));
    expect(new Set(lines).size).toBe(lines.length);
  });
});

const date = (text: string): EdtfDate => {
  const parsed = parseEdtf(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

describe('a timeline', () => {
  test('draws what a date may mean as long as that is', () => {
    const [year, decade, day] =
      drawTimeline(
        [
          { date: date('1905'), labelWidth: 0 },
          { date: date('191X'), labelWidth: 0 },
          { date: date('1920-05-01'), labelWidth: 0 },
        ],
        'ltr',
      )?.marks ?? [];
    expect((decade?.width ?? 0) / (year?.width ?? 1)).toBeCloseTo(10, 0);
    expect(day?.width).toBe(8);
  });

  test('runs in the direction of reading', () => {
    const own = ['1900', '1950'].map((text) => ({ date: date(text), labelWidth: 0 }));
    const places = (reading: 'ltr' | 'rtl') => drawTimeline(own, reading)?.marks.map(({ x }) => x) ?? [];
    expect(places('ltr')).toEqual(places('ltr').toSorted((a, b) => a - b));
    expect(places('rtl')).toEqual(places('rtl').toSorted((a, b) => b - a));
  });

  test('says which dates are not sure, and which have no known end', () => {
    const own = ['1900', '1910~', '1920?', '1930/..', '../1890'].map((text) => ({ date: date(text), labelWidth: 20 }));
    expect(drawTimeline(own, 'ltr')?.marks.map(({ edge, openAt }) => [edge, openAt])).toEqual([
      ['sharp', 'none'],
      ['broken', 'none'],
      ['broken', 'none'],
      ['sharp', 'right'],
      ['sharp', 'left'],
    ]);
    expect(
      drawTimeline(own, 'rtl')
        ?.marks.map(({ openAt }) => openAt)
        .slice(3),
    ).toEqual(['left', 'right']);
  });

  test('never lets two marks or their words lie on each other', () => {
    const years = fc.array(
      fc.record({
        from: fc.integer({ min: 1000, max: 2000 }),
        length: fc.integer({ min: 0, max: 90 }),
        labelWidth: fc.integer({ min: 0, max: 120 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(years, (own) => {
        const drawing = drawTimeline(
          own.map(({ from, length, labelWidth }) => ({ date: date(`${from}/${from + length}`), labelWidth })),
          'rtl',
        );
        const boxes = (drawing?.marks ?? []).map(({ x, width, y, height, labelX }, index): Box => {
          const labelWidth = own[index]?.labelWidth ?? 0;
          const left = Math.min(x, labelX - labelWidth / 2);
          return {
            x: left,
            y: y - 17,
            width: Math.max(x + width, labelX + labelWidth / 2) - left,
            height: height + 17,
          };
        });
        boxes.forEach((box, index) => {
          expect(boxes.slice(index + 1).some((other) => isOverlapping(box, other))).toBe(false);
        });
      }),
    );
  });

  test('is none where no date has an end that anyone knows', () => {
    expect(drawTimeline([], 'ltr')).toBeUndefined();
  });
});

describe('shares', () => {
  const share = (part: number, of: number) =>
    ({ amount: { kind: 'share', share: part, of }, isApproximate: false }) as const;

  const wish = (quantity: Quantity): ShareWish => ({ quantity, text: 'so many of so many' });

  test('of things that can be counted are drawn one by one', () => {
    const [row] = drawShares([wish(share(7, 27))], 'from-start').rows;
    expect(row?.units).toHaveLength(27);
    expect(row?.units.filter(({ isCounted }) => isCounted)).toHaveLength(7);
    expect(row?.units[0]).toEqual({ x: 0, y: row?.y, isCounted: true });
  });

  test('begin at the right where one reads from there', () => {
    const { rows, width, unit } = drawShares([wish(share(1, 5))], 'from-end');
    expect(rows[0]?.units[0]?.x).toBe(width - unit);
  });

  test.each([
    ['a third', share(1, 3)],
    ['parts of a hundred', share(40, 100)],
    ['a part of a thing', share(1.5, 10)],
    ['more than the whole', share(11, 10)],
    ['a percentage', { amount: { kind: 'number', value: 10 }, unit: 'percent', isApproximate: false } as const],
  ])('of %s are drawn as a bar', (_, quantity) => {
    expect(drawShares([wish(quantity)], 'from-start').rows[0]?.units).toEqual([]);
  });

  test('stand under each other', () => {
    const { rows, height } = drawShares([share(30, 60), share(1, 3), share(2, 6)].map(wish), 'from-start');
    const tops = rows.map(({ y }) => y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(height).toBeGreaterThan(tops.at(-1) ?? 0);
  });
});

test('shapes of eight kinds differ', () => {
  const shapes = Array.from({ length: 8 }, (_, index) => drawShape(index, 0, 0, 5));
  expect(new Set(shapes).size).toBe(8);
  expect(drawShape(8, 0, 0, 5)).toBe(shapes[0]);
});
