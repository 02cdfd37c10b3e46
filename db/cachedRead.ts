import type { Database, Statement } from 'better-sqlite3';
import type { Office } from './office.ts';

const versions = new WeakMap<Database, readonly Statement[]>();

/** Another text whenever this connection, or another one, has written anything. */
function versionOf(sqlite: Database): string {
  const known = versions.get(sqlite);
  const statements = known ?? [
    sqlite.prepare('SELECT total_changes()').pluck(),
    sqlite.prepare('PRAGMA data_version').pluck(),
  ];
  if (!known) versions.set(sqlite, statements);
  return statements.map((one) => String(one.get())).join(' ');
}

interface Kept<T> {
  readonly version: string;
  readonly parts: readonly string[];
  readonly value: T;
}

/**
 * A read of many rows whose last answer is kept until something is written: the menu, the list and the page beside it
 * all ask for the same. `parts` are what it depends on besides the records. Inside a transaction nothing is kept: a
 * rollback takes the records back, but not the count of changes.
 */
export function cachedRead<Parts extends readonly string[], T>(
  read: (office: Office, ...parts: Parts) => T,
): (office: Office, ...parts: Parts) => T {
  const answers = new WeakMap<Database, Kept<T>>();
  return (office, ...parts) => {
    const { sqlite } = office;
    const version = versionOf(sqlite);
    const kept = answers.get(sqlite);
    if (kept?.version === version && kept.parts.every((part, at) => part === parts[at])) return kept.value;
    const value = read(office, ...parts);
    if (!sqlite.inTransaction) answers.set(sqlite, { version, parts, value });
    return value;
  };
}
