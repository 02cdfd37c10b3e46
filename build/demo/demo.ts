import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { inProject } from '../paths.ts';
import { bureauAt, verifyPackage } from './bureau.ts';
import { pathSteps, type Step } from './path.ts';

/** `npm run demo`: a fictional bureau goes the whole path; everything it makes stays in `demo-output/`. */
const output = inProject('demo-output');
const at = (...parts: readonly string[]): string => join(output, ...parts);
const keyFile = at('恢复码.txt');
const bureau = bureauAt(at('数据'), keyFile);

const Made = z.looseObject({ folder: z.string() });
const BackedUp = z.looseObject({ file: z.string() });

async function handUp(kind: string, today: string): Promise<void> {
  const { folder } = Made.parse(await bureau.run(today, ['package', '--kind', kind, '--out', at('报送包')]));
  await verifyPackage(folder);
}

/** One changed byte in a copy must be found, with the file's name. */
async function tamper(): Promise<void> {
  const { folder } = Made.parse(
    await bureau.run('2021-05-12', ['package', '--kind', '创建名单', '--out', at('报送包')]),
  );
  const copy = at('被改动的报送包', basename(folder));
  await cp(folder, copy, { recursive: true });
  const file = join(copy, 'data', '01_创建名单.pdf');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await writeFile(file, bytes);
  await verifyPackage(copy, 3);
}

async function backUpAndRestore(): Promise<void> {
  const { file } = BackedUp.parse(await bureau.run('2021-05-12', ['backup', '--out', at('备份')]));
  const another = bureauAt(at('另一台电脑的数据'), keyFile);
  await another.run('2021-05-13', ['restore', file]);
  await another.run('2021-05-13', ['check']);
}

const steps: readonly Step[] = [
  ...pathSteps(bureau, at('输入')),
  {
    title: '生成全部文件（PDF、Word、Excel）',
    run: () => bureau.run('2021-05-11', ['documents', '--out', at('文件')]),
  },
  { title: '报送创建名单，并校验报送包', run: () => handUp('创建名单', '2021-04-26') },
  { title: '报送改造方案，并校验报送包', run: () => handUp('改造方案', '2021-05-11') },
  { title: '改动报送包中的一个字节：校验指出该文件', run: tamper },
  { title: '备份，并仅凭恢复码在另一个文件夹恢复', run: backUpAndRestore },
  { title: '检查数据', run: () => bureau.run('2021-05-12', ['check']) },
];

await rm(output, { recursive: true, force: true });
for (const folder of ['输入', '报送包', '备份', '被改动的报送包'])
  await mkdir(at(folder), { recursive: true });
for (const [index, { title, run }] of steps.entries()) {
  console.log(`[${index + 1}/${steps.length}] ${title}`);
  await run();
}
console.log(`
完成，全部内容在 demo-output 中，请打开看：
  输入/           报名汇总表.xlsx、改造任务表.xlsx：单位录入的表格
  文件/           申请表、承诺书、公示、创建名单、改造提升方案、台账
  报送包/         交市局的报送包，先看 data/00_请先看.txt 和 报送清单.pdf
  被改动的报送包/  改动一个字节后的副本，校验会指出
  备份/           可在另一台电脑上恢复的备份，恢复码在 恢复码.txt`);
