import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type { WritingSubject } from '../model/contract/writings.ts';
import { newId, type WorkshopId, WritingId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { WRITING_KINDS } from '../model/terms.ts';
import { renewed, unfinished, type WritingBody, type WritingEdit, withEdit } from '../model/writing.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { writing } from '../schema.ts';
import { existingWriting, type FreshWriting, findWriting, type Writing } from './writings.ts';

/** Keeps a draft made from the records; the text there already is, if there is one. */
export function createWriting(
  office: Office,
  subject: WritingSubject,
  { title, sections, annexes }: FreshWriting,
  act: Act,
): Result<WritingId> {
  const existing = existingWriting(office, subject);
  if (existing) return ok(existing.id);
  const id = newId(WritingId);
  const workshopId: WorkshopId | null = subject.kind === 'case' ? subject.workshopId : null;
  const body: WritingBody = {
    asOf: act.today,
    subject: subject.kind === 'report' ? { kind: subject.submission, month: subject.month } : null,
    sections: [...sections],
    annexes: [...annexes],
    photos: [],
  };
  return transact(office, () => {
    office.db
      .insert(writing)
      .values({
        id,
        campaignId: currentCampaign(office).id,
        kind: subject.kind,
        workshopId,
        title,
        body: JSON.stringify(body),
        updatedAt: act.at,
      })
      .run();
    audit(
      office,
      act,
      'writing.create',
      `按记录生成${WRITING_KINDS[subject.kind]}《${title}》`,
      workshopId ?? undefined,
    );
    return ok(id);
  });
}

const finishedAlready = (title: string) =>
  refuse(problem('writing.finished', `《${title}》已定稿，请先“取消定稿”再修改`, { found: '已定稿' }));

function change(
  office: Office,
  { id, workshopId }: Writing,
  values: Partial<Pick<typeof writing.$inferSelect, 'title' | 'finishedOn'>> & {
    readonly body?: WritingBody;
  },
  action: string,
  sentence: string,
  act: Act,
): Result<void> {
  const { body, ...rest } = values;
  return transact(office, () => {
    office.db
      .update(writing)
      .set({ ...rest, ...(body ? { body: JSON.stringify(body) } : {}), updatedAt: act.at })
      .where(eq(writing.id, id))
      .run();
    audit(office, act, action, sentence, workshopId ?? undefined);
    return ok(undefined);
  });
}

/** Keeps what the clerk wrote. */
export function saveWriting(office: Office, id: WritingId, edit: WritingEdit, act: Act): Result<void> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  if (found.value.finishedOn !== null) return finishedAlready(found.value.title);
  const body = withEdit(found.value.body, edit);
  return change(
    office,
    found.value,
    { title: edit.title, body },
    'writing.save',
    `修改了《${edit.title}》`,
    act,
  );
}

/** 重新取数: sections nobody wrote in are written anew, the others keep their text with the new one beside it. */
export function renewWriting(office: Office, id: WritingId, fresh: FreshWriting, act: Act): Result<void> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const { title, finishedOn, body } = found.value;
  if (finishedOn !== null) return finishedAlready(title);
  return change(
    office,
    found.value,
    { body: renewed(body, fresh, act.today) },
    'writing.renew',
    `《${title}》按记录重新取数`,
    act,
  );
}

/** 定稿: what is handed up does not change any more. */
export function finishWriting(office: Office, id: WritingId, act: Act): Result<void> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const open = unfinished(found.value.body);
  if (open.length > 0) return refuse(...open);
  const { title } = found.value;
  return change(office, found.value, { finishedOn: act.today }, 'writing.finish', `《${title}》定稿`, act);
}

/** 取消定稿. */
export function reopenWriting(office: Office, id: WritingId, act: Act): Result<void> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const { title } = found.value;
  return change(office, found.value, { finishedOn: null }, 'writing.reopen', `取消《${title}》的定稿`, act);
}

/** Into 回收站. */
export function removeWriting(office: Office, id: WritingId, reason: string, act: Act): Result<string> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const { title: name, workshopId } = found.value;
  return removeRow(office, { kind: 'writing', id, name, reason, workshopId }, act);
}
