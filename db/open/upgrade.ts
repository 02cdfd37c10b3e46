import { rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { makeBackup } from '../backup/backup.ts';
import { databaseFile, namesIn } from '../backup/paths.ts';
import { guardFiles } from '../disk/fileProblems.ts';
import {
  exists,
  isTemporaryName,
  renameDurably,
  requireSpace,
  syncFile,
  temporaryName,
} from '../disk/files.ts';
import type { Instant } from '../model/dates.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { connect, guardSqlite } from './connection.ts';
import { type MigrationResources, migrateAndCheck } from './migrations.ts';

/** Leftovers of a migration or a first start that broke off. */
export async function sweepUnfinished(dataDir: string): Promise<void> {
  for (const name of await namesIn(dataDir)) {
    const ours = name.replace(/-journal$/, '');
    if (isTemporaryName(ours) && name.startsWith('office.sqlite'))
      await rm(join(dataDir, name), { force: true });
  }
}

/** Migrates the copy `file`, leaving it closed and synced. */
async function migrateCopy(file: string, resources: MigrationResources): Promise<Result<void>> {
  const migrated = guardSqlite(file, () => {
    const copy = connect(file, resources);
    try {
      return migrateAndCheck(copy, resources.migrationsDir);
    } finally {
      copy.close();
    }
  });
  return migrated.ok ? guardFiles(file, () => syncFile(file)) : migrated;
}

/** A migrated copy takes the place of the live file; the live file is closed in any case. */
export async function upgrade(
  sqlite: Database,
  dataDir: string,
  resources: MigrationResources,
  at: Instant,
): Promise<Result<void>> {
  const live = databaseFile(dataDir);
  const copy = temporaryName(live);
  try {
    const backedUp = await makeBackup({ sqlite, dataDir }, '迁移前', { at });
    if (!backedUp.ok) return backedUp;
    const space = await requireSpace(dataDir, statSync(live).size * 3);
    if (!space.ok) return space;
    const copied = guardSqlite(copy, () => ok(void sqlite.prepare('VACUUM INTO ?').run(copy)));
    if (!copied.ok) return copied;
    const migrated = await migrateCopy(copy, resources);
    if (!migrated.ok) return migrated;
    sqlite.close();
    if (await exists(`${live}-journal`)) {
      return refuse(
        problem('db.hotJournal', '数据文件旁留有未完成的事务日志，没有升级。请重新启动程序后再试。'),
      );
    }
    return await guardFiles(live, () => renameDurably(copy, live));
  } finally {
    if (sqlite.open) sqlite.close();
    rmSync(copy, { force: true });
  }
}
