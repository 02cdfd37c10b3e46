import type { ApplicationCore, OwnerPrivate, WorkshopCore } from './application.ts';
import type { Bureau } from './bureau.ts';
import type { IsoDate } from './dates.ts';
import type { InspectionHead } from './inspection.ts';
import type { ListContent } from './lists.ts';
import type { DutyInput, MeetingInput } from './mobilisation.ts';
import type { Fen } from './money.ts';
import type { Month, MonthlyReport } from './monthly.ts';
import type { PlanOnPaper } from './plan.ts';
import type { Policy } from './policy.ts';
import type { ItemAnswer } from './scoring/scoreOf.ts';
import type { ScoreTable } from './scoring/table.ts';
import type {
  PublicityReport,
  QualificationContent,
  RosterChanges,
  SelectionReport,
} from './selectionPapers.ts';
import type {
  CountingRule,
  InspectionLevel,
  SignatureRole,
  SubmissionKind,
  TaskCategory,
  WritingKind,
} from './terms.ts';
import type { WorkRecord, WorksTotals } from './works.ts';

/**
 * What each paper is made from: plain records, gathered in `db/`, turned into documents by pure functions in
 * `reports/documents/`. A record carries all a paper says; a document function looks nothing up.
 */
interface PaperHead {
  readonly bureau: Bureau;
  readonly year: number;
  readonly programmeName: string;
}

/** 申请表: `applicant` is null for the blank form. Meant for the file, so private numbers may stand on it. */
export interface ApplicationPaper extends PaperHead {
  readonly paper: 'application';
  readonly policy: Policy;
  readonly applicant: {
    readonly workshop: WorkshopCore;
    readonly private: OwnerPrivate;
    readonly application: ApplicationCore;
  } | null;
}

/** 资金投入承诺书 */
export interface PromisePaper extends PaperHead {
  readonly paper: 'promise';
  readonly policy: Policy;
  readonly applicant: ApplicationPaper['applicant'];
}

/** One line of a public list: built from this allow-list of columns and nothing else (design §6.1). */
export interface PublicEntry {
  readonly position: number;
  readonly district: string;
  readonly name: string;
  /** To the village or street, as frozen when published. */
  readonly address: string;
  readonly products: string;
}

/** 创建名单公示 */
export interface SelectionNoticePaper extends PaperHead {
  readonly paper: 'selectionNotice';
  readonly basis: string;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly days: number;
  readonly countingRule: CountingRule;
  /** Only 递补 newcomers stand on it. */
  readonly supplementary: boolean;
  readonly entries: readonly PublicEntry[];
}

export interface RosterEntry extends PublicEntry {
  readonly ownerName: string;
  readonly certificateNo: string;
  readonly operationArea: number | null;
  readonly plannedInvestment: number | null;
}

/** 创建名单: for the city bureau; owners' names, no ID numbers. */
export interface RosterPaper extends PaperHead {
  readonly paper: 'roster';
  readonly confirmedOn: IsoDate;
  /** 1 is the first; later ones supplement it (补充名单). */
  readonly batch: number;
  readonly publicity: { readonly firstDay: IsoDate; readonly lastDay: IsoDate };
  readonly quota: number;
  readonly entries: readonly RosterEntry[];
}

/** The frozen record of one plan revision: its canonical form is hashed, its code printed on every page. */
export interface PlanRecord {
  readonly bureau: string;
  readonly year: number;
  readonly programmeName: string;
  readonly workshopId: string;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly address: string;
  readonly products: string;
  readonly operationArea: number | null;
  readonly revision: number;
  readonly submittedOn: IsoDate;
  readonly plan: PlanOnPaper;
}

export interface PlanSignature {
  readonly role: SignatureRole;
  readonly outcome: 'agree' | 'return';
  readonly signerName: string;
  readonly opinion: string;
  readonly signedOn: IsoDate;
}

/** 改造提升方案. `checkCode` is null while it is a draft; then it is printed with the mark 草稿. */
export interface PlanPaper extends PaperHead {
  readonly paper: 'plan';
  readonly policy: Policy;
  readonly record: Omit<PlanRecord, 'submittedOn'> & { readonly submittedOn: IsoDate | null };
  readonly checkCode: string | null;
}

export interface PlanLedgerRow {
  readonly position: number;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly helperName: string;
  readonly taskCount: number;
  readonly budgetOwn: number;
  readonly budgetOther: number;
  readonly lastDueOn: IsoDate | null;
  readonly revision: number;
  readonly state: string;
  readonly signedOn: IsoDate | null;
  readonly checkCode: string;
  readonly startedOn: IsoDate | null;
  /** Of the signed revision's tasks; null before 开工. */
  readonly works: WorksTotals | null;
}

/** 改造方案台账 */
export interface PlanLedgerPaper extends PaperHead {
  readonly paper: 'planLedger';
  readonly asOf: IsoDate;
  readonly rows: readonly PlanLedgerRow[];
}

interface TaskClosureRow extends Omit<WorkRecord, 'note'> {
  readonly number: number;
  readonly category: TaskCategory | null;
  readonly measure: string;
  readonly standard: string;
  readonly dueOn: IsoDate | null;
  readonly budgetOwn: Fen | null;
  readonly budgetOther: Fen | null;
  readonly late: boolean;
  readonly remark: string;
}

/** 《改造任务销号表》 of one workshop, by its signed plan. */
export interface TaskClosurePaper extends PaperHead {
  readonly paper: 'taskClosure';
  readonly asOf: IsoDate;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly helperName: string;
  readonly revision: number;
  readonly checkCode: string;
  readonly signedOn: IsoDate | null;
  readonly startedOn: IsoDate | null;
  readonly minOwnInvestment: Fen;
  readonly tasks: readonly TaskClosureRow[];
  /** Tasks a later revision dropped, with what was spent on them. */
  readonly dropped: readonly {
    readonly measure: string;
    readonly lastRevision: number;
    readonly costOwn: Fen;
    readonly costOther: Fen;
    readonly remark: string;
  }[];
  readonly totals: WorksTotals & {
    readonly spent: Fen;
    /** Without the dropped tasks: the sums under the table. */
    readonly ofTasks: Readonly<Record<'budgetOwn' | 'budgetOther' | 'costOwn' | 'costOther', Fen>>;
  };
}

/** 报送清单: the paper that goes with a package; `manifestCode` ties paper and stick together. */
export interface SubmissionListPaper extends PaperHead {
  readonly paper: 'submissionList';
  readonly kind: SubmissionKind;
  /** Of a 进展月报. */
  readonly month: Month | null;
  /** 更正 */
  readonly replaces: { readonly folderName: string; readonly reason: string } | null;
  readonly folderName: string;
  readonly madeOn: IsoDate;
  readonly manifestCode: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly title: string }[];
}

/** 进展月报 */
export interface MonthlyPaper extends PaperHead {
  readonly paper: 'monthly';
  readonly report: MonthlyReport;
}

/** Any list of the window, exported as it is shown. */
export interface ListPaper extends PaperHead, ListContent {
  readonly paper: 'list';
  readonly asOf: IsoDate;
}

/** 恢复单: the recovery code on paper, printed at first start and kept in the office's safe. */
export interface RecoverySheetPaper extends PaperHead {
  readonly paper: 'recoverySheet';
  readonly madeOn: IsoDate;
  /** As typed back: `XXXX-XXXX-…`. */
  readonly code: string;
}

/** 宣传动员会会议记录: a sheet for the file, with room for the signatures. */
export interface MeetingMinutesPaper extends PaperHead {
  readonly paper: 'meetingMinutes';
  readonly meeting: MeetingInput;
}

/** 任务分解表: who answers for what until when. */
export interface DutyTablePaper extends PaperHead {
  readonly paper: 'dutyTable';
  readonly asOf: IsoDate;
  readonly duties: readonly DutyInput[];
}

/** 资格审核表 */
export interface QualificationPaper extends PaperHead, QualificationContent {
  readonly paper: 'qualification';
}

/** 遴选情况表 */
export interface SelectionReportPaper extends PaperHead, SelectionReport {
  readonly paper: 'selectionReport';
}

/** 公示情况说明 */
export interface PublicityReportPaper extends PaperHead, PublicityReport {
  readonly paper: 'publicityReport';
}

/** 创建名单变动情况表 */
export interface RosterChangesPaper extends PaperHead, RosterChanges {
  readonly paper: 'rosterChanges';
}

/** 评分表 of any level: blank for the field where `sheet` is null, with or without a workshop's head. */
export interface ScoreSheetPaper extends PaperHead {
  readonly paper: 'scoreSheet';
  readonly level: InspectionLevel;
  readonly asOf: IsoDate;
  readonly table: ScoreTable;
  readonly passScore: number;
  readonly workshop: {
    readonly name: string;
    readonly ownerName: string;
    readonly address: string;
    readonly certificateNo: string;
    readonly products: string;
  } | null;
  readonly sheet: {
    readonly inspectedOn: IsoDate;
    readonly note: string;
    readonly finished: boolean;
    readonly answers: readonly ItemAnswer[];
    readonly head: InspectionHead;
    /** 复查 of an earlier scoring. */
    readonly again: boolean;
  } | null;
}

/** Blank 评分表 for the field, one for each workshop, in one file to be printed at once. */
export interface ScoreSheetsPaper extends Omit<ScoreSheetPaper, 'paper' | 'workshop' | 'sheet'> {
  readonly paper: 'scoreSheets';
  readonly workshops: readonly NonNullable<ScoreSheetPaper['workshop']>[];
}

/** 考评验收汇总表 */
export interface InspectionSummaryPaper extends PaperHead {
  readonly paper: 'inspectionSummary';
  readonly asOf: IsoDate;
  readonly passScore: number;
  readonly rows: readonly {
    readonly name: string;
    readonly ownerName: string;
    readonly township: string;
    readonly products: string;
    readonly self: number | null;
    readonly county: number | null;
    readonly countyOn: IsoDate | null;
    /** County scorings so far: above 1 after a re-inspection. */
    readonly rounds: number;
    readonly city: number | null;
    readonly province: number | null;
    /** Of the latest county scoring. */
    readonly passed: boolean | null;
    /** The same in words; empty before it. */
    readonly conclusion: string;
    /** Codes of the lines it took points from. */
    readonly deducted: string;
    readonly stage: string;
  }[];
}

/** 《帮扶记录表》: all of a workshop's visits of the year, or `single` one with room for signatures. */
export interface AssistanceRecordPaper extends PaperHead {
  readonly paper: 'assistanceRecord';
  readonly asOf: IsoDate;
  readonly workshop: Pick<WorkshopCore, 'name' | 'ownerName' | 'address' | 'products'>;
  readonly single: boolean;
  readonly assignments: readonly {
    readonly name: string;
    readonly fromDay: IsoDate;
    readonly untilDay: IsoDate | null;
    readonly reason: string;
  }[];
  readonly visits: readonly {
    readonly visitedOn: IsoDate;
    readonly staffName: string;
    readonly substitute: boolean;
    readonly findings: string;
    readonly advice: string;
    readonly ownerResponse: string;
    readonly progressPercent: number | null;
    readonly photos: number;
  }[];
}

/** 《帮扶安排表》 */
export interface HelperListPaper extends PaperHead {
  readonly paper: 'helperList';
  readonly asOf: IsoDate;
  readonly rows: readonly {
    readonly workshopName: string;
    readonly ownerName: string;
    readonly township: string;
    readonly address: string;
    readonly helperName: string;
    readonly helperUnit: string;
    readonly since: IsoDate | null;
    readonly visits: number;
    readonly lastVisitOn: IsoDate | null;
  }[];
}

/** 奖补资金发放表: goes to the bank with the numbers on it; never part of a package. */
export interface PaymentListPaper extends PaperHead {
  readonly paper: 'paymentList';
  readonly title: string;
  readonly madeOn: IsoDate;
  /** Taken back: printed with a mark, so that nobody pays by it. */
  readonly cancelled: boolean;
  readonly total: Fen;
  readonly totalInWords: string;
  readonly rows: readonly {
    readonly position: number;
    readonly workshopName: string;
    readonly idName: string;
    readonly idNumber: string;
    readonly accountName: string;
    readonly bank: string;
    readonly card: string;
    readonly phone: string;
    readonly amount: Fen;
    readonly remark: string;
  }[];
}

/** 考评验收合格公示, where this office posts it itself. */
export interface ResultNoticePaper extends PaperHead {
  readonly paper: 'resultNotice';
  readonly basis: string;
  /** Tenths of a point. */
  readonly passScore: number;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** Null where the dates do not follow from the year's counting rule. */
  readonly counted: { readonly days: number; readonly countingRule: CountingRule } | null;
  readonly entries: readonly PublicEntry[];
}

/** 县级考评验收推荐名单 */
export interface RecommendedPaper extends PaperHead {
  readonly paper: 'recommended';
  readonly asOf: IsoDate;
  readonly passScore: number;
  readonly rows: readonly {
    readonly name: string;
    readonly ownerName: string;
    readonly address: string;
    readonly products: string;
    readonly total: number;
    readonly inspectedOn: IsoDate;
  }[];
}

/** 创建工作总结, 典型案例 or 报送报告, as the office wrote it. */
export interface WritingPaper extends PaperHead {
  readonly paper: 'writing';
  readonly kind: WritingKind;
  readonly title: string;
  readonly asOf: IsoDate;
  readonly finished: boolean;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly annexes: readonly string[];
  /** JPEG */
  readonly photos: readonly { readonly caption: string; readonly jpeg: Uint8Array }[];
}

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
  | HelperListPaper
  | PaymentListPaper
  | ResultNoticePaper;

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
  paymentList: '奖补资金发放表',
  resultNotice: '考评验收合格公示',
};

export type PaperFormat = 'pdf' | 'docx' | 'xlsx';

/** The formats each paper is made in. */
export const PAPER_FORMATS: Readonly<Record<PaperKind, readonly PaperFormat[]>> = {
  application: ['pdf', 'docx'],
  promise: ['pdf', 'docx'],
  selectionNotice: ['pdf', 'docx'],
  roster: ['xlsx', 'pdf'],
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
  inspectionSummary: ['xlsx', 'pdf'],
  dutyTable: ['pdf', 'docx', 'xlsx'],
  qualification: ['pdf', 'docx'],
  selectionReport: ['xlsx', 'pdf'],
  publicityReport: ['pdf', 'docx'],
  rosterChanges: ['xlsx', 'pdf'],
  assistanceRecord: ['pdf', 'docx'],
  helperList: ['xlsx'],
  writing: ['pdf', 'docx'],
  recommended: ['xlsx', 'pdf'],
  paymentList: ['xlsx', 'pdf'],
  resultNotice: ['pdf', 'docx'],
};
