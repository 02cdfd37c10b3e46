import { sql } from 'drizzle-orm';
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Office } from './office.ts';

type Run = (values: Record<string, unknown>) => void;

const statements = new WeakMap<Office['db'], Map<SQLiteTable, Map<string, Run>>>();

function statementsOf(db: Office['db'], table: SQLiteTable): Map<string, Run> {
  const ofOffice = statements.get(db) ?? new Map<SQLiteTable, Map<string, Run>>();
  statements.set(db, ofOffice);
  const ofTable = ofOffice.get(table) ?? new Map<string, Run>();
  ofOffice.set(table, ofTable);
  return ofTable;
}

/**
 * Inserts one row of plain values by a statement that is prepared once: an import writes thousands of rows, and building
 * the same SQL anew for each takes several times as long as running it.
 */
export function insertRow<Table extends SQLiteTable>(
  { db }: Pick<Office, 'db'>,
  table: Table,
  row: SQLiteInsertValue<Table>,
): void {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  const names = given.map(([name]) => name);
  const known = statementsOf(db, table);
  const key = names.join();
  let run = known.get(key);
  if (!run) {
    const places = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
    const prepared = db
      .insert(table)
      .values(Object.assign({}, row, places))
      .prepare();
    run = (values) => void prepared.run(values);
    known.set(key, run);
  }
  run(Object.fromEntries(given));
}
