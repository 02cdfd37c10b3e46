import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterEach, expect, it } from 'vitest';
import { verifyBackup } from '../../../db/backup/verify.ts';
import { looseTables } from '../../../db/open/migrations.ts';
import { openDatabase } from '../../../db/open/open.ts';
import { unlockOfficeWithCode } from '../../../db/open/unlock.ts';
import {
  canMount,
  cleanUp,
  codesOf,
  migrationsOf,
  must,
  OPENING,
  officeWithRows,
  opened,
  REBUILD,
  smallDisk,
  tempDir,
} from './fixtures.ts';

afterEach(cleanUp);

const live = (dataDir: string) => join(dataDir, 'office.sqlite');
const backupsOf = (dataDir: string) => readdirSync(join(dataDir, 'backups'));

it('drizzle alone would delete the children of a rebuilt table (the reason for all this)', async () => {
  const dataDir = tempDir();
  await officeWithRows(dataDir);
  const sqlite = new Sqlite(live(dataDir));
  sqlite.pragma('foreign_keys = ON');
  migrate(drizzle({ client: sqlite }), { migrationsFolder: migrationsOf(REBUILD).migrationsDir });
  expect(sqlite.prepare('SELECT count(*) FROM child').pluck().get()).toBe(0);
  sqlite.close();
});

it('keeps every row through a rebuild, and backs up first', async () => {
  const dataDir = tempDir();
  const { recoveryCode } = await officeWithRows(dataDir);
  const before = readFileSync(live(dataDir));
  const database = await opened(dataDir, migrationsOf(REBUILD));
  const { sqlite } = database;
  expect(sqlite.prepare('SELECT id, name, area FROM parent').all()).toEqual([
    { id: 'p1', name: '示例豆制品坊', area: 0 },
  ]);
  expect(sqlite.prepare('SELECT id, parent_id, note FROM child ORDER BY id').raw().all()).toEqual(
    ['c1', 'c2', 'c3'].map((id) => [id, 'p1', `备注${id}`]),
  );
  expect(sqlite.pragma('user_version', { simple: true })).toBe(2);
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(looseTables(sqlite)).toEqual([]);
  expect((await unlockOfficeWithCode(database, recoveryCode)).ok).toBe(true);
  expect(() => sqlite.prepare("INSERT INTO child VALUES ('c4', 'nobody', '')").run()).toThrow(/FOREIGN KEY/);
  expect(readFileSync(live(dataDir))).not.toEqual(before);
  expect(backupsOf(dataDir)).toEqual(['备份_20260302-090203_迁移前.wdbak']);
  const manifest = must(await verifyBackup(join(dataDir, 'backups', '备份_20260302-090203_迁移前.wdbak')));
  expect([manifest.reason, manifest.dataVersion]).toEqual(['迁移前', 1]);
});

it('opens an up-to-date file without another backup', async () => {
  const dataDir = tempDir();
  const { resources } = await officeWithRows(dataDir);
  await opened(dataDir, resources);
  expect(existsSync(join(dataDir, 'backups'))).toBe(false);
});

it.each([
  ['a statement that fails', ['ALTER TABLE nothing ADD COLUMN a text']],
  ['orphans', ['DELETE FROM parent']],
  ['a table that lost STRICT', ['CREATE TABLE loose (a text)']],
  ['a statement that fails after one that worked', ['DELETE FROM child', 'INSERT INTO child VALUES (1)']],
])('a migration with %s leaves the data as it was', async (_, statements) => {
  const dataDir = tempDir();
  const { resources } = await officeWithRows(dataDir);
  const before = readFileSync(live(dataDir));
  expect(codesOf(await openDatabase(dataDir, migrationsOf(statements), OPENING))).toEqual([
    'db.migrationFailed',
  ]);
  expect(readFileSync(live(dataDir))).toEqual(before);
  expect(readdirSync(dataDir).filter((name) => name.includes('未完成'))).toEqual([]);
  const { sqlite } = await opened(dataDir, resources);
  expect(sqlite.prepare('SELECT count(*) FROM child').pluck().get()).toBe(3);
});

it.skipIf(!canMount)(
  'a disk too full to migrate leaves the data as it was (needs root to mount one)',
  async () => {
    const { dir } = smallDisk(100);
    const { resources } = await officeWithRows(dir);
    const before = readFileSync(live(dir));
    expect(codesOf(await openDatabase(dir, migrationsOf(REBUILD), OPENING))).toEqual(['disk.full']);
    expect(readFileSync(live(dir))).toEqual(before);
    await opened(dir, resources);
  },
);
