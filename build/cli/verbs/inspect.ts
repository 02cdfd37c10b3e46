import type { Command } from 'commander';
import { z } from 'zod';
import { allStaff } from '../../../db/bureau/bureau.ts';
import {
  removeInspection,
  reopenSheet,
  restoreInspection,
} from '../../../db/inspections/inspectionCorrections.ts';
import { finishSheet, saveSheet } from '../../../db/inspections/inspectionSheets.ts';
import { recordTotal, startInspection } from '../../../db/inspections/inspectionStart.ts';
import { inspectionRows } from '../../../db/inspections/inspections.ts';
import { yearTable } from '../../../db/inspections/scoreTables.ts';
import type { WorkshopRow } from '../../../db/model/contract/workshops.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { ANSWER_COLUMNS, answersFrom } from '../../../db/model/import/answers.ts';
import type { InspectionHead } from '../../../db/model/inspection.ts';
import { ok, problem } from '../../../db/model/problems.ts';
import { formatPoints, parsePoints } from '../../../db/model/scoring/points.ts';
import { SCORE_CONCLUSIONS } from '../../../db/model/scoring/scoreOf.ts';
import { INSPECTION_LEVELS, InspectionLevel } from '../../../db/model/terms.ts';
import { type Office, transact } from '../../../db/office.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect } from '../values.ts';
import { verb, type Workspace } from '../workspace.ts';
import { typedIn, workshopNamed } from './sheetFile.ts';

const InspectOptions = z.object({
  ACTION: z.enum(['import', 'record', 'correct', 'remove', 'restore']),
  FILE: z.string().optional(),
  name: z.string(),
  level: InspectionLevel.exclude(['self']).default('county'),
  on: IsoDate.optional(),
  assessor: z.array(z.string().trim().min(1)).default([]),
  recused: z.array(z.string().trim().min(1)).default([]),
  refused: z.string().trim().default(''),
  witness: z.string().trim().default(''),
  remark: z.string().trim().default(''),
  note: z.string().default(''),
  total: z.string().optional(),
  veto: z.string().trim().max(200).default(''),
  draft: z.boolean().default(false),
  reason: z.string().trim().default(''),
});
type InspectOptions = z.infer<typeof InspectOptions>;

/** `姓名` of the own staff, or `姓名/单位` of somebody else. */
function assessorsFrom(office: Office, given: readonly string[]): InspectionHead['assessors'] {
  const staff = allStaff(office).filter((one) => one.active);
  return given.map((text) => {
    const [name = '', unit = ''] = text.split('/');
    const own = unit === '' ? staff.find((one) => one.name === name) : undefined;
    return { staffId: own?.id ?? null, name, unit: own?.unit ?? unit };
  });
}

const headFrom = (office: Office, options: InspectOptions): InspectionHead => ({
  assessors: assessorsFrom(office, options.assessor),
  recusals: options.recused.map((text) => {
    const [name = '', reason = ''] = text.split(/[:：]/);
    return { name, reason };
  }),
  ownerSigned: options.refused === '',
  refusalReason: options.refused,
  witness: options.witness,
  ownerRemark: options.remark,
});

async function importSheet(options: InspectOptions, who: WorkshopRow, { office, act }: Workspace) {
  const { FILE, level, note, draft } = options;
  if (FILE === undefined) return refusedWith([problem('option.file', '请写明评分结果的文件')]);
  const typed = await typedIn(FILE);
  if (!typed.ok) return refusedWith(typed.problems);
  const { answers, problems } = answersFrom(yearTable(office), typed.value);
  if (problems.length > 0) return refusedWith(problems);
  const inspectedOn = options.on ?? act.today;
  const sheet = { inspectedOn, note, answers: [...answers], head: headFrom(office, options) };
  const written = transact(office, () => {
    // One begun or being corrected is written on.
    const open = inspectionRows(office, who.workshopId, level).find((one) => !one.finished && !one.removed);
    const begun = open
      ? ok(open.id)
      : startInspection(office, { workshopId: who.workshopId, level, inspectedOn }, act);
    if (!begun.ok) return begun;
    const kept = draft ? saveSheet(office, begun.value, sheet) : finishSheet(office, begun.value, sheet, act);
    return kept.ok ? begun : kept;
  });
  if (!written.ok) return refusedWith(written.problems);
  const row = inspectionRows(office, who.workshopId, level).find((one) => one.id === written.value);
  const said = row ? `${formatPoints(row.score.total)}分，${SCORE_CONCLUSIONS[row.score.conclusion]}` : '';
  const data = { inspectionId: written.value, score: row?.score };
  return done(data, `已录入“${who.name}”的${INSPECTION_LEVELS[level]}考评：${said}`);
}

function record(options: InspectOptions, who: WorkshopRow, { office, act }: Workspace): Outcome {
  const { level, note, veto } = options;
  const total = parsePoints(options.total ?? '');
  if (level === 'county') return refusedWith([problem('option.level', '县级考评应录入整张评分表')]);
  if (total === null) {
    return refusedWith([
      problem('option.total', '请用 --total 写明总分，如 92.5', { found: options.total ?? '' }),
    ]);
  }
  const given = {
    workshopId: who.workshopId,
    level,
    inspectedOn: options.on ?? act.today,
    total,
    veto,
    note,
  };
  const recorded = recordTotal(office, given, act);
  if (!recorded.ok) return refusedWith(recorded.problems);
  const data = { inspectionId: recorded.value };
  const vetoed = veto === '' ? '' : `，否决项：${veto}`;
  return done(
    data,
    `已登记“${who.name}”的${INSPECTION_LEVELS[level]}总分：${formatPoints(total)}分${vetoed}`,
  );
}

const MARKS = { correct: '更正', remove: '移除', restore: '恢复' } as const;

/** 更正、移除 or 恢复 of the newest scoring of the level, or that of `--on`. */
function mark(
  ACTION: keyof typeof MARKS,
  { level, reason, on }: InspectOptions,
  who: WorkshopRow,
  { office, act }: Workspace,
): Outcome {
  const label = MARKS[ACTION];
  if (ACTION !== 'restore' && reason === '') {
    return refusedWith([problem('option.reason', `请用 --reason 写明${label}的原因`)]);
  }
  const row = inspectionRows(office, who.workshopId, level).find(
    (one) => (one.removed === null) === (ACTION !== 'restore') && (!on || one.inspectedOn === on),
  );
  if (!row)
    return refusedWith([problem('inspection.none', `没有可以${label}的${INSPECTION_LEVELS[level]}考评`)]);
  const marked =
    ACTION === 'restore'
      ? restoreInspection(office, row.id, act)
      : ACTION === 'remove'
        ? removeInspection(office, row.id, reason, act)
        : reopenSheet(office, row.id, reason, act);
  if (!marked.ok) return refusedWith(marked.problems);
  return done({ inspectionId: row.id }, `已${label}${row.inspectedOn}的${INSPECTION_LEVELS[level]}考评。`);
}

function inspect(options: InspectOptions, workspace: Workspace): Outcome | Promise<Outcome> {
  const who = workshopNamed(options.name, workspace);
  if (!who.ok) return refusedWith(who.problems);
  const { ACTION } = options;
  if (ACTION === 'import') return importSheet(options, who.value, workspace);
  if (ACTION === 'record') return record(options, who.value, workspace);
  return mark(ACTION, options, who.value, workspace);
}

/** `inspect` */
export function registerInspectVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('inspect', '考评验收：录入评分表、登记市级省级总分、更正、移除或恢复')
      .argument('<ACTION>', 'import、record（只登记总分）、correct（更正）、remove 或 restore')
      .argument('[FILE]', '评分结果：Excel 工作簿（.xlsx）或 JSON 文件')
      .requiredOption('--name <NAME>', '小作坊名称')
      .option('--level <LEVEL>', 'county（县级，默认）、city（市级）或 province（省级）')
      .option('--on <DATE>', '考评日期，默认为办理日期')
      .option(
        '--assessor <NAME>',
        '考评人员：本单位人员写姓名，其他人写“姓名/单位”；县级不少于2人，可重复',
        collect,
      )
      .option('--recused <TEXT>', '回避人员和原因：“姓名：原因”，可重复', collect)
      .option('--refused <TEXT>', '业主拒绝签字的原因；不带时为已签字')
      .option('--witness <NAME>', '业主拒绝签字时的见证人')
      .option('--remark <TEXT>', '业主意见')
      .option('--note <TEXT>', '备注')
      .option('--total <POINTS>', 'record：上级通报的总分')
      .option('--veto <TEXT>', 'record：上级通报的不符合的否决项，有否决项即为不通过')
      .option('--reason <TEXT>', '更正、移除的原因')
      .option('--draft', '只保存，不作为完成')
      .addHelpText(
        'after',
        `\n工作簿的列：${Object.values(ANSWER_COLUMNS).join('、')}；JSON：[{ code, result, reason }]\n再次录入即为复查，以前的评分保留；有填写中（更正中）的评分表时写入其中；correct、remove、restore 不带 --on 时办理最近的一次\nJSON 输出：{ inspectionId, score } 或 { inspectionId }`,
      ),
    options: InspectOptions,
    run: inspect,
  });
}
