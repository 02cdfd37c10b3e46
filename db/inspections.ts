import { and, desc, eq } from 'drizzle-orm';
import { audit } from './audit.ts';
import { currentCampaign } from './bureau.ts';
import { measures } from './measures.ts';
import type { InspectionRow, ProposalBasis, SheetInput, SheetView } from './model/contract/scoring.ts';
import { type IsoDate, inChinese } from './model/dates.ts';
import { InspectionId, newId, type WorkshopId } from './model/ids.ts';
import { ok, problem, type Result, refuse } from './model/problems.ts';
import { formatPoints } from './model/scoring/points.ts';
import { Answer } from './model/scoring/rules.ts';
import { answerProblems, type ItemAnswer, type Score, scoreOf } from './model/scoring/scoreOf.ts';
import type { ScoreTable } from './model/scoring/table.ts';
import { INSPECTION_LEVELS, type InspectionLevel } from './model/terms.ts';
import { type Act, type Office, transact } from './office.ts';
import { application, inspection, itemScore, workshop } from './schema.ts';
import { findTable, keepTable, yearTable } from './scoreTables.ts';

type Row = typeof inspection.$inferSelect;

const unknown = () => refuse(problem('inspection.unknown', '没有找到该评分记录，可能已移除，请刷新后再试'));

/** 自查, 县级考评 …: how a sheet of a level is called in sentences. */
export const sheetName = (level: InspectionLevel): string =>
  level === 'self' ? INSPECTION_LEVELS.self : `${INSPECTION_LEVELS[level]}考评`;

export function answersOf(office: Office, id: InspectionId): readonly ItemAnswer[] {
  return office.db
    .select()
    .from(itemScore)
    .where(eq(itemScore.inspectionId, id))
    .all()
    .map(({ itemId, answer, reason }) => ({ itemId, answer: Answer.parse(JSON.parse(answer)), reason }));
}

const tableOf = (office: Office, row: Row): ScoreTable => findTable(office, row.tableId) ?? yearTable(office);

const scored = (office: Office, table: ScoreTable, answers: readonly ItemAnswer[]): Score =>
  scoreOf(table, answers, currentCampaign(office).policy.passScore);

const rowsOf = (office: Office, workshopId: WorkshopId, level: InspectionLevel): readonly Row[] =>
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
      score: scored(office, table, answersOf(office, row.id)),
      removed: row.removedAt === null ? null : { at: row.removedAt, reason: row.removedReason },
    };
  });
}

const findRow = (office: Office, id: InspectionId): Row | undefined =>
  office.db.select().from(inspection).where(eq(inspection.id, id)).get();

export function sheetView(office: Office, id: InspectionId): Result<SheetView> {
  const row = findRow(office, id);
  if (!row || row.removedAt !== null) return unknown();
  const who = office.db.select().from(workshop).where(eq(workshop.id, row.workshopId)).get();
  if (!who) return unknown();
  return ok({
    id,
    workshopId: row.workshopId,
    workshopName: who.name,
    ownerName: who.ownerName,
    level: row.level,
    inspectedOn: row.inspectedOn,
    note: row.note,
    finished: row.finishedAt !== null,
    table: tableOf(office, row),
    answers: answersOf(office, id),
  });
}

interface NewInspection {
  readonly workshopId: WorkshopId;
  readonly level: InspectionLevel;
  readonly inspectedOn: IsoDate;
}

/** Begins a sheet by the year's table, which is locked from then on. Earlier sheets stay. */
export function startInspection(
  office: Office,
  { workshopId, level, inspectedOn }: NewInspection,
  act: Act,
): Result<InspectionId> {
  const { id: campaignId } = currentCampaign(office);
  const applied = office.db
    .select()
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(and(eq(application.campaignId, campaignId), eq(application.workshopId, workshopId)))
    .get();
  if (!applied || applied.workshop.removedAt !== null) {
    return refuse(problem('workshop.unknown', '没有找到该小作坊，可能已移入回收站'));
  }
  if (applied.application.withdrawnOn !== null) {
    return refuse(
      problem('inspection.withdrawn', `“${applied.workshop.name}”已登记退出，不再${sheetName(level)}`),
    );
  }
  if (inspectedOn > act.today) {
    return refuse(
      problem('inspection.future', `${sheetName(level)}日期${inspectedOn}晚于今天，请核对`, {
        field: 'inspectedOn',
        found: inspectedOn,
        expected: `不晚于${act.today}`,
      }),
    );
  }
  return transact(office, () => {
    const table = yearTable(office);
    keepTable(office, table, act);
    const id = newId(InspectionId);
    office.db
      .insert(inspection)
      .values({
        id,
        campaignId,
        workshopId,
        tableId: table.id,
        level,
        inspectedOn,
        note: '',
        createdAt: act.at,
      })
      .run();
    audit(
      office,
      act,
      'inspection.start',
      `开始${sheetName(level)}（${inChinese(inspectedOn)}，评分表${table.version}）`,
      workshopId,
    );
    return ok(id);
  });
}

/** A sheet that may be written: there, and not finished. */
function openSheet(office: Office, id: InspectionId): Result<Row> {
  const row = findRow(office, id);
  if (!row || row.removedAt !== null) return unknown();
  if (row.finishedAt === null) return ok(row);
  return refuse(problem('inspection.finished', '该评分表已完成，如需更正，请先点“更正”并写明原因'));
}

/** Answers of another table would point nowhere. */
function strangers(table: ScoreTable, { answers }: SheetInput) {
  const known = new Set(table.items.map((item) => item.id));
  return answers.every((one) => known.has(one.itemId))
    ? []
    : [problem('score.answer.unknown', '有一项不在所用的评分表中，请重新打开评分表')];
}

function write(office: Office, id: InspectionId, { inspectedOn, note, answers }: SheetInput): void {
  office.db.update(inspection).set({ inspectedOn, note }).where(eq(inspection.id, id)).run();
  office.db.delete(itemScore).where(eq(itemScore.inspectionId, id)).run();
  for (const { itemId, answer, reason } of answers) {
    office.db
      .insert(itemScore)
      .values({ inspectionId: id, itemId, answer: JSON.stringify(answer), reason })
      .onConflictDoNothing()
      .run();
  }
}

/** Keeps an unfinished sheet as it stands, complete or not; called while one types, so not logged each time. */
export function saveSheet(office: Office, id: InspectionId, sheet: SheetInput): Result<void> {
  const row = openSheet(office, id);
  if (!row.ok) return row;
  const foreign = strangers(tableOf(office, row.value), sheet);
  if (foreign.length > 0) return refuse(...foreign);
  return transact(office, () => {
    write(office, id, sheet);
    return ok(undefined);
  });
}

/** 完成: every line answered, every deduction with its reason. */
export function finishSheet(office: Office, id: InspectionId, sheet: SheetInput, act: Act): Result<Score> {
  const row = openSheet(office, id);
  if (!row.ok) return row;
  const table = tableOf(office, row.value);
  const score = scored(office, table, sheet.answers);
  const missing =
    score.missing.length === 0
      ? []
      : [
          problem(
            'inspection.missing',
            `还有${score.missing.length}项没有评定：${score.missing.join('、')}`,
            {
              field: score.missing[0] ?? '',
            },
          ),
        ];
  const late =
    sheet.inspectedOn > act.today
      ? [problem('inspection.future', `日期${sheet.inspectedOn}晚于今天，请核对`, { field: 'inspectedOn' })]
      : [];
  const problems = [...late, ...missing, ...answerProblems(table, sheet.answers)];
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    write(office, id, sheet);
    office.db.update(inspection).set({ finishedAt: act.at }).where(eq(inspection.id, id)).run();
    const what = `完成${sheetName(row.value.level)}（${inChinese(sheet.inspectedOn)}，${formatPoints(score.total)}分）`;
    audit(office, act, 'inspection.finish', what, row.value.workshopId);
    return ok(score);
  });
}

/** 更正: opens a finished self-check again. */
export function reopenSheet(office: Office, id: InspectionId, reason: string, act: Act): Result<void> {
  const row = findRow(office, id);
  if (!row || row.removedAt !== null || row.finishedAt === null) return unknown();
  return transact(office, () => {
    office.db.update(inspection).set({ finishedAt: null }).where(eq(inspection.id, id)).run();
    const what = `更正${sheetName(row.level)}（${inChinese(row.inspectedOn)}），原因：${reason}`;
    audit(office, act, 'inspection.reopen', what, row.workshopId);
    return ok(undefined);
  });
}

/** Takes a sheet out of all counts; `null` brings it back. */
function mark(office: Office, id: InspectionId, reason: string | null, act: Act): Result<void> {
  const row = findRow(office, id);
  if (!row || (row.removedAt === null) === (reason === null)) return unknown();
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

export const removeInspection = (office: Office, id: InspectionId, reason: string, act: Act): Result<void> =>
  mark(office, id, reason, act);

export const restoreInspection = (office: Office, id: InspectionId, act: Act): Result<void> =>
  mark(office, id, null, act);

/** The newest finished self-check with the library: what tasks are proposed from. */
export function proposalBasis(office: Office, workshopId: WorkshopId): ProposalBasis | null {
  const row = rowsOf(office, workshopId, 'self').find(
    (one) => one.finishedAt !== null && one.removedAt === null,
  );
  if (!row) return null;
  const table = tableOf(office, row);
  const answers = answersOf(office, row.id);
  const { total } = scored(office, table, answers);
  return {
    inspectionId: row.id,
    inspectedOn: row.inspectedOn,
    total,
    table,
    answers,
    measures: measures(office),
  };
}
