import { asc, eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { allStaff, bureauOf, currentCampaign } from '../bureau/bureau.ts';
import { yearRows } from '../bureau/years.ts';
import { type Change, type ChangeField, changesBetween } from '../model/changes.ts';
import { addYears } from '../model/dates.ts';
import { type CampaignId, DutyId, newId } from '../model/ids.ts';
import { type Duty, type DutyInput, dutiesOfNotice } from '../model/mobilisation.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { StaffRole } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { duty } from '../schema.ts';

function dutiesOf(office: Office, campaignId: CampaignId): readonly Duty[] {
  return office.db
    .select()
    .from(duty)
    .where(eq(duty.campaignId, campaignId))
    .orderBy(asc(duty.position), asc(duty.id))
    .all()
    .map(({ campaignId: _, position: __, ...one }) => one);
}

/** 任务分解 of the year shown, in its order. */
export const duties = (office: Office): readonly Duty[] => dutiesOf(office, currentCampaign(office).id);

const FIELDS: readonly ChangeField<DutyInput>[] = [
  { label: '工作任务', shown: (one) => one.task },
  { label: '责任单位', shown: (one) => one.unit || '未填' },
  { label: '责任人', shown: (one) => one.responsible || '未填' },
  { label: '完成时限', shown: (one) => one.dueOn ?? '全年' },
  { label: '完成日期', shown: (one) => one.doneOn ?? '未完成' },
  { label: '备注', shown: (one) => one.note || '未填' },
];

function writeRow(
  office: Office,
  row: DutyInput,
  position: number,
  before: Duty | undefined,
): readonly Change[] {
  const { id, ...values } = row;
  if (before && id !== null) {
    office.db
      .update(duty)
      .set({ ...values, position })
      .where(eq(duty.id, id))
      .run();
    const changes = changesBetween<DutyInput>(before, row, FIELDS);
    return changes.map((change) => ({ ...change, label: `${before.task.slice(0, 20)}：${change.label}` }));
  }
  const campaignId = currentCampaign(office).id;
  office.db
    .insert(duty)
    .values({ ...values, position, campaignId, id: newId(DutyId) })
    .run();
  return [{ label: '新增任务', from: '', to: row.task }];
}

/** Writes the whole table in its order; rows left out go to 回收站. */
export function saveDuties(office: Office, rows: readonly DutyInput[], act: Act): Result<void> {
  const before = duties(office);
  const known = new Map(before.map((one) => [one.id, one]));
  const lost = rows.find((row) => row.id !== null && !known.has(row.id));
  if (lost) {
    return refuse(problem('duty.unknown', `任务“${lost.task}”已被删除或属于其他年度，请刷新后再试`));
  }
  const kept = new Set(rows.map((row) => row.id));
  return transact(office, () => {
    for (const gone of before.filter((one) => !kept.has(one.id))) {
      const removed = removeRow(office, { kind: 'duty', id: gone.id, name: gone.task, reason: '' }, act);
      if (!removed.ok) return removed;
    }
    const changes = rows.flatMap((row, index) =>
      writeRow(office, row, index + 1, row.id === null ? undefined : known.get(row.id)),
    );
    if (changes.length > 0) {
      // A first table is told by its count alone.
      const told = before.length === 0 ? [] : changes;
      audit(office, act, 'duty.save', `保存了任务分解（${rows.length}项任务）`, undefined, told);
    }
    return ok(undefined);
  });
}

/** The only one with that duty in the campaign; nobody where it is not clear who. */
function onlyOne(office: Office, role: StaffRole): string {
  const people = allStaff(office).filter((one) => one.active && one.roles.includes(role));
  return people.length === 1 ? (people[0]?.name ?? '') : '';
}

/** Rows to begin with; nothing is written. `lastYear` refuses where the year before has none. */
export function proposeDuties(office: Office, from: 'notice' | 'lastYear'): Result<readonly DutyInput[]> {
  const { policy, year } = currentCampaign(office);
  if (from === 'notice') {
    return ok(
      dutiesOfNotice(policy, {
        section: bureauOf(office).section,
        sectionHead: onlyOne(office, 'sectionHead'),
        leader: onlyOne(office, 'leader'),
      }),
    );
  }
  const earlier = yearRows(office).find((one) => one.year < year);
  const rows = earlier ? dutiesOf(office, earlier.campaignId) : [];
  if (!earlier || rows.length === 0) {
    return refuse(problem('duty.noLastYear', '上一年度没有任务分解，请按通知生成'));
  }
  const shift = year - earlier.year;
  return ok(
    rows.map(({ dueOn, ...row }) => ({
      ...row,
      id: null,
      dueOn: dueOn === null ? null : addYears(dueOn, shift),
      doneOn: null,
    })),
  );
}
