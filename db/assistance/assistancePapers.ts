import { eq } from 'drizzle-orm';
import { allStaff } from '../bureau/bureau.ts';
import type { IsoDate } from '../model/dates.ts';
import type { VisitId, WorkshopId } from '../model/ids.ts';
import type { AssistanceRecordPaper, HelperListPaper } from '../model/papers/assistance.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Office } from '../office.ts';
import { paperHead } from '../papers/paperHead.ts';
import { workshop } from '../schema.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { assistanceList, assistanceOf } from './assistance.ts';

interface WhichVisits {
  readonly workshopId: WorkshopId;
  /** Null: all of the year. */
  readonly visitId: VisitId | null;
  /** A form for one visit, to be filled in by hand. */
  readonly blank?: boolean | undefined;
}

/** 《帮扶记录表》 of one visit, of all of a workshop's visits this year, the oldest first, or blank. */
export function assistanceRecordPaper(
  office: Office,
  { workshopId, visitId, blank = false }: WhichVisits,
  today: IsoDate,
): Result<AssistanceRecordPaper> {
  const found = assistanceOf(office, workshopId, today);
  if (!found.ok) return found;
  const who = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get();
  const all = blank ? [] : found.value.visits;
  const visits = all.filter((one) => visitId === null || one.id === visitId).toReversed();
  if (!who || (visitId !== null && visits.length === 0)) {
    return refuse(problem('paper.unknown', '没有找到该走访记录，请刷新后再试'));
  }
  const { name, ownerName, address, products } = who;
  return ok({
    paper: 'assistanceRecord',
    ...paperHead(office),
    asOf: today,
    workshop: { name, ownerName, address, products },
    single: blank || visitId !== null,
    assignments: found.value.assignments.map((one) => ({
      name: one.name,
      fromDay: one.fromDay,
      untilDay: one.untilDay,
      reason: one.reason,
    })),
    visits: visits.map((one) => ({
      visitedOn: one.visitedOn,
      staffName: one.staffName,
      substitute: one.substitute,
      findings: one.findings,
      advice: one.advice,
      ownerResponse: one.ownerResponse,
      progressPercent: one.progressPercent,
      photos: one.photos,
    })),
  });
}

/** 《帮扶安排表》 over the whole 创建名单. */
export function helperListPaper(office: Office, today: IsoDate): HelperListPaper {
  const units = new Map(allStaff(office).map((one) => [one.id, one.unit]));
  const addresses = new Map(workshopRows(office, today).map((row) => [row.workshopId, row.address]));
  return {
    paper: 'helperList',
    ...paperHead(office),
    asOf: today,
    rows: assistanceList(office, null, today).rows.map((row) => ({
      workshopName: row.name,
      ownerName: row.ownerName,
      township: row.township,
      address: addresses.get(row.workshopId) ?? '',
      helperName: row.helper?.name ?? '',
      helperUnit: row.helper ? (units.get(row.helper.staffId) ?? '') : '',
      since: row.since,
      visits: row.visits,
      lastVisitOn: row.lastVisitOn,
    })),
  };
}
