import { type } from '@orpc/contract';
import { z } from 'zod';
import { AssignInput, HandOverInput, VisitInput, VisitReason, type VisitState } from '../assistance.ts';
import type { IsoDate } from '../dates.ts';
import { type AssignmentId, type StaffId, VisitId, WorkshopId } from '../ids.ts';
import type { Stage } from '../stage.ts';
import { call } from './base.ts';

interface NamedHelper {
  readonly staffId: StaffId;
  readonly name: string;
}

/** One workshop of the 创建名单 with its helper and visits. */
export interface AssistanceRow {
  readonly workshopId: WorkshopId;
  readonly name: string;
  readonly ownerName: string;
  readonly township: string;
  readonly station: string;
  readonly initials: string;
  readonly stage: Stage;
  readonly helper: NamedHelper | null;
  readonly since: IsoDate | null;
  readonly visits: number;
  readonly lastVisitOn: IsoDate | null;
  readonly progressPercent: number | null;
  readonly daysSince: number | null;
  readonly states: readonly VisitState[];
}

/** What one helper has to do. */
export interface HelperLoad extends NamedHelper {
  readonly unit: string;
  readonly active: boolean;
  readonly workshops: number;
  readonly overdue: number;
  readonly visits: number;
  readonly lastVisitOn: IsoDate | null;
}

export interface AssistanceList {
  /** Not visited for so many days counts as overdue. */
  readonly interval: number;
  readonly rows: readonly AssistanceRow[];
  readonly loads: readonly HelperLoad[];
}

export interface AssignmentView extends NamedHelper {
  readonly id: AssignmentId;
  readonly fromDay: IsoDate;
  readonly untilDay: IsoDate | null;
  readonly reason: string;
}

export interface VisitView extends Omit<VisitInput, 'substitute'> {
  readonly id: VisitId;
  readonly staffName: string;
  /** Not the helper of that day. */
  readonly substitute: boolean;
  readonly photos: number;
}

export interface WorkshopAssistance {
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  /** Whether it is on the 创建名单, so that a helper can be named. */
  readonly assisted: boolean;
  /** In order. */
  readonly assignments: readonly AssignmentView[];
  /** The newest first. */
  readonly visits: readonly VisitView[];
}

const workshopId = WorkshopId;

export const assistance = {
  /** `days` in place of the policy's figure. */
  list: call.input(z.object({ days: z.int().min(1).max(365).nullable() })).output(type<AssistanceList>()),
  of: call.input(z.object({ workshopId })).output(type<WorkshopAssistance>()),
  assign: call.input(AssignInput).output(type<{ readonly assigned: number }>()),
  handOver: call.input(HandOverInput).output(type<{ readonly handedOver: number }>()),
  /** Takes the newest line back: a hand-over, or the first naming. */
  undoAssignment: call.input(z.object({ workshopId })).output(type<void>()),
  addVisit: call
    .input(z.object({ workshopId, visit: VisitInput }))
    .output(type<{ readonly visitId: VisitId }>()),
  changeVisit: call
    .input(z.object({ visitId: VisitId, visit: VisitInput, reason: VisitReason }))
    .output(type<void>()),
  /** Into 回收站; `recycle.restore` with `binId` brings it back. */
  removeVisit: call
    .input(z.object({ visitId: VisitId, reason: VisitReason }))
    .output(type<{ readonly binId: string }>()),
};
