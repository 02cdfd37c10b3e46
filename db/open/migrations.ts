import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Resources } from '../resources.ts';
import { APPLICATION_ID } from './connection.ts';
import { sqliteProblem } from './sqliteProblems.ts';

const Journal = z.object({ entries: z.array(z.object({ idx: z.int(), when: z.number(), tag: z.string() })) });

/** What opening needs of the program's resources. */
export type MigrationResources = Pick<Resources, 'migrationsDir' | 'nativeBinding'>;

/** The data version this program writes: the number of its migrations, kept in `user_version`. */
export const newestVersion = (migrationsDir: string): number =>
  Journal.parse(JSON.parse(readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8'))).entries
    .length;

/** drizzle would make its own table without STRICT; one that exists it leaves alone. */
const LEDGER = `CREATE TABLE IF NOT EXISTS __drizzle_migrations (
  id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT`;

const TableRow = z.object({ schema: z.string(), name: z.string(), type: z.string(), strict: z.number() });

/** Ordinary tables that are not STRICT. drizzle-kit writes no STRICT and its rebuilds drop it. */
export const looseTables = (sqlite: Database): readonly string[] =>
  z
    .array(TableRow)
    .parse(sqlite.pragma('table_list'))
    .filter(
      ({ schema, name, type, strict }) =>
        schema === 'main' && type === 'table' && !name.startsWith('sqlite_') && strict === 0,
    )
    .map(({ name }) => name);

const failed = (found: string) =>
  refuse(
    problem(
      'db.migrationFailed',
      '把数据升级到新版本的格式时没有通过检查，原数据没有改动。请继续使用原版本程序，并联系技术支持。',
      {
        found,
      },
    ),
  );

/**
 * Brings this connection's database up to date. To be run on a copy or a new file only. drizzle rebuilds tables
 * inside a transaction, where switching foreign keys off does nothing and `DROP TABLE` deletes the children: so they
 * are off around the whole run, and everything is checked afterwards.
 */
export function migrateAndCheck(sqlite: Database, migrationsDir: string): Result<void> {
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.exec(LEDGER);
    migrate(drizzle({ client: sqlite }), { migrationsFolder: migrationsDir });
  } catch (error) {
    const known = sqliteProblem(error, sqlite.name);
    return known ? refuse(known) : failed(error instanceof Error ? error.message.slice(0, 200) : 'unknown');
  }
  sqlite.pragma('foreign_keys = ON');
  const orphans = z.array(z.unknown()).parse(sqlite.pragma('foreign_key_check'));
  if (orphans.length > 0) return failed(`foreign_key_check: ${orphans.length}`);
  if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') return failed('integrity_check');
  const loose = looseTables(sqlite);
  if (loose.length > 0) return failed(`not STRICT: ${loose.join(', ')}`);
  sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  sqlite.pragma(`user_version = ${newestVersion(migrationsDir)}`);
  return ok(undefined);
}
