import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { inProject } from '../paths.ts';
import { bureauAt, verifyPackage } from './bureau.ts';
import { FOLDERS, type Step } from './desk.ts';
import { pathSteps } from './path.ts';
import { ownFormSteps } from './stages/ownForms.ts';
import { LAST_DAY, STORY } from './story.ts';

/** `npm run demo`: a fictional bureau goes the whole path; everything it makes stays in `demo-output/`. */
const output = inProject('demo-output');
const at = (...parts: readonly string[]): string => join(output, ...parts);
const keyFile = at('恢复码.txt');
const bureau = bureauAt(at('数据'), keyFile);

const LISTS = ['workshops', 'plans', 'audit', 'listed', 'finished'];

const BackedUp = z.looseObject({ file: z.string() });

async function exportLists(): Promise<void> {
  for (const list of LISTS) {
    await bureau.run(LAST_DAY, ['export-list', '--list', list, '--out', at(FOLDERS.papers, '列表')]);
  }
}

/** One changed byte in a copy must be found, with the file's name. */
async function tamper(): Promise<void> {
  const [name = ''] = (await readdir(at(FOLDERS.packages))).filter((one) => one.includes('改造方案'));
  const copy = at('被改动的报送包', name);
  await cp(at(FOLDERS.packages, name), copy, { recursive: true });
  const file = join(copy, 'data', '00_请先看.txt');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await writeFile(file, bytes);
  await verifyPackage(copy, 3);
}

async function backUpAndRestore(): Promise<void> {
  const { file } = BackedUp.parse(await bureau.run(LAST_DAY, ['backup', '--out', at('备份')]));
  const another = bureauAt(at('另一台电脑的数据'), keyFile);
  await another.run(LAST_DAY, ['restore', file]);
  await another.run(LAST_DAY, ['check']);
}

/** 打印室 and 一坊一档: with private numbers for the cabinet, and without. */
async function printAndBind(): Promise<void> {
  const sheets = ['--sheet', 'plan', '--sheet', 'taskClosure'];
  const out = at(FOLDERS.papers, '批量打印_改造方案和销号表.pdf');
  await bureau.run(LAST_DAY, ['print', ...sheets, '--order', 'byPaper', '--duplex', '--out', out]);
  const archive = ['archive', '--name', STORY.exemplary, '--duplex', '--out', at(FOLDERS.papers, '一坊一档')];
  await bureau.run(LAST_DAY, archive);
  await bureau.run(LAST_DAY, [...archive, '--without-private']);
}

const desk = { bureau, folder: output };
const steps: readonly Step[] = [
  ...pathSteps(desk),
  {
    title: '生成全部文件（PDF、Word、Excel）',
    run: () => bureau.run(LAST_DAY, ['documents', '--out', at(FOLDERS.papers)]),
  },
  { title: '合成一个双面打印的文件，装订一坊一档', run: printAndBind },
  ...ownFormSteps(desk),
  { title: '把列表导出为 Excel', run: exportLists },
  {
    title: '导出附件，照片不带拍摄位置',
    run: () => bureau.run(LAST_DAY, ['attachments', '--out', at(FOLDERS.papers, '附件')]),
  },
  { title: '改动报送包中的一个字节：校验指出该文件', run: tamper },
  { title: '备份，并仅凭恢复码在另一个文件夹恢复', run: backUpAndRestore },
  { title: '检查数据', run: () => bureau.run(LAST_DAY, ['check']) },
];

await rm(output, { recursive: true, force: true });
for (const folder of ['备份', '被改动的报送包']) await mkdir(at(folder), { recursive: true });
for (const [index, { title, run }] of steps.entries()) {
  console.log(`[${index + 1}/${steps.length}] ${title}`);
  await run();
}
console.log(`
完成，全部内容在 demo-output 中，请打开看：
  输入/            单位录入的表格、评分结果、照片、模板：报名汇总表、改造任务表、改造进度、自查和县级评分、收款信息
  文件/            按工作环节分文件夹的全部文件（PDF、Word、Excel）：01_动员部署 … 08_总结和报告
  文件/考评现场/    现场打分用的空白评分表
  文件/奖补/        发放表（第一批、补发），内有个人信息
  文件/批量打印_….pdf  十家的方案和销号表合成一个双面打印的文件
  文件/一坊一档/     一家全年的材料装订成卷（完整卷、不含个人信息的卷）
  文件/本单位模板/   附表5（Excel）和报送报告（Word）按本单位自己的格式再做的一份，模板在 输入/
  文件/列表/        窗口中各列表导出的 Excel
  文件/附件/        附件的副本，照片不带拍摄位置
  报送包/          交市局的六类材料：创建名单（首次、补充）、改造方案、进展月报（四月至十一月）、县级验收结果（首次、更正）、
                   收款信息（加密）、工作总结（首次、更正）；先看 data/00_请先看.txt 和 报送清单.pdf
  收款信息口令（另行送达）.txt   打开收款信息压缩包用
  被改动的报送包/   改动一个字节后的副本，校验会指出
  备份/            可在另一台电脑上恢复的备份，恢复码在 恢复码.txt
名单上10家全部改造完成：1家县级考评被否决，整改后复查合格；1家市级复评低于90分，不予发放；
9家经公示和省厅公布，发放奖补90,000元，其中1家首次发放失败，更正卡号后补发。`);
