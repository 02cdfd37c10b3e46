import type { Command } from 'commander';
import { z } from 'zod';
import { assistanceList, assistanceOf } from '../../../db/assistance/assistance.ts';
import { assignHelper, handOver } from '../../../db/assistance/helperAssignments.ts';
import { addVisit } from '../../../db/assistance/visits.ts';
import { allStaff } from '../../../db/bureau/bureau.ts';
import { helperOn, VISIT_STATES } from '../../../db/model/assistance.ts';
import type { AssistanceRow } from '../../../db/model/contract/assistance.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import type { StaffId } from '../../../db/model/ids.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import type { Office } from '../../../db/office.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** Somebody who works here, by name; two of one name cannot be told apart here. */
function personNamed(office: Office, name: string): Result<StaffId> {
  const found = allStaff(office).filter((one) => one.active && one.name === name);
  const [only] = found;
  if (only && found.length === 1) return ok(only.id);
  const message =
    found.length === 0 ? `人员中没有“${name}”` : `有${found.length}名人员都叫“${name}”，请在窗口中办理`;
  return refuse(problem('staff.unknown', message, { found: name }));
}

/** Workshops of the 创建名单 by name. */
function rowsNamed(
  rows: readonly AssistanceRow[],
  names: readonly string[],
): Result<readonly AssistanceRow[]> {
  const missing = names.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length === 0) return ok(rows.filter((row) => names.includes(row.name)));
  return refuse(
    ...missing.map((name) => problem('name.unknown', `“${name}”不在创建名单上`, { found: name })),
  );
}

const AssignOptions = z.object({
  helper: z.string().optional(),
  name: z.array(z.string()).default([]),
  allUnassigned: z.boolean().default(false),
  from: IsoDate.optional(),
  reason: z.string().trim().default(''),
  days: z.coerce.number().int().min(1).max(365).optional(),
});

function listed({ office, act }: Workspace, days: number | undefined): Outcome {
  const { interval, rows, loads } = assistanceList(office, days ?? null, act.today);
  const lines = rows.map((row) =>
    [row.states.map((one) => VISIT_STATES[one]).join('、'), row.name, row.helper?.name ?? '—'].join('\t'),
  );
  return done({ interval, workshops: rows, helpers: loads }, `创建名单共${rows.length}家`, ...lines);
}

function assign(options: z.infer<typeof AssignOptions>, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  if (options.helper === undefined) return listed(workspace, options.days);
  const helper = personNamed(office, options.helper);
  if (!helper.ok) return refusedWith(helper.problems);
  const all = assistanceList(office, null, act.today).rows;
  const named = rowsNamed(all, options.name);
  if (!named.ok) return refusedWith(named.problems);
  const chosen = options.allUnassigned ? all.filter((row) => row.helper === null) : named.value;
  if (chosen.length === 0) {
    return refusedWith([problem('option.which', '请用 --name 或 --all-unassigned 说明哪些小作坊')]);
  }
  const day = options.from ?? act.today;
  const workshopIds = chosen.map((row) => row.workshopId);
  const result =
    options.reason === ''
      ? assignHelper(office, { workshopIds, staffId: helper.value, fromDay: day }, act)
      : handOver(office, { workshopIds, staffId: helper.value, onDay: day, reason: options.reason }, act);
  if (!result.ok) return refusedWith(result.problems);
  const names = chosen.map((row) => row.name);
  return done(
    { helper: options.helper, from: day, names },
    `已${options.reason === '' ? '安排' : '移交给'}${options.helper}：${names.length}家，自${day}起。`,
  );
}

const VisitOptions = z.object({
  name: z.string(),
  findings: z.string().trim().min(1).max(1000),
  visitor: z.string().optional(),
  on: IsoDate.optional(),
  advice: z.string().default(''),
  response: z.string().default(''),
  progress: z.coerce.number().int().min(0).max(100).optional(),
  substitute: z.boolean().default(false),
});

function visit(options: z.infer<typeof VisitOptions>, { office, act }: Workspace): Outcome {
  const found = rowsNamed(assistanceList(office, null, act.today).rows, [options.name]);
  if (!found.ok) return refusedWith(found.problems);
  const [row] = found.value;
  const of = row && assistanceOf(office, row.workshopId, act.today);
  if (!row || !of?.ok) return refusedWith(of?.ok === false ? of.problems : []);
  const visitedOn = options.on ?? act.today;
  const helper = helperOn(of.value.assignments, visitedOn)?.staffId;
  const visitor = options.visitor === undefined ? undefined : personNamed(office, options.visitor);
  if (visitor?.ok === false) return refusedWith(visitor.problems);
  const staffId = visitor?.value ?? helper;
  if (!staffId)
    return refusedWith([problem('visit.unassigned', '那天没有帮扶责任人，请先用 assign-helper 安排')]);
  const { findings, advice, response, progress, substitute } = options;
  const input = { staffId, visitedOn, findings, advice, ownerResponse: response, substitute };
  const added = addVisit(office, row.workshopId, { ...input, progressPercent: progress ?? null }, act);
  if (!added.ok) return refusedWith(added.problems);
  return done({ visitId: added.value, visitedOn }, `已登记“${row.name}”${visitedOn}的走访。`);
}

export function registerAssistanceVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('assign-helper', '安排或移交帮扶责任人；不带 --helper 时列出各家帮扶情况')
      .option('--helper <NAME>', '帮扶责任人（须有“帮扶责任人”职责）')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .option('--all-unassigned', '所有没有安排的小作坊')
      .option('--from <DATE>', '开始或移交日期，默认为办理日期')
      .option('--reason <TEXT>', '移交原因；写明即为移交')
      .option('--days <N>', '多少天没有走访算超期，默认按年度政策')
      .addHelpText(
        'after',
        '\nJSON 输出：{ helper, from, names }；不带 --helper 时 { interval, workshops, helpers }',
      ),
    options: AssignOptions,
    run: assign,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('visit', '登记一次帮扶走访')
      .requiredOption('--name <NAME>', '小作坊名称')
      .requiredOption('--findings <TEXT>', '走访情况')
      .option('--visitor <NAME>', '走访人，默认为当天的帮扶责任人')
      .option('--substitute', '代为走访：走访人不是当天的帮扶责任人')
      .option('--on <DATE>', '走访日期，默认为办理日期')
      .option('--advice <TEXT>', '指导意见')
      .option('--response <TEXT>', '业主反馈')
      .option('--progress <N>', '改造进度，0 到 100')
      .addHelpText('after', '\nJSON 输出：{ visitId, visitedOn }'),
    options: VisitOptions,
    run: visit,
  });
}
