import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { ApplicationId, CampaignId, PublicityId, WorkshopId } from './model/ids.ts';
import { type RevisionState, revisionState } from './model/plan.ts';
import { currentReviews, reviewVerdict } from './model/review.ts';
import type { StageFacts } from './model/stage.ts';
import type { Office } from './office.ts';
import {
  application,
  objection,
  plan,
  planRevision,
  publicity,
  publicityEntry,
  review,
  roster,
  rosterEntry,
  selectionDecision,
  signature,
} from './schema.ts';

const groupBy = <Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};

function reviewsOf(office: Office, campaignId: CampaignId) {
  const rows = office.db
    .select({
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

/** The latest decision of each application. */
function decisionsOf(office: Office, campaignId: CampaignId) {
  const rows = office.db
    .select({
      applicationId: selectionDecision.applicationId,
      selected: selectionDecision.selected,
      reason: selectionDecision.reason,
      decidedOn: selectionDecision.decidedOn,
    })
    .from(selectionDecision)
    .innerJoin(application, eq(application.id, selectionDecision.applicationId))
    .where(eq(application.campaignId, campaignId))
    .orderBy(asc(selectionDecision.id))
    .all();
  return new Map(rows.map((row) => [row.applicationId, row]));
}

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
function publicitiesOf(office: Office, campaignId: CampaignId) {
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

function rosterWorkshops(office: Office, campaignId: CampaignId): ReadonlySet<WorkshopId> {
  const rows = office.db
    .select({ workshopId: rosterEntry.workshopId })
    .from(rosterEntry)
    .innerJoin(roster, eq(roster.id, rosterEntry.rosterId))
    .where(eq(roster.campaignId, campaignId))
    .all();
  return new Set(rows.map((row) => row.workshopId));
}

/** Signatures and state of every revision of a campaign's plans, newest revision last. */
export function revisionsOf(office: Office, campaignId: CampaignId) {
  const signatures = groupBy(office.db.select().from(signature).all(), (row) => row.revisionId);
  const rows = office.db
    .select({ plan, revision: planRevision })
    .from(planRevision)
    .innerJoin(plan, eq(plan.id, planRevision.planId))
    .where(eq(plan.campaignId, campaignId))
    .orderBy(asc(planRevision.number))
    .all();
  return rows.map((row) => {
    const signed = signatures.get(row.revision.id) ?? [];
    return { ...row, signatures: signed, state: stateOfRevision(row.revision.submittedOn, signed) };
  });
}

export const stateOfRevision = (
  submittedOn: (typeof planRevision.$inferSelect)['submittedOn'],
  signatures: readonly (typeof signature.$inferSelect)[],
): RevisionState =>
  revisionState({
    submittedOn,
    returned: signatures.some((one) => one.outcome === 'return'),
    agreed: signatures.filter((one) => one.outcome === 'agree').map((one) => one.role),
  });

export type GatheredRevision = ReturnType<typeof revisionsOf>[number];

/** The newest revision of each workshop's plan. */
export const newestRevisions = (
  office: Office,
  campaignId: CampaignId,
): ReadonlyMap<WorkshopId, GatheredRevision> =>
  new Map(revisionsOf(office, campaignId).map((row) => [row.plan.workshopId, row]));

type ReviewRow = Pick<
  typeof review.$inferSelect,
  'applicationId' | 'level' | 'opinion' | 'comment' | 'reviewerName' | 'reviewedOn'
>;
type Decision = Pick<typeof selectionDecision.$inferSelect, 'selected' | 'reason' | 'decidedOn'>;

/** All that decides where the applications of a campaign stand, gathered in a handful of queries. */
export interface GatheredFacts {
  readonly stageFacts: StageFacts;
  readonly reviews: readonly ReviewRow[];
  readonly decision: Decision | null;
  readonly revision: GatheredRevision | null;
}

export function gatherFacts(
  office: Office,
  campaignId: CampaignId,
): ReadonlyMap<ApplicationId, GatheredFacts> {
  const reviews = reviewsOf(office, campaignId);
  const decisions = decisionsOf(office, campaignId);
  const publicities = publicitiesOf(office, campaignId);
  const onRoster = rosterWorkshops(office, campaignId);
  const revisions = newestRevisions(office, campaignId);
  const rows = office.db
    .select({
      id: application.id,
      workshopId: application.workshopId,
      withdrawnOn: application.withdrawnOn,
    })
    .from(application)
    .where(eq(application.campaignId, campaignId))
    .all();
  return new Map(
    rows.map(({ id, workshopId, withdrawnOn }) => {
      const recorded = reviews.get(id) ?? [];
      const decision = decisions.get(id) ?? null;
      const revision = revisions.get(workshopId) ?? null;
      const stageFacts: StageFacts = {
        withdrawnOn,
        review: reviewVerdict(recorded),
        selected: decision?.selected ?? null,
        publicity: publicities.get(workshopId) ?? null,
        onRoster: onRoster.has(workshopId),
        revision: revision?.state ?? null,
        worksStartedOn: revision?.plan.worksStartedOn ?? null,
      };
      return [id, { stageFacts, reviews: currentReviews(recorded), decision, revision }];
    }),
  );
}
