import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeBytes } from '../../../db/attachments/attachments.ts';
import type { Progress } from '../../../db/backup/archive.ts';
import { listBackups, makeBackup, pruneBackups } from '../../../db/backup/backup.ts';
import { backUpDaily } from '../../../db/backup/daily.ts';
import { verifyBackup } from '../../../db/backup/verify.ts';
import { Instant, isoDate } from '../../../db/model/dates.ts';
import { createOffice } from '../../../db/open/create.ts';
import type { OpenOffice } from '../../../db/open/unlock.ts';
import {
  AT,
  canMount,
  cleanUp,
  codesOf,
  must,
  OPENING,
  onCleanUp,
  RESOURCES,
  smallDisk,
  tempDir,
} from '../open/fixtures.ts';

afterEach(cleanUp);

const act = { at: AT };
let office: OpenOffice;
beforeEach(async () => {
  office = must(await createOffice(tempDir(), RESOURCES, OPENING)).office;
  onCleanUp(() => office.close());
});

const own = () => join(office.dataDir, 'backups');
const store = (size: number) => storeBytes(office, new Uint8Array(size).fill(size % 251));

describe('making a backup', () => {
  it('holds the database and every attachment, and verifies', async () => {
    must(await store(300_000));
    must(await store(10));
    must(await store(0));
    const made = must(await makeBackup(office, '手动', act));
    expect(made).toMatchObject({ name: '备份_20260302-090203_手动.wdbak', reason: '手动', readable: true });
    expect(statSync(made.file).size).toBe(made.bytes);
    const manifest = must(await verifyBackup(made.file));
    expect(manifest.files.map(({ path }) => path.split('/')[0])).toEqual([
      'office.sqlite',
      'attachments',
      'attachments',
      'attachments',
    ]);
    expect(readdirSync(own())).toEqual([made.name]);
  });

  it('never overwrites one of the same second', async () => {
    const [one, two] = [
      must(await makeBackup(office, '每日', act)),
      must(await makeBackup(office, '每日', act)),
    ];
    expect([one.name, two.name]).toEqual([
      '备份_20260302-090203_每日.wdbak',
      '备份_20260302-090203_每日_2.wdbak',
    ]);
    expect((await verifyBackup(one.file)).ok).toBe(true);
  });

  it('asked for twice at once makes two sound ones', async () => {
    must(await store(300_000));
    const both = await Promise.all([makeBackup(office, '每日', act), makeBackup(office, '手动', act)]);
    for (const one of both) expect((await verifyBackup(must(one).file)).ok).toBe(true);
    expect(readdirSync(own()).length).toBe(2);
  });

  it('reports its progress and goes to a chosen folder', async () => {
    must(await store(500_000));
    const stick = tempDir();
    const seen: Progress[] = [];
    const made = must(
      await makeBackup(office, '手动', act, { folder: stick, onProgress: (one) => seen.push(one) }),
    );
    expect(readdirSync(stick)).toEqual([made.name]);
    expect(readdirSync(own())).toEqual([]);
    const last = seen.at(-1);
    expect(last?.done).toBe(last?.total);
    expect(seen.length).toBeGreaterThan(3);
  });

  it('can be cancelled, leaving nothing', async () => {
    must(await store(500_000));
    const controller = new AbortController();
    const cancelled = await makeBackup(office, '手动', act, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(codesOf(cancelled)).toEqual(['work.cancelled']);
    expect(codesOf(await makeBackup(office, '手动', act, { signal: controller.signal }))).toEqual([
      'work.cancelled',
    ]);
    expect(readdirSync(own())).toEqual([]);
  });

  it('sweeps away what a power cut left', async () => {
    mkdirSync(own());
    writeFileSync(join(own(), '备份_20260301-090203_每日.wdbak.未完成-0badf00d'), 'half');
    writeFileSync(join(own(), '别人的文件.txt'), 'kept');
    const made = must(await makeBackup(office, '每日', act));
    expect(readdirSync(own()).sort()).toEqual([made.name, '别人的文件.txt'].sort());
  });

  it('says that the chosen folder is gone', async () => {
    const stick = join(tempDir(), '拔出的U盘');
    expect(codesOf(await makeBackup(office, '手动', act, { folder: stick }))).toEqual(['disk.gone']);
    expect(existsSync(stick)).toBe(false);
    expect(readdirSync(own())).toEqual([]);
  });

  it('contains no private number in the clear', async () => {
    const FICTIONAL = '110101190001010011';
    const sealed = office.vault.seal(FICTIONAL, 'workshop.idNumber');
    office.sqlite.prepare("INSERT INTO setting (key, value) VALUES ('probe', ?)").run(sealed);
    must(await storeBytes(office, Buffer.from(`身份证 ${FICTIONAL}`)));
    const { file } = must(await makeBackup(office, '手动', act));
    const bytes = readFileSync(file);
    expect(bytes.includes(FICTIONAL)).toBe(false);
    expect(bytes.includes(sealed)).toBe(true);
  });

  it.skipIf(!canMount)('on a full disk leaves nothing (needs root to mount one)', async () => {
    must(await store(400_000));
    const { dir } = smallDisk(100);
    expect(codesOf(await makeBackup(office, '手动', act, { folder: dir }))).toEqual(['disk.full']);
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('verifying', () => {
  it('finds one changed byte: in the database, in an attachment, in the manifest, in the directory', async () => {
    must(await store(5_000));
    const { file, bytes } = must(await makeBackup(office, '手动', act));
    const whole = readFileSync(file);
    const places = [
      200,
      Math.floor(bytes / 2),
      whole.indexOf('attachments/') + 2000,
      whole.indexOf('"sha256": "') + 12,
      whole.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 1,
    ];
    for (const place of places) {
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ 0x40;
      writeFileSync(file, damaged);
      expect([place, codesOf(await verifyBackup(file))]).toEqual([place, ['backup.broken']]);
    }
  });

  it.each([0, 1, 1000])('refuses a file cut to %i bytes', async (length) => {
    const { file } = must(await makeBackup(office, '手动', act));
    writeFileSync(file, readFileSync(file).subarray(0, length));
    expect(codesOf(await verifyBackup(file))).toEqual(['backup.broken']);
  });

  it('says that a file is not there', async () => {
    expect(codesOf(await verifyBackup(join(tempDir(), 'none.wdbak')))).toEqual(['disk.gone']);
  });
});

describe('the daily backup', () => {
  const day = (text: string) => ({
    today: isoDate(text),
    at: Instant.parse(`${text}T01:00:00.000Z`),
    staffId: null,
  });

  it('is made once a day, and prunes', async () => {
    expect(must(await backUpDaily(office, day('2026-03-02')))?.reason).toBe('每日');
    expect(must(await backUpDaily(office, day('2026-03-02')))).toBeUndefined();
    must(await backUpDaily(office, day('2026-03-03')));
    must(await backUpDaily(office, day('2026-04-30')));
    expect(readdirSync(own()).map((name) => name.slice(3, 11))).toEqual(['20260303', '20260430']);
  });

  it('is made again when the one of today is damaged', async () => {
    const made = must(await backUpDaily(office, day('2026-03-02')));
    writeFileSync(made?.file ?? '', 'damaged');
    expect(must(await backUpDaily(office, day('2026-03-02')))?.name).toBe(
      '备份_20260302-090000_每日_2.wdbak',
    );
  });
});

describe('the list', () => {
  it('is empty without a folder', async () => {
    expect(must(await listBackups(join(tempDir(), 'none')))).toEqual([]);
  });

  it('shows the newest first, marks damaged ones and skips other files', async () => {
    must(await makeBackup(office, '导入前', act));
    must(await makeBackup(office, '每日', { at: Instant.parse('2026-03-03T01:00:00.000Z') }));
    writeFileSync(join(own(), '备份_20260304-090000_手动.wdbak'), 'damaged');
    writeFileSync(join(own(), '备份说明.txt'), '');
    expect(must(await listBackups(own())).map(({ reason, readable }) => [reason, readable])).toEqual([
      ['手动', false],
      ['每日', true],
      ['导入前', true],
    ]);
  });

  it('is pruned by the rule, never touching damaged ones', async () => {
    for (const day of ['02', '03', '04']) {
      must(await makeBackup(office, '每日', { at: Instant.parse(`2026-03-${day}T01:00:00.000Z`) }));
    }
    writeFileSync(join(own(), '备份_20250101-090000_每日.wdbak'), 'damaged');
    const removed = must(await pruneBackups(office.dataDir, isoDate('2026-04-30')));
    expect(removed.map(({ name }) => name.slice(3, 11))).toEqual(['20260303', '20260302']);
    expect(readdirSync(own()).length).toBe(2);
  });
});
