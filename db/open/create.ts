import { rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { databaseFile } from '../backup/paths.ts';
import { guardFiles } from '../disk/fileProblems.ts';
import { exists, renameDurably, syncFile, temporaryName } from '../disk/files.ts';
import { lockData } from '../disk/lock.ts';
import type { Instant } from '../model/dates.ts';
import { invariant, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import type { RecoveryCode } from '../model/recoveryCode.ts';
import { addKeychainSlot, createKeySlots, type Keychain } from '../sealing/keySlots.ts';
import type { Vault } from '../sealing/vault.ts';
import { connect, guardSqlite } from './connection.ts';
import { type MigrationResources, migrateAndCheck } from './migrations.ts';
import { type Opening, openDatabase } from './open.ts';
import { type OpenOffice, officeOf } from './unlock.ts';

interface NewOffice {
  readonly office: OpenOffice;
  /** To be printed now: it is kept nowhere. */
  readonly recoveryCode: RecoveryCode;
  /** Says that the keychain could not be used, where one was given. */
  readonly warnings: readonly Problem[];
}

interface NewFile {
  readonly vault: Vault;
  readonly recoveryCode: RecoveryCode;
  readonly warnings: readonly Problem[];
}

async function fill(
  sqlite: Database,
  resources: MigrationResources,
  at: Instant,
  keychain: Keychain | undefined,
): Promise<Result<NewFile>> {
  const migrated = migrateAndCheck(sqlite, resources.migrationsDir);
  if (!migrated.ok) return migrated;
  const slots = guardSqlite(sqlite.name, () => ok(createKeySlots(sqlite, at)));
  if (!slots.ok || !keychain) return slots.ok ? ok({ ...slots.value, warnings: [] }) : slots;
  const added = await addKeychainSlot(sqlite, slots.value.vault, keychain, at);
  return ok({ ...slots.value, warnings: added.ok ? [] : added.problems });
}

/** A complete database under a temporary name, then renamed: a first start broken off leaves a fresh folder. */
async function createFile(
  dataDir: string,
  resources: MigrationResources,
  at: Instant,
  keychain: Keychain | undefined,
): Promise<Result<NewFile>> {
  const file = databaseFile(dataDir);
  if (await exists(file)) {
    return refuse(
      problem('db.exists', `数据文件夹里已有数据，没有覆盖它。位置：${dataDir}`, { found: basename(file) }),
    );
  }
  const temporary = temporaryName(file);
  try {
    const created = guardSqlite(temporary, () => ok(connect(temporary, resources, { create: true })));
    if (!created.ok) return created;
    const filled = await fill(created.value, resources, at, keychain).finally(() => created.value.close());
    if (!filled.ok) return filled;
    const placed = await guardFiles(dirname(file), async () => {
      await syncFile(temporary);
      await renameDurably(temporary, file);
    });
    return placed.ok ? filled : placed;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Creates the data of a new office in a folder without any, and opens it. */
export async function createOffice(
  dataDir: string,
  resources: MigrationResources,
  opening: Opening,
  keychain?: Keychain,
): Promise<Result<NewOffice>> {
  const lock = lockData(dataDir, resources, opening);
  if (!lock.ok) return lock;
  const created = await createFile(dataDir, resources, opening.at, keychain).finally(() =>
    lock.value.release(),
  );
  if (!created.ok) return created;
  const state = await openDatabase(dataDir, resources, opening);
  if (!state.ok) return state;
  invariant(state.value.state === 'locked', 'a database just created is there');
  const { vault, recoveryCode, warnings } = created.value;
  return ok({ office: officeOf(state.value.opened, vault), recoveryCode, warnings });
}
