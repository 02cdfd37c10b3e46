import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { inProject } from '../paths.ts';
import { bureauAt, verifyPackage } from './bureau.ts';
import { FOLDERS, type Step } from './desk.ts';
import { pathSteps } from './path.ts';
import { acceptSteps } from './stages/accept.ts';
import { END_DAY, LAST_DAY, STORY } from './story.ts';

/** `npm run demo`: a fictional bureau goes the whole path; everything it makes stays in `demo-output/`. */
const output = inProject('demo-output');
const at = (...parts: readonly string[]): string => join(output, ...parts);
const keyFile = at('恢复码.txt');
const bureau = bureauAt(at('数据'), keyFile);
const desk = { bureau, folder: output };

const LISTS = ['workshops', 'plans', 'audit', 'listed', 'finished', 'lateTasks', 'unvisited'];

const Made = z.looseObject({ folder: z.string() });
const BackedUp = z.looseObject({ file: z.string() });

async function exportLists(): Promise<void> {
  for (const list of LISTS) {
    await bureau.run(LAST_DAY, ['export-list', '--list', list, '--out', at(FOLDERS.papers, '列表')]);
  }
}

/** One changed byte in a copy must be found, with the file's name. */
async function tamper(): Promise<void> {
  const { folder } = Made.parse(
    await bureau.run(LAST_DAY, ['package', '--kind', '改造方案', '--out', at(FOLDERS.packages)]),
  );
  const copy = at('被改动的报送包', basename(folder));
  await cp(folder, copy, { recursive: true });
  const file = join(copy, 'data', '00_请先看.txt');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await writeFile(file, bytes);
  await verifyPackage(copy, 3);
}

async function backUpAndRestore(): Promise<void> {
  const { file } = BackedUp.parse(await bureau.run(END_DAY, ['backup', '--out', at('备份')]));
  const another = bureauAt(at('另一台电脑的数据'), keyFile);
  await another.run(END_DAY, ['restore', file]);
  await another.run(END_DAY, ['check']);
}

/** 打印室 and 一坊一档: with private numbers for the cabinet, and without. */
async function printAndBind(): Promise<void> {
  const sheets = ['--sheet', 'plan', '--sheet', 'taskClosure'];
  const out = at(FOLDERS.papers, '批量打印_改造方案和销号表.pdf');
  await bureau.run(END_DAY, ['print', ...sheets, '--order', 'byPaper', '--duplex', '--out', out]);
  const archive = ['archive', '--name', STORY.rejected, '--duplex', '--out', at(FOLDERS.papers, '一坊一档')];
  await bureau.run(END_DAY, archive);
  await bureau.run(END_DAY, [...archive, '--without-private']);
}

const steps: readonly Step[] = [
  ...pathSteps(desk),
  { title: '把列表导出为 Excel', run: exportLists },
  { title: '改动报送包中的一个字节：校验指出该文件', run: tamper },
  ...acceptSteps(desk),
  {
    title: '生成全部文件（PDF、Word、Excel）',
    run: () => bureau.run(END_DAY, ['documents', '--out', at(FOLDERS.papers)]),
  },
  { title: '合成一个双面打印的文件，装订一坊一档', run: printAndBind },
  {
    title: '导出附件，照片不带拍摄位置',
    run: () => bureau.run(END_DAY, ['attachments', '--out', at(FOLDERS.papers, '附件')]),
  },
  { title: '备份，并仅凭恢复码在另一个文件夹恢复', run: backUpAndRestore },
  { title: '检查数据', run: () => bureau.run(END_DAY, ['check']) },
];

await rm(output, { recursive: true, force: true });
for (const folder of ['备份', '被改动的报送包']) await mkdir(at(folder), { recursive: true });
for (const [index, { title, run }] of steps.entries()) {
  console.log(`[${index + 1}/${steps.length}] ${title}`);
  await run();
}
console.log(`
完成，全部内容在 demo-output 中，请打开看：
  输入/            报名汇总表.xlsx、改造任务表.xlsx、改造进度_….xlsx：单位录入的表格和照片
  文件/            会议记录、任务分解、申请表、承诺书、资格审查表、遴选情况、公示及情况说明、创建名单、
                   评分表、改造提升方案及台账、帮扶记录、任务销号表、考评验收汇总表、推荐名单、附表5、
                   验收合格公示、创建工作总结、报送报告
  文件/奖补资金发放表（含个人信息）/
  文件/进展月报/    五月至九月，每月 PDF、Word、Excel
  文件/列表/        窗口中各列表导出的 Excel
  文件/附件/        附件的副本，照片不带拍摄位置
  文件/批量打印_….pdf  十家的方案和销号表合成一个双面打印的文件
  文件/一坊一档/     一家全年的材料装订成卷（完整卷、不含个人信息的卷）
  报送包/          交市局的创建名单（首次、补充）、改造方案、县级验收结果和工作总结，先看 data/00_请先看.txt 和 报送清单.pdf
  被改动的报送包/   改动一个字节后的副本，校验会指出
  备份/            可在另一台电脑上恢复的备份，恢复码在 恢复码.txt
名单上10家：8家改造完成（其中1家自筹实际投入不足1万元），1家任务逾期，1家还有任务待销号；\n改造完成的8家均通过县级考评，列入推荐名单并发放奖补资金。`);
