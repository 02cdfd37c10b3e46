import { readFileSync, writeFileSync } from 'node:fs';
import { cp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatCode, normaliseCode } from '../../../db/model/checkCode.ts';
import { describeBagFault } from '../../../db/model/package.ts';
import { sha256Of } from '../../../reports/package/hash.ts';
import { verifyPackage } from '../../../reports/package/verify.ts';
import { allFiles, codeOf, faultsOf, freshFolder, record, samplePackage, verified } from './sample.ts';
import { retag, sentences } from './tampering.ts';

describe('a sound package', () => {
  it('is told as whose it is and what it holds', async () => {
    const { folder, folderName, manifestCode, manifestSha256 } = await samplePackage();
    const result = await verified(folder);
    expect(result).toMatchObject({
      folderName,
      valid: true,
      isOurs: true,
      bureauName: '示例县市场监督管理局',
      kindLabel: '创建名单',
      year: 2026,
      counts: { workshops: 2 },
      manifestCode,
      manifestSha256,
      fileCount: 5,
      faults: [],
    });
    expect(result.submission).toStrictEqual(record);
    expect(normaliseCode(formatCode(manifestCode))).toBe(result.manifestCode);
  });

  it('stays sound when renamed, copied, opened in Excel and looked at in Windows', async () => {
    const { folder } = await samplePackage();
    const copy = join(await freshFolder(), '改了名');
    await cp(folder, copy, { recursive: true });
    for (const path of ['data/~$01_创建名单.xlsx', 'data/附件/Thumbs.db', 'desktop.ini']) {
      await writeFile(join(copy, path), '系统');
    }
    const result = await verified(copy);
    expect(result.valid).toBe(true);
    expect(result.fileCount).toBe(5);
    expect(result.faults).toStrictEqual([
      { kind: 'harmlessExtra', path: 'data/~$01_创建名单.xlsx' },
      { kind: 'harmlessExtra', path: 'data/附件/Thumbs.db' },
      { kind: 'harmlessExtra', path: 'desktop.ini' },
    ]);
  });
});

describe('damage is named', () => {
  it('one flipped bit in any file, at any place', async () => {
    const { folder } = await samplePackage();
    for (const path of await allFiles(folder)) {
      const whole = await readFile(join(folder, path));
      for (const at of new Set([0, whole.length >> 1, whole.length - 1])) {
        if (whole.length === 0) continue;
        const flipped = Buffer.from(whole);
        flipped[at] = (flipped[at] ?? 0) ^ 1;
        await writeFile(join(folder, path), flipped);
        const { valid, faults } = await verified(folder);
        expect(valid, `${path} ${at}`).toBe(false);
        const named = faults.some((fault) => describeBagFault(fault).includes(path));
        // A flip in the tag manifest can show as the file whose digest no longer agrees; both are at odds there.
        expect(named || path === 'tagmanifest-sha256.txt', `${path} ${at}: ${JSON.stringify(faults)}`).toBe(
          true,
        );
      }
      await writeFile(join(folder, path), whole);
    }
    expect((await verified(folder)).valid).toBe(true);
  });

  it('any one file missing', async () => {
    const { folder } = await samplePackage();
    for (const path of await allFiles(folder)) {
      const aside = join(folder, '..', 'aside');
      await rename(join(folder, path), aside);
      expect(await faultsOf(folder), path).toContainEqual({ kind: 'missing', path });
      await rename(aside, join(folder, path));
    }
  });

  it('files added, in the payload and beside it', async () => {
    const { folder } = await samplePackage();
    await writeFile(join(folder, 'data/多的.docx'), 'x');
    await writeFile(join(folder, 'autorun.inf'), 'x');
    const faults = await faultsOf(folder);
    expect(faults).toContainEqual({ kind: 'extra', path: 'data/多的.docx' });
    expect(faults).toContainEqual({ kind: 'extra', path: 'autorun.inf' });
  });

  it('a file cut short, an emptied one, a renamed one', async () => {
    const { folder } = await samplePackage();
    await truncate(join(folder, 'data/附件/𠮷记豆腐坊 申请表.pdf'), 100);
    await truncate(join(folder, 'data/01_创建名单.xlsx'), 0);
    await rename(join(folder, 'data/02_创建名单公示.pdf'), join(folder, 'data/02_公示.pdf'));
    expect(await faultsOf(folder)).toEqual(
      expect.arrayContaining([
        { kind: 'altered', path: 'data/附件/𠮷记豆腐坊 申请表.pdf' },
        { kind: 'altered', path: 'data/01_创建名单.xlsx' },
        { kind: 'missing', path: 'data/02_创建名单公示.pdf' },
        { kind: 'extra', path: 'data/02_公示.pdf' },
      ]),
    );
  });

  it('a data folder gone altogether', async () => {
    const { folder } = await samplePackage();
    await rm(join(folder, 'data'), { recursive: true });
    const faults = await faultsOf(folder);
    expect(faults).toContainEqual({ kind: 'missing', path: 'data/' });
    expect(faults.filter((fault) => fault.kind === 'missing')).toHaveLength(6);
  });

  it('a wrong Payload-Oxum', async () => {
    const { folder } = await samplePackage();
    retag(folder, 'bag-info.txt', (text) => text.replace(/Payload-Oxum: .*/, 'Payload-Oxum: 1.1'));
    expect((await sentences(folder)).join()).toMatch(
      /^bag-info\.txt：Payload-Oxum（字节数\.文件数）为 1\.1，实际为 \d+\.5$/,
    );
  });

  it('a tag manifest that lists not everything', async () => {
    const { folder } = await samplePackage();
    const tags = join(folder, 'tagmanifest-sha256.txt');
    writeFileSync(tags, readFileSync(tags, 'utf8').replace(/.*submission\.json\n/, ''));
    expect(await sentences(folder)).toStrictEqual([
      'tagmanifest-sha256.txt：没有登记 submission.json，该文件是否被改动无从查证',
    ]);
  });

  it('links and what is no file', async () => {
    const { folder } = await samplePackage();
    await rm(join(folder, 'data/01_创建名单.xlsx'));
    await symlink('/etc/hostname', join(folder, 'data/01_创建名单.xlsx'));
    await symlink('/etc', join(folder, 'data/外面'));
    const faults = await faultsOf(folder);
    expect(faults).toContainEqual({ kind: 'missing', path: 'data/01_创建名单.xlsx' });
    expect(faults.filter((fault) => fault.kind === 'malformed').map((fault) => fault.path)).toStrictEqual(
      ['data/01_创建名单.xlsx', 'data/外面', 'bag-info.txt'].sort(),
    );
  });
});

it('a forger who lists everything anew is given away by the code on the signed listing', async () => {
  const { folder, manifestCode } = await samplePackage();
  const path = join(folder, 'data/01_创建名单.xlsx');
  const [before, after] = [await readFile(path), Buffer.from('伪造名单')];
  await writeFile(path, after);
  retag(folder, 'manifest-sha256.txt', (text) => text.replace(sha256Of(before), sha256Of(after)));
  const result = await verified(folder);
  expect(result.valid).toBe(true);
  expect(result.manifestCode).not.toBe(manifestCode);
});

describe('what is no package', () => {
  it('is refused with the way to the right folder', async () => {
    const { folder, folderName } = await samplePackage();
    const above = await verifyPackage(join(folder, '..'));
    expect(codeOf(above)).toBe('package.notABag');
    expect(above.ok ? '' : above.problems[0]?.message).toContain(`请选择其中的报送包文件夹：${folderName}`);
    expect(codeOf(await verifyPackage(join(folder, 'bagit.txt')))).toBe('package.notFolder');
    expect(codeOf(await verifyPackage(join(folder, '没有')))).toBe('disk.gone');
    expect(codeOf(await verifyPackage(await freshFolder()))).toBe('package.notABag');
  });

  it('is refused when it was left unfinished by a power cut', async () => {
    const { folder } = await samplePackage();
    await rename(folder, `${folder}.未完成-0a1b2c3d`);
    expect(codeOf(await verifyPackage(`${folder}.未完成-0a1b2c3d`))).toBe('package.unfinished');
  });

  it('gives no verdict when stopped', async () => {
    const { folder } = await samplePackage();
    const stop = new AbortController();
    const seen: string[] = [];
    const onProgress = ({ current, done }: { current: string; done: number }) => {
      seen.push(current);
      if (done === 3) stop.abort();
    };
    expect(codeOf(await verifyPackage(folder, { signal: stop.signal, onProgress }))).toBe(
      'package.cancelled',
    );
    expect(seen).toHaveLength(4);
  });
});
