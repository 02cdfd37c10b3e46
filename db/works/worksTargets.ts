import type { IsoDate } from '../model/dates.ts';
import type { PlanId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import type { WorkRecord } from '../model/works.ts';
import type { Office } from '../office.ts';
import { taskWork } from '../schema.ts';
import { gatherWorks, type PlanWorks } from './worksRecords.ts';

export const UNSIGNED = () =>
  refuse(problem('works.unsigned', '方案尚未签批，不能开工（方案经主管领导签字后方可组织实施）'));

export interface Target {
  readonly works: PlanWorks;
  readonly startedOn: IsoDate;
}

/** The works of a plan that have begun. */
export function begun(office: Office, planId: PlanId, today: IsoDate): Result<Target> {
  const [works] = gatherWorks(office, today, { planId });
  if (!works) return UNSIGNED();
  const startedOn = works.plan.worksStartedOn;
  if (startedOn === null)
    return refuse(problem('works.notStarted', '还没有登记开工，登记开工后才能登记改造进度'));
  return ok({ works, startedOn });
}

export interface FoundTask {
  readonly line: string;
  readonly name: string;
  readonly measure: string;
  readonly work: WorkRecord;
  readonly photosAfter: number;
  readonly dropped: boolean;
}

/** The task of the signed revision, or one a later revision dropped: its costs may still be corrected. */
export function findTask({ tasks, dropped }: PlanWorks, line: string): FoundTask | undefined {
  const task = tasks.find((one) => one.line === line);
  if (task) return { ...task, name: `第${task.number}项任务“${task.measure}”`, dropped: false };
  const gone = dropped.find((one) => one.line === line);
  return gone && { ...gone, name: `已取消的任务“${gone.measure}”`, photosAfter: 0, dropped: true };
}

export const noTask = () => problem('works.task', '签批的方案中没有这项任务，请刷新后再试');
export const isClosed = (name: string, closedOn: IsoDate): Problem =>
  problem('works.closed', `${name}：已于${closedOn}销号，不能修改；如有误请先撤销销号`);

/** One task of a plan whose works have begun. */
export function begunTask(
  office: Office,
  planId: PlanId,
  line: string,
  today: IsoDate,
): Result<Target & { readonly task: FoundTask }> {
  const target = begun(office, planId, today);
  if (!target.ok) return target;
  const task = findTask(target.value.works, line);
  return task ? ok({ ...target.value, task }) : refuse(noTask());
}

/** Writes what is recorded of one task. */
export function writeWork(office: Office, planId: PlanId, line: string, work: WorkRecord): void {
  office.db
    .insert(taskWork)
    .values({ planId, line, ...work })
    .onConflictDoUpdate({ target: [taskWork.planId, taskWork.line], set: work })
    .run();
}
