import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '../dates.ts';
import { PlanId, RevisionId, WorkshopId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { PlanTask, RevisionState } from '../plan.ts';
import type { Problem } from '../problems.ts';
import { CloseInput, type TaskState, WorkInput, type WorkRecord, type WorksTotals } from '../works.ts';
import { call, longWork, PathToken } from './base.ts';

/** One task of the signed revision with its works. */
export interface TaskWorks extends PlanTask {
  /** As counted in the plan, from 1. */
  readonly number: number;
  readonly work: WorkRecord;
  readonly state: TaskState;
  readonly late: boolean;
  readonly overdue: boolean;
  readonly photosBefore: number;
  readonly photosAfter: number;
}

/** A task a later revision no longer has; its costs stay. */
export interface DroppedTask {
  readonly line: string;
  readonly measure: string;
  /** The last revision it stood in. */
  readonly lastRevision: number;
  readonly work: WorkRecord;
}

export interface WorksView {
  readonly planId: PlanId;
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly helperName: string;
  readonly startedOn: IsoDate | null;
  /** The signed revision the works go by. */
  readonly revisionId: RevisionId;
  readonly revision: number;
  /** A newer revision on its way to signature (方案变更). */
  readonly pending: { readonly number: number; readonly state: RevisionState } | null;
  readonly tasks: readonly TaskWorks[];
  readonly dropped: readonly DroppedTask[];
  readonly totals: WorksTotals;
  /** Everything is finished and the owner's money falls short of the policy's minimum. */
  readonly warnings: readonly Problem[];
}

export interface OverdueTask {
  readonly planId: PlanId;
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly helperName: string;
  readonly line: string;
  readonly number: number;
  readonly measure: string;
  readonly responsible: string;
  readonly dueOn: IsoDate;
  readonly daysLate: number;
  readonly progressPercent: number;
}

export interface WorksImportPreview {
  readonly fileName: string;
  readonly tasks: readonly {
    readonly workshopName: string;
    readonly measure: string;
    readonly work: WorkInput;
    readonly costOwnBefore: Fen | null;
    readonly progressBefore: number;
  }[];
  readonly problems: readonly Problem[];
}

const Line = z.uuid();
const reason = z.string().trim().min(1, '请写明原因').max(200);
const task = z.object({ planId: PlanId, line: Line });

export const TaskProgress = WorkInput.extend({ line: Line });
export type TaskProgress = z.infer<typeof TaskProgress>;

export const works = {
  /** `null` while no revision of the plan is signed. */
  get: call.input(z.object({ workshopId: WorkshopId })).output(type<WorksView | null>()),
  overdue: call.output(type<readonly OverdueTask[]>()),
  save: call
    .input(z.object({ planId: PlanId, tasks: z.array(TaskProgress).min(1).max(200) }))
    .output(type<void>()),
  /** Takes back what was recorded of a task, as if nothing had been done yet. */
  clear: call.input(task.extend({ reason })).output(type<void>()),
  close: call
    .input(CloseInput.extend({ planId: PlanId, lines: z.array(Line).min(1).max(200) }))
    .output(type<void>()),
  undoClose: call.input(task.extend({ reason })).output(type<void>()),
  /** The code on the scanned paper was compared with the record's. */
  confirmScan: call.input(z.object({ revisionId: RevisionId, checkCode: z.string() })).output(type<void>()),
  undoConfirmScan: call.input(z.object({ revisionId: RevisionId, reason })).output(type<void>()),
  importPreview: call.input(z.object({ token: PathToken })).output(type<WorksImportPreview>()),
  importApply: call.input(z.object({ token: PathToken })).output(longWork<{ readonly imported: number }>()),
  importTemplate: call.output(type<{ readonly bytes: Uint8Array; readonly fileName: string }>()),
};
