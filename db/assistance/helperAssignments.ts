import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { allStaff, currentCampaign } from '../bureau/bureau.ts';
import {
  type AssignInput,
  assignProblems,
  type HandOverInput,
  handOverProblems,
  openAssignment,
} from '../model/assistance.ts';
import type { IsoDate } from '../model/dates.ts';
import { AssignmentId, newId, type StaffId, type WorkshopId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { LISTED_STAGES } from '../model/stage.ts';
import { type Act, type Office, transact } from '../office.ts';
import { assistanceVisit, helperAssignment } from '../schema.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { assignmentsOf, staffNames } from './assistance.ts';

/** Only somebody who still works here and is a 帮扶责任人 can be named. */
function helperNamed(office: Office, staffId: StaffId): Result<string> {
  const found = allStaff(office).find((one) => one.id === staffId);
  if (!found?.active) {
    return refuse(problem('staff.unknown', '没有找到该人员，可能已停用，请重新选择', { field: 'staffId' }));
  }
  if (!found.roles.includes('helper')) {
    return refuse(
      problem('assistance.role', `${found.name}不是帮扶责任人，请先在“设置—人员”中添加该职责`, {
        field: 'staffId',
        found: found.name,
      }),
    );
  }
  return ok(found.name);
}

/** Names of the workshops asked for; refuses those that are not on the 创建名单. */
function assisted(
  office: Office,
  ids: readonly WorkshopId[],
  today: IsoDate,
): Result<ReadonlyMap<WorkshopId, string>> {
  const rows = new Map(workshopRows(office, today).map((row) => [row.workshopId, row]));
  const wrong = ids.filter((id) => !LISTED_STAGES.includes(rows.get(id)?.stage ?? 'withdrawn'));
  if (wrong.length === 0) return ok(new Map(ids.map((id) => [id, rows.get(id)?.name ?? ''])));
  return refuse(
    ...wrong.map((id) =>
      problem(
        'assistance.notListed',
        `“${rows.get(id)?.name ?? '该小作坊'}”不在创建名单上，不能安排帮扶责任人`,
      ),
    ),
  );
}

/** Each problem says which workshop it is about, since many are worked on at once. */
const about = (name: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, message: `“${name}”：${one.message}` }));

interface Line {
  readonly workshopId: WorkshopId;
  readonly staffId: StaffId;
  readonly fromDay: IsoDate;
  readonly reason: string;
}

const insert = (office: Office, line: Line): void => {
  office.db
    .insert(helperAssignment)
    .values({ ...line, id: newId(AssignmentId), campaignId: currentCampaign(office).id, untilDay: null })
    .run();
};

/** Names one helper for workshops that have none; all of them or, where one cannot be, none. */
export function assignHelper(office: Office, input: AssignInput, act: Act): Result<number> {
  const helper = helperNamed(office, input.staffId);
  if (!helper.ok) return helper;
  const names = assisted(office, input.workshopIds, act.today);
  if (!names.ok) return names;
  return transact(office, () => {
    for (const [workshopId, name] of names.value) {
      const problems = assignProblems(assignmentsOf(office, workshopId), input, act.today);
      if (problems.length > 0) return refuse(...about(name, problems));
      insert(office, { workshopId, staffId: input.staffId, fromDay: input.fromDay, reason: '' });
      const sentence = `安排${helper.value}为“${name}”的帮扶责任人，自${input.fromDay}起`;
      audit(office, act, 'helper.assign', sentence, workshopId);
    }
    return ok(names.value.size);
  });
}

/** Hands workshops over to another helper: ends each line on the day and begins the next. */
export function handOver(office: Office, input: HandOverInput, act: Act): Result<number> {
  const helper = helperNamed(office, input.staffId);
  if (!helper.ok) return helper;
  const names = assisted(office, input.workshopIds, act.today);
  if (!names.ok) return names;
  const nameOf = staffNames(office);
  return transact(office, () => {
    for (const [workshopId, name] of names.value) {
      const lines = assignmentsOf(office, workshopId);
      const problems = handOverProblems(lines, input, act.today);
      const open = openAssignment(lines);
      if (!open || problems.length > 0) return refuse(...about(name, problems));
      end(office, open.id, input.onDay);
      const { staffId, onDay: fromDay, reason } = input;
      insert(office, { workshopId, staffId, fromDay, reason });
      const sentence = `“${name}”的帮扶责任人由${nameOf(open.staffId)}移交给${helper.value}，自${fromDay}起，原因：${reason}`;
      audit(office, act, 'helper.handOver', sentence, workshopId);
    }
    return ok(names.value.size);
  });
}

const end = (office: Office, id: AssignmentId, untilDay: IsoDate | null): void => {
  office.db.update(helperAssignment).set({ untilDay }).where(eq(helperAssignment.id, id)).run();
};

const visitsSince = (office: Office, workshopId: WorkshopId, staffId: StaffId, day: IsoDate): number =>
  office.db
    .select()
    .from(assistanceVisit)
    .where(eq(assistanceVisit.workshopId, workshopId))
    .all()
    .filter((one) => one.staffId === staffId && one.visitedOn >= day).length;

/** Takes the newest line back, unless its helper has visited since: the helper before goes on as if nothing was. */
export function undoAssignment(office: Office, workshopId: WorkshopId, act: Act): Result<void> {
  const lines = assignmentsOf(office, workshopId);
  const last = openAssignment(lines);
  if (!last) return refuse(problem('assistance.unassigned', '没有可以撤销的安排，请刷新后再试'));
  const name = staffNames(office)(last.staffId);
  const visits = visitsSince(office, workshopId, last.staffId, last.fromDay);
  if (visits > 0) {
    return refuse(
      problem('assistance.visited', `${name}已有${visits}次走访记录，不能撤销这次安排；要更换请用“移交”`, {
        found: `${visits}次`,
      }),
    );
  }
  const before = lines[lines.indexOf(last) - 1];
  return transact(office, () => {
    office.db.delete(helperAssignment).where(eq(helperAssignment.id, last.id)).run();
    if (before) end(office, before.id, null);
    const what = before ? `移交，帮扶责任人恢复为${staffNames(office)(before.staffId)}` : '安排';
    audit(office, act, 'helper.undo', `撤销了由${name}帮扶的${what}`, workshopId);
    return ok(undefined);
  });
}
