/** Signs with which a spreadsheet takes a cell for a formula, their wide forms included. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A table as CSV (RFC 4180) that spreadsheets open as it is: with a byte order mark, without which they take Arabic for
 * something else, and with an apostrophe before words that they would run as a formula.
 */
export function writeCsv(table: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${table.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}

function writeCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
