import type { ArchivePaper } from './papers/archive.ts';
import type { AssistanceRecordPaper, HelperListPaper } from './papers/assistance.ts';
import type {
  DutyTablePaper,
  ListPaper,
  MeetingMinutesPaper,
  MonthlyPaper,
  RecoverySheetPaper,
  SubmissionListPaper,
  WritingPaper,
} from './papers/office.ts';
import type { PlanLedgerPaper, PlanPaper, TaskClosurePaper } from './papers/plans.ts';
import type {
  PublicityReportPaper,
  RosterChangesPaper,
  RosterPaper,
  SelectionNoticePaper,
} from './papers/publicity.ts';
import type {
  FinalListPaper,
  FinalListPublicPaper,
  PaymentListPaper,
  RecommendedPaper,
  ResultNoticePaper,
} from './papers/results.ts';
import type { InspectionSummaryPaper, ScoreSheetPaper, ScoreSheetsPaper } from './papers/scoring.ts';
import type {
  ApplicationPaper,
  PromisePaper,
  QualificationPaper,
  SelectionReportPaper,
} from './papers/selection.ts';

/** All papers the program makes; the record of each lies in `papers/`, by feature. */
export type Paper =
  | ApplicationPaper
  | PromisePaper
  | SelectionNoticePaper
  | RosterPaper
  | PlanPaper
  | PlanLedgerPaper
  | TaskClosurePaper
  | SubmissionListPaper
  | MonthlyPaper
  | ListPaper
  | RecoverySheetPaper
  | MeetingMinutesPaper
  | ScoreSheetPaper
  | ScoreSheetsPaper
  | InspectionSummaryPaper
  | DutyTablePaper
  | QualificationPaper
  | SelectionReportPaper
  | PublicityReportPaper
  | RosterChangesPaper
  | AssistanceRecordPaper
  | WritingPaper
  | RecommendedPaper
  | FinalListPaper
  | FinalListPublicPaper
  | HelperListPaper
  | PaymentListPaper
  | ResultNoticePaper
  | ArchivePaper;

export type PaperKind = Paper['paper'];

export const PAPER_TITLES: Readonly<Record<PaperKind, string>> = {
  application: '申请表',
  promise: '资金投入承诺书',
  selectionNotice: '创建名单公示',
  roster: '创建名单',
  plan: '改造提升方案',
  planLedger: '改造方案台账',
  taskClosure: '改造任务销号表',
  submissionList: '报送清单',
  monthly: '进展月报',
  list: '列表',
  recoverySheet: '恢复单',
  meetingMinutes: '宣传动员会会议记录',
  scoreSheet: '评分表',
  scoreSheets: '空白评分表',
  inspectionSummary: '考评验收汇总表',
  dutyTable: '任务分解表',
  qualification: '资格审核表',
  selectionReport: '遴选情况表',
  publicityReport: '公示情况说明',
  rosterChanges: '创建名单变动情况表',
  assistanceRecord: '帮扶记录表',
  helperList: '帮扶安排表',
  writing: '总结材料',
  recommended: '推荐名单',
  finalList: '附表5（上报版）',
  finalListPublic: '附表5（公示版）',
  paymentList: '奖补资金发放表',
  resultNotice: '考评验收合格公示',
  archiveCover: '一坊一档封面',
  archiveCatalogue: '卷内目录',
  archiveExtract: '情况摘录',
  archivePhotos: '照片',
  archiveClosing: '卷内备考表',
};

export type PaperFormat = 'pdf' | 'docx' | 'xlsx';

/** The formats each paper is made in. */
export const PAPER_FORMATS: Readonly<Record<PaperKind, readonly PaperFormat[]>> = {
  application: ['pdf', 'docx'],
  promise: ['pdf', 'docx'],
  selectionNotice: ['pdf', 'docx'],
  roster: ['xlsx', 'pdf', 'docx'],
  plan: ['pdf', 'docx'],
  planLedger: ['xlsx'],
  taskClosure: ['pdf', 'docx', 'xlsx'],
  submissionList: ['pdf'],
  monthly: ['pdf', 'docx', 'xlsx'],
  list: ['xlsx'],
  recoverySheet: ['pdf'],
  meetingMinutes: ['pdf', 'docx'],
  scoreSheet: ['pdf', 'docx'],
  scoreSheets: ['pdf', 'docx'],
  inspectionSummary: ['xlsx', 'pdf', 'docx'],
  dutyTable: ['pdf', 'docx', 'xlsx'],
  qualification: ['pdf', 'docx'],
  selectionReport: ['xlsx', 'pdf', 'docx'],
  publicityReport: ['pdf', 'docx'],
  rosterChanges: ['xlsx', 'pdf', 'docx'],
  assistanceRecord: ['pdf', 'docx'],
  helperList: ['xlsx'],
  writing: ['pdf', 'docx'],
  recommended: ['xlsx', 'pdf', 'docx'],
  finalList: ['xlsx', 'pdf', 'docx'],
  finalListPublic: ['pdf', 'docx'],
  paymentList: ['xlsx', 'pdf', 'docx'],
  resultNotice: ['pdf', 'docx'],
  archiveCover: ['pdf'],
  archiveCatalogue: ['pdf'],
  archiveExtract: ['pdf'],
  archivePhotos: ['pdf'],
  archiveClosing: ['pdf'],
};
