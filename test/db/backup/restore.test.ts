import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZipWriter } from '@zip.js/zip.js';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContentHash, readBytes, storeBytes } from '../../../db/attachments/attachments.ts';
import { applyPendingRestore } from '../../../db/backup/applyRestore.ts';
import { listBackups, makeBackup } from '../../../db/backup/backup.ts';
import {
  cancelPendingRestore,
  pendingDir,
  prepareRestore,
  restoreIsPending,
} from '../../../db/backup/restore.ts';
import { Instant } from '../../../db/model/dates.ts';
import { type RecoveryCode, recoveryCodeFrom } from '../../../db/model/recoveryCode.ts';
import { createOffice } from '../../../db/open/create.ts';
import { openDatabase } from '../../../db/open/open.ts';
import { unlockOfficeWithCode } from '../../../db/open/unlock.ts';
import {
  AT,
  canMount,
  cleanUp,
  codesOf,
  migrationsOf,
  must,
  OPENING,
  officeWithRows,
  opened,
  REBUILD,
  RESOURCES,
  smallDisk,
  tempDir,
} from '../open/fixtures.ts';

afterEach(cleanUp);

const LATER = Instant.parse('2026-03-05T02:00:00.000Z');
const CONTENT = Buffer.from('承诺书扫描件（示例）');

let dataDir: string;
let stick: string;
let backup: string;
let recoveryCode: RecoveryCode;
let hash: ContentHash;

/** An office whose setting `name` says 旧 in the backup on the stick, and 新 in the data folder. */
beforeEach(async () => {
  [dataDir, stick] = [tempDir(), tempDir()];
  const created = must(await createOffice(dataDir, RESOURCES, OPENING));
  const { office } = created;
  recoveryCode = created.recoveryCode;
  hash = must(await storeBytes(office, CONTENT));
  office.sqlite.prepare("INSERT INTO setting (key, value) VALUES ('name', '旧')").run();
  backup = must(await makeBackup(office, '手动', { at: AT }, { folder: stick })).file;
  office.sqlite.prepare("UPDATE setting SET value = '新' WHERE key = 'name'").run();
  office.close();
});

const prepare = async (dir: string = dataDir) =>
  must(await prepareRestore(dir, backup, RESOURCES, { at: LATER }, { code: recoveryCode }));

const nameIn = async (dir: string) => {
  const database = await opened(dir);
  const name = database.sqlite.prepare("SELECT value FROM setting WHERE key = 'name'").pluck().get();
  database.close();
  return name;
};

const ownBackups = async () => must(await listBackups(join(dataDir, 'backups')));

it('brings everything to an empty folder on another PC, with the code alone', async () => {
  const elsewhere = join(tempDir(), '新电脑');
  await prepare(elsewhere);
  rmSync(dataDir, { recursive: true });
  const database = await opened(elsewhere);
  expect(database.restored).toBe(true);
  const office = must(await unlockOfficeWithCode(database, recoveryCode));
  expect(office.sqlite.prepare("SELECT value FROM setting WHERE key = 'name'").pluck().get()).toBe('旧');
  expect(Buffer.from(must(await readBytes(office, hash)))).toEqual(CONTENT);
  expect(existsSync(pendingDir(elsewhere))).toBe(false);
});

it('swaps at the next start and keeps the old state in the list, which leads back', async () => {
  await prepare();
  expect(await restoreIsPending(dataDir)).toBe(true);
  expect(await nameIn(dataDir)).toBe('旧');
  const [kept] = await ownBackups();
  expect(kept?.reason).toBe('恢复前');
  must(await prepareRestore(dataDir, kept?.file ?? '', RESOURCES, { at: LATER }));
  expect(await nameIn(dataDir)).toBe('新');
  expect((await ownBackups()).map(({ reason }) => reason)).toEqual(['恢复前', '恢复前']);
});

it('changes nothing until then, and can be taken back', async () => {
  const before = readFileSync(join(dataDir, 'office.sqlite'));
  await prepare();
  expect(readFileSync(join(dataDir, 'office.sqlite'))).toEqual(before);
  must(await cancelPendingRestore(dataDir));
  expect(await nameIn(dataDir)).toBe('新');
  expect(await ownBackups()).toEqual([]);
});

it('works while the office is open', async () => {
  const database = await opened(dataDir);
  await prepare();
  expect(database.sqlite.prepare("SELECT value FROM setting WHERE key = 'name'").pluck().get()).toBe('新');
  database.close();
  expect(await nameIn(dataDir)).toBe('旧');
});

it('migrates a backup of an older program', async () => {
  const old = tempDir();
  const { resources } = await officeWithRows(old);
  const database = await opened(old, resources);
  const made = must(
    await makeBackup({ sqlite: database.sqlite, dataDir: old }, '手动', { at: AT }, { folder: stick }),
  );
  database.close();
  const [elsewhere, newer] = [tempDir(), migrationsOf(REBUILD)];
  must(await prepareRestore(elsewhere, made.file, newer, { at: LATER }));
  const { sqlite } = await opened(elsewhere, newer);
  expect(sqlite.prepare('SELECT count(*) FROM child').pluck().get()).toBe(3);
  expect(sqlite.pragma('user_version', { simple: true })).toBe(2);
});

describe('a power cut', () => {
  it('while preparing leaves the data alone', async () => {
    await prepare();
    rmSync(join(pendingDir(dataDir), 'restore.json'));
    expect(await nameIn(dataDir)).toBe('新');
    expect(existsSync(pendingDir(dataDir))).toBe(false);
  });

  it('after the old state was kept goes on with the swap, without keeping it twice', async () => {
    await prepare();
    const journal = join(pendingDir(dataDir), 'restore.json');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('prepared"', 'kept"'));
    expect(await nameIn(dataDir)).toBe('旧');
    expect(await ownBackups()).toEqual([]);
  });

  it('after the swap only clears up', async () => {
    await prepare();
    const journal = join(pendingDir(dataDir), 'restore.json');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('prepared"', 'kept"'));
    renameSync(join(pendingDir(dataDir), 'office.sqlite'), join(dataDir, 'office.sqlite'));
    expect(await nameIn(dataDir)).toBe('旧');
    expect(existsSync(pendingDir(dataDir))).toBe(false);
  });

  it('that tore the journal of the restore is told, and can be taken back', async () => {
    await prepare();
    writeFileSync(join(pendingDir(dataDir), 'restore.json'), '{"step":');
    expect(codesOf(await openDatabase(dataDir, RESOURCES, OPENING))).toEqual(['restore.broken']);
    must(await cancelPendingRestore(dataDir));
    expect(await nameIn(dataDir)).toBe('新');
  });
});

it('replaces a broken database, keeps the broken file, and never plays its journal into the new one', async () => {
  const live = join(dataDir, 'office.sqlite');
  const bytes = readFileSync(live);
  bytes.fill(0xaa, 4096, 20_000);
  writeFileSync(live, bytes);
  writeFileSync(`${live}-journal`, 'a torn journal of the old file');
  expect(codesOf(await openDatabase(dataDir, RESOURCES, OPENING))).toEqual(['db.broken']);
  await prepare();
  expect(must(await applyPendingRestore(dataDir, {}, LATER))).toBe(true);
  expect(await nameIn(dataDir)).toBe('旧');
  const kept = join(dataDir, 'backups', '备份_20260305-100000_恢复前_损坏原件');
  expect(readFileSync(join(kept, 'office.sqlite')).subarray(4096, 20_000)).toEqual(
    Buffer.alloc(20_000 - 4096, 0xaa),
  );
});

describe('what is refused, with nothing changed', () => {
  afterEach(() => expect(existsSync(pendingDir(dataDir))).toBe(false));

  it('a damaged backup', async () => {
    const bytes = readFileSync(backup);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(backup, bytes);
    expect(codesOf(await prepareRestore(dataDir, backup, RESOURCES, { at: LATER }))).toEqual([
      'backup.broken',
    ]);
  });

  it('a code that does not open it', async () => {
    const code = recoveryCodeFrom(new Uint8Array(24).fill(1));
    expect(codesOf(await prepareRestore(dataDir, backup, RESOURCES, { at: LATER }, { code }))).toEqual([
      'key.wrong',
    ]);
  });

  it('a backup of a newer program', async () => {
    const sqlite = new Sqlite(join(dataDir, 'office.sqlite'));
    sqlite.pragma('user_version = 999');
    const newer = must(await makeBackup({ sqlite, dataDir }, '手动', { at: LATER }, { folder: stick }));
    sqlite.close();
    expect(codesOf(await prepareRestore(dataDir, newer.file, RESOURCES, { at: LATER }))).toEqual([
      'db.newer',
    ]);
  });

  it('a stick that was pulled out', async () => {
    const gone = join(stick, 'gone.wdbak');
    expect(codesOf(await prepareRestore(dataDir, gone, RESOURCES, { at: LATER }))).toEqual(['disk.gone']);
  });

  it('a cancelled one', async () => {
    const signal = AbortSignal.abort();
    expect(codesOf(await prepareRestore(dataDir, backup, RESOURCES, { at: LATER }, { signal }))).toEqual([
      'work.cancelled',
    ]);
  });

  it('an archive that wants to write elsewhere', async () => {
    const manifest = {
      format: 'workshop-desk-backup',
      version: 1,
      reason: '手动',
      at: AT,
      dataVersion: 1,
      files: [{ path: '../outside', bytes: 1, sha256: '0'.repeat(64) }],
    };
    const evil = join(stick, '备份_20260302-090203_手动_9.wdbak');
    const chunks: Uint8Array[] = [];
    const zip = new ZipWriter(new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk) }));
    await zip.add('manifest.json', new Blob([JSON.stringify(manifest)]).stream());
    await zip.add('../outside', new Blob(['x']).stream());
    await zip.close();
    writeFileSync(evil, Buffer.concat(chunks));
    expect(codesOf(await prepareRestore(dataDir, evil, RESOURCES, { at: LATER }))).toEqual(['backup.broken']);
    expect(existsSync(join(dataDir, '..', 'outside'))).toBe(false);
  });

  it.skipIf(!canMount)('a disk too small for it (needs root to mount one)', async () => {
    const { dir } = smallDisk(100);
    expect(codesOf(await prepareRestore(dir, backup, RESOURCES, { at: LATER }))).toEqual(['disk.full']);
    expect(readdirSync(dir)).toEqual([]);
  });
});

it.skipIf(!canMount)(
  'a disk too full to keep the old state stops the swap; taken back, the old data open (needs root to mount one)',
  async () => {
    const database = statSync(join(dataDir, 'office.sqlite')).size;
    const { dir } = smallDisk(Math.ceil((3 * database + 1e6) / 1024));
    must(await createOffice(dir, RESOURCES, OPENING)).office.close();
    await prepare(dir);
    expect(codesOf(await openDatabase(dir, RESOURCES, OPENING))).toEqual(['disk.full']);
    must(await cancelPendingRestore(dir));
    expect((await opened(dir)).restored).toBe(false);
  },
);

it('a damaged attachment in the data folder is mended by the restore', async () => {
  const file = join(dataDir, 'attachments', hash.slice(0, 2), hash);
  writeFileSync(file, 'damaged');
  await prepare();
  const database = await opened(dataDir);
  const office = must(await unlockOfficeWithCode(database, recoveryCode));
  expect(Buffer.from(must(await readBytes(office, hash)))).toEqual(CONTENT);
});
