import { and, desc, eq, lt } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { AuditRow } from './model/contract/system.ts';
import type { WorkshopId } from './model/ids.ts';
import type { Act, Office } from './office.ts';
import { auditEvent, staff } from './schema.ts';

/** Appends to 操作记录. `sentence` is Chinese, masked by the caller: it must never carry a private number. */
export function audit(
  office: Office,
  act: Act,
  action: string,
  sentence: string,
  workshopId?: WorkshopId,
): void {
  office.db
    .insert(auditEvent)
    .values({
      id: uuidv7(),
      at: act.at,
      staffId: act.staffId,
      action,
      workshopId: workshopId ?? null,
      sentence,
    })
    .run();
}

interface AuditQuery {
  readonly workshopId?: WorkshopId;
  /** Only events older than this id. */
  readonly before?: string | null;
  readonly limit: number;
}

/** The newest events first. */
export function auditRows(office: Office, { workshopId, before, limit }: AuditQuery): readonly AuditRow[] {
  return office.db
    .select({
      id: auditEvent.id,
      at: auditEvent.at,
      staffName: staff.name,
      sentence: auditEvent.sentence,
    })
    .from(auditEvent)
    .leftJoin(staff, eq(staff.id, auditEvent.staffId))
    .where(
      and(
        workshopId ? eq(auditEvent.workshopId, workshopId) : undefined,
        before ? lt(auditEvent.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, staffName: row.staffName ?? '程序' }));
}
