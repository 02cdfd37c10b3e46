import { and, asc, eq, isNull, like } from 'drizzle-orm';
import { helperNameOf } from '../assistance/assistance.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { groupBy } from '../groupBy.ts';
import type { DroppedTask, OverdueTask, TaskWorks, WorksView } from '../model/contract/works.ts';
import { daysBetween, type IsoDate } from '../model/dates.ts';
import type { CampaignId, PlanId, WorkshopId } from '../model/ids.ts';
import type { PlanTask } from '../model/plan.ts';
import {
  isLate,
  isOverdue,
  NO_WORK,
  ownMoneyWarning,
  taskState,
  type WorkRecord,
  type WorksTotals,
  worksTotals,
} from '../model/works.ts';
import type { Office } from '../office.ts';
import { type GatheredRevision, revisionsOf } from '../plans/revisions.ts';
import { attachment, plan, planRevision, planTask, taskWork, workshop } from '../schema.ts';

type Only = NonNullable<Parameters<typeof revisionsOf>[2]>;

/** The works of one plan by its newest signed revision. */
export interface PlanWorks {
  readonly plan: GatheredRevision['plan'];
  /** The signed revision the works go by. */
  readonly signed: GatheredRevision;
  readonly newest: GatheredRevision;
  readonly tasks: readonly TaskWorks[];
  readonly dropped: readonly DroppedTask[];
  readonly totals: WorksTotals;
}

/** The plans of a campaign, or one of them. */
const plansWithin = (campaignId: CampaignId, only: Only = {}) =>
  and(
    eq(plan.campaignId, campaignId),
    only.planId ? eq(plan.id, only.planId) : undefined,
    only.workshopId ? eq(plan.workshopId, only.workshopId) : undefined,
  );

/** The tasks of every revision, in their order. */
function tasksByRevision(office: Office, where: ReturnType<typeof plansWithin>) {
  const rows = office.db
    .select({ task: planTask })
    .from(planTask)
    .innerJoin(planRevision, eq(planRevision.id, planTask.revisionId))
    .innerJoin(plan, eq(plan.id, planRevision.planId))
    .where(where)
    .orderBy(asc(planTask.revisionId), asc(planTask.position))
    .all();
  return groupBy(
    rows.map((row) => row.task),
    (task) => task.revisionId,
  );
}

function worksByPlan(office: Office, where: ReturnType<typeof plansWithin>) {
  const rows = office.db
    .select({ work: taskWork })
    .from(taskWork)
    .innerJoin(plan, eq(plan.id, taskWork.planId))
    .where(where)
    .all();
  return groupBy(
    rows.map((row) => row.work),
    (work) => work.planId,
  );
}

type Photos = ReadonlyMap<string, number>;

const photoKey = (subject: string, role: string): string => `${subject} ${role}`;

/** How many photos of each task there are, by subject and role. */
function taskPhotos(office: Office, planId: PlanId | undefined): Photos {
  const rows = office.db
    .select({ subject: attachment.subject, role: attachment.role })
    .from(attachment)
    .where(and(like(attachment.subject, `task:${planId ?? ''}%`), isNull(attachment.removedAt)))
    .all();
  const counts = new Map<string, number>();
  for (const { subject, role } of rows) {
    const key = photoKey(subject, role);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

type TaskRow = typeof planTask.$inferSelect;

const taskOf = ({ revisionId: _revision, position: _position, ...task }: TaskRow): PlanTask => task;

const recordOf = ({ planId: _plan, line: _line, ...work }: typeof taskWork.$inferSelect): WorkRecord => work;

function taskWorks(
  row: TaskRow,
  planId: PlanId,
  work: WorkRecord,
  photos: Photos,
  today: IsoDate,
): TaskWorks {
  // As `attachmentSubject` writes it; thousands of tasks are looked up at once.
  const subject = `task:${planId}:${row.line}`;
  return {
    ...taskOf(row),
    number: row.position + 1,
    work,
    state: taskState(work),
    late: isLate(row.dueOn, work, today),
    overdue: isOverdue(row.dueOn, work, today),
    photosBefore: photos.get(photoKey(subject, 'before')) ?? 0,
    photosAfter: photos.get(photoKey(subject, 'after')) ?? 0,
  };
}

/** The revisions of plans with their tasks: what lists of plans and works both begin with. */
interface LoadedPlans {
  readonly revisions: readonly GatheredRevision[];
  readonly tasks: ReturnType<typeof tasksByRevision>;
}

export const loadPlans = (office: Office, campaignId: CampaignId, only: Only = {}): LoadedPlans => ({
  revisions: revisionsOf(office, campaignId, only),
  tasks: tasksByRevision(office, plansWithin(campaignId, only)),
});

/** The works of every plan of the campaign that has a signed revision; or of one plan. */
export function gatherWorks(
  office: Office,
  today: IsoDate,
  only: Only = {},
  loaded?: LoadedPlans,
): readonly PlanWorks[] {
  const { id } = currentCampaign(office);
  const where = plansWithin(id, only);
  const { revisions: all, tasks } = loaded ?? loadPlans(office, id, only);
  const plans = groupBy(all, (row) => row.plan.id);
  const works = worksByPlan(office, where);
  const photos = taskPhotos(office, only.planId);
  return [...plans.values()].flatMap((revisions): readonly PlanWorks[] => {
    const newest = revisions.at(-1);
    const signed = revisions.findLast((row) => row.state === 'signed');
    if (!newest || !signed) return [];
    const recorded = new Map(
      (works.get(signed.plan.id) ?? []).map((work) => [work.line, recordOf(work)] as const),
    );
    const listed = (tasks.get(signed.revision.id) ?? []).map((row) =>
      taskWorks(row, signed.plan.id, recorded.get(row.line) ?? NO_WORK, photos, today),
    );
    const kept = new Set(listed.map((task) => task.line));
    const everyTask = revisions.flatMap(({ revision }) =>
      (tasks.get(revision.id) ?? []).map((task) => ({ task, number: revision.number })),
    );
    const dropped = [...recorded].flatMap(([line, work]): readonly DroppedTask[] => {
      const last = everyTask.findLast(({ task }) => task.line === line);
      if (kept.has(line) || !last) return [];
      return [{ line, measure: last.task.measure, lastRevision: last.number, work }];
    });
    return [
      {
        plan: signed.plan,
        signed,
        newest,
        tasks: listed,
        dropped,
        totals: worksTotals(listed, dropped, today),
      },
    ];
  });
}

/** 实施进度 of one workshop's plan; `null` while no revision of it is signed. */
export function worksOf(office: Office, workshopId: WorkshopId, today: IsoDate): WorksView | null {
  const [found] = gatherWorks(office, today, { workshopId });
  const who = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get();
  if (!found || !who) return null;
  const { plan: own, signed, newest, tasks, dropped, totals } = found;
  const short = ownMoneyWarning(totals.spentOwn, currentCampaign(office).policy.minOwnInvestment);
  return {
    planId: own.id,
    workshopId,
    workshopName: who.name,
    ownerName: who.ownerName,
    helperName: helperNameOf(office, workshopId) || signed.revision.helperName,
    startedOn: own.worksStartedOn,
    revisionId: signed.revision.id,
    revision: signed.revision.number,
    pending: newest === signed ? null : { number: newest.revision.number, state: newest.state },
    tasks,
    dropped,
    totals,
    warnings: short && totals.tasks > 0 && totals.finished === totals.tasks ? [short] : [],
  };
}

/** Tasks past their deadline and not finished, of every plan whose works have begun; the longest overdue first. */
export function overdueTasks(office: Office, today: IsoDate): readonly OverdueTask[] {
  const names = new Map(
    office.db
      .select({ id: workshop.id, name: workshop.name, ownerName: workshop.ownerName })
      .from(workshop)
      .where(isNull(workshop.removedAt))
      .all()
      .map((row) => [row.id, row] as const),
  );
  return gatherWorks(office, today)
    .filter((one) => one.plan.worksStartedOn !== null)
    .flatMap(({ plan: own, signed, tasks }) => {
      const who = names.get(own.workshopId);
      if (!who) return [];
      return tasks.flatMap((task): readonly OverdueTask[] =>
        task.overdue && task.dueOn !== null
          ? [
              {
                planId: own.id,
                workshopId: own.workshopId,
                workshopName: who.name,
                ownerName: who.ownerName,
                helperName: signed.revision.helperName,
                line: task.line,
                number: task.number,
                measure: task.measure,
                responsible: task.responsible,
                dueOn: task.dueOn,
                daysLate: daysBetween(task.dueOn, today),
                progressPercent: task.work.progressPercent,
              },
            ]
          : [],
      );
    })
    .sort((left, right) => left.dueOn.localeCompare(right.dueOn));
}
