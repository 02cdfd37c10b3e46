import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { InspectionListRow, InspectionPage } from '../model/contract/inspections.ts';
import type { IsoDate } from '../model/dates.ts';
import type { InspectionId, WorkshopId } from '../model/ids.ts';
import { NO_OUTCOMES, reportedConclusion, toldAt } from '../model/inspection.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { readinessWarnings } from '../model/readiness.ts';
import type { UpperScored } from '../model/results.ts';
import { compareLevels, type LevelSheet } from '../model/scoring/differences.ts';
import { LISTED_STAGES } from '../model/stage.ts';
import { INSPECTION_LEVELS, type InspectionLevel, keysOf } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { application, inspection, workshop } from '../schema.ts';
import { gatherWorks, type PlanWorks } from '../works/worksRecords.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { answersOf, findInspection, inspectionRows, scored, tableOf } from './inspections.ts';
import { inspectionOutcomes } from './outcomes.ts';
import { outsideScores } from './outsideScores.ts';
import { yearTable } from './scoreTables.ts';

/** The sheets above the self-check that are being filled in. */
function openSheets(office: Office) {
  const rows = office.db
    .select({ id: inspection.id, level: inspection.level, workshopId: inspection.workshopId })
    .from(inspection)
    .where(
      and(
        eq(inspection.campaignId, currentCampaign(office).id),
        isNull(inspection.finishedAt),
        isNull(inspection.removedAt),
        ne(inspection.level, 'self'),
      ),
    )
    .orderBy(asc(inspection.id))
    .all();
  return new Map(rows.map((row) => [row.workshopId, { inspectionId: row.id, level: row.level }] as const));
}

type Applied = typeof application.$inferSelect;
type Who = typeof workshop.$inferSelect;

/** What every workshop of the 创建名单 lacks for a scoring on a day. */
function readinessOf(office: Office, day: IsoDate): (id: WorkshopId) => readonly Problem[] {
  const { id: campaignId, policy } = currentCampaign(office);
  const rows = office.db
    .select()
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(eq(application.campaignId, campaignId))
    .all();
  const known = new Map<WorkshopId, { readonly applied: Applied; readonly who: Who }>(
    rows.map((row) => [row.workshop.id, { applied: row.application, who: row.workshop }]),
  );
  const works = new Map<WorkshopId, PlanWorks>(
    gatherWorks(office, day).map((one) => [one.plan.workshopId, one]),
  );
  return (id) => {
    const found = known.get(id);
    const plan = works.get(id);
    if (!found) return [];
    return readinessWarnings(
      {
        works: plan?.totals ?? null,
        worksStartedOn: plan?.plan.worksStartedOn ?? null,
        changing: plan !== undefined && plan.newest !== plan.signed,
        certificate: found.who,
        people: found.applied,
      },
      policy,
      day,
    );
  };
}

/** 考评验收: every workshop on the 创建名单 that still takes part. */
export function inspectionList(office: Office, today: IsoDate): readonly InspectionListRow[] {
  const outcomes = inspectionOutcomes(office);
  const told = outsideScores(office);
  const open = openSheets(office);
  const readiness = readinessOf(office, today);
  return workshopRows(office, today)
    .filter((row) => LISTED_STAGES.includes(row.stage))
    .map((row) => ({
      workshopId: row.workshopId,
      workshopName: row.name,
      ownerName: row.ownerName,
      township: row.township,
      stage: row.stage,
      readiness: readiness(row.workshopId),
      outcomes: outcomes.get(row.workshopId) ?? NO_OUTCOMES,
      told: {
        city: told.city.get(row.workshopId) ?? null,
        province: told.province.get(row.workshopId) ?? null,
      },
      open: open.get(row.workshopId) ?? null,
    }));
}

function levelSheet(office: Office, id: InspectionId): readonly LevelSheet[] {
  const row = findInspection(office, id);
  if (!row) return [];
  const table = tableOf(office, row);
  const answers = answersOf(office, id);
  return [
    {
      level: row.level,
      inspectedOn: row.inspectedOn,
      table,
      answers,
      score: scored(office, row, table, answers),
      reported: row.reportedTotal !== null,
    },
  ];
}

/** A total told without a sheet, as a sheet without lines. */
function toldSheet(office: Office, level: InspectionLevel, told: UpperScored): LevelSheet {
  const table = yearTable(office);
  const { passScore } = currentCampaign(office).policy;
  const { total, veto, on } = told;
  const score = { total, conclusion: reportedConclusion(total, passScore, veto) };
  return { level, inspectedOn: on, table, answers: [], score, reported: true };
}

/** What counts at a level: the later of the own scoring and of what was told. */
function sheetAt(office: Office, row: InspectionListRow, level: InspectionLevel): readonly LevelSheet[] {
  const told = toldAt(row, level);
  if (told) return [toldSheet(office, level, told)];
  const own = row.outcomes[level];
  return own ? levelSheet(office, own.inspectionId) : [];
}

/** The scorings that count, one a level, held against each other. */
const comparisonOf = (office: Office, row: InspectionListRow) =>
  compareLevels(keysOf(INSPECTION_LEVELS).flatMap((level) => sheetAt(office, row, level)));

/** Everything scored of one workshop on the 创建名单. */
export function inspectionPage(
  office: Office,
  workshopId: WorkshopId,
  today: IsoDate,
): Result<InspectionPage> {
  const row = inspectionList(office, today).find((one) => one.workshopId === workshopId);
  if (!row) {
    return refuse(
      problem('inspection.notListed', '该小作坊不在本年度的创建名单中，或已退出，没有考评验收记录'),
    );
  }
  const levelRows = (level: InspectionLevel) => inspectionRows(office, workshopId, level);
  return ok({
    row,
    rows: {
      self: levelRows('self'),
      county: levelRows('county'),
      city: levelRows('city'),
      province: levelRows('province'),
    },
    comparison: comparisonOf(office, row),
  });
}
