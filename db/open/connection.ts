import Sqlite, { type Database } from 'better-sqlite3';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Resources } from '../resources.ts';
import { sqliteProblem } from './sqliteProblems.ts';

/** "WSDK" in the file's header: marks a database as this program's. Never changes. */
export const APPLICATION_ID = 0x5753444b;

export type Binding = Pick<Resources, 'nativeBinding'>;

interface ConnectOptions {
  readonly readonly?: boolean;
  readonly create?: boolean;
}

/** One connection with the pragmas every database of ours runs under (reasons: docs/architecture.md). */
export function connect(
  file: string,
  { nativeBinding }: Binding,
  { readonly = false, create = false }: ConnectOptions = {},
): Database {
  const sqlite = new Sqlite(file, {
    readonly,
    fileMustExist: !create,
    timeout: 2000,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
  try {
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('cell_size_check = ON');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('secure_delete = ON');
    sqlite.pragma('synchronous = FULL');
    if (!readonly) sqlite.pragma('journal_mode = DELETE');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Runs a piece of work on SQLite; what disk and file may do becomes a refusal. */
export function guardSqlite<T>(file: string, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    const known = sqliteProblem(error, file);
    if (!known) throw error;
    return refuse(known);
  }
}

const pragmaNumber = (sqlite: Database, name: string): number =>
  Number(sqlite.pragma(name, { simple: true }));

/** What a database file says about itself in its first bytes. */
export interface FileHeader {
  readonly applicationId: number;
  readonly version: number;
}

const applicationIdOf = (sqlite: Database): number => pragmaNumber(sqlite, 'application_id');

/** How many migrations the file has. */
export const versionOf = (sqlite: Database): number => pragmaNumber(sqlite, 'user_version');

const brokenAt = (file: string) =>
  refuse(
    problem('db.broken', `数据文件已损坏，不能打开。请从备份恢复。位置：${file}`, {
      found: '完整性检查未通过',
    }),
  );

/** Refuses a file of another program, and one that a newer version of this program keeps. */
export function checkOwner(
  file: string,
  { applicationId, version }: FileHeader,
  newestVersion: number,
): Result<{ version: number }> {
  if (applicationId !== APPLICATION_ID) {
    return refuse(
      problem('db.notOurs', `这个文件不是本程序的数据文件，没有改动它。位置：${file}`, {
        expected: '本程序的数据文件',
      }),
    );
  }
  if (version <= newestVersion) return ok({ version });
  return refuse(
    problem(
      'db.newer',
      `这份数据由更新版本的程序保存（数据版本 ${version}，本程序最高支持 ${newestVersion}），没有改动它。请安装新版本程序后再打开。`,
      { found: String(version), expected: `不高于 ${newestVersion}` },
    ),
  );
}

/** Whose file it is, whether it is whole, and whether this program is new enough for it. */
export function inspect(
  sqlite: Database,
  newestVersion: number,
  thoroughness: 'quick_check' | 'integrity_check',
): Result<{ version: number }> {
  const header = { applicationId: applicationIdOf(sqlite), version: versionOf(sqlite) };
  const owned = checkOwner(sqlite.name, header, newestVersion);
  if (!owned.ok) return owned;
  return sqlite.pragma(thoroughness, { simple: true }) === 'ok' ? owned : brokenAt(sqlite.name);
}
