import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { inChinese } from '../model/dates.ts';
import type { InspectionId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { inspection } from '../schema.ts';
import { counted, stillOpen } from './inspectionRules.ts';
import { findInspection, type InspectionRecord, sheetName, unknownInspection } from './inspections.ts';

/** A scoring that a later one of its level follows stays as it is. */
function followed(office: Office, row: InspectionRecord): readonly Problem[] {
  const next = counted(office, row.workshopId, row.level).find((one) => one.followsId === row.id);
  if (!next) return [];
  const message = `${inChinese(next.inspectedOn)}已据此复查，不能再更正或移除；确有错误的，请先移除那次复查`;
  return [problem('inspection.followed', message)];
}

/** 更正: opens a finished sheet again. */
export function reopenSheet(office: Office, id: InspectionId, reason: string, act: Act): Result<void> {
  const row = findInspection(office, id);
  if (!row || row.removedAt !== null || row.finishedAt === null) return unknownInspection();
  if (row.reportedTotal !== null) {
    return refuse(problem('inspection.reported', '只登记了总分，没有评分表；如需更正，请移除后重新登记'));
  }
  const problems = [...followed(office, row), ...stillOpen(office, row.workshopId, row.level)];
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    office.db.update(inspection).set({ finishedAt: null }).where(eq(inspection.id, id)).run();
    const what = `更正${sheetName(row.level)}（${inChinese(row.inspectedOn)}），原因：${reason}`;
    audit(office, act, 'inspection.reopen', what, row.workshopId);
    return ok(undefined);
  });
}

/** Takes a sheet out of all counts; `null` brings it back. */
function mark(office: Office, id: InspectionId, reason: string | null, act: Act): Result<void> {
  const row = findInspection(office, id);
  if (!row || (row.removedAt === null) === (reason === null)) return unknownInspection();
  const problems =
    reason !== null
      ? followed(office, row)
      : row.finishedAt === null
        ? stillOpen(office, row.workshopId, row.level)
        : [];
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    office.db
      .update(inspection)
      .set({ removedAt: reason === null ? null : act.at, removedReason: reason ?? '' })
      .where(eq(inspection.id, id))
      .run();
    const which = `${sheetName(row.level)}（${inChinese(row.inspectedOn)}）`;
    const what = reason === null ? `恢复了${which}` : `移除了${which}，原因：${reason}`;
    audit(office, act, reason === null ? 'inspection.restore' : 'inspection.remove', what, row.workshopId);
    return ok(undefined);
  });
}

/** Out of all counts; the lines stay. */
export const removeInspection = (office: Office, id: InspectionId, reason: string, act: Act): Result<void> =>
  mark(office, id, reason, act);

/** Counted again, unless a later sheet of its level is being filled in. */
export const restoreInspection = (office: Office, id: InspectionId, act: Act): Result<void> =>
  mark(office, id, null, act);
