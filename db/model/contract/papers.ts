import { type } from '@orpc/contract';
import { z } from 'zod';
import {
  InspectionId,
  MeetingId,
  OutsideEventId,
  PaymentBatchId,
  PublicityId,
  RevisionId,
  RosterId,
  ScoreTableId,
  VisitId,
  WorkshopId,
  WritingId,
} from '../ids.ts';
import { Month } from '../monthly.ts';
import { PlanContent } from '../plan.ts';
import type { Problem } from '../problems.ts';
import { InspectionLevel } from '../terms.ts';
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
  // Blank ones for the field by the year's table, of many workshops in one file.
  z.object({
    paper: z.literal('scoreSheets'),
    workshopIds: z.array(WorkshopId).min(1).max(500),
    level: InspectionLevel,
  }),
  z.object({ paper: z.literal('inspectionSummary') }),
  z.object({ paper: z.literal('recommended') }),
  z.object({ paper: z.literal('finalList') }),
  z.object({ paper: z.literal('finalListPublic') }),
  // `visitId` null: all visits of the year; `blank`: the form of one visit, to be filled in by hand.
  z.object({
    paper: z.literal('assistanceRecord'),
    workshopId: WorkshopId,
    visitId: VisitId.nullable(),
    blank: z.boolean().optional(),
  }),
  z.object({ paper: z.literal('helperList') }),
  z.object({ paper: z.literal('paymentList'), batchId: PaymentBatchId }),
  z.object({ paper: z.literal('resultNotice'), eventId: OutsideEventId }),
  z.object({ paper: z.literal('monthly'), month: Month }),
  z.object({ paper: z.literal('writing'), writingId: WritingId }),
]);
export type PaperRef = z.infer<typeof PaperRef>;

export const PaperFormat = z.enum(['pdf', 'docx', 'xlsx']);

export interface MadePaper {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Of a PDF; Word and Excel count for themselves. */
  readonly pages?: number | undefined;
}

export const papers = {
  make: call.input(z.object({ ref: PaperRef, format: PaperFormat })).output(type<MadePaper>()),
  /** Why a published paper may say what merely looks like a private number; answers `PRIVACY_REASON`. */
  explain: call
    .input(z.object({ ref: PaperRef, reason: z.string().trim().min(1).max(200) }))
    .output(type<void>()),
  /** Makes many papers into a picked folder; existing files are never overwritten, a number is added. */
  makeMany: call
    .input(z.object({ refs: z.array(PaperRef).min(1), format: PaperFormat, folder: PathToken }))
    .output(longWork<{ readonly made: number; readonly problems: readonly Problem[] }>()),
};
