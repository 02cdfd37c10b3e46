import { and, desc, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { allOutcomes, standings } from '../inspections/outcomes.ts';
import { changesBetween } from '../model/changes.ts';
import type { RectificationView } from '../model/contract/results.ts';
import { newId, RectificationId, type WorkshopId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { dayProblems, type RectificationDone, type RectificationInput } from '../model/results.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { inspection, rectification, workshop } from '../schema.ts';

const unknown = () =>
  refuse(problem('rectification.unknown', '没有找到该整改要求，可能已移入回收站，请刷新后再试'));

/** 整改 of the year at work, the newest first. */
export function rectifications(office: Office): readonly RectificationView[] {
  const found = standings(office);
  const totals = new Map(allOutcomes(office).map((one) => [one.inspectionId, one.total]));
  return office.db
    .select({ row: rectification, inspection, name: workshop.name })
    .from(rectification)
    .innerJoin(inspection, eq(inspection.id, rectification.inspectionId))
    .innerJoin(workshop, eq(workshop.id, inspection.workshopId))
    .where(and(eq(inspection.campaignId, currentCampaign(office).id), isNull(workshop.removedAt)))
    .orderBy(desc(rectification.id))
    .all()
    .map(({ row, inspection: { workshopId, inspectedOn }, name }) => ({
      ...row,
      workshopId,
      workshopName: name,
      inspectedOn,
      total: totals.get(row.inspectionId) ?? null,
      past: found.get(workshopId)?.failing?.inspectionId !== row.inspectionId,
    }));
}

const find = (office: Office, id: RectificationId): RectificationView | undefined =>
  rectifications(office).find((one) => one.id === id);

const issueProblems = (
  { issuedOn }: RectificationInput,
  inspectedOn: RectificationView['inspectedOn'],
  { today }: Act,
): readonly Problem[] => dayProblems('issuedOn', issuedOn, { on: inspectedOn, what: '考评日' }, today);

/** 下达整改: only where the latest word of county, city or province is below the pass score, and one at a time. */
export function demandRectification(
  office: Office,
  workshopId: WorkshopId,
  input: RectificationInput,
  act: Act,
): Result<RectificationId> {
  const name = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get()?.name ?? '';
  const standing = standings(office).get(workshopId);
  if (!standing?.county) {
    return refuse(problem('rectification.notScored', `“${name}”还没有完成的县级考评，不能下达整改`));
  }
  const { failing } = standing;
  if (!failing) {
    return refuse(problem('rectification.passed', `“${name}”最近一次考评已达标，不需要整改`));
  }
  const open = rectifications(office).find(
    (one) => one.workshopId === workshopId && !one.past && one.doneOn === null,
  );
  if (open) {
    return refuse(
      problem('rectification.open', `“${name}”已有${open.issuedOn}下达、尚未完成的整改，请修改该整改要求`),
    );
  }
  const problems = issueProblems(input, failing.on, act);
  if (problems.length > 0) return refuse(...problems);
  const id = newId(RectificationId);
  return transact(office, () => {
    office.db
      .insert(rectification)
      .values({ ...input, id, inspectionId: failing.inspectionId, checkedBy: '', note: '' })
      .run();
    audit(office, act, 'rectification.issue', `对“${name}”下达整改，期限${input.dueOn}`, workshopId);
    return ok(id);
  });
}

/** Corrects what was demanded, with a reason. */
export function changeRectification(
  office: Office,
  id: RectificationId,
  input: RectificationInput,
  reason: string,
  act: Act,
): Result<void> {
  const before = find(office, id);
  if (!before) return unknown();
  if (before.doneOn !== null) {
    return refuse(problem('rectification.done', '该整改已登记完成，请先撤回完成登记再修改'));
  }
  const problems = issueProblems(input, before.inspectedOn, act);
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    office.db.update(rectification).set(input).where(eq(rectification.id, id)).run();
    const changes = changesBetween<RectificationInput>(before, input, [
      { label: '下达日期', shown: (one) => one.issuedOn },
      { label: '整改期限', shown: (one) => one.dueOn },
      { label: '整改要求', shown: (one) => one.demands },
    ]);
    const sentence = `修改了“${before.workshopName}”的整改要求，原因：${reason}`;
    audit(office, act, 'rectification.change', sentence, before.workshopId, changes);
    return ok(undefined);
  });
}

/** 整改完成: seen by whom, and when. */
export function closeRectification(
  office: Office,
  id: RectificationId,
  done: RectificationDone,
  act: Act,
): Result<void> {
  const row = find(office, id);
  if (!row) return unknown();
  if (row.doneOn !== null) return refuse(problem('rectification.done', '该整改已登记完成，请刷新后再看'));
  const problems = dayProblems('doneOn', done.doneOn, { on: row.issuedOn, what: '下达日' }, act.today);
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    office.db.update(rectification).set(done).where(eq(rectification.id, id)).run();
    const late = done.doneOn > row.dueOn ? `，超过期限${row.dueOn}` : '';
    const sentence = `“${row.workshopName}”整改完成（${done.doneOn}，${done.checkedBy}核查${late}）`;
    audit(office, act, 'rectification.close', sentence, row.workshopId);
    return ok(undefined);
  });
}

/** Takes 完成 back, as long as no re-inspection was made on it. */
export function reopenRectification(
  office: Office,
  id: RectificationId,
  reason: string,
  act: Act,
): Result<void> {
  const row = find(office, id);
  if (!row || row.doneOn === null) return unknown();
  if (row.past) {
    return refuse(problem('rectification.past', `“${row.workshopName}”整改后已经复查，不能再撤回完成登记`));
  }
  return transact(office, () => {
    office.db
      .update(rectification)
      .set({ doneOn: null, checkedBy: '', note: '' })
      .where(eq(rectification.id, id))
      .run();
    const sentence = `撤回了“${row.workshopName}”的整改完成登记，原因：${reason}`;
    audit(office, act, 'rectification.reopen', sentence, row.workshopId);
    return ok(undefined);
  });
}

/** Into 回收站. */
export function removeRectification(
  office: Office,
  id: RectificationId,
  reason: string,
  act: Act,
): Result<string> {
  const row = find(office, id);
  if (!row) return unknown();
  const { workshopId, workshopName, issuedOn } = row;
  const name = `${workshopName} ${issuedOn}`;
  return removeRow(office, { kind: 'rectification', id, name, reason, workshopId }, act);
}
