import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { helperNameOf } from '../assistance/assistance.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type { InspectionRow, ProposalBasis, SheetView } from '../model/contract/scoring.ts';
import type { InspectionId, WorkshopId } from '../model/ids.ts';
import { Assessor, type InspectionHead, Recusal } from '../model/inspection.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { Answer } from '../model/scoring/rules.ts';
import type { ItemAnswer, Score } from '../model/scoring/scoreOf.ts';
import type { ScoreTable } from '../model/scoring/table.ts';
import { INSPECTION_LEVELS, type InspectionLevel } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { inspection, itemScore, workshop } from '../schema.ts';
import { measures } from './measures.ts';
import { rowScore } from './outcomes.ts';
import { findTable, yearTable } from './scoreTables.ts';

export type InspectionRecord = typeof inspection.$inferSelect;

/** The refusal where a sheet is gone or was never there. */
export const unknownInspection = () =>
  refuse(problem('inspection.unknown', '没有找到该评分记录，可能已移除，请刷新后再试'));

/** 自查, 县级考评 …: how a sheet of a level is called in sentences. */
export const sheetName = (level: InspectionLevel): string =>
  level === 'self' ? INSPECTION_LEVELS.self : `${INSPECTION_LEVELS[level]}考评`;

/** What was entered, line by line. */
export function answersOf(office: Office, id: InspectionId): readonly ItemAnswer[] {
  return office.db
    .select()
    .from(itemScore)
    .where(eq(itemScore.inspectionId, id))
    .all()
    .map(({ itemId, answer, reason }) => ({ itemId, answer: Answer.parse(JSON.parse(answer)), reason }));
}

/** The table a scoring was begun with. */
export const tableOf = (office: Office, row: InspectionRecord): ScoreTable =>
  findTable(office, row.tableId) ?? yearTable(office);

export const scored = (
  office: Office,
  row: Pick<InspectionRecord, 'reportedTotal' | 'reportedVeto'>,
  table: ScoreTable,
  answers: readonly ItemAnswer[],
): Score => rowScore(row, table, answers, currentCampaign(office).policy.passScore);

/** Assessors, recusals and the owner’s signature. */
export const headOf = (row: InspectionRecord): InspectionHead => ({
  assessors: z.array(Assessor).parse(JSON.parse(row.assessors)),
  recusals: z.array(Recusal).parse(JSON.parse(row.recusals)),
  ownerSigned: row.ownerSigned,
  refusalReason: row.refusalReason,
  witness: row.witness,
  ownerRemark: row.ownerRemark,
});

/** Every scoring of a workshop at a level this year, the newest first; removed ones among them. */
export const rowsOf = (
  office: Office,
  workshopId: WorkshopId,
  level: InspectionLevel,
): readonly InspectionRecord[] =>
  office.db
    .select()
    .from(inspection)
    .where(
      and(
        eq(inspection.campaignId, currentCampaign(office).id),
        eq(inspection.workshopId, workshopId),
        eq(inspection.level, level),
      ),
    )
    .orderBy(desc(inspection.inspectedOn), desc(inspection.id))
    .all();

/** The sheets of one level for one workshop this year, the newest first; removed ones among them. */
export function inspectionRows(
  office: Office,
  workshopId: WorkshopId,
  level: InspectionLevel,
): readonly InspectionRow[] {
  return rowsOf(office, workshopId, level).map((row) => {
    const table = tableOf(office, row);
    return {
      id: row.id,
      level: row.level,
      inspectedOn: row.inspectedOn,
      note: row.note,
      tableVersion: table.version,
      sample: table.sample,
      finished: row.finishedAt !== null,
      score: scored(office, row, table, answersOf(office, row.id)),
      head: headOf(row),
      reported: row.reportedTotal !== null,
      followsId: row.followsId,
      removed: row.removedAt === null ? null : { at: row.removedAt, reason: row.removedReason },
    };
  });
}

/** A scoring, removed or not. */
export const findInspection = (office: Office, id: InspectionId): InspectionRecord | undefined =>
  office.db.select().from(inspection).where(eq(inspection.id, id)).get();

/** One sheet with its table, as the window shows it. */
export function sheetView(office: Office, id: InspectionId): Result<SheetView> {
  const row = findInspection(office, id);
  if (!row || row.removedAt !== null) return unknownInspection();
  const who = office.db.select().from(workshop).where(eq(workshop.id, row.workshopId)).get();
  if (!who) return unknownInspection();
  return ok({
    id,
    workshopId: row.workshopId,
    workshopName: who.name,
    ownerName: who.ownerName,
    level: row.level,
    inspectedOn: row.inspectedOn,
    note: row.note,
    finished: row.finishedAt !== null,
    head: headOf(row),
    helperName: helperNameOf(office, row.workshopId),
    reported: row.reportedTotal !== null,
    followsId: row.followsId,
    table: tableOf(office, row),
    answers: answersOf(office, id),
  });
}

/** The newest finished self-check with the library: what tasks are proposed from. */
export function proposalBasis(office: Office, workshopId: WorkshopId): ProposalBasis | null {
  const row = rowsOf(office, workshopId, 'self').find(
    (one) => one.finishedAt !== null && one.removedAt === null,
  );
  if (!row) return null;
  const table = tableOf(office, row);
  const answers = answersOf(office, row.id);
  const { total } = scored(office, row, table, answers);
  return {
    inspectionId: row.id,
    inspectedOn: row.inspectedOn,
    total,
    table,
    answers,
    measures: measures(office),
  };
}
