import { asc, eq } from 'drizzle-orm';
import type { CampaignId, WorkshopId } from './model/ids.ts';
import type { Office } from './office.ts';
import { resultDecision } from './schema.ts';

/** Workshops whose latest decision is 不予发放 or 通报: the campaign asks nothing more of them. */
export function notAwarded(office: Office, campaignId: CampaignId): ReadonlySet<WorkshopId> {
  const rows = office.db
    .select({ workshopId: resultDecision.workshopId, decision: resultDecision.decision })
    .from(resultDecision)
    .where(eq(resultDecision.campaignId, campaignId))
    .orderBy(asc(resultDecision.id))
    .all();
  const latest = new Map(rows.map((row) => [row.workshopId, row.decision]));
  const refused = [...latest].filter(([, decision]) => decision === 'withhold' || decision === 'criticise');
  return new Set(refused.map(([workshopId]) => workshopId));
}
