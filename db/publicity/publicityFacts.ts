import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { CampaignId, PublicityId, WorkshopId } from '../model/ids.ts';
import type { Office } from '../office.ts';
import { objection, publicity, publicityEntry, roster, rosterEntry } from '../schema.ts';

/** Objections not yet settled, by publicity. */
export function openObjections(office: Office): ReadonlyMap<PublicityId, number> {
  const rows = office.db
    .select({ id: objection.publicityId, open: sql<number>`count(*)` })
    .from(objection)
    .where(isNull(objection.outcome))
    .groupBy(objection.publicityId)
    .all();
  return new Map(rows.map((row) => [row.id, row.open]));
}

/** The latest publicity each workshop stands on, a cancelled one only when there is no other. */
export function publicitiesOf(office: Office, campaignId: CampaignId) {
  const open = openObjections(office);
  const rows = office.db
    .select({
      workshopId: publicityEntry.workshopId,
      publicityId: publicity.id,
      firstDay: publicity.firstDay,
      lastDay: publicity.lastDay,
      cancelledOn: publicity.cancelledOn,
      removedOn: publicityEntry.removedOn,
    })
    .from(publicityEntry)
    .innerJoin(publicity, eq(publicity.id, publicityEntry.publicityId))
    .where(eq(publicity.campaignId, campaignId))
    .orderBy(sql`${publicity.cancelledOn} IS NULL`, asc(publicity.id))
    .all();
  return new Map(
    rows.map((row) => [row.workshopId, { ...row, openObjections: open.get(row.publicityId) ?? 0 }]),
  );
}

/** Who stands on a 创建名单 of the campaign. */
export function rosterWorkshops(office: Office, campaignId: CampaignId): ReadonlySet<WorkshopId> {
  const rows = office.db
    .select({ workshopId: rosterEntry.workshopId })
    .from(rosterEntry)
    .innerJoin(roster, eq(roster.id, rosterEntry.rosterId))
    .where(eq(roster.campaignId, campaignId))
    .all();
  return new Set(rows.map((row) => row.workshopId));
}
