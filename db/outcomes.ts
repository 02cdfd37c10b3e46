import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { currentCampaign } from './bureau.ts';
import { groupBy } from './groupBy.ts';
import type { InspectionId, ScoreTableId, WorkshopId } from './model/ids.ts';
import {
  type InspectionFacts,
  type InspectionOutcome,
  NO_OUTCOMES,
  type OutcomesByLevel,
  reportedScore,
} from './model/inspection.ts';
import { Answer } from './model/scoring/rules.ts';
import { type ItemAnswer, type Score, scoreOf } from './model/scoring/scoreOf.ts';
import { fullPoints, type ScoreTable } from './model/scoring/table.ts';
import type { InspectionLevel } from './model/terms.ts';
import type { Office } from './office.ts';
import { inspection, itemScore, rectification } from './schema.ts';
import { findTable, yearTable } from './scoreTables.ts';

type Row = typeof inspection.$inferSelect;

/** What one scoring comes to, finished or not. */
export function rowScore(
  { reportedTotal }: Pick<Row, 'reportedTotal'>,
  table: ScoreTable,
  answers: readonly ItemAnswer[],
  passScore: number,
): Score {
  if (reportedTotal !== null) return reportedScore(reportedTotal, fullPoints(table.items), passScore);
  return scoreOf(table, answers, passScore);
}

/** The scorings of the year at work that count, in the order they were made. */
const countedRows = (office: Office, where?: typeof notSelf): readonly Row[] =>
  office.db
    .select()
    .from(inspection)
    .where(and(eq(inspection.campaignId, currentCampaign(office).id), isNull(inspection.removedAt), where))
    .orderBy(asc(inspection.inspectedOn), asc(inspection.id))
    .all();

const notSelf = ne(inspection.level, 'self');

function answersByInspection(office: Office, where?: typeof notSelf) {
  const rows = office.db
    .select({ id: itemScore.inspectionId, itemId: itemScore.itemId, answer: itemScore.answer })
    .from(itemScore)
    .innerJoin(inspection, eq(inspection.id, itemScore.inspectionId))
    .where(and(eq(inspection.campaignId, currentCampaign(office).id), isNull(inspection.removedAt), where))
    .all();
  return groupBy(rows, (row) => row.id);
}

/** Each table read once. */
function tables(office: Office): (id: ScoreTableId) => ScoreTable {
  const known = new Map<ScoreTableId, ScoreTable>();
  return (id) => {
    const table = known.get(id) ?? findTable(office, id) ?? yearTable(office);
    known.set(id, table);
    return table;
  };
}

function outcomesFrom(office: Office, where?: typeof notSelf): readonly InspectionOutcome[] {
  const { passScore } = currentCampaign(office).policy;
  const answers = answersByInspection(office, where);
  const tableOf = tables(office);
  const finished = countedRows(office, where).filter((row) => row.finishedAt !== null);
  const rounds = new Map<string, number>();
  return finished.map((row) => {
    const key = `${row.workshopId} ${row.level}`;
    const round = (rounds.get(key) ?? 0) + 1;
    rounds.set(key, round);
    const given = (answers.get(row.id) ?? []).map(({ itemId, answer }) => ({
      itemId,
      answer: Answer.parse(JSON.parse(answer)),
      reason: '',
    }));
    const { total, full, conclusion } = rowScore(row, tableOf(row.tableId), given, passScore);
    return {
      inspectionId: row.id,
      workshopId: row.workshopId,
      level: row.level,
      inspectedOn: row.inspectedOn,
      total,
      full,
      conclusion,
      passed: conclusion === 'pass',
      reported: row.reportedTotal !== null,
      round,
      followsId: row.followsId,
    };
  });
}

/** Every finished scoring of the year at work, re-inspections and those they follow, in the order they were made. */
export const allOutcomes = (office: Office): readonly InspectionOutcome[] => outcomesFrom(office);

const latestByLevel = (outcomes: readonly InspectionOutcome[]): ReadonlyMap<WorkshopId, OutcomesByLevel> => {
  const found = new Map<WorkshopId, OutcomesByLevel>();
  for (const one of outcomes) {
    found.set(one.workshopId, { ...(found.get(one.workshopId) ?? NO_OUTCOMES), [one.level]: one });
  }
  return found;
};

/** What counts of each workshop at each level: its latest finished scoring. Workshops without any are left out. */
export const inspectionOutcomes = (office: Office): ReadonlyMap<WorkshopId, OutcomesByLevel> =>
  latestByLevel(allOutcomes(office));

/** The latest finished scoring of a workshop at a level. */
export const latestInspection = (
  office: Office,
  workshopId: WorkshopId,
  level: InspectionLevel,
): InspectionOutcome | null => inspectionOutcomes(office).get(workshopId)?.[level] ?? null;

/** What city or province found last; the county's re-inspection after it counts instead. */
function lastAbove({ county, city, province }: OutcomesByLevel): InspectionOutcome | null {
  const above = city && province ? (province.inspectedOn >= city.inspectedOn ? province : city) : null;
  const last = above ?? city ?? province;
  return last && county && county.inspectedOn > last.inspectedOn ? null : last;
}

const verdictOf = (one: InspectionOutcome | null): 'pass' | 'fail' | null =>
  one ? (one.passed ? 'pass' : 'fail') : null;

/** Scorings whose 整改 was found done. */
function rectifiedIds(office: Office): ReadonlySet<InspectionId> {
  const rows = office.db.select().from(rectification).orderBy(asc(rectification.id)).all();
  // A later demand opens it again.
  const latest = new Map(rows.map((row) => [row.inspectionId, row.doneOn] as const));
  return new Set([...latest].filter(([, doneOn]) => doneOn !== null).map(([id]) => id));
}

/** What the stage of every workshop needs of its scorings. */
export function inspectionFacts(office: Office): ReadonlyMap<WorkshopId, InspectionFacts> {
  const rows = countedRows(office, notSelf);
  if (rows.length === 0) return new Map();
  const byWorkshop = latestByLevel(outcomesFrom(office, notSelf));
  const rectified = rectifiedIds(office);
  const open = new Set(
    rows.filter((row) => row.level === 'county' && row.finishedAt === null).map((row) => row.workshopId),
  );
  const ids = [...new Set(rows.map((row) => row.workshopId))];
  return new Map(
    ids.map((id) => {
      const found = byWorkshop.get(id) ?? NO_OUTCOMES;
      const above = lastAbove(found);
      const failing = above && !above.passed ? above : found.county;
      return [
        id,
        {
          open: open.has(id),
          county: verdictOf(found.county),
          rectified: failing !== null && rectified.has(failing.inspectionId),
          above: verdictOf(above),
        },
      ];
    }),
  );
}
