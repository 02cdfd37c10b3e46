import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatCode, normaliseCode } from '../../../db/model/checkCode.ts';
import { describeBagFault } from '../../../db/model/package.ts';
import { sha256Of } from '../../../reports/package/hash.ts';
import { verifyPackage } from '../../../reports/package/verify.ts';
import { allFiles, codeOf, faultsOf, freshFolder, record, samplePackage, verified } from './sample.ts';

const hexOf = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

/** Changes a tag file and lists it anew, as somebody would who wants to hide it. */
function retag(folder: string, path: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, path));
  const after = Buffer.from(change(before.toString()));
  writeFileSync(join(folder, path), after);
  const tags = join(folder, 'tagmanifest-sha256.txt');
  writeFileSync(tags, readFileSync(tags, 'utf8').replace(sha256Of(before), sha256Of(after)));
}

const sentences = async (folder: string) => (await faultsOf(folder)).map(describeBagFault);

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

describe('manifest lines', () => {
  const sum = 'a'.repeat(64);
  it.each([
    ['../../etc/passwd', '..'],
    ['data/../../x', '..'],
    ['/etc/passwd', '绝对路径'],
    ['~/x', '绝对路径'],
    ['C:/x', '盘符'],
    ['data\\x', '反斜杠'],
    ['data//x', '空的一段'],
    ['bagit.txt', '不在 data 文件夹内'],
  ])('refuses to follow %s', async (path, reason) => {
    const { folder } = await samplePackage();
    retag(folder, 'manifest-sha256.txt', (text) => `${text}${sum}  ${path}\n`);
    const [only, ...others] = await sentences(folder);
    expect(others).toStrictEqual([]);
    expect(only).toMatch(/^manifest-sha256\.txt：第6行：/);
    expect(only).toContain(reason);
  });

  it.each([
    ['没有校验值', '不符合格式'],
    ['abc  data/x', '校验值有3位，应为64位'],
    [`${sum}data/x`, '不符合格式'],
  ])('names what it cannot read: %s', async (line, reason) => {
    const { folder } = await samplePackage();
    retag(folder, 'manifest-sha256.txt', (text) => `${text}${line}\n`);
    expect((await sentences(folder)).join()).toContain(`manifest-sha256.txt：第6行：${reason}`);
  });

  it('names a file listed twice, and one listed in another case', async () => {
    const { folder } = await samplePackage();
    const again = `${sum}  data/01_创建名单.xlsx\n${sum}  data/01_创建名单.XLSX\n`;
    retag(folder, 'manifest-sha256.txt', (text) => text + again);
    const found = (await sentences(folder)).join('\n');
    expect(found).toContain('第6行：重复登记了 data/01_创建名单.xlsx');
    expect(found).toContain('第7行：data/01_创建名单.XLSX 与 data/01_创建名单.xlsx 仅大小写不同');
  });

  it('names two files on the disk that differ only in case', async () => {
    const { folder } = await samplePackage();
    await writeFile(join(folder, 'data/01_创建名单.XLSX'), 'x');
    expect((await sentences(folder)).join()).toContain('仅大小写不同，在 Windows 上是同一个文件');
  });

  it('names a manifest that is no text, and one with a byte order mark', async () => {
    const { folder } = await samplePackage();
    retag(folder, 'manifest-sha256.txt', (text) => `\ufeff${text}`);
    expect((await sentences(folder)).join()).toContain('manifest-sha256.txt：文件开头有多余的字节顺序标记');
    await writeFile(join(folder, 'manifest-sha256.txt'), Buffer.from([0xff, 0xfe, 0x00]));
    expect(await sentences(folder)).toContain('manifest-sha256.txt：不是 UTF-8 文字');
  });
});

describe('bagit.txt and submission.json', () => {
  it.each([
    [
      'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n',
      'bagit.txt：BagIt 版本 2.0 不支持，应为 1.0',
    ],
    ['BagIt-Version: 1.0\nTag-File-Character-Encoding: GBK\n', 'bagit.txt：文字编码 GBK 不支持，应为 UTF-8'],
    ['你好', 'bagit.txt：内容不符合格式，应为 BagIt-Version 和 Tag-File-Character-Encoding 两行'],
  ])('%j', async (text, sentence) => {
    const { folder } = await samplePackage();
    retag(folder, 'bagit.txt', () => text);
    expect(await sentences(folder)).toStrictEqual([sentence]);
  });

  it.each([
    ['{', '不是有效的 JSON，无法读取'],
    ['{"format":"别的"}', '不是本程序的报送数据格式，无法读取'],
    ['{"format":"workshop-desk/submission","formatVersion":2}', '由更新版本的程序制作（格式版本 2'],
    ['{"format":"workshop-desk/submission","formatVersion":1}', '内容不完整或不符合格式（programVersion'],
  ])('submission.json %s', async (text, reason) => {
    const { folder } = await samplePackage();
    retag(folder, 'submission.json', () => text);
    const found = await verified(folder);
    expect(found.submission).toBeNull();
    expect(found.faults.map(describeBagFault).join('\n')).toContain(`submission.json：${reason}`);
  });

  it('a changed submission.json is found by the text the signed code covers, even when listed anew', async () => {
    const { folder } = await samplePackage();
    retag(folder, 'submission.json', (text) => text.replace('"workshops":2', '"workshops":3'));
    expect(await sentences(folder)).toStrictEqual([
      'submission.json：与 00_请先看.txt 中写明的 SHA-256 值不一致',
    ]);
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

describe('bags of other makers', () => {
  const makeBag = async (version: string, algorithm: string, tagged: boolean) => {
    const folder = join(await freshFolder(), 'a bag');
    await mkdir(join(folder, 'data/in'), { recursive: true });
    const files = [
      ['data/100% ok.txt', 'data/100%25 ok.txt'],
      ['data/in/a\nb.txt', 'data/in/a%0Ab.txt'],
    ] as const;
    const lines = files.map(([path, written]) => {
      writeFileSync(join(folder, path), path);
      return `${hexOf(algorithm, path).toUpperCase()} \t*./${written}\r\n`;
    });
    const manifest = lines.join('');
    await writeFile(
      join(folder, 'bagit.txt'),
      `BagIt-Version: ${version}\r\nTag-File-Character-Encoding: utf-8\r\n`,
    );
    await writeFile(join(folder, `manifest-${algorithm}.txt`), manifest);
    await writeFile(
      join(folder, 'bag-info.txt'),
      'Source-Organization: Example\n  County\nPayload-Oxum: 31.2\n',
    );
    await writeFile(join(folder, 'notes.txt'), 'tag files need not be listed');
    if (tagged) {
      const line = `${hexOf(algorithm, manifest)}  manifest-${algorithm}.txt\n`;
      await writeFile(join(folder, `tagmanifest-${algorithm}.txt`), line);
    }
    return folder;
  };

  it.each([
    ['1.0', 'sha512', true],
    ['1.0', 'sha256', false],
    ['0.97', 'md5', true],
    ['0.97', 'sha1', false],
  ] as const)('version %s with %s is a plain valid bag', async (version, algorithm, tagged) => {
    const result = await verified(await makeBag(version, algorithm, tagged));
    expect(result.faults).toStrictEqual([]);
    expect(result).toMatchObject({
      valid: true,
      isOurs: false,
      submission: null,
      bureauName: null,
      fileCount: 2,
    });
    expect(result.manifestCode === null).toBe(algorithm !== 'sha256');
  });

  it('names what is altered in them', async () => {
    const folder = await makeBag('1.0', 'sha512', true);
    appendFileSync(join(folder, 'data/100% ok.txt'), 'x');
    expect(await faultsOf(folder)).toContainEqual({ kind: 'altered', path: 'data/100% ok.txt' });
  });

  it('names an algorithm nobody knows, and the manifest that is then missing in effect', async () => {
    const folder = await makeBag('1.0', 'sha512', false);
    await rename(join(folder, 'manifest-sha512.txt'), join(folder, 'manifest-crc32.txt'));
    const found = await sentences(folder);
    expect(found).toContain('manifest-crc32.txt：不支持的校验算法 crc32');
    expect(found).toContain('多出的文件，不在清单内：data/100% ok.txt');
  });
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
