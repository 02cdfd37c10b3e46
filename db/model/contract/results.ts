import { type } from '@orpc/contract';
import { z } from 'zod';
import { IsoDate } from '../dates.ts';
import { type InspectionId, OutsideEventId, RectificationId, WorkshopId } from '../ids.ts';
import type { Problem } from '../problems.ts';
import type { PublicityState } from '../publicity.ts';
import {
  OutsideEventInput,
  type OutsideWorkshop,
  RectificationDone,
  RectificationInput,
  type ResultState,
  type Scored,
  type UpperScored,
} from '../results.ts';
import type { Stage } from '../stage.ts';
import { ObjectionOutcome, ResultDecision } from '../terms.ts';
import { call } from './base.ts';

export const ResultReason = z.string().trim().min(1, '请写明原因').max(200, '原因不能超过200个字');

export interface RectificationView extends RectificationInput {
  readonly id: RectificationId;
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  readonly inspectionId: InspectionId;
  /** Of the scoring it follows. */
  readonly inspectedOn: IsoDate;
  readonly total: number | null;
  readonly doneOn: IsoDate | null;
  readonly checkedBy: string;
  readonly note: string;
  /** A later county scoring was made since: it belongs to the past. */
  readonly past: boolean;
}

/** One workshop of the 创建名单 with all levels' results and what became of it. */
export interface ResultRow {
  readonly workshopId: WorkshopId;
  readonly name: string;
  readonly ownerName: string;
  readonly township: string;
  readonly initials: string;
  readonly stage: Stage;
  readonly state: ResultState;
  readonly county: (Scored & { readonly inspectionId: InspectionId; readonly round: number }) | null;
  readonly city: UpperScored | null;
  readonly province: UpperScored | null;
  readonly announced: boolean;
  readonly decision: {
    readonly kind: ResultDecision;
    readonly reason: string;
    readonly decidedOn: IsoDate;
  } | null;
  /** Why the recommendation must be looked at again. */
  readonly doubts: readonly string[];
  readonly rectification: RectificationView | null;
}

export interface ResultsView {
  readonly passScore: number;
  readonly rows: readonly ResultRow[];
  /** The newest first. */
  readonly rectifications: readonly RectificationView[];
  /** Sampling below the policy's ratio. */
  readonly warnings: readonly Problem[];
}

export interface PassedObjectionView {
  readonly id: string;
  readonly workshopId: WorkshopId | null;
  readonly workshopName: string;
  readonly receivedOn: IsoDate;
  readonly content: string;
  readonly handling: string;
  readonly outcome: ObjectionOutcome | null;
  readonly settledOn: IsoDate | null;
}

export interface OutsideEventView extends Omit<OutsideEventInput, 'workshops'> {
  readonly id: OutsideEventId;
  readonly workshops: readonly (OutsideWorkshop & { readonly name: string })[];
  readonly removed: { readonly at: string; readonly reason: string } | null;
  /** Of a 验收结果公示. */
  readonly period: PublicityState | null;
  readonly objections: readonly PassedObjectionView[];
}

export const PassedObjectionInput = z.object({
  eventId: OutsideEventId,
  workshopId: WorkshopId.nullable(),
  receivedOn: IsoDate,
  content: z.string().trim().min(1, '请填写异议内容').max(1000, '异议内容不能超过1000个字'),
});
export type PassedObjectionInput = z.infer<typeof PassedObjectionInput>;

export const PassedSettlement = z.object({
  id: z.uuid(),
  outcome: ObjectionOutcome,
  handling: z.string().trim().min(1, '请写明核查处理情况').max(300, '核查处理情况不能超过300个字'),
  settledOn: IsoDate,
});
export type PassedSettlement = z.infer<typeof PassedSettlement>;

export const DecisionInput = z.object({
  workshopIds: z.array(WorkshopId).min(1).max(2000),
  decision: ResultDecision,
  reason: z.string().trim().max(200, '理由不能超过200个字'),
  decidedOn: IsoDate,
});
export type DecisionInput = z.infer<typeof DecisionInput>;

const binned = type<{ readonly binId: string }>();
const withReason = z.object({ id: z.uuid(), reason: ResultReason });
const ofRectification = z.object({ id: RectificationId, reason: ResultReason });
const ofEvent = z.object({ id: OutsideEventId, reason: ResultReason });

export const results = {
  list: call.output(type<ResultsView>()),
  decide: call.input(DecisionInput).output(type<{ readonly decided: number }>()),
  /** Takes the decisions back, of all or of none; the earlier ones stay in the records. */
  takeBack: call
    .input(z.object({ workshopIds: z.array(WorkshopId).min(1).max(2000), reason: ResultReason }))
    .output(type<void>()),
  demand: call
    .input(z.object({ workshopId: WorkshopId, rectification: RectificationInput }))
    .output(type<{ readonly id: RectificationId }>()),
  changeDemand: call
    .input(z.object({ id: RectificationId, rectification: RectificationInput, reason: ResultReason }))
    .output(type<void>()),
  /** 整改完成, checked. */
  closeDemand: call.input(z.object({ id: RectificationId, done: RectificationDone })).output(type<void>()),
  reopenDemand: call.input(ofRectification).output(type<void>()),
  /** Into 回收站. */
  removeDemand: call.input(ofRectification).output(binned),
  events: call.output(type<readonly OutsideEventView[]>()),
  /** First and last day of a 公示 by the year's counting rule. */
  period: call
    .input(z.object({ firstDay: IsoDate }))
    .output(type<{ readonly lastDay: IsoDate; readonly warnings: readonly Problem[] }>()),
  /** `id` null: a new one; a change carries its reason. */
  saveEvent: call
    .input(
      z.object({
        id: OutsideEventId.nullable(),
        event: OutsideEventInput,
        reason: z.string().trim().max(200),
      }),
    )
    .output(type<{ readonly id: OutsideEventId }>()),
  removeEvent: call.input(ofEvent).output(type<void>()),
  restoreEvent: call.input(ofEvent).output(type<void>()),
  addObjection: call.input(PassedObjectionInput).output(type<{ readonly id: string }>()),
  settleObjection: call.input(PassedSettlement).output(type<void>()),
  reopenObjection: call.input(withReason).output(type<void>()),
  /** Into 回收站. */
  discardObjection: call.input(withReason).output(binned),
};
