import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { insertRow } from './insertRow.ts';
import { ACTION_GROUPS, type ActionGroup, actionGroupOf } from './model/auditActions.ts';
import { type Change, Changes } from './model/changes.ts';
import type { AuditRow } from './model/contract/system.ts';
import { addDays, Instant, type IsoDate } from './model/dates.ts';
import type { StaffId, WorkshopId } from './model/ids.ts';
import type { Act, Office } from './office.ts';
import { auditEvent, staff, workshop } from './schema.ts';

const CHANGES = 'audit.changes';

/**
 * Appends to 操作记录. `sentence` is Chinese, masked by the caller: it must never carry a private number. `changes`,
 * from → to of each field, is kept sealed.
 */
export function audit(
  office: Office,
  act: Act,
  action: string,
  sentence: string,
  workshopId?: WorkshopId,
  changes: readonly Change[] = [],
): void {
  insertRow(office, auditEvent, {
    id: uuidv7(),
    at: act.at,
    staffId: act.staffId,
    action,
    workshopId: workshopId ?? null,
    sentence,
    changesSealed: changes.length === 0 ? null : office.vault.seal(JSON.stringify(changes), CHANGES),
  });
}

/** Which events to show: all given parts must fit. Days are the office's own (Beijing time). */
interface AuditQuery {
  readonly workshopId?: WorkshopId | null;
  readonly staffId?: StaffId | null;
  readonly group?: ActionGroup | null;
  readonly from?: IsoDate | null;
  readonly to?: IsoDate | null;
  /** Only events older than this id. */
  readonly before?: string | null;
  readonly limit: number;
}

const startOf = (day: IsoDate): Instant =>
  Instant.parse(new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString());

/** The actions of a kind that the log really holds. */
function actionsOf(office: Office, group: ActionGroup): string[] {
  const actions = office.db.selectDistinct({ action: auditEvent.action }).from(auditEvent).all();
  return actions.map((one) => one.action).filter((action) => actionGroupOf(action) === group);
}

/** The newest events first. */
export function auditRows(office: Office, query: AuditQuery): readonly AuditRow[] {
  const { workshopId, staffId, group, from, to, before, limit } = query;
  return office.db
    .select({ event: auditEvent, staffName: staff.name, workshopName: workshop.name })
    .from(auditEvent)
    .leftJoin(staff, eq(staff.id, auditEvent.staffId))
    .leftJoin(workshop, eq(workshop.id, auditEvent.workshopId))
    .where(
      and(
        workshopId ? eq(auditEvent.workshopId, workshopId) : undefined,
        staffId ? eq(auditEvent.staffId, staffId) : undefined,
        group ? inArray(auditEvent.action, actionsOf(office, group)) : undefined,
        from ? gte(auditEvent.at, startOf(from)) : undefined,
        to ? lt(auditEvent.at, startOf(addDays(to, 1))) : undefined,
        before ? lt(auditEvent.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(limit)
    .all()
    .map(({ event, staffName, workshopName }) => ({
      id: event.id,
      at: event.at,
      staffName: staffName ?? '程序',
      kind: ACTION_GROUPS[actionGroupOf(event.action)],
      workshopId: event.workshopId,
      workshopName: workshopName ?? '',
      sentence: event.sentence,
      changes:
        event.changesSealed === null
          ? []
          : Changes.parse(JSON.parse(office.vault.unseal(event.changesSealed, CHANGES))),
    }));
}
