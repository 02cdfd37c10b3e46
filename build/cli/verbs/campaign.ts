import type { Command } from 'commander';
import { z } from 'zod';
import { currentCampaign } from '../../../db/bureau/bureau.ts';
import { calendarYear, changeCalendar } from '../../../db/bureau/calendar.ts';
import { policyUse, savePolicy } from '../../../db/bureau/policy.ts';
import { chooseYear, createYear, removeYear, yearRows } from '../../../db/bureau/years.ts';
import { type CalendarDay, DAY_KINDS, describeDays } from '../../../db/model/calendar.ts';
import { parseCalendarText } from '../../../db/model/calendarText.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { defaultPolicy, Policy } from '../../../db/model/policy.ts';
import { POLICY_FIGURES } from '../../../db/model/policyFigures.ts';
import { problem } from '../../../db/model/problems.ts';
import { formerApplicants, reapply } from '../../../db/workshops/reapply.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect, textArgument } from '../values.ts';
import { verb, type Workspace } from '../workspace.ts';

const YearOptions = z.object({
  list: z.boolean().default(false),
  new: z.coerce.number().int().min(2000).max(2100).optional(),
  quota: z.coerce.number().int().min(0).max(9999).optional(),
  basis: z.string().max(200).default(''),
  choose: z.coerce.number().int().optional(),
  remove: z.coerce.number().int().optional(),
});

function yearList({ office }: Workspace): Outcome {
  const years = yearRows(office);
  const lines = years.map(
    (row) =>
      `${row.chosen ? '*' : ' '} ${row.year}年度\t名额${row.quota}家\t申请${row.applications}家\t名单${row.onRoster}家`,
  );
  return done({ years }, ...lines);
}

const noYear = (year: number): Outcome =>
  refusedWith([problem('year.unknown', `没有${year}年度`, { found: String(year) })]);

function year(options: z.infer<typeof YearOptions>, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  if (options.new !== undefined) {
    if (options.quota === undefined) {
      return refusedWith([problem('option.quota', '请用 --quota 写明新年度的名额，未下达时写 0')]);
    }
    const { programmeName } = currentCampaign(office).policy;
    const input = { year: options.new, quota: options.quota, basis: options.basis, programmeName };
    const created = createYear(office, input, act);
    if (!created.ok) return refusedWith(created.problems);
  }
  const named = options.choose ?? options.remove;
  if (named !== undefined) {
    const row = yearRows(office).find((one) => one.year === named);
    if (!row) return noYear(named);
    const changed =
      options.choose === undefined
        ? removeYear(office, row.campaignId, act)
        : chooseYear(office, row.campaignId);
    if (!changed.ok) return refusedWith(changed.problems);
  }
  return yearList(workspace);
}

const ReapplyOptions = z.object({ name: z.array(z.string()).default([]), all: z.boolean().default(false) });

function applyAgain({ name, all }: z.infer<typeof ReapplyOptions>, { office, act }: Workspace): Outcome {
  const former = formerApplicants(office);
  if (name.length === 0 && !all) {
    const lines = former.map((row) => `${row.name}\t${row.ownerName}\t${row.years.join('、')}`);
    return done({ former }, `往年申请过、本年度尚未申请的共${former.length}家`, ...lines);
  }
  const missing = name.filter((one) => !former.some((row) => row.name === one));
  if (missing.length > 0) {
    return refusedWith(
      missing.map((one) =>
        problem('name.unknown', `“${one}”往年没有申请过，或本年度已经申请`, { found: one }),
      ),
    );
  }
  const chosen = former.filter((row) => all || name.includes(row.name));
  const applied = reapply(
    office,
    chosen.map((row) => row.workshopId),
    act,
  );
  if (!applied.ok) return refusedWith(applied.problems);
  return done({ applied: applied.value }, `已为${applied.value}家建立本年度申请。`);
}

const PolicyOptions = z.object({
  set: z.string().optional(),
  reason: z.string().trim().max(200).default(''),
});

function showPolicy({ office }: Workspace): Outcome {
  const { id, year: shown, policy } = currentCampaign(office);
  const use = policyUse(office, id);
  const figures = POLICY_FIGURES.map((one) => ({
    key: one.key,
    label: one.label,
    value: one.shown(policy),
    notice: one.notice(defaultPolicy(shown, 0)),
    usedBy: one.usedBy(use),
  }));
  const lines = figures.map((one) => `${one.label}：${one.value}（${one.notice}）${one.usedBy ?? ''}`);
  return done({ year: shown, policy, figures }, `${shown}年度政策`, ...lines);
}

/** Only the figures that are to change are given; phases and deadlines may be given in part. */
const PolicyPatch = z.strictObject({
  ...Policy.partial().shape,
  phases: Policy.shape.phases.partial().optional(),
  deadlines: Policy.shape.deadlines.partial().optional(),
});

async function policyVerb(
  { set, reason }: z.infer<typeof PolicyOptions>,
  workspace: Workspace,
): Promise<Outcome> {
  const { office, act } = workspace;
  if (set === undefined) return showPolicy(workspace);
  const patch = await textArgument(set, PolicyPatch);
  if (!patch.ok) return refusedWith(patch.problems);
  const { policy } = currentCampaign(office);
  const next = Policy.safeParse({
    ...policy,
    ...patch.value,
    phases: { ...policy.phases, ...patch.value.phases },
    deadlines: { ...policy.deadlines, ...patch.value.deadlines },
  });
  if (!next.success) {
    return refusedWith(
      next.error.issues.map((issue) =>
        problem('policy.invalid', `“${issue.path.join('.')}”不正确：${issue.message}`),
      ),
    );
  }
  const saved = savePolicy(office, next.data, reason, act);
  return saved.ok ? showPolicy(workspace) : refusedWith(saved.problems);
}

const HolidayOptions = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  set: z.array(z.string()).default([]),
  remove: z.array(IsoDate).default([]),
  complete: z.boolean().default(false),
  incomplete: z.boolean().default(false),
});

function holidays(options: z.infer<typeof HolidayOptions>, { office, act }: Workspace): Outcome {
  const shown = options.year ?? currentCampaign(office).year;
  const read = options.set.length === 0 ? null : parseCalendarText(options.set.join('\n'), shown);
  if (read && !read.ok) return refusedWith(read.problems);
  const marks = options.complete || options.incomplete;
  const set: CalendarDay[] = read ? [...read.value] : [];
  if (set.length + options.remove.length > 0 || marks) {
    const complete = marks ? { year: shown, complete: options.complete } : null;
    const changed = changeCalendar(office, { set, remove: options.remove, complete }, act);
    if (!changed.ok) return refusedWith(changed.problems);
  }
  const calendar = calendarYear(office, shown);
  const state = calendar.inLibrary ? '程序自带' : calendar.complete ? '本单位已录全' : '尚未录全';
  const own = calendar.corrections.map((day) => `本单位：${day.date} ${DAY_KINDS[day.kind]} ${day.name}`);
  return done({ ...calendar }, `${shown}年节假日（${state}）`, describeDays(calendar.statutory), ...own);
}

export function registerCampaignVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('year', '创建年度：列出、新建、选择当前年度')
      .option('--list', '列出各年度（默认）')
      .option('--new <YEAR>', '新建年度，沿用当前年度的政策，并选为当前年度')
      .option('--quota <N>', '新年度的名额，与 --new 同用')
      .option('--basis <TEXT>', '新年度的依据文件')
      .option('--choose <YEAR>', '选为当前年度（窗口与命令行一致）')
      .option('--remove <YEAR>', '删除没有记录的年度')
      .addHelpText(
        'after',
        '\nJSON 输出：{ years: [{ campaignId, year, programmeName, quota, applications, onRoster, chosen, removable }] }',
      ),
    options: YearOptions,
    run: year,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('reapply', '往年的小作坊再次申请当前年度；不带选项时只列出')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .option('--all', '全部')
      .addHelpText('after', '\nJSON 输出：{ former: [...] } 或 { applied }'),
    options: ReapplyOptions,
    run: applyAgain,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('policy', '查看或修改当前年度的政策')
      .option('--set <JSON|FILE>', '要修改的数值：JSON 文本，或存有 JSON 的文件')
      .option('--reason <TEXT>', '修改已经用过的数值时的原因')
      .addHelpText(
        'after',
        `
可修改：${POLICY_FIGURES.map((one) => `${one.key}（${one.label}）`).join('、')}
单位：面积为 0.01㎡，金额为分，分数为 0.1 分，日期为 YYYY-MM-DD。例：--set '{"minArea":2500,"phases":{"apply":{"from":"2021-04-01","to":"2021-05-10"}}}'
JSON 输出：{ year, policy, figures: [{ key, label, value, notice, usedBy }] }`,
      ),
    options: PolicyOptions,
    run: policyVerb,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('holidays', '查看或修改节假日表')
      .option('--year <YEAR>', '年份，默认为当前年度')
      .option('--set <TEXT>', '如 "10-01 至 10-07 休 国庆节；10-08 班"，可重复', collect)
      .option('--remove <DATE>', '恢复为法定安排的日期，可重复', collect)
      .option('--complete', '该年放假安排已录全')
      .option('--incomplete', '该年放假安排未录全')
      .addHelpText('after', '\nJSON 输出：{ year, inLibrary, complete, statutory, corrections }'),
    options: HolidayOptions,
    run: holidays,
  });
}
