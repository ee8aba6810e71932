import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { listKeys, TABLES, type Table } from './knowledge-base.ts';

/** A row of any table, by column. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** What was changed in a row, either side absent where it was not there. */
export interface RowChange {
  readonly table: Table;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** Changes rows of a knowledge base that nobody reads yet. */
export interface RowPatch {
  /** Puts rows in the place of others; those that are the same stay untouched. */
  replace(table: Table, before: readonly Row[], after: readonly Row[]): void;
  /** What was changed so. */
  readonly changes: readonly RowChange[];
  /** Makes changes that were made elsewhere, in their order; they are not told again. */
  repeat(changes: readonly RowChange[]): void;
}

export function openRowPatch(database: DatabaseSync): RowPatch {
  const changes: RowChange[] = [];
  const statements = new Map<string, StatementSync>();
  const run = (sql: string, values: readonly SQLInputValue[]): void => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = database.prepare(sql)));
    statement.run(...values);
  };
  const remove = (table: Table, row: Row): void => {
    const keys = listKeys(TABLES[table].columns);
    run(
      `DELETE FROM ${table} WHERE ${keys.map((one) => `${one} = ?`).join(' AND ')}`,
      keys.map((one) => row[one] ?? null),
    );
  };
  const put = (table: Table, row: Row): void => {
    const values = Object.values(row);
    run(`INSERT OR REPLACE INTO ${table} VALUES (${values.map(() => '?').join(', ')})`, values);
  };
  return {
    changes,
    repeat(others) {
      for (const { table, before, after } of others) {
        if (after) put(table, after);
        else if (before) remove(table, before);
      }
    },
    replace(table, before, after) {
      const keys = listKeys(TABLES[table].columns);
      const toKey = (row: Row): string => JSON.stringify(keys.map((key) => row[key]));
      const wanted = new Map(after.map((row) => [toKey(row), row]));
      const found = new Map(before.map((row) => [toKey(row), row]));
      for (const [key, row] of found) {
        if (wanted.has(key)) continue;
        remove(table, row);
        changes.push({ table, before: row, after: undefined });
      }
      for (const [key, row] of wanted) {
        const old = found.get(key);
        if (old && JSON.stringify(old) === JSON.stringify(row)) continue;
        put(table, row);
        changes.push({ table, before: old, after: row });
      }
    },
  };
}

/** All rows of a table for which a condition holds. */
export function selectRows(
  database: DatabaseSync,
  table: Table,
  where: string,
  ...values: readonly SQLInputValue[]
): readonly Row[] {
  return database.prepare(`SELECT * FROM ${table} WHERE ${where}`).all(...values);
}

/** The groups of rows, as reads of a knowledge base are told, in which something changed. */
export function listGroups(changes: readonly RowChange[]): ReadonlySet<string> {
  const groups = new Set<string>();
  for (const { table, before, after } of changes) {
    for (const column of TABLES[table].groups) {
      for (const row of [before, after]) {
        if (row === undefined) continue;
        if (column === '*') groups.add(`${table} * `);
        else if (row[column] !== null) groups.add(`${table} ${column} ${String(row[column])}`);
      }
    }
  }
  return groups;
}
