import type { IsoDate } from '../dates.ts';
import type { ListContent } from '../lists.ts';
import type { DutyInput, MeetingInput } from '../mobilisation.ts';
import type { Month, MonthlyReport } from '../monthly.ts';
import type { SubmissionKind, WritingKind } from '../terms.ts';
import type { PaperHead } from './head.ts';

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
