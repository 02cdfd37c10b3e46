import { and, asc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { audit } from '../audit.ts';
import {
  ATTACHMENT_ROLES,
  AttachmentRole,
  AttachmentSubject,
  FILE_KINDS,
  fileKindOf,
  sizeAllowed,
  titleFrom,
  wrongKind,
} from '../model/attachments.ts';
import type { AttachmentAdded, AttachmentView } from '../model/contract/attachments.ts';
import { AttachmentId, newId, type WorkshopId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { fileKindIn } from '../pictures/fileKind.ts';
import { takenOn } from '../pictures/photo.ts';
import type { Shrink } from '../pictures/shrink.ts';
import { attachment } from '../schema.ts';
import { subjectFacts } from './attachmentSubjects.ts';
import { storeBytes } from './attachments.ts';

type Row = typeof attachment.$inferSelect;

export interface NewAttachment {
  readonly subject: AttachmentSubject;
  readonly role: AttachmentRole;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const unknown = () => refuse(problem('attachment.unknown', '没有找到该附件，可能已移入回收站，请刷新后再试'));

/** One attachment as it is recorded, in the recycle bin or not. */
export function attachmentRow(office: Office, id: AttachmentId): Result<Row> {
  const row = office.db.select().from(attachment).where(eq(attachment.id, id)).get();
  return row ? ok(row) : unknown();
}

const viewOf = (row: Row, subjectLabel: string): AttachmentView => {
  const kind = fileKindOf(row.mediaType);
  return {
    id: row.id,
    workshopId: row.workshopId,
    subject: AttachmentSubject.parse(row.subject),
    subjectLabel,
    title: row.title,
    role: AttachmentRole.catch('').parse(row.role),
    kindLabel: kind ? FILE_KINDS[kind].label : '文件',
    extension: kind ? FILE_KINDS[kind].extension : '',
    bytes: row.bytes,
    takenOn: row.takenOn,
    addedAt: row.addedAt,
    previewable: row.previewHash !== null || kind === 'webp',
  };
};

const labelOf = (office: Office, subject: string): string | undefined => {
  const facts = subjectFacts(office, AttachmentSubject.parse(subject));
  return facts.ok ? facts.value.label : undefined;
};

/**
 * Rows with the headings of their subjects, each subject looked up once. What is attached to a record in the recycle
 * bin is left out until the record comes back.
 */
function viewsOf(office: Office, rows: readonly Row[]): readonly AttachmentView[] {
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const labels = new Map(subjects.map((one) => [one, labelOf(office, one)]));
  return rows.flatMap((row) => {
    const label = labels.get(row.subject);
    return label === undefined ? [] : [viewOf(row, label)];
  });
}

type AttachmentsOf = { readonly subject: AttachmentSubject } | { readonly workshopId: WorkshopId };

/** The attachments of one subject, or of everything about one workshop, in the order they were added. */
export function attachments(office: Office, of: AttachmentsOf): readonly AttachmentView[] {
  const which =
    'subject' in of ? eq(attachment.subject, of.subject) : eq(attachment.workshopId, of.workshopId);
  return viewsOf(
    office,
    office.db
      .select()
      .from(attachment)
      .where(and(which, isNull(attachment.removedAt)))
      .orderBy(asc(attachment.id))
      .all(),
  );
}

/** The same content already attached to this very subject. */
const sameHere = (office: Office, subject: AttachmentSubject, hash: string): Row | undefined =>
  office.db
    .select()
    .from(attachment)
    .where(and(eq(attachment.subject, subject), eq(attachment.hash, hash), isNull(attachment.removedAt)))
    .get();

const sameElsewhere = (office: Office, subject: AttachmentSubject, hash: string): readonly Row[] =>
  office.db
    .select()
    .from(attachment)
    .where(and(ne(attachment.subject, subject), eq(attachment.hash, hash), isNull(attachment.removedAt)))
    .all();

const namesOf = (role: AttachmentRole, title: string): string =>
  role === '' ? `“${title}”` : `“${title}”（${ATTACHMENT_ROLES[role]}）`;

/**
 * Attaches one file: judged by its content, stored sealed as it came, with a smaller copy of a photo. Refused where
 * the same content is already attached to this subject; elsewhere it is only said.
 */
export async function addAttachment(
  office: Office,
  { subject, role, fileName, bytes }: NewAttachment,
  act: Act,
  shrink: Shrink,
): Promise<Result<AttachmentAdded>> {
  const facts = subjectFacts(office, subject);
  if (!facts.ok) return facts;
  const allowed = sizeAllowed(fileName, bytes.length);
  if (!allowed.ok) return allowed;
  const kind = fileKindIn(bytes);
  if (!kind) return refuse(wrongKind(fileName));
  const hash = await storeBytes(office, bytes);
  if (!hash.ok) return hash;
  const already = sameHere(office, subject, hash.value);
  if (already) {
    return refuse(
      problem('attachment.duplicate', `“${fileName}”与已添加的“${already.title}”是同一个文件，没有重复添加`, {
        found: already.title,
      }),
    );
  }
  const small = await shrink(kind, bytes);
  const preview = small === null ? null : await storeBytes(office, small);
  if (preview !== null && !preview.ok) return preview;
  const elsewhere = sameElsewhere(office, subject, hash.value);
  return transact(office, () => {
    const row = office.db
      .insert(attachment)
      .values({
        id: newId(AttachmentId),
        workshopId: facts.value.workshopId,
        subject,
        title: titleFrom(fileName),
        mediaType: FILE_KINDS[kind].mediaType,
        bytes: bytes.length,
        hash: hash.value,
        role,
        takenOn: takenOn(kind, bytes),
        previewHash: preview?.value ?? null,
        addedAt: act.at,
      })
      .returning()
      .get();
    const sentence = `在“${facts.value.label}”添加了附件${namesOf(role, row.title)}`;
    audit(office, act, 'attachment.add', sentence, facts.value.workshopId ?? undefined);
    return ok({
      attachment: viewOf(row, facts.value.label),
      sameAs: viewsOf(office, elsewhere).map((one) => `${one.subjectLabel}“${one.title}”`),
    });
  });
}

/** Another name or another role. */
export function editAttachment(
  office: Office,
  id: AttachmentId,
  change: { readonly title: string; readonly role: AttachmentRole },
  act: Act,
): Result<void> {
  const before = attachmentRow(office, id);
  if (!before.ok) return before;
  const { title } = change;
  return transact(office, () => {
    office.db.update(attachment).set({ title, role: change.role }).where(eq(attachment.id, id)).run();
    const { workshopId, title: old, role } = before.value;
    const was = namesOf(AttachmentRole.catch('').parse(role), old);
    audit(
      office,
      act,
      'attachment.edit',
      `将附件${was}改为${namesOf(change.role, title)}`,
      workshopId ?? undefined,
    );
    return ok(undefined);
  });
}

/** Into the recycle bin: the bytes stay, so that it can come back. */
export function removeAttachment(office: Office, id: AttachmentId, act: Act): Result<void> {
  return transact(office, () => {
    const row = office.db
      .update(attachment)
      .set({ removedAt: act.at })
      .where(and(eq(attachment.id, id), isNull(attachment.removedAt)))
      .returning()
      .get();
    if (!row) return unknown();
    audit(office, act, 'attachment.remove', `将附件“${row.title}”移入回收站`, row.workshopId ?? undefined);
    return ok(undefined);
  });
}

/** Back from 回收站. */
export function restoreAttachment(office: Office, id: AttachmentId, act: Act): Result<void> {
  const found = attachmentRow(office, id);
  if (!found.ok) return found;
  const facts = subjectFacts(office, AttachmentSubject.parse(found.value.subject));
  if (!facts.ok) return facts;
  return transact(office, () => {
    const row = office.db
      .update(attachment)
      .set({ removedAt: null })
      .where(and(eq(attachment.id, id), isNotNull(attachment.removedAt)))
      .returning()
      .get();
    if (!row) return unknown();
    audit(office, act, 'attachment.restore', `从回收站恢复了附件“${row.title}”`, row.workshopId ?? undefined);
    return ok(undefined);
  });
}
