import type { ApplicationCore, OwnerPrivate, WorkshopCore } from '../application.ts';
import type { Policy } from '../policy.ts';
import type { PublicityStanding } from '../publicity.ts';
import type { QualificationContent, SelectionReport } from '../selectionPapers.ts';
import type { PaperHead } from './head.ts';

/** 申请表: `applicant` is null for the blank form. Meant for the file, so private numbers may stand on it. */
export interface ApplicationPaper extends PaperHead {
  readonly paper: 'application';
  readonly policy: Policy;
  readonly applicant: {
    readonly workshop: WorkshopCore;
    readonly private: OwnerPrivate;
    readonly application: ApplicationCore;
  } | null;
  /** Printed where it is recorded already; the rest of the form leaves room to write. */
  readonly decided: {
    readonly opinions: QualificationContent['opinions'];
    readonly publicity: PublicityStanding | null;
    readonly onRoster: boolean;
  };
}

/** 资金投入承诺书 */
export interface PromisePaper extends PaperHead {
  readonly paper: 'promise';
  readonly policy: Policy;
  readonly applicant: Omit<NonNullable<ApplicationPaper['applicant']>, 'private'> | null;
}

/** 资格审核表 */
export interface QualificationPaper extends PaperHead, QualificationContent {
  readonly paper: 'qualification';
}

/** 遴选情况表 */
export interface SelectionReportPaper extends PaperHead, SelectionReport {
  readonly paper: 'selectionReport';
}
