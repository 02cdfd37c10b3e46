import type { Paper } from '../../db/model/papers.ts';
import { dutyTableWorkbook } from './dutyTable.ts';
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

/** What a paper says as a workbook; null where it is made as a document only. */
export function workbookOf(paper: Paper): WorkbookDescription | null {
  switch (paper.paper) {
    case 'roster':
      return rosterWorkbook(paper);
    case 'dutyTable':
      return dutyTableWorkbook(paper);
    case 'planLedger':
      return planLedgerWorkbook(paper);
    case 'taskClosure':
      return taskClosureWorkbook(paper);
    case 'helperList':
      return helperListWorkbook(paper);
    case 'paymentList':
      return paymentListWorkbook(paper);
    case 'recommended':
      return recommendedWorkbook(paper);
    case 'monthly':
      return monthlyWorkbook(paper);
    case 'list':
      return listWorkbook(paper);
    case 'selectionReport':
      return selectionReportWorkbook(paper);
    case 'inspectionSummary':
      return inspectionSummaryWorkbook(paper);
    case 'rosterChanges':
      return rosterChangesWorkbook(paper);
    default:
      return null;
  }
}
