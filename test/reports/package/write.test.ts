import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../db/model/checkCode.ts';
import { SubmissionRecord } from '../../../db/model/package.ts';
import type { SubmissionListPaper } from '../../../db/model/papers/office.ts';
import { ok, problem, refuse } from '../../../db/model/problems.ts';
import { sha256Of } from '../../../reports/package/hash.ts';
import { writePackage } from '../../../reports/package/write.ts';
import {
  accept,
  allFiles,
  codeOf,
  content,
  files,
  freshFolder,
  NAME,
  record,
  samplePackage,
  verified,
} from './sample.ts';

describe('a written package', () => {
  it('is a BagIt 1.0 bag that plain sha256sum accepts', async () => {
    const { folder } = await samplePackage();
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const output = execFileSync('sha256sum', ['--strict', '-c', manifest], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(
        output
          .trim()
          .split('\n')
          .every((line) => line.endsWith(': OK')),
      ).toBe(true);
    }
    expect(await readFile(join(folder, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
  });

  it('carries what the layout promises, under its name', async () => {
    const written = await samplePackage();
    expect(written.folderName).toBe(NAME);
    expect(await allFiles(written.folder)).toStrictEqual(
      [
        'bag-info.txt',
        'bagit.txt',
        'data/00_请先看.txt',
        'data/01_创建名单.xlsx',
        'data/02_创建名单公示.pdf',
        'data/附件/空.txt',
        'data/附件/𠮷记豆腐坊 申请表.pdf',
        'manifest-sha256.txt',
        'submission.json',
        'tagmanifest-sha256.txt',
        '报送清单.pdf',
      ].sort(),
    );
    const sent = SubmissionRecord.parse(
      JSON.parse(await readFile(join(written.folder, 'submission.json'), 'utf8')),
    );
    expect(sent).toStrictEqual(record);
  });

  it('states its contents in bag-info.txt', async () => {
    const { folder } = await samplePackage();
    const info = await readFile(join(folder, 'bag-info.txt'), 'utf8');
    expect(info).toContain('Source-Organization: 示例县市场监督管理局\n');
    expect(info).toContain('Bagging-Date: 2026-04-20\n');
    expect(info).toContain('Bag-Software-Agent: workshop-desk 0.1.0\n');
    const payload = (await allFiles(folder)).filter((path) => path.startsWith('data/'));
    const sizes = await Promise.all(payload.map(async (path) => (await readFile(join(folder, path))).length));
    expect(info).toContain(`Payload-Oxum: ${sizes.reduce((one, other) => one + other)}.${payload.length}\n`);
  });

  it('prints the code of the payload manifest on the listing', async () => {
    const papers: SubmissionListPaper[] = [];
    const dir = await freshFolder();
    const listing = async (paper: SubmissionListPaper) => {
      papers.push(paper);
      return ok(Buffer.from('清单'));
    };
    const written = accept(await writePackage({ dir }, content({ makeListing: listing })));
    const manifest = await readFile(join(written.folder, 'manifest-sha256.txt'));
    expect(written.manifestSha256).toBe(sha256Of(manifest));
    expect(papers).toHaveLength(1);
    expect(papers[0]?.manifestCode).toBe(checkCode(sha256Of(manifest)));
    expect(papers[0]?.files.map((file) => file.path)).toStrictEqual(
      ['00_请先看.txt', ...files.map((file) => file.path)].map((path) => `data/${path}`),
    );
  });

  it('begins with a text that Notepad reads, naming every paper and the digest of submission.json', async () => {
    const { folder } = await samplePackage();
    const text = await readFile(join(folder, 'data/00_请先看.txt'), 'utf8');
    expect(text.startsWith('\ufeff2026年“名优特”食品加工小作坊创建工程 创建名单 报送包（第1次报送）')).toBe(
      true,
    );
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    for (const file of files) expect(text).toContain(file.path);
    expect(text).toContain(sha256Of(await readFile(join(folder, 'submission.json'))));
  });

  it('has the same bytes whenever it is made of the same content', async () => {
    const [one, other] = [await samplePackage(), await samplePackage()];
    expect(one.manifestSha256).toBe(other.manifestSha256);
    for (const path of await allFiles(one.folder)) {
      expect(await readFile(join(other.folder, path))).toStrictEqual(await readFile(join(one.folder, path)));
    }
  });

  it('shows how far it is', async () => {
    const steps: string[] = [];
    const onProgress = (step: { done: number; total: number; current: string }) =>
      steps.push(`${step.done}/${step.total} ${step.current}`);
    await writePackage({ dir: await freshFolder() }, content(), { onProgress });
    expect(steps[0]).toBe('0/22 data/00_请先看.txt');
    expect(steps.length).toBeGreaterThan(20);
  });
});

describe('what is refused before anything is written', () => {
  it('an existing package, which stays as it is', async () => {
    const { folder } = await samplePackage();
    await writeFile(join(folder, 'mark.txt'), '原有');
    const again = await writePackage({ dir: join(folder, '..') }, content());
    expect(codeOf(again)).toBe('package.exists');
    expect(await readFile(join(folder, 'mark.txt'), 'utf8')).toBe('原有');
  });

  it.each([
    ['../外面.txt', 'package.badPath'],
    ['/绝对.txt', 'package.badPath'],
    ['C:\\盘符.txt', 'package.badPath'],
    ['附件//空.txt', 'package.badPath'],
    ['CON.txt', 'package.badPath'],
    ['末尾点.', 'package.badPath'],
    ['五成50%.txt', 'package.badPath'],
    ['换\n行.txt', 'package.badPath'],
    ['~$名单.xlsx', 'package.badPath'],
    ['e\u0301.txt', 'package.badPath'],
    [`${'长'.repeat(90)}.txt`, 'package.badPath'],
    ['00_请先看.TXT', 'package.sameName'],
    ['01_创建名单.XLSX', 'package.sameName'],
  ])('the name %j', async (path, code) => {
    const dir = await freshFolder();
    const extra = { path, title: '示例', bytes: Buffer.from('x') };
    expect(codeOf(await writePackage({ dir }, content({ files: [...files, extra] })))).toBe(code);
    expect(await readdir(dir)).toStrictEqual([]);
  });

  it('a place so deep that Windows could not open the files', async () => {
    const dir = join(await freshFolder(), '深'.repeat(60), '层'.repeat(60), '文'.repeat(60));
    await mkdir(dir, { recursive: true });
    expect(codeOf(await writePackage({ dir }, content()))).toBe('package.pathTooLong');
  });

  it('a place that is not there', async () => {
    const dir = join(await freshFolder(), '已拔出');
    expect(codeOf(await writePackage({ dir }, content()))).toBe('disk.gone');
  });

  it('a private number in a file name, without repeating it', async () => {
    const dir = await freshFolder();
    const extra = { path: '附件/13800000000_照片.pdf', title: '照片', bytes: Buffer.from('x') };
    const result = await writePackage({ dir }, content({ files: [...files, extra] }));
    expect(codeOf(result)).toBe('package.privateNumber');
    expect(JSON.stringify(result)).not.toContain('13800000000');
    expect(await readdir(dir)).toStrictEqual([]);
  });

  it('a listing that could not be made', async () => {
    const dir = await freshFolder();
    const makeListing = async () => refuse(problem('fonts.missing', '缺少字形'));
    expect(codeOf(await writePackage({ dir }, content({ makeListing })))).toBe('fonts.missing');
    expect(await readdir(dir)).toStrictEqual([]);
  });
});

it('carries names the disk spells in rare characters', async () => {
  const dir = await freshFolder();
  const names = ['𠮷𠮶𪚥.pdf', 'café ①.txt', '（2026）“引号”.txt', `${'长'.repeat(80)}.pdf`];
  const many = names.map((path) => ({ path, title: path, bytes: Buffer.from(path) }));
  const written = accept(await writePackage({ dir }, content({ files: many })));
  execFileSync('sha256sum', ['--strict', '--quiet', '-c', 'manifest-sha256.txt'], { cwd: written.folder });
  expect((await verified(written.folder)).faults).toStrictEqual([]);
});
