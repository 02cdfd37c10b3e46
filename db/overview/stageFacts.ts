import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { cachedRead } from '../cachedRead.ts';
import { inspectionFacts } from '../inspections/outcomes.ts';
import type { IsoDate } from '../model/dates.ts';
import type { ApplicationId, CampaignId, RevisionId } from '../model/ids.ts';
import { NOT_INSPECTED } from '../model/inspection.ts';
import { type CurrentReview, currentReviews, reviewVerdict } from '../model/review.ts';
import { NOT_DECIDED, type StageFacts } from '../model/stage.ts';
import type { Office } from '../office.ts';
import { type GatheredRevision, newestOf, revisionsOf, signedRevisions } from '../plans/revisions.ts';
import { publicitiesOf, rosterWorkshops } from '../publicity/publicityFacts.ts';
import { awardFacts } from '../results/awardFacts.ts';
import { application, plan, planRevision, planTask, taskWork } from '../schema.ts';
import { type Decision, decisionsOf, type ReviewRow, reviewsOf } from '../selection/selectionFacts.ts';

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
