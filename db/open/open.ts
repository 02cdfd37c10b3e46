import { readFile } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import { applyPendingRestore } from '../backup/applyRestore.ts';
import { backupsDir, databaseFile, namesIn, readBackupName } from '../backup/paths.ts';
import { guardFiles } from '../disk/fileProblems.ts';
import { exists } from '../disk/files.ts';
import { type DataLock, lockData, type Program } from '../disk/lock.ts';
import type { Instant } from '../model/dates.ts';
import { ok, type Problem, type Result } from '../model/problems.ts';
import { connect, guardSqlite, inspect } from './connection.ts';
import { checkHeader } from './header.ts';
import { type MigrationResources, newestVersion } from './migrations.ts';
import { placeWarnings } from './place.ts';
import { sweepUnfinished, upgrade } from './upgrade.ts';

/** Which program opens the data, and when. */
export interface Opening {
  readonly program: Program;
  readonly at: Instant;
}

/** A sound, up-to-date database under this process's lock, still without its key. Whoever holds it closes it. */
export interface OpenedDatabase {
  readonly sqlite: Database;
  readonly dataDir: string;
  /** Things to show, none of which stops the work (`data.onNetwork`, …). */
  readonly warnings: readonly Problem[];
  readonly restored: boolean;
  close(): void;
}

/** What a data folder holds: nothing yet (the wizard; perhaps backups to restore), or a database that wants its key. */
type DataState =
  | { readonly state: 'fresh'; readonly backups: number }
  | { readonly state: 'locked'; readonly opened: OpenedDatabase };

const connected = (file: string, resources: MigrationResources): Result<Database> =>
  guardSqlite(file, () => ok(connect(file, resources)));

/** Opens the file, refuses what must not be opened, and migrates where the program is newer. */
async function openSound(
  dataDir: string,
  resources: MigrationResources,
  at: Instant,
): Promise<Result<Database>> {
  const file = databaseFile(dataDir);
  const newest = newestVersion(resources.migrationsDir);
  const header = await checkHeader(file, newest);
  if (!header.ok) return header;
  const opened = connected(file, resources);
  if (!opened.ok) return opened;
  const inspected = guardSqlite(file, () => inspect(opened.value, newest, 'quick_check'));
  if (!inspected.ok) {
    opened.value.close();
    return inspected;
  }
  if (inspected.value.version === newest) return opened;
  const upgraded = await upgrade(opened.value, dataDir, resources, at);
  return upgraded.ok ? connected(file, resources) : upgraded;
}

async function mountTable(): Promise<string> {
  if (process.platform !== 'linux') return '';
  // Only for a warning; without the table there is none.
  return readFile('/proc/mounts', 'utf8').catch(() => '');
}

async function openLocked(
  dataDir: string,
  resources: MigrationResources,
  { at }: Opening,
  lock: DataLock,
): Promise<Result<DataState>> {
  const swept = await guardFiles(dataDir, () => sweepUnfinished(dataDir));
  if (!swept.ok) return swept;
  const restored = await applyPendingRestore(dataDir, resources, at);
  if (!restored.ok) return restored;
  if (!(await exists(databaseFile(dataDir)))) {
    const backups = (await namesIn(backupsDir(dataDir))).filter((name) => readBackupName(name)).length;
    return ok({ state: 'fresh', backups });
  }
  const opened = await openSound(dataDir, resources, at);
  if (!opened.ok) return opened;
  const sqlite = opened.value;
  const close = () => {
    sqlite.close();
    lock.release();
  };
  const warnings = placeWarnings(dataDir, await mountTable());
  return ok({ state: 'locked', opened: { sqlite, dataDir, warnings, restored: restored.value, close } });
}

/**
 * Opens a data folder as far as it goes without a key: takes the lock, finishes a waiting restore, checks, migrates
 * on a copy. Every refusal leaves the data as it was and the lock released.
 */
export async function openDatabase(
  dataDir: string,
  resources: MigrationResources,
  opening: Opening,
): Promise<Result<DataState>> {
  const lock = lockData(dataDir, resources, opening);
  if (!lock.ok) return lock;
  let kept = false;
  try {
    const state = await openLocked(dataDir, resources, opening, lock.value);
    kept = state.ok && state.value.state === 'locked';
    return state;
  } finally {
    if (!kept) lock.value.release();
  }
}
