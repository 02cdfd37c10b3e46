import { type } from '@orpc/contract';
import { z } from 'zod';
import { IsoDate } from '../dates.ts';
import { SubmissionId } from '../ids.ts';
import { Month } from '../monthly.ts';
import type { BagFault, SubmissionRecord } from '../package.ts';
import type { Problem } from '../problems.ts';
import type { CalendarEntry, SubmissionChanges } from '../submissionCalendar.ts';
import { SubmissionKind } from '../terms.ts';
import { call, longWork, PathToken } from './base.ts';

/** 回执 */
export const ReceiptInput = z.object({
  receivedOn: IsoDate,
  receivedBy: z.string().trim().min(1, '请填写接收人').max(40, '不能超过40个字'),
  note: z.string().trim().max(200, '不能超过200个字'),
});
export type ReceiptInput = z.infer<typeof ReceiptInput>;

export interface SubmissionView {
  readonly id: SubmissionId;
  readonly kind: SubmissionKind;
  /** Of a 进展月报. */
  readonly month: Month | null;
  readonly sequence: number;
  readonly folderName: string;
  readonly madeOn: IsoDate;
  readonly manifestCode: string;
  readonly counts: Readonly<Record<string, number>>;
  /** 更正: the folder it stands in for, and why. */
  readonly replacesId: SubmissionId | null;
  readonly replaces: string | null;
  readonly replacesReason: string;
  /** The folder that stands in for this one. */
  readonly replacedBy: string | null;
  readonly receipt: ReceiptInput | null;
}

export type SubmissionRow = CalendarEntry<SubmissionView>;

export interface PackagePrecheck {
  readonly folderName: string;
  readonly dueOn: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly { readonly path: string; readonly title: string }[];
  /** The last package of the same thing, and what is different now. */
  readonly since: { readonly id: SubmissionId; readonly folderName: string; readonly madeOn: IsoDate } | null;
  readonly changes: SubmissionChanges | null;
  /** Another package of this can only correct the last one. */
  readonly mustCorrect: boolean;
  /** Errors stop the package; warnings are shown. */
  readonly problems: readonly Problem[];
}

export interface PackageVerification {
  readonly folderName: string;
  readonly valid: boolean;
  readonly bureauName: string | null;
  readonly kindLabel: string | null;
  readonly year: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly manifestCode: string | null;
  readonly fileCount: number;
  readonly faults: readonly BagFault[];
  /** submission.json; null where it cannot be read. */
  readonly submission: SubmissionRecord | null;
}

const Subject = z.object({ kind: SubmissionKind, month: Month.nullable().default(null) });

export const packages = {
  list: call.output(type<readonly SubmissionView[]>()),
  /** What is to be handed up in the year, by the day it is due. */
  calendar: call.output(type<readonly SubmissionRow[]>()),
  precheck: call.input(Subject).output(type<PackagePrecheck>()),
  write: call
    .input(
      Subject.extend({
        folder: PathToken,
        correction: z
          .object({ replacesId: SubmissionId, reason: z.string().trim().min(1).max(200) })
          .nullable()
          .default(null),
      }),
    )
    .output(
      longWork<{
        readonly folderName: string;
        readonly folderToken: string;
        readonly manifestCode: string;
        /** Of the encrypted file inside, told this once and kept nowhere. */
        readonly passphrase: string | null;
      }>(),
    ),
  recordReceipt: call
    .input(z.object({ submissionId: SubmissionId, receipt: ReceiptInput }))
    .output(type<void>()),
  /** Answers the 回执, for 撤销. */
  undoReceipt: call.input(z.object({ submissionId: SubmissionId })).output(type<ReceiptInput>()),
  verify: call.input(z.object({ folder: PathToken })).output(longWork<PackageVerification>()),
};
