import { mkdir } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { auditRows } from '../../../db/audit.ts';
import { allStaff } from '../../../db/bureau/bureau.ts';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import { ACTION_GROUPS } from '../../../db/model/auditActions.ts';
import { changesText } from '../../../db/model/changes.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { formatYuan } from '../../../db/model/money.ts';
import { Month, quantity, rateText } from '../../../db/model/monthly.ts';
import { FIGURES } from '../../../db/model/overview.ts';
import { problem } from '../../../db/model/problems.ts';
import { keysOf } from '../../../db/model/terms.ts';
import { isListName, LISTS, listOf } from '../../../db/overview/lists.ts';
import { overview } from '../../../db/overview/overview.ts';
import { monthlyOf, monthsOf } from '../../../db/summary/monthly.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { makeListWorkbook } from '../../../reports/office/lists.ts';
import { freeName, saveOfficePapers } from '../../../reports/office/papers.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';

function showOverview({ office, act }: Workspace): Outcome {
  const figures = overview(office, act.today);
  const { dues, watches, funnel, schedule } = figures;
  return done(
    { ...figures },
    `名额：${figures.selected}/${figures.quota}家`,
    `业主自筹：投入${formatYuan(figures.spentOwn)}元/预算${formatYuan(figures.plannedOwn)}元`,
    `其他资金：投入${formatYuan(figures.spentOther)}元/预算${formatYuan(figures.plannedOther)}元`,
    '盯办事项：',
    ...watches.map(({ figure, count, note }) => `  ${FIGURES[figure]}\t${count}家\t${note}`),
    '全年进展：',
    ...funnel.map(({ figure, count }) => `  ${FIGURES[figure]}\t${count}家`),
    '要办的事：',
    ...dues.map((one) => `  ${one.workingDueOn}\t${one.label}${one.late ? '（已逾期）' : ''}`),
    '倒排工期：',
    ...schedule.map((step) => `  ${step.latestOn}\t${step.label}`),
  );
}

const MonthlyOptions = z.object({ month: Month.optional(), out: z.string().optional() });

async function showMonthly(
  { month, out }: z.infer<typeof MonthlyOptions>,
  { office, act, tools }: Workspace,
): Promise<Outcome> {
  const chosen = month ?? monthsOf(office, act.today)[0] ?? act.today.slice(0, 7);
  const report = monthlyOf(office, chosen, act.today);
  if (!report.ok) return refusedWith(report.problems);
  const files: string[] = [];
  if (out !== undefined) {
    const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
    if (!folder.ok) return refusedWith(folder.problems);
    for (const format of ['pdf', 'docx', 'xlsx'] as const) {
      const saving = saveOfficePapers(office, [{ paper: 'monthly', month: chosen }], format, out, tools);
      let step = await saving.next();
      while (!step.done) step = await saving.next();
      if (step.value.problems.length > 0) return refusedWith(step.value.problems);
      files.push(...step.value.files);
    }
  }
  const lines = report.value.lines.map(
    ({ position, item, unit, target, done: reached, rate, note }) =>
      `${position}\t${item}\t${quantity(target, unit)}\t${quantity(reached, unit)}\t${rateText(rate)}\t${note}`,
  );
  return done(
    { ...report.value, files },
    '序号\t项目\t目标任务\t实际完成\t完成率\t备注',
    ...lines,
    report.value.text,
    ...files,
  );
}

const ExportOptions = z.object({ list: z.string(), out: z.string() });

async function exportList(
  { list, out }: z.infer<typeof ExportOptions>,
  { office, act, tools }: Workspace,
): Promise<Outcome> {
  if (!isListName(list)) {
    const expected = [...keysOf(LISTS), ...keysOf(FIGURES)].join('、');
    return refusedWith([
      problem('list.unknown', `没有名为“${list}”的列表，可选：${expected}`, {
        field: 'list',
        found: list,
        expected,
      }),
    ]);
  }
  const content = listOf(office, list, act.today);
  const made = await makeListWorkbook(office, content, tools);
  if (!made.ok) return refusedWith(made.problems);
  const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
  if (!folder.ok) return refusedWith(folder.problems);
  const file = await freeName(out, made.value.fileName);
  const written = await writeFileAtomic(file, made.value.bytes);
  if (!written.ok) return refusedWith(written.problems);
  return done({ file, rows: content.rows.length }, `已导出${content.rows.length}条：${file}`);
}

const AuditOptions = z.object({
  workshop: z.string().optional(),
  person: z.string().optional(),
  kind: z.string().optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(200),
});

function showAudit(options: z.infer<typeof AuditOptions>, { office, act }: Workspace): Outcome {
  const { workshop, person, kind, from = null, to = null, limit } = options;
  const who = workshopRows(office, act.today).find((row) => row.name === workshop);
  const staff = allStaff(office).find((one) => one.name === person);
  const group = keysOf(ACTION_GROUPS).find((key) => key === kind || ACTION_GROUPS[key] === kind);
  const problems = [
    workshop !== undefined && !who && problem('name.unknown', `没有名为“${workshop}”的小作坊`),
    person !== undefined && !staff && problem('staff.unknown', `没有名为“${person}”的人员`),
    kind !== undefined &&
      !group &&
      problem('audit.kind', `没有“${kind}”这一类别，可选：${Object.values(ACTION_GROUPS).join('、')}`),
  ].filter((one) => one !== false);
  if (problems.length > 0) return refusedWith(problems);
  const events = auditRows(office, {
    workshopId: who?.workshopId ?? null,
    staffId: staff?.id ?? null,
    group: group ?? null,
    from,
    to,
    limit,
  });
  const lines = events.map(({ at, staffName, workshopName, sentence, changes }) =>
    [at, staffName, workshopName, sentence, changesText(changes)].filter((one) => one !== '').join('\t'),
  );
  return done({ events }, `共${events.length}条`, ...lines);
}

export function registerFigureVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('overview', '显示工作台的数字').addHelpText(
      'after',
      `
JSON 输出：{ quota, selected, plannedOwn, plannedOther, spentOwn, spentOther（分）, stageCounts,
  dues: [{ label, dueOn, workingDueOn, late, daysLeft }], watches: [{ figure, count, note }],
  funnel: [{ figure, count }], schedule: [{ key, label, latestOn, note, daysLeft, state }] }`,
    ),
    options: z.object({}),
    run: (_options, workspace) => showOverview(workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('monthly', '进展月报')
      .option('--month <MONTH>', '月份，YYYY-MM，默认为最近一个月')
      .option('--out <DIR>', '同时把 PDF、DOCX、XLSX 存到这里')
      .addHelpText(
        'after',
        `
JSON 输出：{ month, asOf, lines: [{ position, item, unit, target, done, rate（千分之）, note }], text, files }；金额单位为分`,
      ),
    options: MonthlyOptions,
    run: showMonthly,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('export-list', '把一个列表导出为 Excel')
      .requiredOption('--list <LIST>', `列表：${[...keysOf(LISTS), ...keysOf(FIGURES)].join('、')}`)
      .requiredOption('--out <DIR>', '存放位置')
      .addHelpText('after', '\n不含身份证号、手机号等个人信息。\nJSON 输出：{ file, rows }'),
    options: ExportOptions,
    run: exportList,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('audit', '查看操作记录')
      .option('--workshop <NAME>', '只看这家小作坊')
      .option('--person <NAME>', '只看这名经办人')
      .option('--kind <KIND>', `只看这一类别：${Object.values(ACTION_GROUPS).join('、')}`)
      .option('--from <DATE>', '从这一天起')
      .option('--to <DATE>', '到这一天止')
      .option('--limit <N>', '最多显示多少条，默认200')
      .addHelpText(
        'after',
        '\nJSON 输出：{ events: [{ id, at, staffName, kind, workshopName, sentence, changes: [{ label, from, to }] }] }',
      ),
    options: AuditOptions,
    run: showAudit,
  });
}
