import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../src/site/write-csv.ts';

/** A plain reader of CSV, to see what a spreadsheet sees. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  cell.lastIndex = 1; // Behind the byte order mark.
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a table as CSV', () => {
  test('begins with a byte order mark and ends every row', () => {
    expect(
      writeCsv([
        ['اسم', 'n'],
        ['a "b", c', -2.5],
      ]),
    ).toBe('\uFEFF"اسم","n"\r\n"a ""b"", c",-2.5\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1'])(
    'never lets %j run as a formula',
    (cell) => {
      expect(readCsv(writeCsv([[cell]]))).toEqual([[`'${cell}`]]);
    },
  );

  test('gives back every cell that no spreadsheet would run', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(writeCsv(rows))).toEqual(rows);
      }),
    );
  });
});
