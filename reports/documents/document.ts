import type { Paper } from '../../db/model/papers.ts';
import { assertNever } from '../../db/model/problems.ts';
import { applicationDocument } from './application.ts';
import {
  archiveCatalogueDocument,
  archiveClosingDocument,
  archiveCoverDocument,
  archiveExtractDocument,
  archivePhotosDocument,
} from './archive.ts';
import { assistanceRecordDocument } from './assistanceRecord.ts';
import { dutyTableDocument } from './dutyTable.ts';
import { finalListDocument, finalListPublicDocument } from './finalList.ts';
import { inspectionSummaryDocument } from './inspectionSummary.ts';
import { meetingMinutesDocument } from './meetingMinutes.ts';
import { monthlyDocument } from './monthly.ts';
import type { OfficialDocument } from './official.ts';
import { paymentListDocument } from './paymentList.ts';
import { planDocument } from './plan.ts';
import { promiseDocument } from './promise.ts';
import { publicityReportDocument } from './publicityReport.ts';
import { qualificationDocument } from './qualification.ts';
import { recommendedDocument } from './recommended.ts';
import { recoverySheetDocument } from './recoverySheet.ts';
import { resultNoticeDocument } from './resultNotice.ts';
import { rosterDocument } from './roster.ts';
import { rosterChangesDocument } from './rosterChanges.ts';
import { scoreSheetDocument, scoreSheetsDocument } from './scoreSheet.ts';
import { selectionNoticeDocument } from './selectionNotice.ts';
import { selectionReportDocument } from './selectionReport.ts';
import { submissionListDocument } from './submissionList.ts';
import { taskClosureDocument } from './taskClosure.ts';
import { writingDocument } from './writing.ts';

/** The papers that are documents; 台账 is a workbook only. */
export type DocumentPaper = Exclude<Paper, { readonly paper: 'planLedger' | 'list' | 'helperList' }>;

/** What a paper says. */
export function documentOf(paper: DocumentPaper): OfficialDocument {
  switch (paper.paper) {
    case 'application':
      return applicationDocument(paper);
    case 'promise':
      return promiseDocument(paper);
    case 'selectionNotice':
      return selectionNoticeDocument(paper);
    case 'roster':
      return rosterDocument(paper);
    case 'plan':
      return planDocument(paper);
    case 'assistanceRecord':
      return assistanceRecordDocument(paper);
    case 'taskClosure':
      return taskClosureDocument(paper);
    case 'submissionList':
      return submissionListDocument(paper);
    case 'scoreSheet':
      return scoreSheetDocument(paper);
    case 'scoreSheets':
      return scoreSheetsDocument(paper);
    case 'inspectionSummary':
      return inspectionSummaryDocument(paper);
    case 'monthly':
      return monthlyDocument(paper);
    case 'paymentList':
      return paymentListDocument(paper);
    case 'resultNotice':
      return resultNoticeDocument(paper);
    case 'recoverySheet':
      return recoverySheetDocument(paper);
    case 'meetingMinutes':
      return meetingMinutesDocument(paper);
    case 'dutyTable':
      return dutyTableDocument(paper);
    case 'qualification':
      return qualificationDocument(paper);
    case 'selectionReport':
      return selectionReportDocument(paper);
    case 'publicityReport':
      return publicityReportDocument(paper);
    case 'rosterChanges':
      return rosterChangesDocument(paper);
    case 'recommended':
      return recommendedDocument(paper);
    case 'finalList':
      return finalListDocument(paper);
    case 'finalListPublic':
      return finalListPublicDocument(paper);
    case 'writing':
      return writingDocument(paper);
    case 'archiveCover':
      return archiveCoverDocument(paper);
    case 'archiveCatalogue':
      return archiveCatalogueDocument(paper);
    case 'archiveExtract':
      return archiveExtractDocument(paper);
    case 'archivePhotos':
      return archivePhotosDocument(paper);
    case 'archiveClosing':
      return archiveClosingDocument(paper);
    default:
      return assertNever(paper);
  }
}
