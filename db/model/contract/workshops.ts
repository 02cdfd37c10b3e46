import { type } from '@orpc/contract';
import { z } from 'zod';
import { ApplicationCore, PrivatePatch, WorkshopCore } from '../application.ts';
import type { Area } from '../area.ts';
import { IsoDate } from '../dates.ts';
import { ApplicationId, WorkshopId } from '../ids.ts';
import { Materials } from '../materials.ts';
import type { Fen } from '../money.ts';
import type { Problem } from '../problems.ts';
import type { PublicityStanding } from '../publicity.ts';
import type { Stage } from '../stage.ts';
import type { RecordedOpinion, ReviewLevel } from '../terms.ts';
import { call } from './base.ts';
import type { InBin } from './recycle.ts';
import type { AuditRow } from './system.ts';

/** One line of the 小作坊 list: everything lists filter and search by, nothing private. */
export interface WorkshopRow {
  readonly workshopId: WorkshopId;
  readonly applicationId: ApplicationId;
  readonly name: string;
  readonly ownerName: string;
  readonly township: string;
  readonly address: string;
  readonly station: string;
  readonly products: string;
  readonly certificateNo: string;
  readonly operationArea: Area | null;
  readonly plannedInvestment: Fen | null;
  readonly stage: Stage;
  /** Failed conditions of the notice, as codes; empty: meets them all. */
  readonly failedConditions: readonly Problem[];
  /** Pinyin initials of name and owner, lower case, space between: `slszf zs`. */
  readonly initials: string;
}

export interface ReviewView {
  readonly level: ReviewLevel;
  readonly opinion: RecordedOpinion;
  readonly comment: string;
  readonly reviewerName: string;
  readonly reviewedOn: IsoDate;
}

/** One opinion as recorded; a later one of the same level counts instead. */
export interface RecordedReview extends ReviewView {
  readonly id: string;
  readonly counts: boolean;
}

export interface DecisionView {
  readonly selected: boolean;
  readonly reason: string;
  readonly decidedOn: IsoDate;
  readonly rank: number | null;
  /** 递补: whose place was taken. */
  readonly replaces: string | null;
}

export interface TimelineStep {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'late' | 'future' | 'stopped';
  readonly date: IsoDate | null;
  /** e.g. «截止 2021-04-30». */
  readonly note: string;
}

export interface MaskedPrivate {
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly homeAddress: string | null;
}

export interface WorkshopPage {
  readonly workshopId: WorkshopId;
  readonly applicationId: ApplicationId;
  readonly workshop: WorkshopCore;
  readonly private: MaskedPrivate;
  readonly application: ApplicationCore;
  readonly conditions: readonly Problem[];
  readonly materials: Materials;
  /** The opinions that count, one a level. */
  readonly reviews: readonly ReviewView[];
  /** Every opinion, in the order of recording. */
  readonly reviewHistory: readonly RecordedReview[];
  readonly selection: DecisionView | null;
  /** Every decision, the latest first. */
  readonly decisions: readonly DecisionView[];
  /** 公示情况: the notice the workshop stands on. */
  readonly publicity: PublicityStanding | null;
  /** 是否列入创建名单 */
  readonly onRoster: boolean;
  readonly withdrawn: { readonly on: IsoDate; readonly reason: string } | null;
  readonly stage: Stage;
  readonly timeline: readonly TimelineStep[];
  readonly audit: readonly AuditRow[];
}

export interface RemovedRow {
  readonly workshopId: WorkshopId;
  readonly name: string;
  readonly ownerName: string;
  readonly removedAt: string;
  readonly reason: string;
}

export const PrivateField = z.enum(['idNumber', 'phone', 'homeAddress']);
export type PrivateField = z.infer<typeof PrivateField>;

export const ApplicantInput = z.object({
  workshopId: WorkshopId.nullable(),
  workshop: WorkshopCore,
  private: PrivatePatch,
  application: ApplicationCore,
});
export type ApplicantInput = z.infer<typeof ApplicantInput>;

const reason = z.string().trim().min(1, '请写明原因').max(200);

export const workshops = {
  list: call.output(type<readonly WorkshopRow[]>()),
  page: call.input(z.object({ workshopId: WorkshopId })).output(type<WorkshopPage>()),
  save: call.input(ApplicantInput).output(type<{ readonly workshopId: WorkshopId }>()),
  /** Shows one private number in the clear; logged. */
  reveal: call
    .input(z.object({ workshopId: WorkshopId, field: PrivateField }))
    .output(type<{ readonly value: string | null }>()),
  /** 附件材料清单 of the year's application. */
  saveMaterials: call
    .input(z.object({ applicationId: ApplicationId, materials: Materials }))
    .output(type<void>()),
  withdraw: call.input(z.object({ applicationId: ApplicationId, on: IsoDate, reason })).output(type<void>()),
  undoWithdraw: call.input(z.object({ applicationId: ApplicationId })).output(type<void>()),
  remove: call.input(z.object({ workshopId: WorkshopId, reason })).output(type<InBin>()),
  removed: call.output(type<readonly RemovedRow[]>()),
  restore: call.input(z.object({ workshopId: WorkshopId })).output(type<void>()),
};
