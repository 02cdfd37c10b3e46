import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { allStaff, currentCampaign } from '../bureau/bureau.ts';
import { groupBy } from '../groupBy.ts';
import { type Assignment, helperOn, openAssignment, visitDuty } from '../model/assistance.ts';
import type {
  AssistanceList,
  AssistanceRow,
  HelperLoad,
  VisitView,
  WorkshopAssistance,
} from '../model/contract/assistance.ts';
import type { IsoDate } from '../model/dates.ts';
import { latest } from '../model/dates.ts';
import type { CampaignId, StaffId, WorkshopId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { LISTED_STAGES } from '../model/stage.ts';
import type { Office } from '../office.ts';
import { assistanceVisit, attachment, helperAssignment, workshop } from '../schema.ts';
import { yearFacts } from '../summary/yearFacts.ts';
import { workshopRows } from '../workshops/workshops.ts';

type VisitRow = typeof assistanceVisit.$inferSelect;

/** Names by id, of those who left, too. */
export function staffNames(office: Office): (id: StaffId) => string {
  const names = new Map(allStaff(office).map((one) => [one.id, one.name]));
  return (id) => names.get(id) ?? '（已删除人员）';
}

/** The lines of a workshop's helpers this year, in order. */
export function assignmentsOf(office: Office, workshopId: WorkshopId): readonly Assignment[] {
  return office.db
    .select()
    .from(helperAssignment)
    .where(
      and(
        eq(helperAssignment.campaignId, currentCampaign(office).id),
        eq(helperAssignment.workshopId, workshopId),
      ),
    )
    .orderBy(asc(helperAssignment.fromDay), asc(helperAssignment.id))
    .all();
}

/** Who helps each workshop now. */
function openAssignments(office: Office, campaignId: CampaignId): ReadonlyMap<WorkshopId, Assignment> {
  const rows = office.db
    .select()
    .from(helperAssignment)
    .where(eq(helperAssignment.campaignId, campaignId))
    .all();
  return new Map(rows.filter((row) => row.untilDay === null).map((row) => [row.workshopId, row]));
}

function visitsByWorkshop(
  office: Office,
  campaignId: CampaignId,
): ReadonlyMap<WorkshopId, readonly VisitRow[]> {
  const rows = office.db
    .select()
    .from(assistanceVisit)
    .where(eq(assistanceVisit.campaignId, campaignId))
    .orderBy(asc(assistanceVisit.visitedOn), asc(assistanceVisit.id))
    .all();
  return groupBy(rows, (row) => row.workshopId);
}

/** Every workshop of the 创建名单 with its helper and how long nobody came. */
function assistanceRows(office: Office, interval: number, today: IsoDate): readonly AssistanceRow[] {
  const { id } = currentCampaign(office);
  const facts = new Map(yearFacts(office, today).map((one) => [one.workshopId, one]));
  const helpers = openAssignments(office, id);
  const visits = visitsByWorkshop(office, id);
  const nameOf = staffNames(office);
  return workshopRows(office, today).flatMap((row): readonly AssistanceRow[] => {
    const known = facts.get(row.workshopId);
    if (!known || !LISTED_STAGES.includes(row.stage)) return [];
    const assignment = helpers.get(row.workshopId);
    const own = visits.get(row.workshopId) ?? [];
    const { workshopId, name, ownerName, township, station, initials, stage } = row;
    return [
      {
        ...{ workshopId, name, ownerName, township, station, initials, stage },
        helper: assignment ? { staffId: assignment.staffId, name: nameOf(assignment.staffId) } : null,
        since: assignment?.fromDay ?? null,
        visits: own.length,
        lastVisitOn: own.at(-1)?.visitedOn ?? null,
        progressPercent: own.findLast((one) => one.progressPercent !== null)?.progressPercent ?? null,
        ...visitDuty(known, interval, today),
      },
    ];
  });
}

/** Each helper with the workshops entrusted now and the visits made this year; those who left only with some. */
function helperLoads(office: Office, rows: readonly AssistanceRow[]): readonly HelperLoad[] {
  const entrusted = groupBy(rows, (row) => row.helper?.staffId ?? null);
  const made = groupBy(
    [...visitsByWorkshop(office, currentCampaign(office).id).values()].flat(),
    (row) => row.staffId,
  );
  return allStaff(office)
    .map(({ id, name, unit, active, roles }) => {
      const own = entrusted.get(id) ?? [];
      const visits = made.get(id) ?? [];
      return {
        helps: (active && roles.includes('helper')) || own.length > 0 || visits.length > 0,
        load: {
          staffId: id,
          name,
          unit,
          active,
          workshops: own.length,
          overdue: own.filter((row) => row.states.includes('overdue')).length,
          visits: visits.length,
          lastVisitOn: latest(visits.map((visit) => visit.visitedOn)) ?? null,
        },
      };
    })
    .filter(({ helps }) => helps)
    .map(({ load }) => load);
}

/** The page 帮扶. `days` in place of the policy's interval. */
export function assistanceList(office: Office, days: number | null, today: IsoDate): AssistanceList {
  const interval = days ?? currentCampaign(office).policy.visitIntervalDays;
  const rows = assistanceRows(office, interval, today);
  return { interval, rows, loads: helperLoads(office, rows) };
}

function photoCounts(office: Office, visits: readonly VisitRow[]): ReadonlyMap<string, number> {
  const subjects = visits.map((one) => `visit:${one.id}`);
  const rows = office.db
    .select({ subject: attachment.subject, removedAt: attachment.removedAt })
    .from(attachment)
    .where(inArray(attachment.subject, subjects))
    .all();
  const kept = groupBy(
    rows.filter((row) => row.removedAt === null),
    (row) => row.subject,
  );
  return new Map([...kept].map(([subject, list]) => [subject, list.length]));
}

/** Everything about one workshop's 帮扶 this year. */
export function assistanceOf(
  office: Office,
  workshopId: WorkshopId,
  today: IsoDate,
): Result<WorkshopAssistance> {
  const known = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get();
  if (!known) return refuse(problem('workshop.unknown', '没有找到该小作坊，可能已移入回收站'));
  const row = workshopRows(office, today).find((one) => one.workshopId === workshopId);
  const assignments = assignmentsOf(office, workshopId);
  const visits = office.db
    .select()
    .from(assistanceVisit)
    .where(
      and(
        eq(assistanceVisit.campaignId, currentCampaign(office).id),
        eq(assistanceVisit.workshopId, workshopId),
      ),
    )
    .orderBy(desc(assistanceVisit.visitedOn), desc(assistanceVisit.id))
    .all();
  const nameOf = staffNames(office);
  const photos = photoCounts(office, visits);
  return ok({
    workshopId,
    workshopName: known.name,
    assisted: row !== undefined && LISTED_STAGES.includes(row.stage),
    assignments: assignments.map((one) => ({ ...one, name: nameOf(one.staffId) })),
    visits: visits.map(
      ({ campaignId: _campaign, workshopId: _workshop, ...visit }): VisitView => ({
        ...visit,
        staffName: nameOf(visit.staffId),
        substitute: helperOn(assignments, visit.visitedOn)?.staffId !== visit.staffId,
        photos: photos.get(`visit:${visit.id}`) ?? 0,
      }),
    ),
  });
}

/** Who helps a workshop now, by name: what a new plan's head proposes. Empty where nobody was named. */
export function helperNameOf(office: Office, workshopId: WorkshopId): string {
  const open = openAssignment(assignmentsOf(office, workshopId));
  return open ? staffNames(office)(open.staffId) : '';
}
