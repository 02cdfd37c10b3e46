import { type } from '@orpc/contract';
import { z } from 'zod';
import {
  InspectionId,
  MeetingId,
  PublicityId,
  RevisionId,
  RosterId,
  ScoreTableId,
  type SubmissionId,
  VisitId,
  WorkshopId,
} from '../ids.ts';
import { Month } from '../monthly.ts';
import type { BagFault } from '../package.ts';
import { PlanContent } from '../plan.ts';
import type { Problem } from '../problems.ts';
import { InspectionLevel, SubmissionKind } from '../terms.ts';
import { call, longWork, PathToken } from './base.ts';

/** Which paper of which record. `workshopId` null: the blank form. */
export const PaperRef = z.discriminatedUnion('paper', [
  z.object({ paper: z.literal('application'), workshopId: WorkshopId.nullable() }),
  z.object({ paper: z.literal('promise'), workshopId: WorkshopId.nullable() }),
  z.object({ paper: z.literal('selectionNotice'), publicityId: PublicityId }),
  z.object({ paper: z.literal('roster'), rosterId: RosterId }),
  // `content`: what the editor holds unsaved, shown beside it; only while the revision is a draft.
  z.object({ paper: z.literal('plan'), revisionId: RevisionId, content: PlanContent.optional() }),
  z.object({ paper: z.literal('planLedger') }),
  z.object({ paper: z.literal('taskClosure'), workshopId: WorkshopId }),
  z.object({ paper: z.literal('meetingMinutes'), meetingId: MeetingId }),
  z.object({ paper: z.literal('dutyTable') }),
  z.object({ paper: z.literal('qualification'), workshopId: WorkshopId }),
  z.object({ paper: z.literal('selectionReport') }),
  z.object({ paper: z.literal('publicityReport'), publicityId: PublicityId }),
  z.object({ paper: z.literal('rosterChanges') }),
  // Filled: `inspectionId`; blank: by `tableId` (the year's where null), with the head of `workshopId` or none.
  z.object({
    paper: z.literal('scoreSheet'),
    inspectionId: InspectionId.nullable(),
    tableId: ScoreTableId.nullable(),
    workshopId: WorkshopId.nullable(),
    level: InspectionLevel,
  }),
  // `visitId` null: all visits of the year.
  z.object({
    paper: z.literal('assistanceRecord'),
    workshopId: WorkshopId,
    visitId: VisitId.nullable(),
  }),
  z.object({ paper: z.literal('helperList') }),
  z.object({ paper: z.literal('monthly'), month: Month }),
]);
export type PaperRef = z.infer<typeof PaperRef>;

export const PaperFormat = z.enum(['pdf', 'docx', 'xlsx']);

export interface MadePaper {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export const papers = {
  make: call.input(z.object({ ref: PaperRef, format: PaperFormat })).output(type<MadePaper>()),
  /** Makes many papers into a picked folder; existing files are never overwritten, a number is added. */
  makeMany: call
    .input(z.object({ refs: z.array(PaperRef).min(1), format: PaperFormat, folder: PathToken }))
    .output(longWork<{ readonly made: number; readonly problems: readonly Problem[] }>()),
};

export interface SubmissionView {
  readonly id: SubmissionId;
  readonly kind: SubmissionKind;
  readonly sequence: number;
  readonly folderName: string;
  readonly madeOn: string;
  readonly manifestCode: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface PackagePrecheck {
  readonly folderName: string;
  readonly dueOn: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly { readonly path: string; readonly title: string }[];
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
}

export const packages = {
  list: call.output(type<readonly SubmissionView[]>()),
  precheck: call.input(z.object({ kind: SubmissionKind })).output(type<PackagePrecheck>()),
  write: call.input(z.object({ kind: SubmissionKind, folder: PathToken })).output(
    longWork<{
      readonly folderName: string;
      readonly folderToken: string;
      readonly manifestCode: string;
    }>(),
  ),
  verify: call.input(z.object({ folder: PathToken })).output(longWork<PackageVerification>()),
};
