import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { restoreAttachment } from '../attachments/attachmentRecords.ts';
import { restoreInspection } from '../inspections/inspectionCorrections.ts';
import { sheetName } from '../inspections/inspections.ts';
import type { RecycledRow } from '../model/contract/recycle.ts';
import { inChinese } from '../model/dates.ts';
import { AttachmentId, InspectionId, WorkshopId, WritingId } from '../model/ids.ts';
import { ok, type Result } from '../model/problems.ts';
import type { RecycleKind } from '../model/recycle.ts';
import type { Act, Office } from '../office.ts';
import { attachment, auditEvent, inspection, staff, workshop } from '../schema.ts';
import { onlyOfItsSubject } from '../summary/writings.ts';
import { removedWorkshops, restoreWorkshop } from '../workshops/workshops.ts';
import { gone, type RowKind, removedRecords, restoreRow } from './recycle.ts';

/** Who removed the records that carry only a mark, from the log: by workshop, the latest last. */
function removersOf(office: Office): ReadonlyMap<string, string> {
  const rows = office.db
    .select({ workshopId: auditEvent.workshopId, at: auditEvent.at, name: staff.name })
    .from(auditEvent)
    .innerJoin(staff, eq(staff.id, auditEvent.staffId))
    .where(inArray(auditEvent.action, ['workshop.remove', 'attachment.remove', 'inspection.remove']))
    .orderBy(asc(auditEvent.id))
    .all();
  return new Map(rows.map((row) => [`${row.workshopId ?? ''} ${row.at}`, row.name]));
}

const removedAttachments = (office: Office, removers: ReadonlyMap<string, string>): readonly RecycledRow[] =>
  office.db
    .select({ row: attachment, workshopName: workshop.name })
    .from(attachment)
    .leftJoin(workshop, eq(workshop.id, attachment.workshopId))
    .where(isNotNull(attachment.removedAt))
    .all()
    .map(({ row, workshopName }) => ({
      kind: 'attachment',
      id: row.id,
      name: workshopName === null ? row.title : `${workshopName}：${row.title}`,
      removedAt: row.removedAt ?? '',
      removedBy: removers.get(`${row.workshopId ?? ''} ${row.removedAt ?? ''}`) ?? '',
      reason: '',
    }));

const removedInspections = (office: Office, removers: ReadonlyMap<string, string>): readonly RecycledRow[] =>
  office.db
    .select({ row: inspection, workshopName: workshop.name })
    .from(inspection)
    .innerJoin(workshop, eq(workshop.id, inspection.workshopId))
    .where(and(isNotNull(inspection.removedAt), isNull(workshop.removedAt)))
    .all()
    .map(({ row, workshopName }) => ({
      kind: 'inspection',
      id: row.id,
      name: `${workshopName}：${inChinese(row.inspectedOn)}${sheetName(row.level)}`,
      removedAt: row.removedAt ?? '',
      removedBy: removers.get(`${row.workshopId} ${row.removedAt ?? ''}`) ?? '',
      reason: row.removedReason,
    }));

/** Everything in 回收站, the newest first. */
export function recycleBin(office: Office): readonly RecycledRow[] {
  const removers = removersOf(office);
  const workshops = removedWorkshops(office).map(
    (row): RecycledRow => ({
      kind: 'workshop',
      id: row.workshopId,
      name: `${row.name}（${row.ownerName}）`,
      removedAt: row.removedAt,
      removedBy: removers.get(`${row.workshopId} ${row.removedAt}`) ?? '',
      reason: row.reason,
    }),
  );
  return [
    ...workshops,
    ...removedAttachments(office, removers),
    ...removedInspections(office, removers),
    ...removedRecords(office),
  ].sort((left, right) => right.removedAt.localeCompare(left.removedAt));
}

/** Brings one record back to where it was. */
export function restoreFromBin(office: Office, kind: RecycleKind, id: string, act: Act): Result<void> {
  if (kind === 'workshop') {
    const workshopId = WorkshopId.safeParse(id);
    return workshopId.success ? restoreWorkshop(office, workshopId.data, act) : gone(kind);
  }
  if (kind === 'attachment') {
    const attachmentId = AttachmentId.safeParse(id);
    return attachmentId.success ? restoreAttachment(office, attachmentId.data, act) : gone(kind);
  }
  if (kind === 'inspection') {
    const inspectionId = InspectionId.safeParse(id);
    return inspectionId.success ? restoreInspection(office, inspectionId.data, act) : gone(kind);
  }
  const mayStand = (rowKind: RowKind, rowId: string): Result<void> =>
    rowKind === 'writing' ? onlyOfItsSubject(office, WritingId.parse(rowId)) : ok(undefined);
  return restoreRow(office, id, mayStand, act);
}
