import type { ApplicationCore, OwnerPrivate, WorkshopCore } from './application.ts';
import type { Bureau } from './bureau.ts';
import type { IsoDate } from './dates.ts';
import type { ListContent } from './lists.ts';
import type { DutyInput, MeetingInput } from './mobilisation.ts';
import type { MonthlyReport } from './monthly.ts';
import type { PlanOnPaper } from './plan.ts';
import type { Policy } from './policy.ts';
import type { CountingRule, SignatureRole, SubmissionKind } from './terms.ts';

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
}

/** 改造方案台账 */
export interface PlanLedgerPaper extends PaperHead {
  readonly paper: 'planLedger';
  readonly asOf: IsoDate;
  readonly rows: readonly PlanLedgerRow[];
}

/** 报送清单: the paper that goes with a package; `manifestCode` ties paper and stick together. */
export interface SubmissionListPaper extends PaperHead {
  readonly paper: 'submissionList';
  readonly kind: SubmissionKind;
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

export type Paper =
  | ApplicationPaper
  | PromisePaper
  | SelectionNoticePaper
  | RosterPaper
  | PlanPaper
  | PlanLedgerPaper
  | SubmissionListPaper
  | MonthlyPaper
  | ListPaper
  | RecoverySheetPaper
  | MeetingMinutesPaper
  | DutyTablePaper;

export type PaperKind = Paper['paper'];

export const PAPER_TITLES: Readonly<Record<PaperKind, string>> = {
  application: '申请表',
  promise: '资金投入承诺书',
  selectionNotice: '创建名单公示',
  roster: '创建名单',
  plan: '改造提升方案',
  planLedger: '改造方案台账',
  submissionList: '报送清单',
  monthly: '进展月报',
  list: '列表',
  recoverySheet: '恢复单',
  meetingMinutes: '宣传动员会会议记录',
  dutyTable: '任务分解表',
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
  submissionList: ['pdf'],
  monthly: ['pdf', 'docx', 'xlsx'],
  list: ['xlsx'],
  recoverySheet: ['pdf'],
  meetingMinutes: ['pdf', 'docx'],
  dutyTable: ['pdf', 'docx', 'xlsx'],
};
