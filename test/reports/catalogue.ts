import type { DocumentPaper } from '../../reports/documents/document.ts';
import { FULL_PAPERS } from './documents/fullSamples.ts';
import {
  archivePapers,
  assistanceRecordPaper,
  blankScoreSheetPaper,
  decidedApplicationPaper,
  dutyTablePaper,
  finalListPaper,
  finalListPublicPaper,
  inspectionSummaryPaper,
  meetingMinutesPaper,
  monthlyPaper,
  paymentListPaper,
  publicityReportPaper,
  qualificationPaper,
  recommendedPaper,
  recoverySheetPaper,
  resultNoticePaper,
  rosterChangesPaper,
  scoreSheetPaper,
  scoreSheetsPaper,
  selectionReportPaper,
  taskClosurePaper,
  writingPaper,
} from './documents/moreSamples.ts';
import {
  applicationPaper,
  blankApplicationPaper,
  planPaper,
  promisePaper,
  rosterPaper,
  selectionNoticePaper,
  submissionListPaper,
} from './documents/samples.ts';

/** Every paper that is a document, as it usually is; blank as well where there is a blank one. */
export const USUAL = {
  application: applicationPaper,
  applicationBlank: blankApplicationPaper,
  applicationDecided: decidedApplicationPaper,
  promise: promisePaper,
  promiseBlank: { ...promisePaper, applicant: null },
  qualification: qualificationPaper(),
  qualificationNew: qualificationPaper(0),
  selectionReport: selectionReportPaper(),
  selectionNotice: selectionNoticePaper(),
  selectionNoticeAnnex: selectionNoticePaper(20),
  publicityReport: publicityReportPaper(),
  roster: rosterPaper(),
  rosterChanges: rosterChangesPaper(),
  plan: planPaper(),
  planDraft: planPaper(3, null),
  taskClosure: taskClosurePaper(),
  assistanceRecord: assistanceRecordPaper(),
  assistanceVisit: assistanceRecordPaper(1, true),
  assistanceVisitBlank: assistanceRecordPaper(0, true),
  scoreSheet: scoreSheetPaper,
  scoreSheetBlank: blankScoreSheetPaper,
  scoreSheets: scoreSheetsPaper(),
  inspectionSummary: inspectionSummaryPaper(),
  recommended: recommendedPaper(),
  finalList: finalListPaper(),
  finalListPublic: finalListPublicPaper(),
  resultNotice: resultNoticePaper(),
  paymentList: paymentListPaper(),
  monthly: monthlyPaper(),
  summary: writingPaper(),
  report: writingPaper('report'),
  meetingMinutes: meetingMinutesPaper(),
  dutyTable: dutyTablePaper(),
  submissionList: submissionListPaper(),
  recoverySheet: recoverySheetPaper,
  archiveCover: archivePapers.cover,
  archiveCatalogue: archivePapers.catalogue,
  archiveExtract: archivePapers.extract,
  archivePhotos: archivePapers.photos,
  archiveClosing: archivePapers.closing,
} as const satisfies Readonly<Record<string, DocumentPaper>>;

const LONG_NAME = `示例县示例镇${'传统手工特色食品'.repeat(6)}加工小作坊`;
const LONG_TEXT = '改造任务按照方案逐项推进，'.repeat(154);

/** A name of 60 characters where a name is printed, wherever it stands in the record. */
const renamed = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value).replaceAll('示例镇张三豆腐坊', LONG_NAME));

/** The same where a clerk gave them the most: 60-character names, 30 tasks, 200 rows, 2,000 characters. */
export const LONG = {
  application: renamed(decidedApplicationPaper),
  promise: renamed(promisePaper),
  qualification: renamed(qualificationPaper(3)),
  selectionReport: renamed(selectionReportPaper(200)),
  selectionNotice: renamed(selectionNoticePaper(200)),
  selectionNoticeFull: renamed(selectionNoticePaper(12)),
  publicityReport: renamed(publicityReportPaper(20, 100)),
  roster: renamed(rosterPaper(200)),
  rosterChanges: renamed(rosterChangesPaper(60)),
  plan: renamed(planPaper(30)),
  taskClosure: renamed(taskClosurePaper(30)),
  assistanceRecord: renamed(assistanceRecordPaper(40)),
  assistanceVisit: renamed({
    ...assistanceRecordPaper(1, true),
    visits: assistanceRecordPaper(1).visits.map((one) => ({ ...one, findings: LONG_TEXT })),
  }),
  scoreSheet: renamed(scoreSheetPaper),
  scoreSheets: renamed(scoreSheetsPaper(3)),
  inspectionSummary: renamed(inspectionSummaryPaper(200)),
  recommended: renamed(recommendedPaper(200)),
  finalList: renamed(finalListPaper(200)),
  finalListPublic: renamed(finalListPublicPaper(200)),
  resultNotice: renamed(resultNoticePaper(200)),
  paymentList: renamed(paymentListPaper(200)),
  monthly: monthlyPaper(LONG_TEXT),
  summary: writingPaper('summary', LONG_TEXT),
  report: writingPaper('report', LONG_TEXT),
  meetingMinutes: meetingMinutesPaper(LONG_TEXT),
  submissionList: renamed(submissionListPaper(200)),
} as const satisfies Readonly<Record<string, DocumentPaper>>;

/** Every field as full as its form allows. */
export const FULL = FULL_PAPERS satisfies Readonly<Record<string, DocumentPaper>>;
