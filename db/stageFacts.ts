import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { awardFacts } from './awardFacts.ts';
import { cachedRead } from './cachedRead.ts';
import type { IsoDate } from './model/dates.ts';
import type { ApplicationId, CampaignId, PlanId, PublicityId, RevisionId, WorkshopId } from './model/ids.ts';
import { NOT_INSPECTED } from './model/inspection.ts';
import { type RevisionState, revisionState } from './model/plan.ts';
import { type CurrentReview, currentReviews, reviewVerdict } from './model/review.ts';
import { NOT_DECIDED, type StageFacts } from './model/stage.ts';
import type { Office } from './office.ts';
import { inspectionFacts } from './outcomes.ts';
import {
  application,
  objection,
  plan,
  planRevision,
  planTask,
  publicity,
  publicityEntry,
  review,
  roster,
  rosterEntry,
  selectionDecision,
  signature,
  taskWork,
} from './schema.ts';

export const groupBy = <Row, Key>(
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
function decisionsOf(office: Office, campaignId: CampaignId) {
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

interface OnlyPlan {
  readonly planId?: PlanId;
  readonly workshopId?: WorkshopId;
}

function readRevisions(office: Office, campaignId: CampaignId, only: OnlyPlan = {}) {
  const where = and(
    eq(plan.campaignId, campaignId),
    only.planId ? eq(plan.id, only.planId) : undefined,
    only.workshopId ? eq(plan.workshopId, only.workshopId) : undefined,
  );
  const given = office.db
    .select({ signature })
    .from(signature)
    .innerJoin(planRevision, eq(planRevision.id, signature.revisionId))
    .innerJoin(plan, eq(plan.id, planRevision.planId))
    .where(where)
    .orderBy(asc(signature.id))
    .all();
  const signatures = groupBy(
    given.map((row) => row.signature),
    (row) => row.revisionId,
  );
  const rows = office.db
    .select({ plan, revision: planRevision })
    .from(planRevision)
    .innerJoin(plan, eq(plan.id, planRevision.planId))
    .where(where)
    .orderBy(asc(planRevision.number))
    .all();
  return rows.map((row) => {
    const signed = signatures.get(row.revision.id) ?? [];
    return { ...row, signatures: signed, state: stateOfRevision(row.revision.submittedOn, signed) };
  });
}

const allRevisions = cachedRead((office, campaignId: CampaignId) => readRevisions(office, campaignId));

/** Signatures and state of every revision of a campaign's plans, newest revision last. */
export const revisionsOf = (office: Office, campaignId: CampaignId, only: OnlyPlan = {}) =>
  only.planId || only.workshopId ? readRevisions(office, campaignId, only) : allRevisions(office, campaignId);

const stateOfRevision = (
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
export const newestOf = (revisions: readonly GatheredRevision[]): ReadonlyMap<WorkshopId, GatheredRevision> =>
  new Map(revisions.map((row) => [row.plan.workshopId, row]));

/** The newest revision of each workshop's plan. */
export const newestRevisions = (
  office: Office,
  campaignId: CampaignId,
): ReadonlyMap<WorkshopId, GatheredRevision> => newestOf(revisionsOf(office, campaignId));

/** The signed revision the works of each plan go by: the newest of the signed ones. */
const signedRevisions = (revisions: readonly GatheredRevision[]): ReadonlyMap<WorkshopId, GatheredRevision> =>
  new Map(revisions.filter((row) => row.state === 'signed').map((row) => [row.plan.workshopId, row]));

/** Tasks not yet 销号 of every revision whose plan's works have begun. */
function openTasksOf(office: Office, campaignId: CampaignId) {
  const rows = office.db
    .select({
      revisionId: planTask.revisionId,
      open: sql<number>`sum(${taskWork.closedOn} IS NULL)`,
      lastClosedOn: sql<IsoDate | null>`max(${taskWork.closedOn})`,
    })
    .from(planTask)
    .innerJoin(planRevision, eq(planRevision.id, planTask.revisionId))
    .innerJoin(plan, eq(plan.id, planRevision.planId))
    .leftJoin(taskWork, and(eq(taskWork.planId, plan.id), eq(taskWork.line, planTask.line)))
    .where(and(eq(plan.campaignId, campaignId), isNotNull(plan.worksStartedOn)))
    .groupBy(planTask.revisionId)
    .all();
  return new Map<RevisionId, (typeof rows)[number]>(rows.map((row) => [row.revisionId, row]));
}

type ReviewRow = Pick<
  typeof review.$inferSelect,
  'id' | 'applicationId' | 'level' | 'opinion' | 'comment' | 'reviewerName' | 'reviewedOn'
>;
export type Decision = Pick<
  typeof selectionDecision.$inferSelect,
  'selected' | 'reason' | 'decidedOn' | 'rank' | 'replacesId'
>;

/** All that decides where the applications of a campaign stand, gathered in a handful of queries. */
export interface GatheredFacts {
  readonly stageFacts: StageFacts;
  readonly withdrawnReason: string;
  /** The opinions that count, one a level. */
  readonly reviews: readonly CurrentReview<ReviewRow>[];
  readonly reviewHistory: readonly ReviewRow[];
  readonly decision: Decision | null;
  /** Every decision, the latest last. */
  readonly decisions: readonly Decision[];
  readonly revision: GatheredRevision | null;
  /** The newest signed revision: works go by it while a newer one is being changed. */
  readonly signed: GatheredRevision | null;
  /** The day the last task of the signed plan was struck off. */
  readonly worksFinishedOn: IsoDate | null;
}

function gather(office: Office, campaignId: CampaignId): ReadonlyMap<ApplicationId, GatheredFacts> {
  const reviews = reviewsOf(office, campaignId);
  const decisions = decisionsOf(office, campaignId);
  const publicities = publicitiesOf(office, campaignId);
  const onRoster = rosterWorkshops(office, campaignId);
  const all = revisionsOf(office, campaignId);
  const revisions = newestOf(all);
  const signed = signedRevisions(all);
  const openTasks = openTasksOf(office, campaignId);
  const inspections = inspectionFacts(office);
  const awards = awardFacts(office, campaignId);
  const rows = office.db
    .select({
      id: application.id,
      workshopId: application.workshopId,
      withdrawnOn: application.withdrawnOn,
      withdrawnReason: application.withdrawnReason,
    })
    .from(application)
    .where(eq(application.campaignId, campaignId))
    .all();
  return new Map(
    rows.map(({ id, workshopId, withdrawnOn, withdrawnReason }) => {
      const recorded = reviews.get(id) ?? [];
      const decided = decisions.get(id) ?? [];
      const decision = decided.at(-1) ?? null;
      const revision = revisions.get(workshopId) ?? null;
      const worksBy = signed.get(workshopId);
      const tasks = worksBy && openTasks.get(worksBy.revision.id);
      const stageFacts: StageFacts = {
        withdrawnOn,
        review: reviewVerdict(recorded),
        selected: decision?.selected ?? null,
        publicity: publicities.get(workshopId) ?? null,
        onRoster: onRoster.has(workshopId),
        revision: revision?.state ?? null,
        worksStartedOn: revision?.plan.worksStartedOn ?? null,
        openTasks: tasks?.open ?? null,
        inspection: inspections.get(workshopId) ?? NOT_INSPECTED,
        award: awards.get(workshopId) ?? NOT_DECIDED,
      };
      return [
        id,
        {
          stageFacts,
          withdrawnReason,
          reviews: currentReviews(recorded),
          reviewHistory: recorded,
          decision,
          decisions: decided,
          revision,
          signed: worksBy ?? null,
          worksFinishedOn: tasks?.open === 0 ? tasks.lastClosedOn : null,
        },
      ];
    }),
  );
}

/** The facts of every application of a campaign. */
export const gatherFacts = cachedRead(gather);
