import { audit } from '../audit.ts';
import type { PlanId } from '../model/ids.ts';
import { invariant, ok, problem, type Result, refuse } from '../model/problems.ts';
import { type CloseInput, closeProblems } from '../model/works.ts';
import { type Act, type Office, transact } from '../office.ts';
import { begun, begunTask, findTask, noTask, writeWork } from './worksTargets.ts';

/** 销号: strikes finished tasks off the list, all or none. */
export function closeTasks(
  office: Office,
  planId: PlanId,
  lines: readonly string[],
  input: CloseInput,
  act: Act,
): Result<void> {
  const target = begun(office, planId, act.today);
  if (!target.ok) return target;
  const { works } = target.value;
  const tasks = lines.map((line) => findTask(works, line));
  const problems = tasks.flatMap((task) => {
    if (!task || task.dropped) return [noTask()];
    const { photosAfter, name } = task;
    return closeProblems(task.work, input, { photosAfter, today: act.today, name });
  });
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    for (const task of tasks) {
      invariant(task, 'checked above');
      const closedNote = task.photosAfter > 0 ? '' : input.noPhotoReason;
      const { closedOn, closedBy } = input;
      writeWork(office, planId, task.line, { ...task.work, closedOn, closedBy, closedNote });
      const without = closedNote === '' ? '' : `，无改造后照片：${closedNote}`;
      const sentence = `${task.name}销号：${closedOn}，${closedBy}${without}`;
      audit(office, act, 'works.close', sentence, works.plan.workshopId);
    }
    return ok(undefined);
  });
}

/** Puts a task back on the list. */
export function undoClose(
  office: Office,
  planId: PlanId,
  line: string,
  reason: string,
  act: Act,
): Result<void> {
  const target = begunTask(office, planId, line, act.today);
  if (!target.ok) return target;
  const { works, task } = target.value;
  if (task.work.closedOn === null) return refuse(problem('works.notClosed', `${task.name}：没有销号`));
  return transact(office, () => {
    writeWork(office, planId, line, { ...task.work, closedOn: null, closedBy: '', closedNote: '' });
    const sentence = `撤销了${task.name}的销号，原因：${reason}`;
    audit(office, act, 'works.undoClose', sentence, works.plan.workshopId);
    return ok(undefined);
  });
}
