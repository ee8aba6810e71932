import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divideRows } from '../../../src/site/models/divide-rows.ts';

const SHEET = { perSheet: 10, heading: 2 };

test('keeps a section whole where a sheet holds it', () => {
  const sections = [
    { id: 'a', rows: 4 },
    { id: 'b', rows: 5 },
    { id: 'c', rows: 1 },
  ];
  expect(divideRows(sections, SHEET)).toEqual([
    [{ id: 'a', part: { from: 0, most: 4 } }],
    [
      { id: 'b', part: { from: 0, most: 5 } },
      { id: 'c', part: { from: 0, most: 1 } },
    ],
  ]);
});

test('goes on with a longer one where the next sheet begins', () => {
  expect(divideRows([{ id: 'a', rows: 20 }], SHEET)).toEqual([
    [{ id: 'a', part: { from: 0, most: 8 } }],
    [{ id: 'a', part: { from: 8, most: 8 } }],
    [{ id: 'a', part: { from: 16, most: 4 } }],
  ]);
});

test('shows every row once, in order, and no sheet holds more than it can', () => {
  const rows = fc.array(fc.nat({ max: 40 }), { maxLength: 30 });
  fc.assert(
    fc.property(rows, (counts) => {
      const sections = counts.map((count, at) => ({ id: String(at), rows: count }));
      const sheets = divideRows(sections, SHEET);
      const shown = sheets
        .flat()
        .flatMap(({ id, part }) => Array.from({ length: part.most }, (_, at) => `${id} ${part.from + at}`));
      expect(shown).toEqual(
        sections.flatMap(({ id, rows: own }) => Array.from({ length: own }, (_, at) => `${id} ${at}`)),
      );
      expect(new Set(sheets.flat().map(({ id }) => id)).size).toBe(sections.length);
      for (const sheet of sheets) {
        expect(sheet.reduce((sum, { part }) => sum + SHEET.heading + part.most, 0)).toBeLessThanOrEqual(SHEET.perSheet);
      }
    }),
  );
});
