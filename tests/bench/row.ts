/** One line of the table: what was measured, what is asked for, and how it stands. */
export interface Row {
  readonly what: string;
  readonly must: string;
  readonly good: string;
  readonly measured: string;
  readonly verdict: 'good' | 'must' | 'below';
}

export interface Target {
  readonly what: string;
  /** Whether more or less of it is better. */
  readonly better: 'more' | 'less';
  readonly unit?: string;
  readonly digits?: number;
  /** One limit per number measured. */
  readonly must: readonly number[];
  readonly good: readonly number[];
}

/** The line for numbers measured against a target; `note` is added behind them. */
export function toRow(target: Target, measured: readonly number[], note = ''): Row {
  const print = (numbers: readonly number[]): string =>
    numbers.map((number) => printNumber(number, target)).join(' / ');
  const reaches = (limits: readonly number[]): boolean =>
    measured.every((number, at) => {
      const limit = limits[at] ?? 0;
      return target.better === 'more' ? number >= limit : number <= limit;
    });
  const unit = target.unit === undefined ? '' : ` ${target.unit}`;
  return {
    what: target.what,
    must: print(target.must) + unit,
    good: print(target.good) + unit,
    measured: print(measured) + unit + (note === '' ? '' : ` (${note})`),
    verdict: reaches(target.good) ? 'good' : reaches(target.must) ? 'must' : 'below',
  };
}

function printNumber(number: number, { digits = 0 }: Target): string {
  if (Math.abs(number) >= 10_000) return `${Math.round(number / 1000)} k`;
  const rounded = number.toFixed(digits);
  return rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded;
}

/** A table that reads well in a terminal and in Markdown. */
export function printTable(rows: readonly Row[]): string {
  const head = { what: 'What', must: 'Must', good: 'Good', measured: 'Measured', verdict: 'Verdict' };
  const lines = [head, ...rows].map((row) => [row.what, row.must, row.good, row.measured, row.verdict]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const print = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [first = [], ...rest] = lines;
  return [print(first), rule, ...rest.map(print)].join('\n');
}
