import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { Bureau } from '../../../db/model/bureau.ts';
import { type BagFault, SubmissionRecord } from '../../../db/model/package.ts';
import { ok, type Result } from '../../../db/model/problems.ts';
import type { PackageContent, PackageFile } from '../../../reports/package/prepare.ts';
import { type Verification, verifyPackage } from '../../../reports/package/verify.ts';
import { type WrittenPackage, writePackage } from '../../../reports/package/write.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A fresh folder standing for the stick; gone after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'package-test-'));
  made.push(folder);
  return folder;
}

export const bureau: Bureau = Bureau.parse({
  name: '示例县市场监督管理局',
  kind: 'county',
  district: '示例县',
  cityBureau: '示例市市场监督管理局',
  section: '食品生产监管科',
  contactName: '张示例',
  contactPhone: '0434-1234567',
  supervisionPhone: '',
  address: '示例县示例街1号',
  postcode: '136000',
});

export const record: SubmissionRecord = SubmissionRecord.parse({
  format: 'workshop-desk/submission',
  formatVersion: 1,
  programVersion: '0.1.0',
  kind: 'roster',
  kindLabel: '创建名单',
  sequence: 1,
  madeOn: '2026-04-20',
  bureau: { name: bureau.name, district: bureau.district, cityBureau: bureau.cityBureau },
  campaign: { id: '0196f000-0000-7000-8000-000000000001', year: 2026, programmeName: '名优特' },
  counts: { workshops: 2 },
  records: [
    {
      id: '0196f000-0000-7000-8000-000000000002',
      kind: 'roster',
      name: '𠮷记豆腐坊',
      digest: 'ab'.repeat(32),
    },
  ],
});

export const files: readonly PackageFile[] = [
  { path: '01_创建名单.xlsx', title: '创建名单', bytes: Buffer.from('示例名单') },
  { path: '02_创建名单公示.pdf', title: '公示', bytes: Buffer.from('%PDF-1.7 示例') },
  { path: '附件/𠮷记豆腐坊 申请表.pdf', title: '申请表', bytes: Buffer.alloc(70_000, 7) },
  { path: '附件/空.txt', title: '空文件', bytes: Buffer.alloc(0) },
];

/** The folder's name. */
export const NAME = '报送包_示例县市场监督管理局_2026_创建名单_01';

export const content = (changes: Partial<PackageContent> = {}): PackageContent => ({
  record,
  bureau,
  files,
  makeListing: async (paper) => ok(Buffer.from(`报送清单 ${paper.manifestCode} ${paper.files.length}`)),
  ...changes,
});

export function accept<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((one) => `${one.code} ${one.message}`).join('\n'));
  return result.value;
}

export const codeOf = (result: Result<unknown>): string | undefined =>
  result.ok ? 'ok' : result.problems[0]?.code;

/** A finished package in a fresh folder. */
export const samplePackage = async (): Promise<WrittenPackage> =>
  accept(await writePackage({ dir: await freshFolder() }, content()));

export const verified = async (folder: string): Promise<Verification> => accept(await verifyPackage(folder));

export const faultsOf = async (folder: string): Promise<readonly BagFault[]> =>
  (await verified(folder)).faults;

/** Every file of a folder, relative, sorted. */
export const allFiles = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
