import { and, asc, eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { type ChangeField, changesBetween } from '../model/changes.ts';
import { MeetingId, newId } from '../model/ids.ts';
import type { Meeting, MeetingInput } from '../model/mobilisation.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { meeting } from '../schema.ts';

const unknown = () =>
  refuse(problem('meeting.unknown', '没有找到该次动员会，可能已移入回收站，请刷新后再试'));

const FIELDS: readonly ChangeField<MeetingInput>[] = [
  { label: '召开日期', shown: (one) => one.heldOn },
  { label: '地点', shown: (one) => one.place },
  { label: '主持人', shown: (one) => one.host },
  { label: '议题', shown: (one) => one.topic },
  { label: '参加人员', shown: (one) => one.participants },
  { label: '人数', shown: (one) => (one.headcount === null ? '未填' : `${one.headcount}人`) },
  { label: '会议内容', shown: (one) => (one.content === '' ? '未填' : `${one.content.length}字`) },
];

const ofYear = (office: Office, id: MeetingId) =>
  office.db
    .select()
    .from(meeting)
    .where(and(eq(meeting.id, id), eq(meeting.campaignId, currentCampaign(office).id)))
    .get();

/** 宣传动员会 of the year shown, by date. */
export const meetings = (office: Office): readonly Meeting[] =>
  office.db
    .select()
    .from(meeting)
    .where(eq(meeting.campaignId, currentCampaign(office).id))
    .orderBy(asc(meeting.heldOn), asc(meeting.id))
    .all()
    .map(({ campaignId: _, ...one }) => one);

/** Records a 宣传动员会 (`id` null), or changes one. */
export function saveMeeting(
  office: Office,
  id: MeetingId | null,
  input: MeetingInput,
  act: Act,
): Result<MeetingId> {
  return transact(office, () => {
    if (id === null) {
      const added = newId(MeetingId);
      const campaignId = currentCampaign(office).id;
      office.db
        .insert(meeting)
        .values({ ...input, id: added, campaignId })
        .run();
      audit(office, act, 'meeting.add', `登记了${input.heldOn}的宣传动员会（${input.topic}）`);
      return ok(added);
    }
    const before = ofYear(office, id);
    if (!before) return unknown();
    office.db.update(meeting).set(input).where(eq(meeting.id, id)).run();
    const changes = changesBetween<MeetingInput>(before, input, FIELDS);
    const said = `修改了${before.heldOn}的宣传动员会记录`;
    audit(office, act, 'meeting.change', said, undefined, changes);
    return ok(id);
  });
}

/** Into 回收站. */
export function removeMeeting(office: Office, id: MeetingId, reason: string, act: Act): Result<void> {
  const row = ofYear(office, id);
  if (!row) return unknown();
  const removed = removeRow(office, { kind: 'meeting', id, name: `${row.heldOn} ${row.topic}`, reason }, act);
  return removed.ok ? ok(undefined) : removed;
}
