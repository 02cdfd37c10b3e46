import { and, eq, isNull } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import { type IsoDate, inChinese } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import type { InspectionLevel } from '../model/terms.ts';
import type { Act, Office } from '../office.ts';
import { application, roster, rosterEntry, workshop } from '../schema.ts';
import { type InspectionRecord, rowsOf, sheetName } from './inspections.ts';

export interface NewInspection {
  readonly workshopId: WorkshopId;
  readonly level: InspectionLevel;
  readonly inspectedOn: IsoDate;
}

const isListed = (office: Office, workshopId: WorkshopId): boolean =>
  office.db
    .select({ id: rosterEntry.workshopId })
    .from(rosterEntry)
    .innerJoin(roster, eq(roster.id, rosterEntry.rosterId))
    .where(and(eq(roster.campaignId, currentCampaign(office).id), eq(rosterEntry.workshopId, workshopId)))
    .get() !== undefined;

/** The scorings of a workshop at a level that were not removed, the newest first. */
export const counted = (office: Office, workshopId: WorkshopId, level: InspectionLevel) =>
  rowsOf(office, workshopId, level).filter((row) => row.removedAt === null);

/** One sheet of a level at a time: two half-filled ones would be mixed up. Self-checks are only drafts of the owner's. */
export function stillOpen(
  office: Office,
  workshopId: WorkshopId,
  level: InspectionLevel,
): readonly Problem[] {
  const open = counted(office, workshopId, level).find((row) => row.finishedAt === null);
  if (level === 'self' || !open) return [];
  const which = `${sheetName(level)}（${inChinese(open.inspectedOn)}）`;
  return [problem('inspection.open', `${which}的评分表还没有完成，请先完成它，或写明原因后移除`)];
}

/** A scoring lies in the past. */
export const future = (level: InspectionLevel, inspectedOn: IsoDate, today: IsoDate): readonly Problem[] =>
  inspectedOn > today
    ? [
        problem('inspection.future', `${sheetName(level)}日期${inspectedOn}晚于今天，请核对`, {
          field: 'inspectedOn',
          found: inspectedOn,
          expected: `不晚于${today}`,
        }),
      ]
    : [];

/** Whether a workshop can be scored at a level on a day; the name for the log. */
export function mayBeScored(
  office: Office,
  { workshopId, level, inspectedOn }: NewInspection,
  act: Act,
): Result<void> {
  const applied = office.db
    .select()
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(
      and(
        eq(application.campaignId, currentCampaign(office).id),
        eq(application.workshopId, workshopId),
        isNull(workshop.removedAt),
      ),
    )
    .get();
  if (!applied) return refuse(problem('workshop.unknown', '没有找到该小作坊，可能已移入回收站'));
  const { name } = applied.workshop;
  if (applied.application.withdrawnOn !== null) {
    return refuse(problem('inspection.withdrawn', `“${name}”已登记退出，不再${sheetName(level)}`));
  }
  if (level !== 'self' && !isListed(office, workshopId)) {
    return refuse(
      problem('inspection.notListed', `“${name}”不在创建名单中，不能${sheetName(level)}，请先确定创建名单`),
    );
  }
  const problems = [...future(level, inspectedOn, act.today), ...stillOpen(office, workshopId, level)];
  return problems.length > 0 ? refuse(...problems) : ok(undefined);
}

/** The scoring a new one of its level follows: 复查. Self-checks stand each for itself. */
export const followedBy = (
  office: Office,
  { workshopId, level }: NewInspection,
): InspectionRecord | undefined =>
  level === 'self' ? undefined : counted(office, workshopId, level).find((row) => row.finishedAt !== null);

/** A further scoring is not earlier than the one it follows. */
export function before(level: InspectionLevel, on: IsoDate, earlier: InspectionRecord | undefined) {
  return earlier && on < earlier.inspectedOn
    ? [
        problem(
          'inspection.order',
          `${sheetName(level)}日期${on}早于上一次（${earlier.inspectedOn}），请核对`,
          {
            field: 'inspectedOn',
            found: on,
            expected: `不早于${earlier.inspectedOn}`,
          },
        ),
      ]
    : [];
}
