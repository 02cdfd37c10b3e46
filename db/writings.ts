import { and, asc, eq, ne } from 'drizzle-orm';
import { attachmentRow } from './attachmentRecords.ts';
import { ContentHash, readBytes } from './attachments.ts';
import { audit } from './audit.ts';
import { currentCampaign } from './bureau.ts';
import type { WritingRow, WritingSubject } from './model/contract/writings.ts';
import type { IsoDate } from './model/dates.ts';
import { newId, type WorkshopId, WritingId } from './model/ids.ts';
import type { WritingPaper } from './model/papers/office.ts';
import { ok, problem, type Result, refuse } from './model/problems.ts';
import { obligationKey } from './model/submissionCalendar.ts';
import { WRITING_KINDS } from './model/terms.ts';
import {
  renewed,
  unfinished,
  WritingBody,
  type WritingDraft,
  type WritingEdit,
  withEdit,
} from './model/writing.ts';
import { type Act, type Office, transact } from './office.ts';
import { paperHead } from './paperHead.ts';
import { removeRow } from './recycle.ts';
import { writing } from './schema.ts';

type Row = typeof writing.$inferSelect;

export interface Writing extends WritingRow {
  readonly body: WritingBody;
  readonly finishedOn: IsoDate | null;
}

export interface FreshWriting extends WritingDraft {
  readonly title: string;
}

const unknown = () =>
  refuse(problem('writing.unknown', '没有找到该份总结材料，可能已移入回收站，请刷新后再试'));

const writingOf = ({ campaignId: _, body, ...row }: Row): Writing => {
  const read = WritingBody.parse(JSON.parse(body));
  return { ...row, body: read, asOf: read.asOf };
};

/** The year's texts: the summary first, then cases, then reports. */
export const writings = (office: Office): readonly Writing[] =>
  office.db
    .select()
    .from(writing)
    .where(eq(writing.campaignId, currentCampaign(office).id))
    .orderBy(asc(writing.id))
    .all()
    .map(writingOf)
    .sort((one, other) => orderOf(one) - orderOf(other));

const orderOf = ({ kind }: Writing): number => Object.keys(WRITING_KINDS).indexOf(kind);

export const writingRows = (office: Office): readonly WritingRow[] =>
  writings(office).map(({ body: _, ...row }) => row);

export function findWriting(office: Office, id: WritingId): Result<Writing> {
  const row = office.db
    .select()
    .from(writing)
    .where(and(eq(writing.id, id), eq(writing.campaignId, currentCampaign(office).id)))
    .get();
  return row ? ok(writingOf(row)) : unknown();
}

/** What a stored text is of. */
export function subjectOf({ kind, workshopId, body }: Writing): WritingSubject | null {
  if (kind === 'summary') return { kind };
  if (kind === 'case') return workshopId === null ? null : { kind, workshopId };
  return body.subject && { kind, submission: body.subject.kind, month: body.subject.month };
}

const keyOf = (subject: WritingSubject): string => {
  if (subject.kind === 'summary') return 'summary';
  if (subject.kind === 'case') return `case ${subject.workshopId}`;
  return `report ${obligationKey(subject.submission, subject.month)}`;
};

/** There is one text of each subject a year. */
export const existingWriting = (office: Office, subject: WritingSubject): Writing | undefined =>
  writings(office).find((one) => {
    const own = subjectOf(one);
    return own !== null && keyOf(own) === keyOf(subject);
  });

/** A text that comes back beside a newer one of its subject would leave two: the clerk decides which stays. */
export function onlyOfItsSubject(office: Office, id: WritingId): Result<void> {
  const row = office.db.select().from(writing).where(eq(writing.id, id)).get();
  const subject = row && subjectOf(writingOf(row));
  if (!row || !subject) return ok(undefined);
  const others = office.db
    .select()
    .from(writing)
    .where(and(eq(writing.campaignId, row.campaignId), ne(writing.id, id)))
    .all();
  const other = others.find((one) => {
    const own = subjectOf(writingOf(one));
    return own !== null && keyOf(own) === keyOf(subject);
  });
  if (!other) return ok(undefined);
  const what = WRITING_KINDS[subject.kind];
  return refuse(
    problem(
      'writing.exists',
      `已有新写的${what}《${other.title}》，同一内容只能有一份；要用回收站中的这一份，请先将《${other.title}》移入回收站`,
      { found: other.title },
    ),
  );
}

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
  values: Partial<Pick<Row, 'title' | 'finishedOn'>> & { readonly body?: WritingBody },
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

/** 重新取数 */
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

export function reopenWriting(office: Office, id: WritingId, act: Act): Result<void> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const { title } = found.value;
  return change(office, found.value, { finishedOn: null }, 'writing.reopen', `取消《${title}》的定稿`, act);
}

export function removeWriting(office: Office, id: WritingId, reason: string, act: Act): Result<string> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const { title: name, workshopId } = found.value;
  return removeRow(office, { kind: 'writing', id, name, reason, workshopId }, act);
}

/** The text as it is printed; its pictures are read apart (`writingPhotos`). */
export function writingPaper(office: Office, id: WritingId): Result<WritingPaper> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const { kind, title, finishedOn, body } = found.value;
  return ok({
    paper: 'writing',
    ...paperHead(office),
    kind,
    title,
    asOf: finishedOn ?? body.asOf,
    finished: finishedOn !== null,
    sections: body.sections.map(({ heading, text }) => ({ heading, text })),
    annexes: body.annexes,
    photos: [],
  });
}

/** The smaller copies of the pictures a case shows; one that was removed meanwhile is left out. */
export async function writingPhotos(office: Office, id: WritingId): Promise<Result<WritingPaper['photos']>> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const photos: { caption: string; jpeg: Uint8Array }[] = [];
  for (const attachmentId of found.value.body.photos) {
    const row = attachmentRow(office, attachmentId);
    if (!row.ok || row.value.removedAt !== null || row.value.previewHash === null) continue;
    const bytes = await readBytes(office, ContentHash.parse(row.value.previewHash));
    if (!bytes.ok) return bytes;
    photos.push({ caption: row.value.title, jpeg: bytes.value });
  }
  return ok(photos);
}
