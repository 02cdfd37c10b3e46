import type { TaskWorks } from '../../../db/model/contract/works.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { planRows } from '../../../db/plans/plans.ts';
import { gatherWorks, type PlanWorks } from '../../../db/works/worksRecords.ts';
import type { Workspace } from '../workspace.ts';

export const reasonMissing = (): Problem => problem('option.reason', '撤销请用 --reason 写明原因');

export const named = (name: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, message: `${name}：${one.message}` }));

/** The works of the workshop named. */
export function worksNamed(name: string | undefined, { office, act }: Workspace): Result<PlanWorks> {
  if (name === undefined) return refuse(problem('option.name', '请用 --name 指定小作坊名称'));
  const rows = planRows(office, act.today).filter((row) => row.workshopName === name);
  const [only, another] = rows;
  if (!only) return refuse(problem('name.unknown', `“${name}”不在创建名单中`, { found: name }));
  if (another) return refuse(problem('name.ambiguous', `“${name}”有${rows.length}家同名`, { found: name }));
  const [works] = gatherWorks(office, act.today, { workshopId: only.workshopId });
  return works ? ok(works) : refuse(problem('works.unsigned', `“${name}”的方案尚未签批`, { found: name }));
}

/** A task by its words or by its number in the plan. */
export function taskNamed(works: PlanWorks, given: string | undefined): Result<TaskWorks> {
  if (given === undefined) return refuse(problem('option.task', '请用 --task 指定改造任务或其序号'));
  const found = works.tasks.filter((one) => one.measure === given || String(one.number) === given);
  const [only, another] = found;
  if (only && !another) return ok(only);
  const expected = works.tasks.map((one) => `${one.number}.${one.measure}`).join('、');
  return refuse(
    problem('works.task', `方案中${another ? '不止一项' : '没有'}任务“${given}”；方案中的任务：${expected}`, {
      found: given,
      expected,
    }),
  );
}
