import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import {
  buildFolderAtomic,
  freeBytes,
  isTemporaryName,
  requireSpace,
  temporaryName,
  withRetries,
  writeFileAtomic,
} from '../../../db/disk/files.ts';
import { ok, problem, refuse } from '../../../db/model/problems.ts';
import { canMount, cleanUp, codesOf, must, smallDisk, tempDir } from '../open/fixtures.ts';

afterEach(cleanUp);

const failing = (code: string, times: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw Object.assign(new Error(code), { code });
    return calls;
  };
};

describe('writeFileAtomic', () => {
  it('writes a file and replaces it, leaving nothing else', async () => {
    const dir = tempDir();
    const file = join(dir, '方案.txt');
    must(await writeFileAtomic(file, '一'));
    must(await writeFileAtomic(file, new TextEncoder().encode('二')));
    expect(readFileSync(file, 'utf8')).toBe('二');
    expect(readdirSync(dir)).toEqual(['方案.txt']);
  });

  it('says that the place is gone', async () => {
    expect(codesOf(await writeFileAtomic(join(tempDir(), '没有', 'a.txt'), 'x'))).toEqual(['disk.gone']);
  });

  it('keeps the old file when the new one cannot take its name', async () => {
    const dir = tempDir();
    mkdirSync(join(dir, 'a', 'b'), { recursive: true });
    expect(codesOf(await writeFileAtomic(join(dir, 'a'), 'x'))).toEqual(['disk.exists']);
    expect(readdirSync(dir)).toEqual(['a']);
  });
});

describe('buildFolderAtomic', () => {
  it('shows the folder only when it is complete', async () => {
    const dir = tempDir();
    const target = join(dir, '报送包_示例县_2026');
    const built = await buildFolderAtomic(target, async (folder) => {
      expect(readdirSync(dir).every(isTemporaryName)).toBe(true);
      mkdirSync(join(folder, 'data'));
      writeFileSync(join(folder, 'data', 'a.txt'), 'a');
      return ok(7);
    });
    expect(built).toEqual(ok(7));
    expect(readdirSync(dir)).toEqual(['报送包_示例县_2026']);
    expect(readFileSync(join(target, 'data/a.txt'), 'utf8')).toBe('a');
  });

  it('leaves nothing behind after a refusal or a bug', async () => {
    const dir = tempDir();
    const target = join(dir, '报送包');
    const refused = await buildFolderAtomic(target, async (folder) => {
      writeFileSync(join(folder, 'a.txt'), 'a');
      return refuse(problem('some.rule', '不行'));
    });
    expect(codesOf(refused)).toEqual(['some.rule']);
    await expect(
      buildFolderAtomic(target, async () => {
        throw new Error('bug');
      }),
    ).rejects.toThrow('bug');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('never touches a folder that is there', async () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'a.txt'), 'a');
    expect(codesOf(await buildFolderAtomic(dir, async () => ok(1)))).toEqual(['disk.exists']);
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('a');
  });
});

describe('withRetries', () => {
  it('outlasts a file held for a moment', async () => {
    for (const code of ['EPERM', 'EBUSY', 'EACCES'])
      expect(await withRetries(failing(code, 2), [0, 0])).toBe(3);
  });

  it('gives up, and never repeats other failures', async () => {
    await expect(withRetries(failing('EBUSY', 3), [0, 0])).rejects.toThrow('EBUSY');
    await expect(withRetries(failing('ENOSPC', 1), [0, 0])).rejects.toThrow('ENOSPC');
  });
});

it('tells temporary names from all others', () => {
  expect(isTemporaryName(temporaryName('/x/报送包.zip').slice(3))).toBe(true);
  expect(isTemporaryName('报送包.未完成')).toBe(false);
});

it('asks for space before writing', async () => {
  const dir = tempDir();
  expect(await freeBytes(dir)).toBeGreaterThan(0);
  expect(await requireSpace(dir, 1)).toEqual(ok(undefined));
  expect(codesOf(await requireSpace(dir, Number.MAX_SAFE_INTEGER))).toEqual(['disk.full']);
});

it('lets a bug through', async () => {
  await expect(guardFiles('x', () => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
});

describe.skipIf(!canMount)('on a small disk (needs root to mount one)', () => {
  it('a full disk leaves no file and no folder', async () => {
    const { dir } = smallDisk(64);
    const big = new Uint8Array(200_000);
    expect(codesOf(await writeFileAtomic(join(dir, 'a.bin'), big))).toEqual(['disk.full']);
    const built = await buildFolderAtomic(join(dir, '报送包'), async (folder) => {
      writeFileSync(join(folder, 'b.bin'), big);
      return ok(undefined);
    });
    expect(codesOf(built)).toEqual(['disk.full']);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('a read-only disk is named as such', async () => {
    const disk = smallDisk(64);
    disk.remount('ro');
    expect(codesOf(await writeFileAtomic(join(disk.dir, 'a.bin'), 'x'))).toEqual(['disk.denied']);
    disk.remount('rw');
  });
});
