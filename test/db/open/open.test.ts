import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { recoveryCodeFrom } from '../../../db/model/recoveryCode.ts';
import { APPLICATION_ID } from '../../../db/open/connection.ts';
import { createOffice } from '../../../db/open/create.ts';
import { looseTables } from '../../../db/open/migrations.ts';
import { openDatabase } from '../../../db/open/open.ts';
import { unlockOfficeWithCode } from '../../../db/open/unlock.ts';
import {
  canMount,
  cleanUp,
  codesOf,
  must,
  OPENING,
  officeWithRows,
  opened,
  RESOURCES,
  smallDisk,
  tempDir,
} from './fixtures.ts';

afterEach(cleanUp);

const newOffice = async (dataDir: string) => {
  const created = must(await createOffice(dataDir, RESOURCES, OPENING));
  created.office.close();
  return created.recoveryCode;
};

const openCodes = async (dataDir: string) => codesOf(await openDatabase(dataDir, RESOURCES, OPENING));
const liveFile = (dataDir: string) => join(dataDir, 'office.sqlite');

describe('a new office', () => {
  it('starts from a folder that is not there yet and opens with its code', async () => {
    const dataDir = join(tempDir(), '示例县', '数据');
    expect(must(await openDatabase(dataDir, RESOURCES, OPENING))).toEqual({ state: 'fresh', backups: 0 });
    const code = await newOffice(dataDir);
    const database = await opened(dataDir);
    expect((await unlockOfficeWithCode(database, recoveryCodeFrom(new Uint8Array(24)))).ok).toBe(false);
    const office = must(await unlockOfficeWithCode(database, code));
    expect(office.vault.unseal(office.vault.seal('示例', 'a.b'), 'a.b')).toBe('示例');
    expect(office.sqlite.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(readdirSync(dataDir).sort()).toEqual(['office.lock', 'office.lock.json', 'office.sqlite']);
  });

  it('runs under the pragmas that keep it safe, with STRICT tables only', async () => {
    const dataDir = tempDir();
    await newOffice(dataDir);
    const { sqlite } = await opened(dataDir);
    const pragma = (name: string) => sqlite.pragma(name, { simple: true });
    expect(looseTables(sqlite)).toEqual([]);
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['delete', 2, 1]);
    expect([pragma('trusted_schema'), pragma('cell_size_check'), pragma('secure_delete')]).toEqual([0, 1, 1]);
  });

  it('never overwrites data that is there', async () => {
    const dataDir = tempDir();
    await newOffice(dataDir);
    const before = readFileSync(liveFile(dataDir));
    expect(codesOf(await createOffice(dataDir, RESOURCES, OPENING))).toEqual(['db.exists']);
    expect(readFileSync(liveFile(dataDir))).toEqual(before);
  });

  it('leaves a fresh folder when the first start broke off', async () => {
    const dataDir = tempDir();
    writeFileSync(join(dataDir, 'office.sqlite.未完成-0badf00d'), 'half');
    writeFileSync(join(dataDir, 'office.sqlite.未完成-0badf00d-journal'), 'half');
    expect(must(await openDatabase(dataDir, RESOURCES, OPENING)).state).toBe('fresh');
    expect(readdirSync(dataDir).filter((name) => name.includes('未完成'))).toEqual([]);
  });
});

describe('what must not be opened', () => {
  it('a file of a newer program: refused, untouched, and the lock released', async () => {
    const dataDir = tempDir();
    await newOffice(dataDir);
    const sqlite = new Sqlite(liveFile(dataDir));
    sqlite.pragma('user_version = 999');
    sqlite.close();
    const before = readFileSync(liveFile(dataDir));
    expect(await openCodes(dataDir)).toEqual(['db.newer']);
    expect(await openCodes(dataDir)).toEqual(['db.newer']);
    expect(readFileSync(liveFile(dataDir))).toEqual(before);
  });

  it.each([
    ["another program's database", 'db.notOurs', 0],
    ['one that a newer program keeps in WAL mode', 'db.newer', APPLICATION_ID],
  ])('%s: no byte of the folder changes, write-ahead log included', async (_, code, applicationId) => {
    const [dataDir, elsewhere] = [tempDir(), tempDir()];
    const sqlite = new Sqlite(join(elsewhere, 'office.sqlite'));
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma(`application_id = ${applicationId}`);
    sqlite.pragma('user_version = 999');
    sqlite.exec('CREATE TABLE other (a)');
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    sqlite.exec('INSERT INTO other VALUES (1)');
    const names = ['office.sqlite', 'office.sqlite-wal'];
    for (const name of names) copyFileSync(join(elsewhere, name), join(dataDir, name));
    sqlite.close();
    const bytes = () => names.map((name) => readFileSync(join(dataDir, name)));
    const before = bytes();
    expect(await openCodes(dataDir)).toEqual([code]);
    expect(bytes()).toEqual(before);
    expect(existsSync(join(dataDir, 'office.sqlite-shm'))).toBe(false);
  });

  it.each([
    ['an empty file', (file: string) => truncateSync(file, 0)],
    ['a file cut short', (file: string) => truncateSync(file, 3 * 4096)],
    ['no database at all', (file: string) => writeFileSync(file, '名单'.repeat(1000))],
    [
      'pages overwritten in the middle',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0xaa, 4096, 4096 * 3);
        writeFileSync(file, bytes);
      },
    ],
  ])('a broken file: %s', async (_, damage) => {
    const dataDir = tempDir();
    await newOffice(dataDir);
    damage(liveFile(dataDir));
    expect(await openCodes(dataDir)).toEqual(['db.broken']);
  });

  it.skipIf(!canMount)('a read-only disk (needs root to mount one)', async () => {
    const disk = smallDisk(4000);
    await newOffice(disk.dir);
    disk.remount('ro');
    expect(await openCodes(disk.dir)).toEqual(['disk.denied']);
    disk.remount('rw');
  });

  it.skipIf(process.getuid?.() !== 0)('a folder of another user (needs root to become one)', async () => {
    const dataDir = tempDir();
    chmodSync(dataDir, 0o755);
    const script = `
      const { lockData } = await import(process.argv[1]);
      process.setuid(65534);
      const taken = lockData(process.argv[2], {}, { program: 'window', at: '2026-03-02T01:02:03.000Z' });
      process.stdout.write(taken.ok ? 'taken' : taken.problems[0].code);`;
    const lock = join(import.meta.dirname, '../../../db/disk/lock.ts');
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, lock, dataDir]);
    const [answer] = await once(child.stdout, 'data');
    expect(String(answer)).toBe('disk.denied');
  });

  it('a folder in use', async () => {
    const dataDir = tempDir();
    await newOffice(dataDir);
    await opened(dataDir);
    expect(await openCodes(dataDir)).toEqual(['data.inUse']);
    expect(codesOf(await createOffice(dataDir, RESOURCES, OPENING))).toEqual(['data.inUse']);
  });
});

it('rolls back what a killed program left half-written', async () => {
  const dataDir = tempDir();
  const { resources } = await officeWithRows(dataDir);
  const script = `
    const { createRequire } = await import('node:module');
    const Sqlite = createRequire(process.argv[1])('better-sqlite3');
    const sqlite = new Sqlite(process.argv[2]);
    sqlite.pragma('cache_size = 5');
    sqlite.exec("BEGIN IMMEDIATE; UPDATE parent SET name = '改坏了'");
    const insert = sqlite.prepare("INSERT INTO child VALUES (?, 'p1', ?)");
    for (let i = 0; i < 3000; i++) insert.run('x' + i, '改'.repeat(200));
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    script,
    import.meta.filename,
    liveFile(dataDir),
  ]);
  await once(child, 'exit');
  expect(existsSync(`${liveFile(dataDir)}-journal`)).toBe(true);
  const { sqlite } = await opened(dataDir, resources);
  expect(sqlite.prepare('SELECT name FROM parent').pluck().all()).toEqual(['示例豆制品坊']);
  expect(sqlite.prepare('SELECT count(*) FROM child').pluck().get()).toBe(3);
});

it('copies of the whole folder open elsewhere with the code', async () => {
  const [dataDir, elsewhere] = [tempDir(), tempDir()];
  const code = await newOffice(dataDir);
  mkdirSync(join(elsewhere, 'd'));
  copyFileSync(liveFile(dataDir), join(elsewhere, 'd', 'office.sqlite'));
  const database = await opened(join(elsewhere, 'd'));
  expect((await unlockOfficeWithCode(database, code)).ok).toBe(true);
});
