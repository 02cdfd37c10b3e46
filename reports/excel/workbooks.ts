import { PAPER_FORMATS, type Paper } from '../../db/model/papers.ts';
import { dutyTableWorkbook } from './dutyTable.ts';
import { finalListWorkbook } from './finalList.ts';
import { helperListWorkbook } from './helperList.ts';
import { inspectionSummaryWorkbook } from './inspectionSummary.ts';
import { listWorkbook } from './list.ts';
import { monthlyWorkbook } from './monthly.ts';
import { paymentListWorkbook } from './paymentList.ts';
import { planLedgerWorkbook } from './planLedger.ts';
import { recommendedWorkbook } from './recommended.ts';
import { rosterWorkbook } from './roster.ts';
import { rosterChangesWorkbook } from './rosterChanges.ts';
import { selectionReportWorkbook } from './selectionReport.ts';
import { taskClosureWorkbook } from './taskClosure.ts';
import type { WorkbookDescription } from './workbook.ts';

/** What each paper says as a workbook. */
export const WORKBOOKS = {
  roster: rosterWorkbook,
  dutyTable: dutyTableWorkbook,
  planLedger: planLedgerWorkbook,
  taskClosure: taskClosureWorkbook,
  helperList: helperListWorkbook,
  paymentList: paymentListWorkbook,
  recommended: recommendedWorkbook,
  finalList: finalListWorkbook,
  monthly: monthlyWorkbook,
  list: listWorkbook,
  selectionReport: selectionReportWorkbook,
  inspectionSummary: inspectionSummaryWorkbook,
  rosterChanges: rosterChangesWorkbook,
} as const satisfies Table;

type PaperOf<Kind extends Paper['paper']> = Extract<Paper, { readonly paper: Kind }>;
type Table = { readonly [Kind in Paper['paper']]?: (paper: PaperOf<Kind>) => WorkbookDescription };

export type WorkbookKind = keyof typeof WORKBOOKS;
/** The papers that are made as workbooks. */
export type WorkbookPaper = { readonly [Kind in WorkbookKind]: PaperOf<Kind> }[WorkbookKind];

const MAKERS: { readonly [Kind in WorkbookKind]: (paper: PaperOf<Kind>) => WorkbookDescription } = WORKBOOKS;

/** The kind beside the paper lets the compiler see that maker and record belong together. */
const describeAs = <Kind extends WorkbookKind>(
  kind: Kind,
  paper: { readonly [Each in Kind]: PaperOf<Each> }[Kind],
): WorkbookDescription => MAKERS[kind](paper);

export const isWorkbookPaper = (paper: Paper): paper is WorkbookPaper =>
  PAPER_FORMATS[paper.paper].includes('xlsx') && Object.hasOwn(WORKBOOKS, paper.paper);

/** What the workbook of a paper holds. */
export const workbookOf = (paper: WorkbookPaper): WorkbookDescription => describeAs(paper.paper, paper);
