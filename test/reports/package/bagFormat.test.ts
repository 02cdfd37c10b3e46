import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeBagFault } from '../../../db/model/package.ts';
import { samplePackage, verified } from './sample.ts';
import { retag, sentences } from './tampering.ts';

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
