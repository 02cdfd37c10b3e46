import type { Command } from 'commander';
import { z } from 'zod';
import { helperNameOf } from '../../../db/assistance/assistance.ts';
import type { PlanRow } from '../../../db/model/contract/plans.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import type { PlanId, RevisionId } from '../../../db/model/ids.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { transact } from '../../../db/office.ts';
import { planRows } from '../../../db/plans/plans.ts';
import { confirmScan } from '../../../db/plans/scans.ts';
import { undoSigning } from '../../../db/plans/undoSigning.ts';
import { startWorks, undoStartWorks } from '../../../db/works/startWorks.ts';
import { closeTasks, undoClose } from '../../../db/works/taskClosing.ts';
import { gatherWorks } from '../../../db/works/worksRecords.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';
import { registerProgressVerb } from './progress.ts';
import { named, reasonMissing, taskNamed, worksNamed } from './worksTargets.ts';

const StartOptions = z.object({
  all: z.boolean().default(false),
  name: z.array(z.string()).default([]),
  on: IsoDate.optional(),
  undo: z.boolean().default(false),
  reason: z.string().trim().default(''),
});

type Begun = PlanRow & { readonly planId: PlanId };

function startRows(
  { all, name, undo }: z.infer<typeof StartOptions>,
  { office, act }: Workspace,
): Result<readonly Begun[]> {
  const rows = planRows(office, act.today).filter((row): row is Begun => row.planId !== null);
  const ready = rows.filter((row) =>
    undo ? row.worksStartedOn !== null : row.state === 'signed' && row.worksStartedOn === null,
  );
  const unknown = name.filter((one) => !rows.some((row) => row.workshopName === one));
  if (unknown.length > 0)
    return refuse(...unknown.map((one) => problem('name.unknown', `“${one}”没有方案`, { found: one })));
  const wanted = all ? ready : rows.filter((row) => name.includes(row.workshopName));
  return wanted.length > 0
    ? ok(wanted)
    : refuse(problem('works.none', '没有可办理的方案，请用 --all 或 --name 指定'));
}

/** One step for several plans: all of them, or none. */
function forEach(
  workspace: Workspace,
  rows: readonly Begun[],
  step: (row: Begun) => Result<void>,
): Result<void> {
  return transact(workspace.office, () => {
    for (const row of rows) {
      const result = step(row);
      if (!result.ok) return refuse(...named(row.workshopName, result.problems));
    }
    return ok(undefined);
  });
}

function start(options: z.infer<typeof StartOptions>, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  if (options.undo && options.reason === '') return refusedWith([reasonMissing()]);
  const rows = startRows(options, workspace);
  if (!rows.ok) return refusedWith(rows.problems);
  const result = forEach(workspace, rows.value, ({ planId }) =>
    options.undo
      ? undoStartWorks(office, planId, options.reason, act)
      : startWorks(office, planId, options.on ?? act.today, act),
  );
  if (!result.ok) return refusedWith(result.problems);
  const workshops = rows.value.map((row) => row.workshopName);
  return done({ workshops }, `已${options.undo ? '撤销开工' : '登记开工'}${workshops.length}家。`);
}

/** The newest revision of the plan of the workshop named. */
function revisionNamed(name: string, { office, act }: Workspace): Result<RevisionId> {
  const rows = planRows(office, act.today).filter((row) => row.workshopName === name);
  const revisionId = rows[0]?.revisionId;
  return rows.length === 1 && revisionId
    ? ok(revisionId)
    : refuse(problem('name.unknown', `“${name}”没有方案，或有同名的几家`, { found: name }));
}

function onRevision(
  name: string,
  workspace: Workspace,
  step: (revisionId: RevisionId) => Result<void>,
  said: string,
): Outcome {
  const revision = revisionNamed(name, workspace);
  if (!revision.ok) return refusedWith(revision.problems);
  const result = step(revision.value);
  return result.ok ? done({ workshop: name }, `${said}：${name}。`) : refusedWith(result.problems);
}

const UndoSignOptions = z.object({ name: z.string(), reason: z.string().trim().min(1) });
const ScanOptions = z.object({ name: z.string(), checkCode: z.string().min(1) });

const CloseOptions = z.object({
  name: z.string(),
  task: z.array(z.string()).default([]),
  all: z.boolean().default(false),
  on: IsoDate.optional(),
  by: z.string().trim().optional(),
  withoutPhoto: z.string().trim().max(200).default(''),
  undo: z.boolean().default(false),
  reason: z.string().trim().default(''),
});

function close(options: z.infer<typeof CloseOptions>, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  const works = worksNamed(options.name, workspace);
  if (!works.ok) return refusedWith(works.problems);
  const { plan, signed, tasks } = works.value;
  const given = options.task.map((one) => taskNamed(works.value, one));
  const wrong = given.flatMap((one) => (one.ok ? [] : one.problems));
  if (wrong.length > 0) return refusedWith(wrong);
  const state = options.undo ? 'closed' : 'finished';
  const all = options.all ? tasks.filter((one) => one.state === state) : [];
  const chosen = [...given.flatMap((one) => (one.ok ? [one.value] : [])), ...all];
  if (chosen.length === 0)
    return refusedWith([problem('works.none', '没有可办理的任务，请用 --all 或 --task 指定')]);
  if (options.undo && options.reason === '') return refusedWith([reasonMissing()]);
  const lines = [...new Set(chosen.map((one) => one.line))];
  const closing = {
    closedOn: options.on ?? act.today,
    closedBy: options.by || helperNameOf(office, plan.workshopId) || signed.revision.helperName,
    noPhotoReason: options.withoutPhoto,
  };
  const result = options.undo
    ? transact(office, () => {
        for (const line of lines) {
          const undone = undoClose(office, plan.id, line, options.reason, act);
          if (!undone.ok) return undone;
        }
        return ok(undefined);
      })
    : closeTasks(office, plan.id, lines, closing, act);
  if (!result.ok) return refusedWith(named(options.name, result.problems));
  const [after] = gatherWorks(office, act.today, { planId: plan.id });
  const data = { tasks: chosen.map((one) => one.measure), totals: after?.totals ?? null };
  return done(data, `已${options.undo ? '撤销销号' : '销号'}${lines.length}项。`);
}

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

export function registerWorksVerbs(program: Command, deliver: Deliver): void {
  registerProgressVerb(program, deliver);
  registerOfficeVerb(program, deliver, {
    command: verb('undo-sign', '撤销最新一版方案的签批或退回登记')
      .requiredOption('--name <NAME>', '小作坊名称')
      .requiredOption('--reason <TEXT>', '撤销的原因')
      .addHelpText('after', '\nJSON 输出：{ workshop }'),
    options: UndoSignOptions,
    run: ({ name, reason }, workspace) => {
      const { office, act } = workspace;
      return onRevision(name, workspace, (id) => undoSigning(office, id, reason, act), '已撤销签批登记');
    },
  });
  registerOfficeVerb(program, deliver, {
    command: verb('confirm-scan', '核对签字扫描件上的校验码（先用 attach --role scan 添加扫描件）')
      .requiredOption('--name <NAME>', '小作坊名称')
      .requiredOption('--check-code <CODE>', '扫描件上的校验码')
      .addHelpText('after', '\nJSON 输出：{ workshop }'),
    options: ScanOptions,
    run: ({ name, checkCode }, workspace) => {
      const { office, act } = workspace;
      const said = '签字扫描件与签批的方案一致';
      return onRevision(name, workspace, (id) => confirmScan(office, id, checkCode, act), said);
    },
  });
  registerOfficeVerb(program, deliver, {
    command: verb('start-works', '登记开工，或撤销开工')
      .option('--all', '所有已签批、未开工的方案')
      .option('--name <NAME>', '小作坊名称，可重复；已开工的更正开工日期', collect)
      .option('--on <DATE>', '开工日期，默认为办理日期')
      .option('--undo', '撤销开工登记')
      .option('--reason <TEXT>', '撤销的原因')
      .addHelpText('after', '\nJSON 输出：{ workshops }'),
    options: StartOptions,
    run: start,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('close-task', '改造任务销号，或撤销销号')
      .requiredOption('--name <NAME>', '小作坊名称')
      .option('--task <TASK>', '改造任务的文字或序号，可重复', collect)
      .option('--all', '所有已完成、未销号的任务')
      .option('--on <DATE>', '销号日期，默认为办理日期')
      .option('--by <NAME>', '销号人，默认为帮扶责任人')
      .option('--without-photo <TEXT>', '没有改造后照片的原因')
      .option('--undo', '撤销销号')
      .option('--reason <TEXT>', '撤销的原因')
      .addHelpText('after', '\nJSON 输出：{ tasks, totals }'),
    options: CloseOptions,
    run: close,
  });
}
