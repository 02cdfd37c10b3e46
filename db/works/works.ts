import { and, eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { changesBetween } from '../model/changes.ts';
import type { TaskProgress } from '../model/contract/works.ts';
import type { PlanId } from '../model/ids.ts';
import { ok, type Problem, type Result, refuse } from '../model/problems.ts';
import { WORK_FIELDS } from '../model/workFields.ts';
import { NO_WORK, type WorkInput, workProblems } from '../model/works.ts';
import { type Act, type Office, transact } from '../office.ts';
import { taskWork } from '../schema.ts';
import { begun, begunTask, type FoundTask, findTask, isClosed, noTask, writeWork } from './worksTargets.ts';

/** Records progress, costs and completion of tasks: all of them, or none where one is wrong. */
export function saveProgress(
  office: Office,
  planId: PlanId,
  inputs: readonly TaskProgress[],
  act: Act,
): Result<void> {
  const target = begun(office, planId, act.today);
  if (!target.ok) return target;
  const { works, startedOn } = target.value;
  const problems: Problem[] = [];
  const changed: { readonly task: FoundTask; readonly work: WorkInput }[] = [];
  for (const { line, ...work } of inputs) {
    const task = findTask(works, line);
    if (!task) {
      problems.push(noTask());
      continue;
    }
    if (changesBetween(task.work, work, WORK_FIELDS).length === 0) continue;
    if (task.work.closedOn !== null) problems.push(isClosed(task.name, task.work.closedOn));
    problems.push(...workProblems(work, { startedOn, today: act.today, name: task.name }));
    changed.push({ task, work });
  }
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    for (const { task, work } of changed) {
      writeWork(office, planId, task.line, { ...NO_WORK, ...work });
      const changes = changesBetween(task.work, work, WORK_FIELDS);
      const sentence = `登记了${task.name}的改造进度：${work.progressPercent}%`;
      audit(office, act, 'works.progress', sentence, works.plan.workshopId, changes);
    }
    return ok(undefined);
  });
}

/** Takes back what was recorded of one task. */
export function clearProgress(
  office: Office,
  planId: PlanId,
  line: string,
  reason: string,
  act: Act,
): Result<void> {
  const target = begunTask(office, planId, line, act.today);
  if (!target.ok) return target;
  const { works, task } = target.value;
  if (task.work.closedOn !== null) return refuse(isClosed(task.name, task.work.closedOn));
  return transact(office, () => {
    office.db
      .delete(taskWork)
      .where(and(eq(taskWork.planId, planId), eq(taskWork.line, line)))
      .run();
    const changes = changesBetween<WorkInput>(task.work, NO_WORK, WORK_FIELDS);
    const sentence = `撤销了${task.name}的进度登记，原因：${reason}`;
    audit(office, act, 'works.clear', sentence, works.plan.workshopId, changes);
    return ok(undefined);
  });
}
