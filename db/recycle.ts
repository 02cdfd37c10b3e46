import { asc, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { restoreAttachment } from './attachmentRecords.ts';
import { audit } from './audit.ts';
import type { RecycledRow } from './model/contract/recycle.ts';
import { AttachmentId, WorkshopId } from './model/ids.ts';
import { ok, problem, type Result, refuse } from './model/problems.ts';
import { RECYCLE_KINDS, type RecycleKind } from './model/recycle.ts';
import { type Act, type Office, transact } from './office.ts';
import { attachment, auditEvent, recycled, staff, workshop } from './schema.ts';
import { removedWorkshops, restoreWorkshop } from './workshops.ts';

/** Kinds whose rows are taken out whole and kept sealed; the others carry a mark of removal themselves. */
const TABLE_OF = {
  meeting: 'meeting',
  duty: 'duty',
  objection: 'objection',
  visit: 'assistance_visit',
  measure: 'standard_measure',
  rectification: 'rectification',
  passedObjection: 'passed_objection',
  payee: 'payee',
  writing: 'writing',
} as const satisfies Partial<Record<RecycleKind, string>>;

export type RowKind = keyof typeof TABLE_OF;

const StoredRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const contextOf = (kind: string): string => `recycled.${kind}`;

const gone = (kind: RecycleKind) =>
  refuse(problem('recycle.unknown', `没有找到要办理的${RECYCLE_KINDS[kind]}，可能已被处理，请刷新后再试`));

interface Removal {
  readonly kind: RowKind;
  readonly id: string;
  /** What the bin and the log call it; never a private number. */
  readonly name: string;
  readonly reason: string;
  readonly workshopId?: WorkshopId | null;
}

/** Moves one row of a small record into 回收站; whether it may go is the caller's rule. Answers the bin's own id. */
export function removeRow(office: Office, removal: Removal, act: Act): Result<string> {
  const { kind, id, name, reason, workshopId = null } = removal;
  const table = TABLE_OF[kind];
  return transact(office, () => {
    const row = office.sqlite.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id);
    if (row === undefined) return gone(kind);
    const binId = uuidv7();
    office.db
      .insert(recycled)
      .values({
        id: binId,
        kind,
        name,
        workshopId,
        removedAt: act.at,
        removedBy: act.staffId,
        reason,
        sealed: office.vault.seal(JSON.stringify(StoredRow.parse(row)), contextOf(kind)),
      })
      .run();
    office.sqlite.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
    const why = reason === '' ? '' : `，原因：${reason}`;
    audit(
      office,
      act,
      `${kind}.remove`,
      `将${RECYCLE_KINDS[kind]}“${name}”移入回收站${why}`,
      workshopId ?? undefined,
    );
    return ok(binId);
  });
}

/** The row as it was. What it hung on may be gone for good: a year that was started by mistake. */
function putBack(office: Office, kind: RowKind, row: z.infer<typeof StoredRow>): Result<void> {
  const columns = Object.keys(row);
  const names = columns.map((one) => `"${one}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  try {
    office.sqlite
      .prepare(`INSERT INTO ${TABLE_OF[kind]} (${names}) VALUES (${places})`)
      .run(...Object.values(row));
    return ok(undefined);
  } catch (error) {
    if (!isConstraint(error)) throw error;
    const message = `该${RECYCLE_KINDS[kind]}所属的年度或小作坊已不存在，或已有相同的记录，不能恢复`;
    return refuse(problem('recycle.orphan', message));
  }
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

function restoreRow(office: Office, binId: string, act: Act): Result<void> {
  return transact(office, () => {
    const kept = office.db.delete(recycled).where(eq(recycled.id, binId)).returning().get();
    const kind = rowKindOf(kept?.kind);
    if (!kept || !kind) return refuse(problem('recycle.unknown', '回收站中没有该记录，可能已恢复，请刷新'));
    const row = StoredRow.parse(JSON.parse(office.vault.unseal(kept.sealed, contextOf(kind))));
    const put = putBack(office, kind, row);
    if (!put.ok) return put;
    const sentence = `从回收站恢复了${RECYCLE_KINDS[kind]}“${kept.name}”`;
    audit(office, act, `${kind}.restore`, sentence, kept.workshopId ?? undefined);
    return ok(undefined);
  });
}

const rowKindOf = (kind: string | undefined): RowKind | undefined =>
  kind !== undefined && isRowKind(kind) ? kind : undefined;

const isRowKind = (kind: string): kind is RowKind => Object.hasOwn(TABLE_OF, kind);

const removedRecords = (office: Office): readonly RecycledRow[] =>
  office.db
    .select({ row: recycled, staffName: staff.name })
    .from(recycled)
    .leftJoin(staff, eq(staff.id, recycled.removedBy))
    .orderBy(desc(recycled.removedAt))
    .all()
    .flatMap(({ row, staffName }): readonly RecycledRow[] => {
      const kind = rowKindOf(row.kind);
      if (!kind) return [];
      const { id, name, removedAt, reason } = row;
      return [{ kind, id, name, removedAt, removedBy: staffName ?? '', reason }];
    });

/** Who removed the records that carry only a mark, from the log: by workshop, the latest last. */
function removersOf(office: Office): ReadonlyMap<string, string> {
  const rows = office.db
    .select({ workshopId: auditEvent.workshopId, at: auditEvent.at, name: staff.name })
    .from(auditEvent)
    .innerJoin(staff, eq(staff.id, auditEvent.staffId))
    .where(inArray(auditEvent.action, ['workshop.remove', 'attachment.remove']))
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
  return [...workshops, ...removedAttachments(office, removers), ...removedRecords(office)].sort(
    (left, right) => right.removedAt.localeCompare(left.removedAt),
  );
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
  return restoreRow(office, id, act);
}
