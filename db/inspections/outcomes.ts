import { and, asc, eq, isNull, ne, type SQL } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import { groupBy } from '../groupBy.ts';
import type { IsoDate } from '../model/dates.ts';
import type { InspectionId, ScoreTableId, WorkshopId } from '../model/ids.ts';
import {
  type InspectionFacts,
  type InspectionOutcome,
  NO_OUTCOMES,
  type OutcomesByLevel,
  reportedScore,
} from '../model/inspection.ts';
import { laterOf, scoredOf, type UpperScored } from '../model/results.ts';
import { Answer } from '../model/scoring/rules.ts';
import { type ItemAnswer, type Score, scoreOf } from '../model/scoring/scoreOf.ts';
import { fullPoints, type ScoreTable } from '../model/scoring/table.ts';
import type { InspectionLevel } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { inspection, itemScore, rectification } from '../schema.ts';
import { outsideScores, toldScores } from './outsideScores.ts';
import { findTable, yearTable } from './scoreTables.ts';

type Row = typeof inspection.$inferSelect;

/** What one scoring comes to, finished or not. */
export function rowScore(
  { reportedTotal, reportedVeto }: Pick<Row, 'reportedTotal' | 'reportedVeto'>,
  table: ScoreTable,
  answers: readonly ItemAnswer[],
  passScore: number,
): Score {
  if (reportedTotal !== null) {
    return reportedScore(reportedTotal, fullPoints(table.items), passScore, reportedVeto);
  }
  return scoreOf(table, answers, passScore);
}

/** The scorings of the year at work that count, in the order they were made. */
const countedRows = (office: Office, where?: SQL): readonly Row[] =>
  office.db
    .select()
    .from(inspection)
    .where(and(eq(inspection.campaignId, currentCampaign(office).id), isNull(inspection.removedAt), where))
    .orderBy(asc(inspection.inspectedOn), asc(inspection.id))
    .all();

const notSelf = ne(inspection.level, 'self');

function answersByInspection(office: Office, where?: SQL) {
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

function outcomesFrom(office: Office, where?: SQL): readonly InspectionOutcome[] {
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
      veto: row.reportedVeto,
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
): InspectionOutcome | null =>
  outcomesFrom(office, and(eq(inspection.workshopId, workshopId), eq(inspection.level, level))).at(-1) ??
  null;

/** The word of city or province; only a scoring entered here has an id, a score told in an event has none. */
interface UpperScore extends UpperScored {
  readonly inspectionId: InspectionId | null;
}

/** Where a workshop stands between its levels. */
interface Standing {
  readonly county: InspectionOutcome | null;
  readonly city: UpperScore | null;
  readonly province: UpperScore | null;
  /** What city or province found last; the county's re-inspection after it counts instead. */
  readonly above: UpperScore | null;
  /** The scoring that calls for 整改, and the inspection its demands hang on. */
  readonly failing: { readonly inspectionId: InspectionId; readonly on: IsoDate } | null;
}

const upper = (one: InspectionOutcome | null): UpperScore | null =>
  one && {
    ...scoredOf(one),
    veto: one.veto,
    inspectionId: one.inspectionId,
  };

const told = (one: UpperScored | undefined): UpperScore | null =>
  one ? { ...one, inspectionId: null } : null;

function failingOf(county: InspectionOutcome | null, above: UpperScore | null): Standing['failing'] {
  if (above && !above.passed) {
    const inspectionId = above.inspectionId ?? county?.inspectionId;
    return inspectionId ? { inspectionId, on: above.on } : null;
  }
  return county && !county.passed ? { inspectionId: county.inspectionId, on: county.inspectedOn } : null;
}

/** Own scorings and what city and province told, put together, by workshop. */
export function standings(office: Office): ReadonlyMap<WorkshopId, Standing> {
  const byLevel = latestByLevel(outcomesFrom(office, notSelf));
  const outside = outsideScores(office);
  const ids = new Set([...byLevel.keys(), ...outside.city.keys(), ...outside.province.keys()]);
  return new Map(
    [...ids].map((id) => {
      const { county, ...levels } = byLevel.get(id) ?? NO_OUTCOMES;
      const city = laterOf(upper(levels.city), told(outside.city.get(id)));
      const province = laterOf(upper(levels.province), told(outside.province.get(id)));
      const last = laterOf(city, province);
      const above = last && county && county.inspectedOn > last.on ? null : last;
      return [id, { county, city, province, above, failing: failingOf(county, above) }];
    }),
  );
}

/** Every finished scoring of county, city and province, own and told, by day. */
export function scoringsAbove(office: Office) {
  const own = outcomesFrom(office, notSelf).map(({ workshopId, level, inspectedOn, passed }) => ({
    workshopId,
    on: inspectedOn,
    county: level === 'county',
    passed,
  }));
  const outside = toldScores(office).map(({ workshopId, scored }) => ({
    workshopId,
    on: scored.on,
    county: false,
    passed: scored.passed,
  }));
  return [...own, ...outside].sort((left, right) => left.on.localeCompare(right.on));
}

const verdictOf = (one: { readonly passed: boolean } | null): 'pass' | 'fail' | null =>
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
  const found = standings(office);
  const rectified = rectifiedIds(office);
  const open = new Set(
    rows.filter((row) => row.level === 'county' && row.finishedAt === null).map((row) => row.workshopId),
  );
  const ids = [...new Set([...rows.map((row) => row.workshopId), ...found.keys()])];
  return new Map(
    ids.map((id) => {
      const { county, above, failing } = found.get(id) ?? { county: null, above: null, failing: null };
      return [
        id,
        {
          open: open.has(id),
          county: verdictOf(county),
          rectified: failing !== null && rectified.has(failing.inspectionId),
          above: verdictOf(above),
        },
      ];
    }),
  );
}
