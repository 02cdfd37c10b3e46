import { and, desc, eq, isNull } from 'drizzle-orm';
import { audit } from './audit.ts';
import { currentCampaign } from './bureau.ts';
import {
  before,
  counted,
  followedBy,
  future,
  mayBeScored,
  type NewInspection,
  stillOpen,
} from './inspectionRules.ts';
import {
  findInspection,
  headOf,
  type InspectionRecord,
  scored,
  sheetName,
  tableOf,
  unknownInspection,
} from './inspections.ts';
import type { ReportedTotal, SheetInput } from './model/contract/scoring.ts';
import { inChinese } from './model/dates.ts';
import { InspectionId, newId } from './model/ids.ts';
import { headProblems } from './model/inspection.ts';
import { ok, type Problem, problem, type Result, refuse } from './model/problems.ts';
import { formatPoints } from './model/scoring/points.ts';
import { answerProblems, type Score } from './model/scoring/scoreOf.ts';
import { fullPoints, type ScoreTable } from './model/scoring/table.ts';
import { type Act, type Office, transact } from './office.ts';
import { inspection, itemScore } from './schema.ts';
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

/** A sheet that may be written: there, and not finished. */
function openSheet(office: Office, id: InspectionId): Result<InspectionRecord> {
  const row = findInspection(office, id);
  if (!row || row.removedAt !== null) return unknownInspection();
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

function write(office: Office, id: InspectionId, { inspectedOn, note, answers, head }: SheetInput): void {
  const given = head && {
    ...head,
    assessors: JSON.stringify(head.assessors),
    recusals: JSON.stringify(head.recusals),
  };
  office.db
    .update(inspection)
    .set({ inspectedOn, note, ...given })
    .where(eq(inspection.id, id))
    .run();
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
  const score = scored(office, row.value, table, sheet.answers);
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
  const { level, followsId } = row.value;
  const earlier = followsId === null ? undefined : findInspection(office, followsId);
  const problems = [
    ...future(level, sheet.inspectedOn, act.today),
    ...before(level, sheet.inspectedOn, earlier?.removedAt === null ? earlier : undefined),
    ...headProblems(level, sheet.head ?? headOf(row.value)),
    ...missing,
    ...answerProblems(table, sheet.answers),
  ];
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    write(office, id, sheet);
    office.db.update(inspection).set({ finishedAt: act.at }).where(eq(inspection.id, id)).run();
    const what = `完成${sheetName(row.value.level)}（${inChinese(sheet.inspectedOn)}，${formatPoints(score.total)}分）`;
    audit(office, act, 'inspection.finish', what, row.value.workshopId);
    return ok(score);
  });
}

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

export const removeInspection = (office: Office, id: InspectionId, reason: string, act: Act): Result<void> =>
  mark(office, id, reason, act);

export const restoreInspection = (office: Office, id: InspectionId, act: Act): Result<void> =>
  mark(office, id, null, act);
