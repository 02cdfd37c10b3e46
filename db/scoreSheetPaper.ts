import { and, eq, isNull } from 'drizzle-orm';
import { currentCampaign } from './bureau.ts';
import { sheetView } from './inspections.ts';
import type { PaperRef } from './model/contract/papers.ts';
import type { IsoDate } from './model/dates.ts';
import type { WorkshopId } from './model/ids.ts';
import type { ScoreSheetPaper } from './model/papers.ts';
import { ok, problem, type Result, refuse } from './model/problems.ts';
import type { Office } from './office.ts';
import { paperHead } from './paperHead.ts';
import { workshop } from './schema.ts';
import { findTable, yearTable } from './scoreTables.ts';

type Ref = Extract<PaperRef, { paper: 'scoreSheet' }>;

function headOf(office: Office, id: WorkshopId): ScoreSheetPaper['workshop'] {
  const row = office.db
    .select()
    .from(workshop)
    .where(and(eq(workshop.id, id), isNull(workshop.removedAt)))
    .get();
  if (!row) return null;
  const { name, ownerName, address, certificateNo, products } = row;
  return { name, ownerName, address, certificateNo, products };
}

/** 评分表 as a paper: filled from an inspection, or blank for the field. */
export function scoreSheetPaper(office: Office, ref: Ref, today: IsoDate): Result<ScoreSheetPaper> {
  const { policy } = currentCampaign(office);
  const head = {
    paper: 'scoreSheet' as const,
    ...paperHead(office),
    passScore: policy.passScore,
  };
  if (ref.inspectionId !== null) {
    const view = sheetView(office, ref.inspectionId);
    if (!view.ok) return view;
    const { level, table, inspectedOn, note, finished, answers, workshopId } = view.value;
    return ok({
      ...head,
      level,
      asOf: inspectedOn,
      table,
      workshop: headOf(office, workshopId),
      sheet: { inspectedOn, note, finished, answers },
    });
  }
  const table = ref.tableId === null ? yearTable(office) : findTable(office, ref.tableId);
  if (!table) return refuse(problem('paper.unknown', '没有找到该评分表，请刷新后再试'));
  return ok({
    ...head,
    level: ref.level,
    asOf: today,
    table,
    workshop: ref.workshopId === null ? null : headOf(office, ref.workshopId),
    sheet: null,
  });
}
