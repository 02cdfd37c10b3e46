import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePackage } from '../../../reports/package/write.ts';
import { codeOf, content, freshFolder, NAME } from './sample.ts';

/** Acts in the middle of the work, when `step` of its steps are done. */
const at = (step: number, act: () => void) => ({
  onProgress: ({ done }: { done: number }) => {
    if (done === step) act();
  },
});

/** A mount of its own needs root and, in a container, the right to mount. */
const canMount = (() => {
  if (process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'package-mount-'));
  try {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
    return mounted && spawnSync('umount', [folder]).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

describe('failures midway leave nothing', () => {
  it.each([0, 3, 11, 15])('stopped at step %i', async (step) => {
    const dir = await freshFolder();
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => {
      if (done >= step) stop.abort();
    };
    const result = await writePackage({ dir }, content(), { signal: stop.signal, onProgress });
    expect(codeOf(result)).toBe('package.cancelled');
    expect(await readdir(dir)).toStrictEqual([]);
  });

  it('a byte that the disk gives back differently', async () => {
    const dir = await freshFolder();
    const spoil = () => {
      const [temporary = ''] = readdirSync(dir);
      writeFileSync(join(dir, temporary, 'data/01_创建名单.xlsx'), '坏');
    };
    const result = await writePackage({ dir }, content(), at(10, spoil));
    expect(codeOf(result)).toBe('package.readBack');
    expect(result.ok ? '' : result.problems[0]?.message).toContain('data/01_创建名单.xlsx');
    expect(await readdir(dir)).toStrictEqual([]);
  });

  it('a manifest that is consistent on the disk, but not the one that was meant', async () => {
    const dir = await freshFolder();
    const drop = () => {
      const [temporary = ''] = readdirSync(dir);
      const path = join(dir, temporary, 'tagmanifest-sha256.txt');
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('  ', ' *'));
    };
    const result = await writePackage({ dir }, content(), at(11, drop));
    expect(codeOf(result)).toBe('package.readBack');
    expect(await readdir(dir)).toStrictEqual([]);
  });

  it('a folder of the same name that appears meanwhile, so that the rename fails', async () => {
    const dir = await freshFolder();
    const intrude = () => mkdirSync(join(dir, NAME, '别人的'), { recursive: true });
    const result = await writePackage({ dir }, content(), at(5, intrude));
    expect(codeOf(result)).toBe('disk.exists');
    expect(await readdir(dir)).toStrictEqual([NAME]);
    expect(await readdir(join(dir, NAME))).toStrictEqual(['别人的']);
  });

  it.each([5, 15])('a stick pulled out at step %i', async (step) => {
    const dir = await freshFolder();
    const result = await writePackage(
      { dir },
      content(),
      at(step, () => rmSync(dir, { recursive: true })),
    );
    expect(codeOf(result)).toBe('disk.gone');
  });

  it.skipIf(!canMount)('a disk that fills up (needs root, to mount a small one)', async () => {
    const dir = await freshFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', dir]);
    try {
      const fillUp = () => {
        const [temporary = ''] = readdirSync(dir);
        expect(() => writeFileSync(join(dir, temporary, 'filler'), Buffer.alloc(13 << 20))).toThrow('ENOSPC');
      };
      expect(codeOf(await writePackage({ dir }, content(), at(2, fillUp)))).toBe('disk.full');
      expect(await readdir(dir)).toStrictEqual([]);

      writeFileSync(join(dir, '已有.bin'), Buffer.alloc(8 << 20));
      const result = await writePackage({ dir }, content());
      expect(codeOf(result)).toBe('disk.full');
      expect(result.ok ? '' : result.problems[0]?.message).toMatch(/需要约 \d+ MB，只剩 \d+ MB/);
      expect(await readdir(dir)).toStrictEqual(['已有.bin']);
    } finally {
      execFileSync('umount', [dir]);
    }
  });
});
