import { and, eq, isNull } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { PaperRef } from '../model/contract/papers.ts';
import type { IsoDate } from '../model/dates.ts';
import type { InspectionId, WorkshopId } from '../model/ids.ts';
import { outcomeText } from '../model/inspection.ts';
import type { InspectionSummaryPaper, ScoreSheetPaper, ScoreSheetsPaper } from '../model/papers/scoring.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { isDeducted } from '../model/scoring/itemScore.ts';
import { STAGES } from '../model/stage.ts';
import { INSPECTION_LEVELS } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { paperHead } from '../papers/paperHead.ts';
import { inRosterOrder } from '../publicity/rosters.ts';
import { workshop } from '../schema.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { inspectionList } from './inspectionList.ts';
import { answersOf, findInspection, sheetName, sheetView, tableOf } from './inspections.ts';
import { linePhotos } from './linePhotos.ts';
import { standings } from './outcomes.ts';
import { findTable, yearTable } from './scoreTables.ts';

type SetRef = Extract<PaperRef, { paper: 'scoreSheets' }>;
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
    const { level, table, inspectedOn, note, finished, answers, workshopId, head: signed } = view.value;
    if (view.value.reported) {
      return refuse(problem('paper.reported', `${sheetName(level)}只登记了总分，没有评分表可以打印`));
    }
    return ok({
      ...head,
      level,
      asOf: inspectedOn,
      table,
      workshop: headOf(office, workshopId),
      sheet: {
        inspectedOn,
        note,
        finished,
        answers,
        photos: linePhotos(office, ref.inspectionId),
        head: signed,
        again: view.value.followsId !== null,
      },
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

/** Blank 评分表 of many workshops, each with its head, in one file. */
export function scoreSheetsPaper(office: Office, ref: SetRef, today: IsoDate): Result<ScoreSheetsPaper> {
  const workshops = ref.workshopIds.map((id) => headOf(office, id)).filter((one) => one !== null);
  if (workshops.length < ref.workshopIds.length) {
    return refuse(problem('paper.unknown', '有的小作坊已不在，请刷新后再试'));
  }
  return ok({
    paper: 'scoreSheets',
    ...paperHead(office),
    passScore: currentCampaign(office).policy.passScore,
    level: ref.level,
    asOf: today,
    table: yearTable(office),
    workshops,
  });
}

/** Codes of the lines a scoring took points from. */
function deductedCodes(office: Office, id: InspectionId): string {
  const row = findInspection(office, id);
  if (!row) return '';
  const given = new Map(answersOf(office, id).map((one) => [one.itemId, one.answer]));
  return tableOf(office, row)
    .items.filter((item) => {
      const answer = given.get(item.id);
      return answer !== undefined && isDeducted(item, answer);
    })
    .map((item) => item.code)
    .join('、');
}

/** 考评验收汇总表 over every workshop on the 创建名单. */
export function inspectionSummaryPaper(office: Office, today: IsoDate): InspectionSummaryPaper {
  const products = new Map(workshopRows(office, today).map((row) => [row.workshopId, row.products]));
  // City and province are told of in events more often than entered as scorings: both count.
  const found = standings(office);
  return {
    paper: 'inspectionSummary',
    ...paperHead(office),
    asOf: today,
    passScore: currentCampaign(office).policy.passScore,
    rows: inRosterOrder(office, inspectionList(office, today)).map(({ outcomes, ...row }) => ({
      name: row.workshopName,
      ownerName: row.ownerName,
      township: row.township,
      products: products.get(row.workshopId) ?? '',
      self: outcomes.self?.total ?? null,
      county: outcomes.county?.total ?? null,
      countyOn: outcomes.county?.inspectedOn ?? null,
      rounds: outcomes.county?.round ?? 0,
      city: found.get(row.workshopId)?.city?.total ?? null,
      province: found.get(row.workshopId)?.province?.total ?? null,
      passed: outcomes.county?.passed ?? null,
      conclusion: outcomes.county ? outcomeText(outcomes.county) : '',
      deducted: outcomes.county ? deductedCodes(office, outcomes.county.inspectionId) : '',
      vetoes: (['city', 'province'] as const)
        .flatMap((level) => {
          const veto = found.get(row.workshopId)?.[level]?.veto ?? '';
          return veto === '' ? [] : [`${INSPECTION_LEVELS[level]}否决项：${veto}`];
        })
        .join('；'),
      stage: STAGES[row.stage],
    })),
  };
}
