import type { Command } from 'commander';
import { z } from 'zod';
import { removeInspection, restoreInspection } from '../../../db/inspections/inspectionCorrections.ts';
import { finishSheet, saveSheet } from '../../../db/inspections/inspectionSheets.ts';
import { startInspection } from '../../../db/inspections/inspectionStart.ts';
import { answersOf, inspectionRows } from '../../../db/inspections/inspections.ts';
import { yearTable } from '../../../db/inspections/scoreTables.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { ANSWER_COLUMNS, answersFrom } from '../../../db/model/import/answers.ts';
import { problem } from '../../../db/model/problems.ts';
import { formatPoints } from '../../../db/model/scoring/points.ts';
import { SCORE_CONCLUSIONS } from '../../../db/model/scoring/scoreOf.ts';
import { transact } from '../../../db/office.ts';
import { addProposedTasks, proposalsFor } from '../../../db/plans/proposals.ts';
import { done, foundFaulty, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';
import { typedIn, workshopNamed } from './sheetFile.ts';

const ImportOptions = z.object({
  ACTION: z.enum(['import', 'show', 'remove', 'restore']),
  FILE: z.string().optional(),
  name: z.string(),
  on: IsoDate.optional(),
  draft: z.boolean().default(false),
  note: z.string().default(''),
  reason: z.string().trim().default(''),
});
type ImportOptions = z.infer<typeof ImportOptions>;

async function importSheet(options: ImportOptions, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  const who = workshopNamed(options.name, workspace);
  if (!who.ok) return refusedWith(who.problems);
  if (options.FILE === undefined) return refusedWith([problem('option.file', '请写明评分结果的文件')]);
  const typed = await typedIn(options.FILE);
  if (!typed.ok) return refusedWith(typed.problems);
  const { answers, problems } = answersFrom(yearTable(office), typed.value);
  if (problems.length > 0) return refusedWith(problems);
  const inspectedOn = options.on ?? act.today;
  const sheet = { inspectedOn, note: options.note, answers: [...answers] };
  const written = transact(office, () => {
    const begun = startInspection(
      office,
      { workshopId: who.value.workshopId, level: 'self', inspectedOn },
      act,
    );
    if (!begun.ok) return begun;
    const kept = options.draft
      ? saveSheet(office, begun.value, sheet)
      : finishSheet(office, begun.value, sheet, act);
    return kept.ok ? begun : kept;
  });
  if (!written.ok) return refusedWith(written.problems);
  const row = inspectionRows(office, who.value.workshopId, 'self').find((one) => one.id === written.value);
  const total = row?.score.total ?? 0;
  return done(
    { inspectionId: written.value, score: row?.score },
    `已录入${options.name}的自查：${formatPoints(total)}分，${row ? SCORE_CONCLUSIONS[row.score.conclusion] : ''}`,
  );
}

function show({ name }: ImportOptions, workspace: Workspace): Outcome {
  const who = workshopNamed(name, workspace);
  if (!who.ok) return refusedWith(who.problems);
  const rows = inspectionRows(workspace.office, who.value.workshopId, 'self');
  const selfChecks = rows.map((row) => ({ ...row, answers: answersOf(workspace.office, row.id) }));
  const lines = rows.map(
    (row) =>
      `${row.inspectedOn}\t${formatPoints(row.score.total)}分\t${SCORE_CONCLUSIONS[row.score.conclusion]}${row.removed ? '\t已移除' : ''}`,
  );
  return done({ selfChecks }, `共${rows.length}次自查`, ...lines);
}

/** Takes the self-check of a day (the newest without `--on`) out of all counts, or brings it back. */
function mark(options: ImportOptions, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  const who = workshopNamed(options.name, workspace);
  if (!who.ok) return refusedWith(who.problems);
  const removing = options.ACTION === 'remove';
  if (removing && options.reason === '') {
    return refusedWith([problem('option.reason', '请用 --reason 写明移除的原因')]);
  }
  const row = inspectionRows(office, who.value.workshopId, 'self').find(
    (one) => (one.removed === null) === removing && (!options.on || one.inspectedOn === options.on),
  );
  if (!row) return refusedWith([problem('selfCheck.none', `没有可以${removing ? '移除' : '恢复'}的自查`)]);
  const marked = removing
    ? removeInspection(office, row.id, options.reason, act)
    : restoreInspection(office, row.id, act);
  if (!marked.ok) return refusedWith(marked.problems);
  return done({ inspectionId: row.id }, `已${removing ? '移除' : '恢复'}${row.inspectedOn}的自查。`);
}

const RUN: Readonly<
  Record<
    ImportOptions['ACTION'],
    (options: ImportOptions, workspace: Workspace) => Outcome | Promise<Outcome>
  >
> = { import: importSheet, show, remove: mark, restore: mark };

const ProposeOptions = z.object({
  name: z.string(),
  code: z.array(z.string()).default([]),
  apply: z.boolean().default(false),
});

function propose({ name, code, apply }: z.infer<typeof ProposeOptions>, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  const who = workshopNamed(name, workspace);
  if (!who.ok) return refusedWith(who.problems);
  const { workshopId } = who.value;
  if (apply) {
    const added = addProposedTasks(office, workshopId, code, act);
    if (!added.ok) return refusedWith(added.problems);
    return done(
      { added: added.value },
      `已在${name}的方案草稿中增加${added.value.length}项任务，请补填资金和完成时限。`,
    );
  }
  const found = proposalsFor(office, workshopId, act);
  if (!found.ok) return refusedWith(found.problems);
  const { proposed, uncovered } = found.value;
  const lines = proposed.map((one) => `${one.itemCode}\t${one.problem}\t${one.measure}\t${one.standard}`);
  const data = { proposed, problems: uncovered };
  return uncovered.length === 0
    ? done(data, '每个扣分项都有对应任务。')
    : foundFaulty(data, ...sentences(uncovered), '可增加的任务：', ...lines);
}

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

export function registerSelfCheckVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('self-check', '自查评分：录入、查看、移除或恢复')
      .argument('<ACTION>', 'import、show、remove 或 restore')
      .argument('[FILE]', '评分结果：Excel 工作簿（.xlsx）或 JSON 文件')
      .requiredOption('--name <NAME>', '小作坊名称')
      .option('--on <DATE>', '自查日期，默认为办理日期')
      .option('--note <TEXT>', '备注')
      .option('--reason <TEXT>', '移除的原因')
      .option('--draft', '只保存，不作为完成')
      .addHelpText(
        'after',
        `\n工作簿的列：${Object.values(ANSWER_COLUMNS).join('、')}；JSON：[{ code, result, reason }]\n结果：按次扣分填处数，分档填得分，其余填是/否、符合/基本符合/不符合或等级名称；不适用填“合理缺项”\nremove、restore 不带 --on 时办理最近的一次\nJSON 输出：{ inspectionId, score }、{ selfChecks } 或 { inspectionId }`,
      ),
    options: ImportOptions,
    run: (options, workspace) => RUN[options.ACTION](options, workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('propose-tasks', '按最近一次自查的扣分项提出改造任务')
      .requiredOption('--name <NAME>', '小作坊名称')
      .option('--apply', '加到方案草稿的末尾；不带时只列出')
      .option('--code <CODE>', '只要这些评分项的任务，可重复', collect)
      .addHelpText(
        'after',
        '\nJSON 输出：{ proposed, problems } 或 { added }；有扣分项没有对应任务时退出码为 3。',
      ),
    options: ProposeOptions,
    run: propose,
  });
}
