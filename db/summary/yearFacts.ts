import { and, asc, eq, isNull } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import { cachedRead } from '../cachedRead.ts';
import { groupBy } from '../groupBy.ts';
import { scoringsAbove } from '../inspections/outcomes.ts';
import { earliest, type IsoDate, isoDate } from '../model/dates.ts';
import type { CampaignId } from '../model/ids.ts';
import { ZERO_FEN } from '../model/money.ts';
import { planTotals } from '../model/plan.ts';
import { invariant } from '../model/problems.ts';
import { stageOf } from '../model/stage.ts';
import type { TaskFacts, WorkshopFacts } from '../model/yearFacts.ts';
import type { Office } from '../office.ts';
import { gatherFacts } from '../overview/stageFacts.ts';
import { type GatheredRevision, revisionsOf } from '../plans/revisions.ts';
import {
  application,
  assistanceVisit,
  helperAssignment,
  plan,
  planRevision,
  planTask,
  publicity,
  publicityEntry,
  roster,
  rosterEntry,
  taskWork,
  workshop,
} from '../schema.ts';

type Task = Pick<typeof planTask.$inferSelect, 'revisionId' | 'line' | 'dueOn' | 'budgetOwn' | 'budgetOther'>;
type Work = typeof taskWork.$inferSelect;

function publicityFacts(office: Office, id: CampaignId) {
  const published = office.db
    .select({ key: publicityEntry.workshopId, firstDay: publicity.firstDay })
    .from(publicityEntry)
    .innerJoin(publicity, eq(publicity.id, publicityEntry.publicityId))
    .where(and(eq(publicity.campaignId, id), isNull(publicity.cancelledOn)))
    .orderBy(asc(publicity.id))
    .all();
  const listed = office.db
    .select({ key: rosterEntry.workshopId, confirmedOn: roster.confirmedOn })
    .from(rosterEntry)
    .innerJoin(roster, eq(roster.id, rosterEntry.rosterId))
    .where(eq(roster.campaignId, id))
    .orderBy(asc(roster.id))
    .all();
  return { published: groupBy(published, (row) => row.key), listed: groupBy(listed, (row) => row.key) };
}

function planFacts(office: Office, id: CampaignId) {
  const tasks = office.db
    .select({
      revisionId: planTask.revisionId,
      line: planTask.line,
      dueOn: planTask.dueOn,
      budgetOwn: planTask.budgetOwn,
      budgetOther: planTask.budgetOther,
    })
    .from(planTask)
    .innerJoin(planRevision, eq(planRevision.id, planTask.revisionId))
    .innerJoin(plan, eq(plan.id, planRevision.planId))
    .where(eq(plan.campaignId, id))
    .all();
  const works = office.db
    .select({ work: taskWork })
    .from(taskWork)
    .innerJoin(plan, eq(plan.id, taskWork.planId))
    .where(eq(plan.campaignId, id))
    .all()
    .map((row) => row.work);
  return {
    revisions: groupBy(revisionsOf(office, id), (row) => row.plan.workshopId),
    tasks: groupBy(tasks, (task) => task.revisionId),
    works: groupBy(works, (work) => work.planId),
  };
}

function assistanceFacts(office: Office, id: CampaignId) {
  const helpers = office.db
    .select({ key: helperAssignment.workshopId, fromDay: helperAssignment.fromDay })
    .from(helperAssignment)
    .where(and(eq(helperAssignment.campaignId, id), isNull(helperAssignment.untilDay)))
    .all();
  const visits = office.db
    .select({ key: assistanceVisit.workshopId, visitedOn: assistanceVisit.visitedOn })
    .from(assistanceVisit)
    .where(eq(assistanceVisit.campaignId, id))
    .orderBy(asc(assistanceVisit.visitedOn))
    .all();
  return { helpers: groupBy(helpers, (row) => row.key), visits: groupBy(visits, (row) => row.key) };
}

/** The day the last of the four signatures was given, of a revision that has them all. */
const signedDay = ({ signatures }: GatheredRevision): IsoDate | undefined =>
  signatures
    .map((one) => one.signedOn)
    .sort()
    .at(-1);

function taskFacts(tasks: readonly Task[], works: readonly Work[]): readonly TaskFacts[] {
  const byLine = new Map(works.map((work) => [work.line, work]));
  return tasks.map(({ line, dueOn }) => {
    const work = byLine.get(line);
    return { dueOn, finishedOn: work?.finishedOn ?? null, closedOn: work?.closedOn ?? null };
  });
}

type PlanFacts = Pick<
  WorkshopFacts,
  'waitingSince' | 'signedOn' | 'startedOn' | 'planned' | 'tasks' | 'spent'
>;

function planOf(
  revisions: readonly GatheredRevision[],
  { tasks, works }: Pick<ReturnType<typeof planFacts>, 'tasks' | 'works'>,
): PlanFacts {
  const newest = revisions.at(-1);
  const signed = revisions.filter((one) => one.state === 'signed');
  const recorded = newest ? (works.get(newest.plan.id) ?? []) : [];
  const budget = newest ? (tasks.get(newest.revision.id) ?? []) : [];
  const lastSigned = signed.at(-1);
  return {
    waitingSince: newest?.state === 'submitted' ? newest.revision.submittedOn : null,
    signedOn: signed.map(signedDay).at(0) ?? null,
    startedOn: newest?.plan.worksStartedOn ?? null,
    planned: newest ? budgetOf(budget) : null,
    tasks: lastSigned ? taskFacts(tasks.get(lastSigned.revision.id) ?? [], recorded) : [],
    spent: recorded.map(({ costOwn, costOther, finishedOn }) => ({
      own: costOwn ?? ZERO_FEN,
      other: costOther ?? ZERO_FEN,
      finishedOn,
    })),
  };
}

const budgetOf = (tasks: readonly Task[]) => {
  const { own, other } = planTotals(tasks);
  return { own, other };
};

/** Beijing's day of a stored moment: an application typed in without its own date counts from then. */
const dayOf = (instant: string): IsoDate =>
  isoDate(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10));

function readFacts(office: Office, today: IsoDate): readonly WorkshopFacts[] {
  const { id } = currentCampaign(office);
  const gathered = gatherFacts(office, id);
  const { published, listed } = publicityFacts(office, id);
  const plans = planFacts(office, id);
  const { helpers, visits } = assistanceFacts(office, id);
  const scorings = groupBy(scoringsAbove(office), (one) => one.workshopId);
  return office.db
    .select({
      id: application.id,
      workshopId: application.workshopId,
      appliedOn: application.appliedOn,
      createdAt: application.createdAt,
      withdrawnOn: application.withdrawnOn,
    })
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(and(eq(application.campaignId, id), isNull(workshop.removedAt)))
    .orderBy(asc(application.id))
    .all()
    .map((row): WorkshopFacts => {
      const known = gathered.get(row.id);
      invariant(known, 'facts of every application');
      const dates = [row.appliedOn, dayOf(row.createdAt)].filter((day) => day !== null);
      return {
        workshopId: row.workshopId,
        stage: stageOf(known.stageFacts, today),
        appliedOn: earliest(dates) ?? today,
        withdrawnOn: row.withdrawnOn,
        reviews: known.reviewHistory,
        decisions: known.decisions,
        removedOn: known.stageFacts.publicity?.removedOn ?? null,
        publishedOn: published.get(row.workshopId)?.at(0)?.firstDay ?? null,
        rosterOn: listed.get(row.workshopId)?.at(0)?.confirmedOn ?? null,
        ...planOf(plans.revisions.get(row.workshopId) ?? [], plans),
        scorings: scorings.get(row.workshopId) ?? [],
        helperSince: helpers.get(row.workshopId)?.at(0)?.fromDay ?? null,
        visits: (visits.get(row.workshopId) ?? []).map((visit) => visit.visitedOn),
      };
    });
}

/** What the records of the year at work say, workshop by workshop; those in 回收站 left out. */
export const yearFacts = cachedRead(readFacts);
