import { asc, eq } from 'drizzle-orm';
import { groupBy } from '../groupBy.ts';
import type { CampaignId } from '../model/ids.ts';
import type { Office } from '../office.ts';
import { application, review, selectionDecision } from '../schema.ts';

export type ReviewRow = Pick<
  typeof review.$inferSelect,
  'id' | 'applicationId' | 'level' | 'opinion' | 'comment' | 'reviewerName' | 'reviewedOn'
>;

export type Decision = Pick<
  typeof selectionDecision.$inferSelect,
  'selected' | 'reason' | 'decidedOn' | 'rank' | 'replacesId'
>;

/** Every opinion on each application, the latest last. */
export function reviewsOf(office: Office, campaignId: CampaignId) {
  const rows = office.db
    .select({
      id: review.id,
      applicationId: review.applicationId,
      level: review.level,
      opinion: review.opinion,
      comment: review.comment,
      reviewerName: review.reviewerName,
      reviewedOn: review.reviewedOn,
    })
    .from(review)
    .innerJoin(application, eq(application.id, review.applicationId))
    .where(eq(application.campaignId, campaignId))
    .orderBy(asc(review.id))
    .all();
  return groupBy(rows, (row) => row.applicationId);
}

/** Every decision of each application, the latest last. */
export function decisionsOf(office: Office, campaignId: CampaignId) {
  const rows = office.db
    .select({
      applicationId: selectionDecision.applicationId,
      selected: selectionDecision.selected,
      reason: selectionDecision.reason,
      decidedOn: selectionDecision.decidedOn,
      rank: selectionDecision.rank,
      replacesId: selectionDecision.replacesId,
    })
    .from(selectionDecision)
    .innerJoin(application, eq(application.id, selectionDecision.applicationId))
    .where(eq(application.campaignId, campaignId))
    .orderBy(asc(selectionDecision.id))
    .all();
  return groupBy(rows, (row) => row.applicationId);
}
