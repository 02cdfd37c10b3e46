import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { assistanceList } from '../assistance/assistance.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { duties } from '../mobilisation/duties.ts';
import { meetings } from '../mobilisation/meetings.ts';
import type { PaperRef } from '../model/contract/papers.ts';
import type { PrintOptions } from '../model/contract/printRoom.ts';
import type { IsoDate } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import { PAPER_TITLES } from '../model/papers.ts';
import { inPrintOrder, type PrintPaper, type PrintRequest, WorkshopSheet } from '../model/printing.ts';
import { OUTSIDE_EVENTS, WRITING_KINDS } from '../model/terms.ts';
import type { Office } from '../office.ts';
import { planRows } from '../plans/plans.ts';
import { publicities } from '../publicity/publicityViews.ts';
import { rosterChanges } from '../publicity/rosterChanges.ts';
import { rosters } from '../publicity/rosters.ts';
import { outsideEvents } from '../results/outsideEvents.ts';
import { resultsView } from '../results/results.ts';
import { inspection } from '../schema.ts';
import { writings } from '../summary/writings.ts';
import { workshopRows } from '../workshops/workshops.ts';

type Sheets = ReadonlyMap<WorkshopSheet, PaperRef>;

const SHEET_OF = {
  self: 'selfSheet',
  county: 'countySheet',
  city: 'citySheet',
  province: 'provinceSheet',
} as const;

/** The latest finished scoring of each level; of one that was only told there is no sheet. */
function scoredSheets(office: Office): ReadonlyMap<WorkshopId, Sheets> {
  const rows = office.db
    .select({ id: inspection.id, workshopId: inspection.workshopId, level: inspection.level })
    .from(inspection)
    .where(
      and(
        eq(inspection.campaignId, currentCampaign(office).id),
        isNotNull(inspection.finishedAt),
        isNull(inspection.removedAt),
        isNull(inspection.reportedTotal),
      ),
    )
    .orderBy(asc(inspection.inspectedOn), asc(inspection.id))
    .all();
  const sheets = new Map<WorkshopId, Map<WorkshopSheet, PaperRef>>();
  for (const { id, workshopId, level } of rows) {
    const own = sheets.get(workshopId) ?? new Map<WorkshopSheet, PaperRef>();
    own.set(SHEET_OF[level], { paper: 'scoreSheet', inspectionId: id, tableId: null, workshopId, level });
    sheets.set(workshopId, own);
  }
  return sheets;
}

/** Every paper that can be made of each workshop of the year, by the workshops' order of entry. */
function workshopSheets(office: Office, today: IsoDate): ReadonlyMap<WorkshopId, Sheets> {
  const plans = new Map(planRows(office, today).map((row) => [row.workshopId, row]));
  const visited = new Set(
    assistanceList(office, null, today).rows.flatMap((row) => (row.visits > 0 ? [row.workshopId] : [])),
  );
  const scored = scoredSheets(office);
  return new Map(
    workshopRows(office, today).map(({ workshopId }) => {
      const plan = plans.get(workshopId);
      const blank = { paper: 'scoreSheet', inspectionId: null, tableId: null, workshopId } as const;
      const entries: readonly (readonly [WorkshopSheet, PaperRef])[] = [
        ['application', { paper: 'application', workshopId }],
        ['promise', { paper: 'promise', workshopId }],
        ['qualification', { paper: 'qualification', workshopId }],
        ...(plan?.revisionId ? [['plan', { paper: 'plan', revisionId: plan.revisionId }] as const] : []),
        ...(plan?.works ? [['taskClosure', { paper: 'taskClosure', workshopId }] as const] : []),
        ...(visited.has(workshopId)
          ? [['assistanceRecord', { paper: 'assistanceRecord', workshopId, visitId: null }] as const]
          : []),
        ...(plan ? [['blankSheet', { ...blank, level: 'county' }] as const] : []),
        ...(scored.get(workshopId) ?? []),
      ];
      return [workshopId, new Map(entries)];
    }),
  );
}

type Titled = PrintOptions['officePapers'][number];

function noticePapers(office: Office, today: IsoDate): readonly Titled[] {
  return publicities(office, today).flatMap(({ id, firstDay, state }): readonly Titled[] => [
    {
      ref: { paper: 'selectionNotice', publicityId: id },
      title: `${PAPER_TITLES.selectionNotice}（${firstDay}）`,
    },
    ...(state === 'closed'
      ? [
          {
            ref: { paper: 'publicityReport', publicityId: id } as const,
            title: `${PAPER_TITLES.publicityReport}（${firstDay}）`,
          },
        ]
      : []),
  ]);
}

/** Papers of the whole year that the records call for, in the order of the year. */
export function yearPapers(office: Office, today: IsoDate): readonly Titled[] {
  const plain = (
    paper:
      | 'dutyTable'
      | 'selectionReport'
      | 'rosterChanges'
      | 'inspectionSummary'
      | 'recommended'
      | 'finalList'
      | 'finalListPublic',
  ) => ({
    ref: { paper },
    title: PAPER_TITLES[paper],
  });
  const { left, joined } = rosterChanges(office, today);
  const results = resultsView(office, today).rows;
  const notices = outsideEvents(office, today).filter(
    ({ kind, removed }) => kind === 'resultPublicity' && removed === null,
  );
  return [
    ...meetings(office).map(
      (one): Titled => ({
        ref: { paper: 'meetingMinutes', meetingId: one.id },
        title: `${PAPER_TITLES.meetingMinutes}（${one.heldOn}）`,
      }),
    ),
    ...(duties(office).length > 0 ? [plain('dutyTable')] : []),
    ...(workshopRows(office, today).length > 0 ? [plain('selectionReport')] : []),
    ...noticePapers(office, today),
    ...rosters(office).map(
      (one): Titled => ({
        ref: { paper: 'roster', rosterId: one.id },
        title: `${PAPER_TITLES.roster}（${one.confirmedOn}）`,
      }),
    ),
    ...(left.length + joined.length > 0 ? [plain('rosterChanges')] : []),
    ...(results.length > 0 ? [plain('inspectionSummary')] : []),
    ...(results.some((row) => row.decision?.kind === 'recommend')
      ? [plain('recommended'), plain('finalList'), plain('finalListPublic')]
      : []),
    ...notices.map(
      (one): Titled => ({
        ref: { paper: 'resultNotice', eventId: one.id },
        title: `${OUTSIDE_EVENTS.resultPublicity}（${one.happenedOn}）`,
      }),
    ),
    ...writings(office).map(
      (one): Titled => ({
        ref: { paper: 'writing', writingId: one.id },
        title: `${WRITING_KINDS[one.kind]}：${one.title}`,
      }),
    ),
  ];
}

/** What 打印室 offers. */
export function printOptions(office: Office, today: IsoDate): PrintOptions {
  const sheets = workshopSheets(office, today);
  return {
    workshops: workshopRows(office, today).map((row) => ({
      workshopId: row.workshopId,
      name: row.name,
      ownerName: row.ownerName,
      township: row.township,
      stage: row.stage,
      initials: row.initials,
      sheets: [...(sheets.get(row.workshopId)?.keys() ?? [])],
    })),
    officePapers: yearPapers(office, today),
  };
}

/** The papers a request asks for and that can be made, in the order of printing; each once. */
export function requestedPapers(
  office: Office,
  request: PrintRequest,
  today: IsoDate,
): readonly PrintPaper[] {
  const sheets = workshopSheets(office, today);
  const ofYear = request.officePapers.map((ref): PrintPaper => ({ ref, workshopId: null, sheet: null }));
  const ofWorkshops = request.workshopIds.flatMap((workshopId) =>
    WorkshopSheet.options.flatMap((sheet): readonly PrintPaper[] => {
      if (!request.sheets.includes(sheet)) return [];
      const ref = sheets.get(workshopId)?.get(sheet);
      return ref ? [{ ref, workshopId, sheet }] : [];
    }),
  );
  return inPrintOrder([...ofYear, ...ofWorkshops], request.order);
}
