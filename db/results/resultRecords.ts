import { and, asc, eq, isNull } from 'drizzle-orm';
import type { IsoDate } from '../model/dates.ts';
import type { CampaignId, WorkshopId } from '../model/ids.ts';
import type { OutsideEventKind } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { outsideEvent, outsideEventWorkshop, resultDecision } from '../schema.ts';

type DecisionRow = typeof resultDecision.$inferSelect;

/** The latest decision of each workshop; a null one takes the earlier back. */
export function latestDecisions(
  office: Office,
  campaignId: CampaignId,
): ReadonlyMap<WorkshopId, DecisionRow> {
  const rows = office.db
    .select()
    .from(resultDecision)
    .where(eq(resultDecision.campaignId, campaignId))
    .orderBy(asc(resultDecision.id))
    .all();
  return new Map(rows.map((row) => [row.workshopId, row]));
}

/** The workshops named by a campaign's events of a kind that count, with the day of the latest. */
export function workshopsNamed(
  office: Office,
  campaignId: CampaignId,
  kind: OutsideEventKind,
): ReadonlyMap<WorkshopId, IsoDate> {
  const rows = office.db
    .select({ workshopId: outsideEventWorkshop.workshopId, on: outsideEvent.happenedOn })
    .from(outsideEventWorkshop)
    .innerJoin(outsideEvent, eq(outsideEvent.id, outsideEventWorkshop.eventId))
    .where(
      and(
        eq(outsideEvent.campaignId, campaignId),
        eq(outsideEvent.kind, kind),
        isNull(outsideEvent.removedAt),
      ),
    )
    .orderBy(asc(outsideEvent.happenedOn))
    .all();
  return new Map(rows.map((row) => [row.workshopId, row.on]));
}
