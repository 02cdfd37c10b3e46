import type { Command } from 'commander';
import { z } from 'zod';
import { readWorkbook } from '../../../db/import/index.ts';
import { formatCode } from '../../../db/model/checkCode.ts';
import type { PlanRow } from '../../../db/model/contract/plans.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import type { RevisionId } from '../../../db/model/ids.ts';
import { PLAN_COLUMNS } from '../../../db/model/import/plans.ts';
import type { RevisionState } from '../../../db/model/plan.ts';
import { ok, type Problem, problem, refuse } from '../../../db/model/problems.ts';
import { transact } from '../../../db/office.ts';
import { importPlans, previewPlans } from '../../../db/plans/planImport.ts';
import { planRows, revisePlan } from '../../../db/plans/plans.ts';
import { returnPlan, signPlan, submitPlan } from '../../../db/plans/signing.ts';
import { done, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';

async function importTasks(path: string, { office, act }: Workspace): Promise<Outcome> {
  const workbook = await readWorkbook(path);
  if (!workbook.ok) return refusedWith(workbook.problems);
  const preview = previewPlans(office, workbook.value, act.today);
  const imported = importPlans(office, preview, act);
  if (!imported.ok) return refusedWith(imported.problems);
  return done(
    { imported: imported.value, problems: preview.problems },
    `已导入${imported.value}份方案草稿。`,
    ...sentences(preview.problems),
  );
}

const Which = z.object({ all: z.boolean().default(false), name: z.array(z.string()).default([]) });

type Chosen = { readonly row: PlanRow; readonly revisionId: RevisionId };

/** The plans in a state: all of them, or those of the workshops named. */
function chosen(
  { all, name }: z.infer<typeof Which>,
  state: RevisionState,
  { office, act }: Workspace,
): { readonly plans: readonly Chosen[]; readonly problems: readonly Problem[] } {
  const rows = planRows(office, act.today).filter((row) => row.state === state);
  const wanted = all ? rows : rows.filter((row) => name.includes(row.workshopName));
  const missing = name.filter((one) => !rows.some((row) => row.workshopName === one));
  const problems = missing.map((one) => problem('name.unknown', `“${one}”没有可办理的方案`, { found: one }));
  const plans = wanted.flatMap((row) =>
    row.revisionId === null ? [] : [{ row, revisionId: row.revisionId }],
  );
  if (plans.length > 0 || problems.length > 0) return { plans, problems };
  return { plans, problems: [problem('plans.none', '没有可办理的方案，请用 --all 或 --name 指定')] };
}

function submit(which: z.infer<typeof Which>, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  const { plans, problems } = chosen(which, 'draft', workspace);
  if (problems.length > 0) return refusedWith(problems);
  const codes: { workshop: string; checkCode: string }[] = [];
  const submitted = transact(office, () => {
    for (const { row, revisionId } of plans) {
      const code = submitPlan(office, revisionId, act);
      if (!code.ok) return refuse(...code.problems.map((one) => named(row, one)));
      codes.push({ workshop: row.workshopName, checkCode: formatCode(code.value) });
    }
    return ok(undefined);
  });
  if (!submitted.ok) return refusedWith(submitted.problems);
  return done(
    { submitted: codes },
    ...codes.map((one) => `已提交：${one.workshop}，校验码 ${one.checkCode}`),
  );
}

const named = ({ workshopName }: PlanRow, one: Problem): Problem => ({
  ...one,
  message: `${workshopName}：${one.message}`,
});

const SignOptions = Which.extend({
  leader: z.string().min(1),
  sectionHead: z.string().min(1).optional(),
  on: IsoDate.optional(),
  opinion: z.string().default('同意'),
  return: z.boolean().default(false),
  checkCode: z.string().optional(),
});

function signOne(
  { row, revisionId }: Chosen,
  options: z.infer<typeof SignOptions>,
  { office, act }: Workspace,
) {
  const signedOn = options.on ?? act.today;
  const { leader, sectionHead, opinion } = options;
  if (options.return) {
    return returnPlan(office, { revisionId, returnedOn: signedOn, signerName: leader, opinion }, act);
  }
  if (sectionHead === undefined) {
    return refuse(problem('option.sectionHead', '请用 --section-head 写明科（所）负责人'));
  }
  const agree = { signedOn, opinion };
  return signPlan(
    office,
    {
      revisionId,
      checkCode: options.checkCode ?? null,
      signatures: [
        { role: 'owner', signerName: row.ownerName, ...agree },
        { role: 'helper', signerName: row.helperName, ...agree },
        { role: 'sectionHead', signerName: sectionHead, ...agree },
        { role: 'leader', signerName: leader, ...agree },
      ],
    },
    act,
  );
}

function sign(options: z.infer<typeof SignOptions>, workspace: Workspace): Outcome {
  const { plans, problems } = chosen(options, 'submitted', workspace);
  if (problems.length > 0) return refusedWith(problems);
  const signed = transact(workspace.office, () => {
    for (const plan of plans) {
      const result = signOne(plan, options, workspace);
      if (!result.ok) return refuse(...result.problems.map((one) => named(plan.row, one)));
    }
    return ok(undefined);
  });
  if (!signed.ok) return refusedWith(signed.problems);
  const what = options.return ? '退回修改' : '签批';
  return done(
    { count: plans.length, workshops: plans.map((one) => one.row.workshopName) },
    `已登记${what}${plans.length}份。`,
  );
}

const ReviseOptions = z.object({ name: z.string(), reason: z.string().trim().min(1) });

function revise({ name, reason }: z.infer<typeof ReviseOptions>, { office, act }: Workspace): Outcome {
  const rows = planRows(office, act.today).filter((row) => row.workshopName === name);
  const planId = rows[0]?.planId;
  if (rows.length !== 1 || !planId)
    return refusedWith([problem('name.unknown', `“${name}”没有方案，或有同名的几家`, { found: name })]);
  const opened = revisePlan(office, planId, reason, act);
  if (!opened.ok) return refusedWith(opened.problems);
  return done({ workshop: name, ...opened.value }, `已为“${name}”新开一版方案草稿。`);
}

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

export function registerPlanVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('import-plans', '导入改造任务表')
      .argument('<FILE>', 'Excel 工作簿（.xlsx）')
      .addHelpText(
        'after',
        `\n列：${Object.values(PLAN_COLUMNS).join('、')}；一行一项任务。\nJSON 输出：{ imported, problems }`,
      ),
    options: z.object({ FILE: z.string() }),
    run: ({ FILE }, workspace) => importTasks(FILE, workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('revise', '被退回或已签批的方案新开一版，作为草稿修改')
      .requiredOption('--name <NAME>', '小作坊名称')
      .requiredOption('--reason <TEXT>', '修改原因')
      .addHelpText('after', '\nJSON 输出：{ workshop, revisionId, … }'),
    options: ReviseOptions,
    run: revise,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('submit', '提交方案签批')
      .option('--all', '所有草稿')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .addHelpText('after', '\nJSON 输出：{ submitted: [{ workshop, checkCode }] }'),
    options: Which,
    run: submit,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('sign', '登记签批，或退回修改')
      .option('--all', '所有待签批的方案')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .requiredOption('--leader <NAME>', '主管领导')
      .option('--section-head <NAME>', '科（所）负责人')
      .option('--on <DATE>', '签字日期，默认为办理日期')
      .option('--opinion <TEXT>', '意见；退回时为领导的意见')
      .option('--return', '退回修改')
      .option('--check-code <CODE>', '纸质方案上的校验码，填写则核对')
      .addHelpText('after', '\nJSON 输出：{ count, workshops }'),
    options: SignOptions,
    run: sign,
  });
}
