import { and, desc, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type { ReportedTotal } from '../model/contract/scoring.ts';
import { inChinese } from '../model/dates.ts';
import { InspectionId, newId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { formatPoints } from '../model/scoring/points.ts';
import { fullPoints, type ScoreTable } from '../model/scoring/table.ts';
import { type Act, type Office, transact } from '../office.ts';
import { inspection } from '../schema.ts';
import { before, followedBy, mayBeScored, type NewInspection } from './inspectionRules.ts';
import { sheetName } from './inspections.ts';
import { keepTable, yearTable } from './scoreTables.ts';

function insert(
  office: Office,
  given: NewInspection,
  more: Partial<typeof inspection.$inferInsert>,
  act: Act,
): { readonly id: InspectionId; readonly table: ScoreTable } {
  const table = yearTable(office);
  keepTable(office, table, act);
  const id = newId(InspectionId);
  office.db
    .insert(inspection)
    .values({
      id,
      campaignId: currentCampaign(office).id,
      ...given,
      tableId: table.id,
      note: '',
      createdAt: act.at,
      followsId: followedBy(office, given)?.id ?? null,
      ...more,
    })
    .run();
  return { id, table };
}

/** The same people score several workshops on one day: a new sheet begins with them. */
function teamOfTheDay(office: Office, { level, inspectedOn }: NewInspection): string {
  if (level === 'self') return '[]';
  const row = office.db
    .select({ assessors: inspection.assessors })
    .from(inspection)
    .where(
      and(
        eq(inspection.campaignId, currentCampaign(office).id),
        eq(inspection.level, level),
        eq(inspection.inspectedOn, inspectedOn),
        isNull(inspection.removedAt),
      ),
    )
    .orderBy(desc(inspection.id))
    .get();
  return row?.assessors ?? '[]';
}

/** Begins a sheet by the year's table, which is locked from then on. Earlier sheets stay: a further one follows them. */
export function startInspection(office: Office, given: NewInspection, act: Act): Result<InspectionId> {
  const { level, inspectedOn, workshopId } = given;
  const may = mayBeScored(office, given, act);
  if (!may.ok) return may;
  const earlier = followedBy(office, given);
  const early = before(level, inspectedOn, earlier);
  if (early.length > 0) return refuse(...early);
  return transact(office, () => {
    const { id, table } = insert(
      office,
      { workshopId, level, inspectedOn },
      { assessors: teamOfTheDay(office, given) },
      act,
    );
    const again = earlier ? `复查${inChinese(earlier.inspectedOn)}的考评，` : '';
    const what = `开始${sheetName(level)}（${inChinese(inspectedOn)}，${again}评分表${table.version}）`;
    audit(office, act, 'inspection.start', what, workshopId);
    return ok(id);
  });
}

/** Of city or province often only the total is made known: it is recorded as told, without lines. */
export function recordTotal(office: Office, given: ReportedTotal, act: Act): Result<InspectionId> {
  const { total, veto, note, ...whose } = given;
  const may = mayBeScored(office, whose, act);
  if (!may.ok) return may;
  const full = fullPoints(yearTable(office).items);
  const over =
    total > full
      ? [
          problem('inspection.total', `总分${formatPoints(total)}超过评分表满分${formatPoints(full)}分`, {
            field: 'total',
            found: formatPoints(total),
            expected: `不超过${formatPoints(full)}`,
          }),
        ]
      : [];
  const problems = [...before(whose.level, whose.inspectedOn, followedBy(office, whose)), ...over];
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    const { id } = insert(
      office,
      whose,
      { note, reportedTotal: total, reportedVeto: veto, finishedAt: act.at },
      act,
    );
    const vetoed = veto === '' ? '' : `，否决项：${veto}`;
    const what = `登记${sheetName(whose.level)}总分（${inChinese(whose.inspectedOn)}，${formatPoints(total)}分${vetoed}）`;
    audit(office, act, 'inspection.record', what, whose.workshopId);
    return ok(id);
  });
}
