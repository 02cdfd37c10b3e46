import { and, eq, isNull } from 'drizzle-orm';
import type { CampaignId, WorkshopId } from '../model/ids.ts';
import { type AwardFacts, NOT_DECIDED } from '../model/stage.ts';
import type { Office } from '../office.ts';
import { payment, paymentBatch } from '../schema.ts';
import { latestDecisions, workshopsNamed } from './resultRecords.ts';

function paid(office: Office, campaignId: CampaignId) {
  const rows = office.db
    .select({ workshopId: payment.workshopId, on: payment.settledOn })
    .from(payment)
    .innerJoin(paymentBatch, eq(paymentBatch.id, payment.batchId))
    .where(
      and(
        eq(paymentBatch.campaignId, campaignId),
        isNull(paymentBatch.cancelledOn),
        eq(payment.state, 'paid'),
      ),
    )
    .all();
  return new Map(rows.map((row) => [row.workshopId, row.on]));
}

/** What became of the workshops of a campaign after their scorings; those without any record are left out. */
export function awardFacts(office: Office, campaignId: CampaignId): ReadonlyMap<WorkshopId, AwardFacts> {
  const decisions = latestDecisions(office, campaignId);
  const announcements = workshopsNamed(office, campaignId, 'announcement');
  const payments = paid(office, campaignId);
  const ids = new Set([...decisions.keys(), ...announcements.keys(), ...payments.keys()]);
  return new Map(
    [...ids].map((id) => {
      const last = decisions.get(id);
      const stands = last?.decision ? { decision: last.decision, decidedOn: last.decidedOn } : {};
      return [
        id,
        {
          ...NOT_DECIDED,
          ...stands,
          announcedOn: announcements.get(id) ?? null,
          paidOn: payments.get(id) ?? null,
        },
      ];
    }),
  );
}
