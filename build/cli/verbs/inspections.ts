import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { inspectionList, inspectionPage } from '../../../db/inspections/inspectionList.ts';
import type { PaperRef } from '../../../db/model/contract/papers.ts';
import type { PaperFormat } from '../../../db/model/papers.ts';
import { formatPoints } from '../../../db/model/scoring/points.ts';
import { SCORE_CONCLUSIONS } from '../../../db/model/scoring/scoreOf.ts';
import { STAGES } from '../../../db/model/stage.ts';
import { INSPECTION_LEVELS } from '../../../db/model/terms.ts';
import { saveOfficePapers } from '../../../reports/office/papers.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';
import { workshopNamed } from './sheetFile.ts';

const ListOptions = z.object({ name: z.string().optional(), out: z.string().optional() });

async function papersInto(out: string, { office, act, tools }: Workspace): Promise<Outcome> {
  const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
  if (!folder.ok) return refusedWith(folder.problems);
  const workshopIds = inspectionList(office, act.today).map((row) => row.workshopId);
  const blank: readonly PaperRef[] =
    workshopIds.length === 0 ? [] : [{ paper: 'scoreSheets', workshopIds, level: 'county' }];
  const jobs: readonly (readonly [PaperFormat, readonly PaperRef[]])[] = [
    ['pdf', [{ paper: 'inspectionSummary' }, ...blank]],
    ['xlsx', [{ paper: 'inspectionSummary' }]],
  ];
  const files: string[] = [];
  for (const [format, refs] of jobs) {
    const saving = saveOfficePapers(office, refs, format, out, tools);
    let step = await saving.next();
    while (!step.done) step = await saving.next();
    if (step.value.problems.length > 0) return refusedWith(step.value.problems);
    files.push(...step.value.files.map((file) => basename(file)));
  }
  return done({ out, files }, `已生成${files.length}份文件：`, ...files);
}

function list({ name, out }: z.infer<typeof ListOptions>, workspace: Workspace): Outcome | Promise<Outcome> {
  const { office, act } = workspace;
  if (out !== undefined) return papersInto(out, workspace);
  if (name !== undefined) {
    const who = workshopNamed(name, workspace);
    if (!who.ok) return refusedWith(who.problems);
    const page = inspectionPage(office, who.value.workshopId, act.today);
    if (!page.ok) return refusedWith(page.problems);
    const { row, rows, comparison } = page.value;
    const lines = comparison.totals.map(
      (one) =>
        `${INSPECTION_LEVELS[one.level]}\t${one.inspectedOn}\t${one.total === null ? '得分未告知' : `${formatPoints(one.total)}分`}\t${SCORE_CONCLUSIONS[one.conclusion]}`,
    );
    return done({ workshop: row, rows, comparison }, `${row.workshopName}：${STAGES[row.stage]}`, ...lines);
  }
  const workshops = inspectionList(office, act.today).map((row) => ({
    ...row,
    stageLabel: STAGES[row.stage],
    readiness: row.readiness.map((one) => one.message),
  }));
  const lines = workshops.map(
    ({ workshopName, stageLabel, outcomes, readiness }) =>
      `${stageLabel}\t${workshopName}\t${outcomes.county ? `${formatPoints(outcomes.county.total)}分` : '未评'}\t${readiness.join('；')}`,
  );
  return done({ workshops }, `创建名单共${workshops.length}家`, ...lines);
}

/** `inspections` */
export function registerInspectionsVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('inspections', '列出各家考评验收情况、一家的各级评分和差异，或生成汇总表和空白评分表')
      .option('--name <NAME>', '只看这一家：各级评分和逐项差异')
      .option('--out <DIR>', '在这里生成考评验收汇总表和各家的空白评分表')
      .addHelpText(
        'after',
        '\nJSON 输出：{ workshops: [{ workshopName, stage, stageLabel, readiness, outcomes, open }] }、{ workshop, rows, comparison } 或 { out, files }；分数以0.1分为单位',
      ),
    options: ListOptions,
    run: list,
  });
}
