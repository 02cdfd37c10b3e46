import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import type { SheetInput } from '../model/contract/scoring.ts';
import { inChinese } from '../model/dates.ts';
import type { InspectionId } from '../model/ids.ts';
import { headProblems } from '../model/inspection.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { formatPoints } from '../model/scoring/points.ts';
import { answerProblems, type Score } from '../model/scoring/scoreOf.ts';
import type { ScoreTable } from '../model/scoring/table.ts';
import { type Act, type Office, transact } from '../office.ts';
import { inspection, itemScore } from '../schema.ts';
import { before, future } from './inspectionRules.ts';
import {
  findInspection,
  headOf,
  type InspectionRecord,
  scored,
  sheetName,
  tableOf,
  unknownInspection,
} from './inspections.ts';

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
