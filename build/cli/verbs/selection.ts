import type { Command } from 'commander';
import { z } from 'zod';
import { makeBackup } from '../../../db/backup/backup.ts';
import { currentCampaign } from '../../../db/bureau/bureau.ts';
import { previewImport, readWorkbook } from '../../../db/import/index.ts';
import type { WorkshopRow } from '../../../db/model/contract/workshops.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { AreaUnit, IMPORT_FIELDS, type ImportChoices, MoneyUnit } from '../../../db/model/importTypes.ts';
import { errorsOf, type Problem, problem } from '../../../db/model/problems.ts';
import type { Stage } from '../../../db/model/stage.ts';
import { CountingRule, Opinion, ReviewLevel } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { publicities } from '../../../db/publicity/publicityViews.ts';
import { confirmRoster } from '../../../db/publicity/rosters.ts';
import { reviewApplications, selectApplications } from '../../../db/selection/selection.ts';
import { importApplicants, knownApplicants } from '../../../db/workshops/applicants.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { publicise } from '../../../reports/office/publicity.ts';
import { done, foundFaulty, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect, verb, type Workspace } from '../workspace.ts';
import { selectByRank } from './choice.ts';

const ImportOptions = z.object({
  FILE: z.string(),
  onlyValid: z.boolean().default(false),
  moneyUnit: MoneyUnit.optional(),
  areaUnit: AreaUnit.optional(),
  sheet: z.string().optional(),
});

/** The unit options answer for every column whose unit neither header nor cells tell. */
function choicesOf({ sheet, moneyUnit, areaUnit }: z.infer<typeof ImportOptions>): ImportChoices {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    units: {
      ...(moneyUnit === undefined ? {} : { money: moneyUnit }),
      ...(areaUnit === undefined ? {} : { area: areaUnit }),
    },
  };
}

async function importFile(
  options: z.infer<typeof ImportOptions>,
  { office, act }: Workspace,
): Promise<Outcome> {
  const workbook = await readWorkbook(options.FILE);
  if (!workbook.ok) return refusedWith(workbook.problems);
  const { problems, rows, skipped } = previewImport(workbook.value, choicesOf(options), {
    today: act.today,
    policy: currentCampaign(office).policy,
    known: knownApplicants(office),
  });
  const rowProblems = rows.flatMap((row) => row.problems);
  const applicants = rows.map((row) => row.applicant).filter((one) => one !== null);
  const left = rows.length - applicants.length;
  if (errorsOf(problems).length > 0 || (left > 0 && !options.onlyValid) || applicants.length === 0) {
    const none = applicants.length === 0 ? [problem('import.none', '没有可导入的行')] : [];
    return refusedWith([...problems, ...rowProblems, ...none]);
  }
  const backup = await makeBackup(office, '导入前', act);
  if (!backup.ok) return refusedWith(backup.problems);
  const imported = importApplicants(office, applicants, act);
  if (!imported.ok) return refusedWith(imported.problems);
  return done(
    { imported: imported.value, left, skipped, problems: [...problems, ...rowProblems] },
    `已导入${imported.value}家，未导入${left}行，跳过${skipped.length}行。`,
    ...sentences(rowProblems),
  );
}

/** The rows at certain stages, of the names given or all; an unknown name is a problem. */
function rowsAt(
  office: Office,
  today: IsoDate,
  stages: readonly Stage[],
  names: readonly string[],
): { readonly rows: readonly WorkshopRow[]; readonly problems: readonly Problem[] } {
  const at = workshopRows(office, today).filter((row) => stages.includes(row.stage));
  if (names.length === 0) return { rows: at, problems: [] };
  const missing = names.filter((name) => !at.some((row) => row.name === name));
  return {
    rows: at.filter((row) => names.includes(row.name)),
    problems: missing.map((name) =>
      problem('name.unknown', `“${name}”不存在，或不在可办理的环节`, { found: name }),
    ),
  };
}

const Names = z.array(z.string()).default([]);

const ReviewOptions = z.object({
  allEligible: z.boolean().default(false),
  name: Names,
  opinion: Opinion.default('agree'),
  level: ReviewLevel.default('leader'),
  reviewer: z.string().optional(),
  comment: z.string().default(''),
});

function review(options: z.infer<typeof ReviewOptions>, { office, act }: Workspace): Outcome {
  const { rows, problems } = rowsAt(office, act.today, ['awaitingReview', 'refused'], options.name);
  if (problems.length > 0) return refusedWith(problems);
  const failing = rows.filter((row) => errorsOf(row.failedConditions).length > 0);
  const report = failing.map((row) => ({ name: row.name, failed: row.failedConditions }));
  if (!options.allEligible && options.name.length === 0) {
    const found = { waiting: rows.map((row) => row.name), failing: report };
    const said = failing.flatMap((row) => [`${row.name}：`, ...sentences(row.failedConditions)]);
    const lines = [`待审核${rows.length}家，其中${failing.length}家不符合条件。`, ...said];
    return failing.length === 0 ? done(found, ...lines) : foundFaulty(found, ...lines);
  }
  if (options.reviewer === undefined) {
    return refusedWith([problem('option.reviewer', '请用 --reviewer 写明审核人')]);
  }
  const chosen = options.allEligible ? rows.filter((row) => !failing.includes(row)) : rows;
  if (chosen.length === 0) return refusedWith([problem('review.none', '没有可以审核的申请')]);
  const reviewed = reviewApplications(
    office,
    {
      applicationIds: chosen.map((row) => row.applicationId),
      level: options.level,
      opinion: options.opinion,
      comment: options.comment,
      reviewerName: options.reviewer,
      reviewedOn: act.today,
    },
    act,
  );
  if (!reviewed.ok) return refusedWith(reviewed.problems);
  return done({ reviewed: reviewed.value, failing: report }, `已审核${reviewed.value}家。`);
}

const SelectOptions = z.object({
  allEligible: z.boolean().default(false),
  byRank: z.boolean().default(false),
  name: Names,
  reason: z.string().default(''),
});

function select(options: z.infer<typeof SelectOptions>, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  if (options.byRank) return selectByRank(workspace);
  if (options.reason === '') return refusedWith([problem('option.reason', '请用 --reason 写明遴选理由')]);
  if (!options.allEligible && options.name.length === 0) {
    return refusedWith([
      problem('option.which', '请用 --all-eligible、--by-rank 或 --name 说明遴选哪些小作坊'),
    ]);
  }
  const { rows, problems } = rowsAt(office, act.today, ['awaitingSelection', 'notSelected'], options.name);
  if (problems.length > 0) return refusedWith(problems);
  if (rows.length === 0) return refusedWith([problem('select.none', '没有待遴选的申请')]);
  const ids = rows.map((row) => row.applicationId);
  const selected = selectApplications(office, ids, options.reason, act);
  if (!selected.ok) return refusedWith(selected.problems);
  const { quota } = currentCampaign(office).policy;
  return done({ selected: selected.value, quota }, `已遴选${selected.value}家入选（名额${quota}家）。`);
}

const PubliciseOptions = z.object({
  place: z.string().min(1),
  firstDay: IsoDate.optional(),
  rule: CountingRule.optional(),
  days: z.coerce.number().int().min(1).max(60).optional(),
  privacyReason: z.string().trim().max(200).default(''),
});

function publish(options: z.infer<typeof PubliciseOptions>, { office, act }: Workspace): Outcome {
  const { policy } = currentCampaign(office);
  const choice = {
    place: options.place,
    firstDay: options.firstDay ?? act.today,
    countingRule: options.rule ?? policy.countingRule,
    days: options.days ?? policy.publicityDays,
    privacyReason: options.privacyReason,
  };
  const created = publicise(office, choice, act);
  if (!created.ok) return refusedWith(created.problems);
  const notice = publicities(office, act.today).find((one) => one.id === created.value);
  const { firstDay, lastDay, entries } = notice ?? { firstDay: null, lastDay: null, entries: [] };
  return done(
    { publicityId: created.value, firstDay, lastDay, entries: entries.length },
    `已发布公示：${entries.length}家，${firstDay}至${lastDay}。`,
  );
}

function confirm(on: IsoDate | undefined, { office, act }: Workspace): Outcome {
  const open = publicities(office, act.today).find(
    (one) => one.rosterId === null && one.state !== 'cancelled',
  );
  if (!open) return refusedWith([problem('publicity.none', '没有待确定名单的公示')]);
  const confirmed = confirmRoster(office, open.id, on ?? act.today, act);
  if (!confirmed.ok) return refusedWith(confirmed.problems);
  const entries = open.entries.filter((one) => one.departure === null).length;
  return done({ rosterId: confirmed.value, entries }, `已确定创建名单，共${entries}家。`);
}

export function registerSelectionVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('import', '导入申请汇总表')
      .argument('<FILE>', 'Excel 工作簿（.xlsx）')
      .option('--only-valid', '只导入没有问题的行')
      .option('--money-unit <UNIT>', '表头和单元格都没有写明时的金额单位：元 或 万元')
      .option('--area-unit <UNIT>', '表头和单元格都没有写明时的面积单位：㎡ 或 亩')
      .option('--sheet <NAME>', '工作表名称')
      .addHelpText(
        'after',
        `\n可识别的列：${Object.values(IMPORT_FIELDS).join('、')}\nJSON 输出：{ imported, left, skipped, problems }`,
      ),
    options: ImportOptions,
    run: importFile,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('review', '审核申请；不带选项时只列出不符合条件的')
      .option('--all-eligible', '审核通过所有符合条件的申请')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .option('--opinion <OPINION>', 'agree 或 refuse')
      .option('--level <LEVEL>', 'station、section 或 leader')
      .option('--reviewer <NAME>', '审核人')
      .option('--comment <TEXT>', '意见')
      .addHelpText('after', '\nJSON 输出：{ reviewed, failing } 或 { waiting, failing }'),
    options: ReviewOptions,
    run: review,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('select', '在名额内遴选')
      .option('--all-eligible', '遴选所有审核通过的')
      .option('--by-rank', '按比选名次取满名额，其余记为未入选，理由由得分写明')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .option('--reason <TEXT>', '遴选理由；不用 --by-rank 时必填')
      .addHelpText('after', '\nJSON 输出：{ selected, quota }；--by-rank 时另有 notSelected'),
    options: SelectOptions,
    run: select,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('publicise', '发布创建名单公示')
      .requiredOption('--place <TEXT>', '发布位置')
      .option('--first-day <DATE>', '公示首日，默认为办理日期')
      .option('--rule <RULE>', 'naturalIncludingFirst、naturalExcludingFirst 或 workingDays')
      .option('--days <N>', '公示天数')
      .option('--privacy-reason <TEXT>', '确需公开像是个人号码的内容时，写明理由')
      .addHelpText('after', '\nJSON 输出：{ publicityId, firstDay, lastDay, entries }'),
    options: PubliciseOptions,
    run: publish,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('confirm-roster', '公示期满后确定创建名单')
      .option('--on <DATE>', '确定日期，默认为办理日期')
      .addHelpText('after', '\nJSON 输出：{ rosterId, entries }'),
    options: z.object({ on: IsoDate.optional() }),
    run: ({ on }, workspace) => confirm(on, workspace),
  });
}
