import { and, eq } from 'drizzle-orm';
import { audit } from './audit.ts';
import { currentCampaign } from './bureau.ts';
import { changesBetween } from './model/changes.ts';
import type { TaskProgress } from './model/contract/works.ts';
import type { IsoDate } from './model/dates.ts';
import type { PlanId } from './model/ids.ts';
import { invariant, ok, type Problem, problem, type Result, refuse } from './model/problems.ts';
import { WORK_FIELDS } from './model/workFields.ts';
import {
  type CloseInput,
  closeProblems,
  NO_WORK,
  type WorkInput,
  type WorkRecord,
  workProblems,
} from './model/works.ts';
import { type Act, type Office, transact } from './office.ts';
import { plan, taskWork } from './schema.ts';
import { revisionsOf } from './stageFacts.ts';
import { gatherWorks, type PlanWorks } from './worksRecords.ts';

const UNSIGNED = () =>
  refuse(problem('works.unsigned', '方案尚未签批，不能开工（方案经主管领导签字后方可组织实施）'));

/** The first day works may begin: the leader's signature on the first signed revision. */
function signedOn(office: Office, planId: PlanId): IsoDate | undefined {
  return revisionsOf(office, currentCampaign(office).id, { planId })
    .find((row) => row.state === 'signed')
    ?.signatures.find((one) => one.role === 'leader')?.signedOn;
}

/**
 * 登记开工: never before the leader's signature (notice 三（三）). Given again, it corrects the day, which then may
 * not lie after the first task was finished.
 */
export function startWorks(office: Office, planId: PlanId, startedOn: IsoDate, act: Act): Result<void> {
  const [works] = gatherWorks(office, act.today, { planId });
  const first = signedOn(office, planId);
  if (!works || !first) return UNSIGNED();
  const before = works.plan.worksStartedOn;
  if (before === null && works.newest !== works.signed) return UNSIGNED();
  const finished = works.tasks.map((task) => task.work.finishedOn).filter((day) => day !== null);
  const last = [act.today, ...finished].sort().at(0) ?? act.today;
  if (startedOn < first || startedOn > last) {
    const end = last === act.today ? `${last}（今天）` : `${last}（最早完成的任务）`;
    const expected = `${first}（领导签字日）至${end}`;
    return refuse(
      problem('works.date', `开工日期${startedOn}应在${expected}之间`, {
        field: 'startedOn',
        found: startedOn,
        expected,
      }),
    );
  }
  return transact(office, () => {
    office.db.update(plan).set({ worksStartedOn: startedOn }).where(eq(plan.id, planId)).run();
    const sentence = before === null ? `登记开工：${startedOn}` : `更正开工日期：${before}改为${startedOn}`;
    audit(office, act, 'works.start', sentence, works.plan.workshopId);
    return ok(undefined);
  });
}

const hasRecord = ({ tasks, dropped }: PlanWorks): boolean =>
  dropped.length > 0 || tasks.some((task) => task.state !== 'notStarted');

/** Takes 开工 back, while nothing of the works is recorded. */
export function undoStartWorks(office: Office, planId: PlanId, reason: string, act: Act): Result<void> {
  const [works] = gatherWorks(office, act.today, { planId });
  if (!works || works.plan.worksStartedOn === null)
    return refuse(problem('works.notStarted', '该方案没有开工登记'));
  if (hasRecord(works))
    return refuse(
      problem('works.recorded', '已登记改造进度，不能撤销开工；开工日期有误可直接更正，或先逐项撤销进度'),
    );
  return transact(office, () => {
    office.db.update(plan).set({ worksStartedOn: null }).where(eq(plan.id, planId)).run();
    audit(office, act, 'works.undo', `撤销了开工登记，原因：${reason}`, works.plan.workshopId);
    return ok(undefined);
  });
}

interface Target {
  readonly works: PlanWorks;
  readonly startedOn: IsoDate;
}

function begun(office: Office, planId: PlanId, today: IsoDate): Result<Target> {
  const [works] = gatherWorks(office, today, { planId });
  if (!works) return UNSIGNED();
  const startedOn = works.plan.worksStartedOn;
  if (startedOn === null)
    return refuse(problem('works.notStarted', '还没有登记开工，登记开工后才能登记改造进度'));
  return ok({ works, startedOn });
}

interface FoundTask {
  readonly line: string;
  readonly name: string;
  readonly measure: string;
  readonly work: WorkRecord;
  readonly photosAfter: number;
  readonly dropped: boolean;
}

/** The task of the signed revision, or one a later revision dropped: its costs may still be corrected. */
function findTask({ tasks, dropped }: PlanWorks, line: string): FoundTask | undefined {
  const task = tasks.find((one) => one.line === line);
  if (task) return { ...task, name: `第${task.number}项任务“${task.measure}”`, dropped: false };
  const gone = dropped.find((one) => one.line === line);
  return gone && { ...gone, name: `已取消的任务“${gone.measure}”`, photosAfter: 0, dropped: true };
}

const noTask = () => problem('works.task', '签批的方案中没有这项任务，请刷新后再试');
const isClosed = (name: string, closedOn: IsoDate): Problem =>
  problem('works.closed', `${name}：已于${closedOn}销号，不能修改；如有误请先撤销销号`);

function write(office: Office, planId: PlanId, line: string, work: WorkRecord): void {
  office.db
    .insert(taskWork)
    .values({ planId, line, ...work })
    .onConflictDoUpdate({ target: [taskWork.planId, taskWork.line], set: work })
    .run();
}

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
      write(office, planId, task.line, { ...NO_WORK, ...work });
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
  const target = begun(office, planId, act.today);
  if (!target.ok) return target;
  const { works } = target.value;
  const task = findTask(works, line);
  if (!task) return refuse(noTask());
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
      write(office, planId, task.line, { ...task.work, closedOn, closedBy, closedNote });
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
  const target = begun(office, planId, act.today);
  if (!target.ok) return target;
  const { works } = target.value;
  const task = findTask(works, line);
  if (!task) return refuse(noTask());
  if (task.work.closedOn === null) return refuse(problem('works.notClosed', `${task.name}：没有销号`));
  return transact(office, () => {
    write(office, planId, line, { ...task.work, closedOn: null, closedBy: '', closedNote: '' });
    const sentence = `撤销了${task.name}的销号，原因：${reason}`;
    audit(office, act, 'works.undoClose', sentence, works.plan.workshopId);
    return ok(undefined);
  });
}
